"""Where cases stand: on their class, unless there are very many."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from lossviz.core.fit.recipes import usual_recipe
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.case_places import CasePlaces
from lossviz.widgets.plots.plot_frame import PlotFrame
from tests.widgets.fit.case_rig import drawn

FRAME = PlotFrame(QRectF(60, 10, 320, 200), AxisRange(0.0, 7.0), AxisRange(-0.3, 1.3))


def heights(count: int) -> set[int]:
    """Pixels at which cases of class 1 stand."""
    cases = drawn(count)
    return set(CasePlaces(cases, FRAME).y_px[cases.y == 1.0].tolist())


def test_cases_that_are_added_to_the_usual_sample_leave_all_on_their_class() -> None:
    usual = usual_recipe("overlapping").count
    for count in (usual, usual + 1, 2 * usual):
        assert heights(count) == {round(FRAME.y_px(1.0))}


@pytest.mark.parametrize("count", [400, 1000])
def test_very_many_cases_are_spread_and_none_leaves_its_row(count: int) -> None:
    top, bottom = CasePlaces.row_px(FRAME, 1)
    places = np.array(sorted(heights(count)))
    assert len(places) > 5
    assert top <= places.min()
    assert places.max() <= bottom
