"""Losses, classes and parts of the data look the same everywhere, and no two things differ in colour alone."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossKey
from lossviz.widgets.comparison.variant_looks import CROSS_ENTROPY_LOOK, SQUARED_LOOK
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import PlotPicture
from lossviz.widgets.surfaces.palette import PATH_DASHES
from tests.support.assembly import Home, settle

DASH_OF = {"loss_mse": "solid", "loss_bce": "dashed", "train": "solid", "validation": "dashed"}
SHAPE_OF = {"negative": "disc", "positive": "diamond", "train": "disc", "validation": "square"}
SQUARED_ERRORS: tuple[LossKey, ...] = ("squared", "mse", "sse")
LOGARITHMIC: tuple[LossKey, ...] = ("log", "sigmoid_ce", "softmax_ce", "sparse_ce")


def test_in_the_catalogue_squared_error_is_solid_and_cross_entropy_dashed() -> None:
    assert {(LOSSES[key].colour, LOSSES[key].dash) for key in SQUARED_ERRORS} == {("loss_mse", "solid")}
    assert {(LOSSES[key].colour, LOSSES[key].dash) for key in LOGARITHMIC} == {("loss_bce", "dashed")}
    others = [entry for key, entry in LOSSES.items() if key not in (*SQUARED_ERRORS, *LOGARITHMIC)]
    assert not {entry.colour for entry in others} & {"loss_mse", "loss_bce"}


def test_no_two_curves_of_the_catalogue_have_the_same_dashes() -> None:
    dashes = {id(entry.curves["margin"]): entry.dash for entry in LOSSES.values()}
    assert len(set(dashes.values())) == len(dashes)


def test_variants_of_the_two_losses_look_like_them() -> None:
    assert (SQUARED_LOOK.colour, SQUARED_LOOK.dash) == ("loss_mse", "solid")
    assert (CROSS_ENTROPY_LOOK.colour, CROSS_ENTROPY_LOOK.dash) == ("loss_bce", "dashed")


def test_paths_that_race_have_dashes_of_their_own() -> None:
    assert len(set(PATH_DASHES)) == len(PATH_DASHES) == 5


@pytest.fixture
def pictures(home: Home, qtbot: QtBot) -> dict[str, PlotPicture]:
    """Of every plot of the window, after each of its tabs has been in front."""
    assembly = home.open(qtbot)
    for page in assembly.window.entries:
        assembly.window.show_page(page.name)
        look_through(assembly, qtbot)
    plots = assembly.window.findChildren(LinePlot)
    return {plot.objectName(): plot.picture for plot in plots if isinstance(plot, LinePlot)}


def look_through(assembly: Assembly, qtbot: QtBot) -> None:
    """Bring every tab of the page in front once."""
    tabs = assembly.window.pages.currentWidget().findChildren(QTabWidget)
    for number in range(max((one.count() for one in tabs), default=1)):
        for one in tabs:
            one.setCurrentIndex(min(number, one.count() - 1))
        settle(assembly, qtbot)


def test_each_token_has_its_dash_and_its_shape_in_every_plot(pictures: dict[str, PlotPicture]) -> None:
    lines = [(name, curve) for name, picture in pictures.items() for curve in picture.curves if curve.is_thick]
    wrong = [(name, curve.key) for name, curve in lines if curve.dash != DASH_OF.get(curve.colour, curve.dash)]
    assert wrong == []
    marks = [(name, dots) for name, picture in pictures.items() for dots in picture.dots]
    assert [(name, dots.key) for name, dots in marks if dots.shape != SHAPE_OF.get(dots.colour, dots.shape)] == []
    assert len(lines) > 5


def test_no_two_lines_of_a_plot_differ_in_colour_alone(pictures: dict[str, PlotPicture]) -> None:
    alike = [
        (name, one.key, other.key)
        for name, picture in pictures.items()
        for one, other in combinations(picture.curves, 2)
        if one.colour != other.colour
        and (one.dash, one.is_thick) == (other.dash, other.is_thick)
        and not (one.key.endswith("residuals") and other.key.endswith("residuals"))  # they end in marks that differ
    ]
    assert alike == []


def test_no_two_kinds_of_marks_differ_in_colour_alone(pictures: dict[str, PlotPicture]) -> None:
    alike = [
        (name, one.key, other.key)
        for name, picture in pictures.items()
        for one, other in combinations(picture.dots, 2)
        if one.colour != other.colour and one.shape == other.shape and len(one.xs) + len(other.xs) > 2
    ]
    assert alike == []
