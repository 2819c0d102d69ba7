"""What a case plot paints."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

from lossviz.core.fit.estimates import least_squares, transition_band
from lossviz.core.fit.laws import Law
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_plot import CasePicture
from lossviz.widgets.fit.case_words import CasePlotWords
from lossviz.widgets.fit.model_painting import model_pen
from lossviz.widgets.theme import load_presenting_theme, load_theme
from tests.widgets.fit.case_rig import CaseRig, cases_at, drawn, picture_of

Rigged = Callable[[CasePicture], CaseRig]

FOUR = cases_at([1.0, 2.0, 4.0, 5.0], [0.0, 0.0, 1.0, 1.0])
COLOURS = load_theme("light").colours


def image_of(rig: CaseRig) -> QImage:
    return rig.plot.grab().toImage()


def colours_around(image: QImage, centre: QPoint, reach: int) -> set[str]:
    """The two classes' colours near a pixel, softened by edges or not."""
    square = QRect(centre - QPoint(reach, reach), centre + QPoint(reach, reach))
    pixels = [
        image.pixelColor(x, y)
        for x in range(square.left(), square.right() + 1)
        for y in range(square.top(), square.bottom() + 1)
    ]
    blue, orange = (any(_is_more(pixel, way) for pixel in pixels) for way in (1, -1))
    return {name for name, is_there in ((COLOURS.negative, blue), (COLOURS.positive, orange)) if is_there}


def _is_more(pixel: QColor, way: int) -> bool:
    """Whether it is clearly blue (1) or orange (-1)."""
    return way * (pixel.blue() - pixel.red()) > 80


def columns_of(image: QImage, colour: str, y: int) -> list[int]:
    """Where on a row of pixels a colour is."""
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour]


def test_fill_tells_the_prediction_and_rim_the_class(rigged: Rigged) -> None:
    rig = rigged(picture_of(cases_at([1.0, 1.5, 4.0, 5.0], [0.0, 1.0, 1.0, 0.0])))
    image = image_of(rig)
    found = [colours_around(image, rig.plot.case_position(index).toPoint(), 6) for index in range(4)]
    both = {COLOURS.negative, COLOURS.positive}
    assert found == [{COLOURS.negative}, both, {COLOURS.positive}, both]


def test_shapes_differ_without_their_colours(rigged: Rigged) -> None:
    rig = rigged(picture_of(cases_at([1.0, 5.0], [0.0, 1.0])))
    marks = []
    for index in range(2):
        corner = rig.plot.case_position(index).toPoint() - QPoint(6, 6)
        grey = image_of(rig).copy(QRect(corner, corner + QPoint(12, 12)))
        marks.append(sum(grey.pixelColor(x, y).lightness() < 140 for x in range(13) for y in (2, 3)))
    circle_px, diamond_px = marks
    assert circle_px > diamond_px  # a diamond is narrow near its top


def test_predictions_follow_the_threshold(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    inside = rig.plot.case_position(1).toPoint()
    assert COLOURS.positive not in colours_around(image_of(rig), inside, 3)
    rig.show(threshold=0.01)
    assert COLOURS.positive in colours_around(image_of(rig), inside, 3)


def test_bands_are_tinted_where_both_models_pass_from_10_to_90_per_cent(rigged: Rigged) -> None:
    line = least_squares(FOUR)
    rig = rigged(picture_of(FOUR, line=line, bands=True))
    row = round(rig.plot.position(0.0, 0.75).y())
    image = image_of(rig)
    for kind, model, inside in (("sigmoid", rig.picture.sigmoid, 2.4), ("line", line, 1.7)):
        band = transition_band("sigmoid" if kind == "sigmoid" else "line", model)
        assert band is not None
        assert band[0] < inside < band[1]
        tint = image.pixelColor(round(rig.plot.position(inside, 0.0).x()), row).name()
        assert tint != COLOURS.surface
        found = columns_of(image, tint, row)
        assert rig.plot.position(band[0], 0.0).x() == pytest.approx(found[0], abs=2)
        assert rig.plot.position(band[1], 0.0).x() == pytest.approx(found[-1], abs=2)
    rig.show(bands=False)
    assert image_of(rig).pixelColor(round(rig.plot.position(2.4, 0.0).x()), row).name() in (
        COLOURS.surface,
        COLOURS.grid,
    )


def test_the_law_the_ghosts_and_the_best_sigmoid_appear_when_they_are_given(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    plain = image_of(rig)
    for changes in (
        {"law": Law(3.0, 2.5)},
        {"ghosts": ((Parameters(3.0, -8.0), Parameters(0.2, 0.1)),)},
        {"fitted": Parameters(4.0, -11.0)},
        {"probe": 2.0},
        {"is_discretised": True},
        {"selected": 1},
        {"hovered": 2},
    ):
        rig.show(**changes)
        assert image_of(rig) != plain
        rig.show(law=None, ghosts=(), fitted=None, probe=None, is_discretised=False, selected=None, hovered=None)
        assert image_of(rig) == plain


def test_a_drag_shows_in_the_end_what_a_fresh_plot_shows(rigged: Rigged) -> None:
    rig = rigged(picture_of(drawn(200), line=Parameters(0.2, 0.0), bands=True))
    rig.drag(rig.plot.case_position(17), rig.plot.position(4.0, 0.8))
    rig.show(selected=None, hovered=None)
    other = rigged(rig.picture)
    other.plot._on_view_moved(rig.plot.view)
    rig.plot.clearFocus()
    other.plot.clearFocus()
    assert image_of(rig) == image_of(other)


@pytest.mark.parametrize(
    "x",
    [[3.0], [3.0, 3.0, 3.0], [0.0, 0.0], [1e300, -1e300], [1e-300, 2e-300], [1e15, 1e15 + 0.25], [-1e308, 1e308]],
)
@pytest.mark.parametrize(
    "sigmoid", [Parameters(0.0, 0.0), Parameters(1e308, -1e308), Parameters(-1e-300, 5.0), Parameters(2.0, -6.0)]
)
def test_it_paints_extreme_numbers(rigged: Rigged, x: list[float], sigmoid: Parameters) -> None:
    cases = cases_at(x, [float(place % 2) for place in range(len(x))])
    rig = rigged(
        picture_of(cases, sigmoid=sigmoid, line=Parameters(0.0, 0.5), bands=True, selected=0, hovered=0, probe=1.0)
    )
    for threshold in (0.0, 0.5, 1.0):
        rig.show(threshold=threshold, is_discretised=threshold > 0)
        assert not image_of(rig).isNull()
    start = rig.plot.handle_position("steepness")
    rig.drag(start, start - rig.plot.handle_position("midpoint") + start)
    assert np.isfinite(rig.picture.sigmoid).all()
    assert not image_of(rig).isNull()


@pytest.mark.parametrize("size", [(1, 1), (40, 500), (500, 40), (280, 200), (2000, 1200)])
def test_it_paints_at_any_size(rigged: Rigged, size: tuple[int, int]) -> None:
    rig = rigged(picture_of(drawn(80), line=Parameters(0.2, 0.0), bands=True, hovered=3))
    rig.plot.resize(*size)
    assert not image_of(rig).isNull()


def test_another_theme_is_shown_at_once(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    dark = load_theme("dark")
    rig.plot._theme.set_theme(dark)
    image = image_of(rig)
    assert image.pixelColor(rig.plot.width() - 4, 30).name() == QColor(dark.colours.surface).name()
    assert image.pixelColor(rig.plot.case_position(0).toPoint()).name() == dark.colours.negative


def test_a_model_keeps_its_stroke_beside_its_thinner_decision(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    place = rig.plot.position(2.5, 0.269)  # on the curve, away from its step at 3
    strokes = []
    for is_discretised in (False, True):
        rig.show(is_discretised=is_discretised)
        image = image_of(rig)
        around = range(round(place.y()) - 8, round(place.y()) + 8)
        strokes.append([image.pixelColor(round(place.x()), y).name() for y in around])
    assert COLOURS.sigmoid_model in strokes[0]
    assert strokes[0] == strokes[1]
    theme = load_theme("light")
    assert model_pen("sigmoid_decision", theme).widthF() < model_pen("sigmoid", theme).widthF()
    names = CasePlotWords().key_names()
    assert (names["sigmoid_decision"], names["line_decision"]) == ("decision of the sigmoid", "decision of the line")


def test_the_key_names_the_decisions_while_they_are_drawn(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    rig.plot.resize(300, 240)
    top = rig.plot.position(3.0, 1.0).y()
    rig.show(is_discretised=True)
    assert rig.plot.position(3.0, 1.0).y() > top  # the key has another row


def test_it_needs_more_height_in_larger_type(rigged: Rigged) -> None:
    plot = rigged(picture_of(FOUR)).plot
    before = plot.minimumSizeHint()
    plot._theme.set_theme(load_presenting_theme())
    assert plot.minimumSizeHint().height() > 1.5 * before.height()


def test_the_lines_of_both_classes_are_fainter_than_the_threshold(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    image = image_of(rig)
    beside = rig.plot.case_position(0).toPoint() + QPoint(12, 0)
    colours = {image.pixelColor(beside + QPoint(0, step)).name() for step in (-1, 0, 1)}
    assert COLOURS.border in colours
    assert COLOURS.text_muted not in colours
