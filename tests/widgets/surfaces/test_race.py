"""A race can be read: who takes which path, where each one stands, and the loss that each has come to."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces.path_icons import path_pixmap
from lossviz.widgets.surfaces.picture import NOT_A_PATH, SurfacePath
from lossviz.widgets.surfaces.race_key import RaceKey
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.surface_pictures import surface_picture

PLAIN = replace(surface_picture(size=24), paths=(), arrow=None, best=None)
PATH = np.array([(-1.0, 4.0), (2.0, -4.0)])


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.mark.parametrize("kind", [SurfaceMap, SoftwareSurfaceView])
def test_a_dot_stands_where_a_racer_is(
    qtbot: QtBot, theme: ThemeSource, kind: type[SurfaceMap] | type[SoftwareSurfaceView]
) -> None:
    surface = kind(theme)
    qtbot.addWidget(surface)
    surface.resize(400, 360)
    ink = QColor(theme.theme.colours.path_3)
    counts = []
    for has_end_mark in (False, True):
        path = SurfacePath(PATH, 2, is_dashed=True, has_end_mark=has_end_mark)
        surface.show_picture(replace(PLAIN, paths=(path,)))
        image = surface.grab().toImage()
        counts.append(sum(image.pixelColor(x, y) == ink for x in range(400) for y in range(360)))
    assert counts[1] > counts[0] + 20


def test_the_line_of_the_undecided_models_is_thinner_than_a_path(qtbot: QtBot, theme: ThemeSource) -> None:
    surface = SurfaceMap(theme)
    qtbot.addWidget(surface)
    surface.resize(400, 360)
    surface.show_picture(PLAIN)
    empty, changed = surface.grab().toImage(), []
    for colour in (0, NOT_A_PATH):
        surface.show_picture(replace(PLAIN, paths=(SurfacePath(PATH, colour, is_dashed=True),)))
        image = surface.grab().toImage()
        changed.append(sum(image.pixel(x, y) != empty.pixel(x, y) for x in range(400) for y in range(360)))
    assert 0 < changed[1] < 0.7 * changed[0]


def test_the_leaders_sign_is_solid_and_each_racers_has_the_gaps_of_its_path(theme: ThemeSource) -> None:
    for colour in range(4):
        gaps = [path_gaps(theme, colour, is_dashed=is_dashed) for is_dashed in (False, True)]
        assert gaps[0] == 0
        assert gaps[1] >= 1


def path_gaps(theme: ThemeSource, colour: int, *, is_dashed: bool) -> int:
    """Between one stroke and the next."""
    image = path_pixmap(theme.theme, colour, is_dashed=is_dashed).toImage()
    row = [image.pixelColor(x, image.height() // 2).alpha() > 0 for x in range(image.width())]
    return "".join(".#"[is_inked] for is_inked in row).rstrip(".").count("#.")


def test_the_loss_of_each_racer_stands_behind_its_name(qtbot: QtBot, theme: ThemeSource) -> None:
    key = RaceKey(theme, "fit")
    qtbot.addWidget(key)
    key.show_race("BCE", {"momentum": 0.20161, "adam": 0.2253})
    shown = [label for label in key.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in sorted(shown, key=lambda label: label.mapTo(key, label.pos()).x())] == [
        "BCE",
        "Momentum",
        "0.2016",
        "Adam",
        "0.2253",
    ]
    key.show_race("BCE", {})
    assert not key.isVisible()
