"""Scales of the bars: round ends with room, still while something is dragged."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lossviz.widgets.classes.bar_scale import SHARES, BarScale, LogitAxis, SlopeAxis

CELL = QRectF(100, 0, 200, 20)


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=10))
def test_every_logit_has_room_and_zero_is_in_view(logits: list[float]) -> None:
    axis = LogitAxis()
    axis.follow(np.array(logits))
    assert all(axis.scale.holds(logit) for logit in [*logits, 0.0])
    for end in (-axis.scale.low, axis.scale.high):
        assert end / 10.0 ** math.floor(math.log10(end) + 1e-9) == pytest.approx(
            round(end / 10 ** math.floor(math.log10(end) + 1e-9))
        )


def test_the_logits_scale_holds_still_while_held() -> None:
    axis = LogitAxis()
    axis.follow(np.array([3.0, 1.0, -3.0]))
    assert axis.scale == BarScale(-5.0, 5.0)
    axis.hold()
    axis.follow(np.array([80.0, 1.0, -3.0]))
    assert axis.scale == BarScale(-5.0, 5.0)
    axis.release()
    axis.follow(np.array([80.0, np.nan, -np.inf]))
    assert axis.scale == BarScale(-10.0, 100.0)


def test_the_slopes_scale_grows_while_held_but_does_not_shrink() -> None:
    axis = SlopeAxis()
    axis.follow(np.array([0.1, -0.12]), np.array([0.01, np.nan]))
    assert axis.scale == BarScale(-0.2, 0.2)
    axis.hold()
    axis.follow(np.array([0.9]), np.array([0.0]))
    assert axis.scale == BarScale(-1.0, 1.0)
    axis.follow(np.array([0.001]), np.array([0.0]))
    assert axis.scale == BarScale(-1.0, 1.0)
    axis.release()
    axis.follow(np.array([0.001]), np.array([0.0]))
    assert axis.scale == BarScale(-0.01, 0.01)


@pytest.mark.parametrize("value", [-5.0, -3.0, 0.0, 0.05, 4.9])
def test_the_value_at_the_end_of_a_bar_is_the_bars(value: float) -> None:
    scale = BarScale(-5.0, 5.0)
    assert scale.value_at(scale.x_px(value, CELL), CELL) == pytest.approx(value, abs=1e-9)


def test_beyond_the_ends_bars_stop_and_the_mouse_goes_on() -> None:
    assert SHARES.x_px(7.0, CELL) == CELL.right()
    assert SHARES.x_px(math.nan, CELL) == CELL.left()
    assert BarScale(-5.0, 5.0).value_at(CELL.right() + 40, CELL) == pytest.approx(7.0)
