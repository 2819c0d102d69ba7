import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.fit.calibration import CalibrationBin, calibration
from lossviz.core.fit.laws import SCENARIOS, draw_cases

PREDICTED = st.floats(0.0, 1.0) | st.integers(0, 10).map(lambda tenths: tenths / 10)


def by_hand(p: list[float], y: list[bool], bins: int) -> list[CalibrationBin]:
    found = []
    for place in range(bins):
        low, high = place / bins, (place + 1) / bins
        inside = [i for i, value in enumerate(p) if low <= value < high or (place == bins - 1 and value == 1.0)]
        if inside:
            predicted = sum(p[i] for i in inside) / len(inside)
            found.append(CalibrationBin(low, high, predicted, sum(y[i] for i in inside) / len(inside), len(inside)))
    return found


@given(st.lists(st.tuples(PREDICTED, st.booleans()), min_size=1, max_size=40), st.integers(1, 20))
def test_bins_hold_what_a_count_by_hand_puts_into_them(cases: list[tuple[float, bool]], bins: int) -> None:
    p, y = [value for value, _ in cases], [label for _, label in cases]
    ours = calibration(np.array(p), np.array(y, dtype=np.float64), bins)
    expected = by_hand(p, y, bins)
    assert [(one.low, one.high, one.count, one.observed) for one in ours] == [
        (one.low, one.high, one.count, one.observed) for one in expected
    ]
    assert [one.mean_predicted for one in ours] == pytest.approx([one.mean_predicted for one in expected])


def test_bins_without_cases_are_left_out() -> None:
    bins = calibration(np.array([0.05, 0.95, 1.0]), np.array([0.0, 1.0, 1.0]))
    assert [(one.low, one.count) for one in bins] == [(0.0, 1), (0.9, 2)]


def test_the_law_itself_is_calibrated() -> None:
    cases, law = draw_cases(SCENARIOS["overlapping"], 100_000, 1.0, 1)
    bins = calibration(law.probability(cases.x), cases.y)
    assert len(bins) == 10
    for one in bins:
        assert one.observed == pytest.approx(one.mean_predicted, abs=5.0 * 0.5 / np.sqrt(one.count))
