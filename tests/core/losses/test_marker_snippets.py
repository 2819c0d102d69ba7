"""The lines of the marker: run, they leave the number that stands on screen, wherever the marker stands."""

from typing import get_args

import pytest

from lossviz.core.losses.axes import AXES, AxisKey, LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.curves import LossCurve
from lossviz.core.losses.entries import LossEntry
from lossviz.core.losses.marker_snippets import Wanted, marker_snippet
from tests.support.snippet_runs import LINE_LENGTH, result_of

OPTIONS = LossOptions(pos_weight=3.0, delta=0.4)
CURVES = {f"{key} over {axis}": (entry, curve) for key, entry in LOSSES.items() for axis, curve in entry.curves.items()}


def places_of(entry: LossEntry, curve: LossCurve) -> list[tuple[AxisKey, float]]:
    """Both ends of the axis, its start, a place between, and each corner of the curve that is within."""
    (key,) = (key for key, other in entry.curves.items() if other is curve)
    axis = AXES[key]
    corners = [corner for corner in curve.corners(OPTIONS) if axis.low <= corner <= axis.high]
    return [(key, place) for place in (axis.low, axis.start, 0.37 * axis.high, axis.high, *corners)]


@pytest.mark.parametrize("wanted", get_args(Wanted))
@pytest.mark.parametrize(("entry", "curve"), CURVES.values(), ids=list(CURVES))
def test_the_lines_give_the_number(entry: LossEntry, curve: LossCurve, wanted: Wanted) -> None:
    for key, place in places_of(entry, curve):
        snippet = marker_snippet(curve, AXES[key], place, OPTIONS, wanted)
        assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12, abs=1e-15, nan_ok=True), place
        assert max(map(len, snippet.code.splitlines())) <= LINE_LENGTH


def test_the_slope_is_found_by_autograd() -> None:
    code = marker_snippet(LOSSES["log"].curves["margin"], AXES["margin"], -1.0, OPTIONS, "slope").code
    assert "torch.autograd.grad(loss, m)" in code
