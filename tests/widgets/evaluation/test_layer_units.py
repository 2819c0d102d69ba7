"""LayerUnits and SaliencyView: what is large shows, either sign in its own colour."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from lossviz.widgets.evaluation.layer_picture import LayerPicture
from lossviz.widgets.evaluation.layer_units import LayerUnits
from lossviz.widgets.evaluation.signed_colours import ink_image, signed_image, signed_over_ink
from lossviz.widgets.evaluation.unit_layout import unit_layout
from lossviz.widgets.theme import ThemeSource, load_theme

THEME = load_theme("light")


@given(
    st.integers(150, 1000), st.integers(100, 800), st.sampled_from([1, 10, 20, 128]), st.sampled_from([(1, 6), (2, 0)])
)
def test_all_units_fit_and_are_found_where_they_lie(width: int, height: int, units: int, form: tuple[int, int]) -> None:
    layout = unit_layout(width, height, units, form[0], float(form[1]), 112.0)
    places = [layout.unit(index) for index in range(units)]
    if layout.side > 1:
        assert all(
            place.left() >= 0 and place.right() <= width + 1 and place.bottom() <= height + 1 for place in places
        )
    assert [layout.unit_at(place.center(), units) for place in places] == list(range(units))
    assert all(
        not one.intersects(other) for number, one in enumerate(places) for other in places[number + 1 : number + 30]
    )


def test_each_sign_has_its_colour_and_nothing_none() -> None:
    image = signed_image(np.array([[1.0, -1.0, 0.0, 0.5]], np.float32), 1.0, THEME)
    names = [image.pixelColor(column, 0).name() for column in range(3)]
    assert names == [THEME.colours.positive, THEME.colours.negative, THEME.colours.surface]
    assert image.pixelColor(3, 0).name() not in names


def test_where_nothing_matters_the_digit_is_seen_alone() -> None:
    image_u8 = np.full((28, 28), 200, np.uint8)
    image = signed_over_ink(np.zeros((28, 28), np.float32), 0.0, image_u8, THEME)
    assert {image.pixelColor(x, y).name() for x in range(28) for y in range(28)} == {"#646464"}
    assert ink_image(np.zeros((1, 1), np.float32), 0.0).pixelColor(0, 0).name() == "#000000"


@pytest.mark.parametrize(
    ("filters", "responses", "text"),
    [
        ((20, 5, 5), (20, 28, 28), "Unit 3: weights from -0.500 to 0.250; largest activation 2.000"),
        ((128, 28, 28), (128, 1, 1), "Unit 3: weights from -0.500 to 0.250; activation 2.000"),
        ((10, 28, 28), None, "Unit 3: weights from -0.500 to 0.250"),
    ],
)
def test_a_unit_tells_its_weights_and_what_it_makes_of_the_digit(
    qtbot: QtBot, filters: tuple[int, ...], responses: tuple[int, ...] | None, text: str
) -> None:
    units = LayerUnits(ThemeSource(THEME))
    qtbot.addWidget(units)
    weights = np.zeros(filters, np.float32)
    weights[3, 0, :2] = (-0.5, 0.25)
    answers = None if responses is None else np.zeros(responses, np.float32)
    if answers is not None:
        answers[3, -1, -1] = 2.0
    units.show_picture(LayerPicture(weights, answers))
    assert units.unit_text(3) == text
    assert units.accessibleDescription().startswith(f"{filters[0]} units")
    if answers is not None:
        assert text in units.accessibleDescription()
    units.grab()


def test_new_weights_are_painted_and_the_same_ones_not_anew(qtbot: QtBot) -> None:
    units = LayerUnits(ThemeSource(THEME))
    qtbot.addWidget(units)
    units.resize(300, 200)
    first, second = np.full((10, 28, 28), 1, np.float32), np.full((10, 28, 28), -1, np.float32)
    shots = []
    for filters in (first, first, second):
        units.show_picture(LayerPicture(filters, np.ones((10, 1, 1), np.float32)))
        shots.append(units.grab().toImage())
    assert shots[0] == shots[1]
    assert shots[0] != shots[2]
    units.show_picture(None)
    assert units.accessibleDescription() == "There is no network yet."
    units.grab()
