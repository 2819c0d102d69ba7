"""The colours of the fit can be told from their background, and from each other, also by colour-blind eyes."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from lossviz.core.fit.cases import Column
from lossviz.widgets.curves.colours import relative_luminance
from lossviz.widgets.theme import load_theme

LINES = ("negative", "positive", "sigmoid_model", "line_model", "law", "loss_mse", "loss_bce", "marker")
PATHS = ("path_1", "path_2", "path_3", "path_4")
# What stands side by side, so that colour has to tell it apart (shape or dash does so besides).
TOGETHER = (("negative", "positive"), ("sigmoid_model", "line_model"), ("loss_mse", "loss_bce"))
# From linear RGB to what eyes without the middle cones see. Source: Machado et al. 2009, deuteranopia at full severity.
DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)


def contrast(first: QColor, second: QColor) -> float:
    darker, lighter = sorted((relative_luminance(first), relative_luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def linear(colour: str) -> Column:
    parts = np.array([QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_line_stands_out_from_the_plot(name: str) -> None:
    colours = load_theme(name).colours
    for token in LINES + PATHS:
        assert contrast(QColor(getattr(colours, token)), QColor(colours.surface)) >= 4.5, token


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pairs_differ_for_eyes_that_do_not_tell_red_from_green(name: str) -> None:
    colours = load_theme(name).colours
    for pair in TOGETHER:
        first, second = (DEUTERANOPIA @ linear(getattr(colours, token)) for token in pair)
        assert np.abs(first - second).max() > 0.15, pair


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_two_tokens_are_the_same_colour(name: str) -> None:
    colours = load_theme(name).colours
    for group in (LINES, PATHS):
        for first, second in combinations([QColor(getattr(colours, token)) for token in group], 2):
            parts = (first.red() - second.red(), first.green() - second.green(), first.blue() - second.blue())
            assert sum(abs(part) for part in parts) >= 40
