"""The ladder of learning rates."""

from itertools import pairwise

import pytest

from lossviz.core.fit.descent_settings import LEARNING_RATES, rate_at_most


def test_the_ladder_goes_from_a_hundred_thousandth_to_a_hundred_by_ones_and_threes() -> None:
    assert LEARNING_RATES[0] == 1e-5
    assert LEARNING_RATES[-1] == 100
    ratios = [higher / lower for lower, higher in pairwise(LEARNING_RATES)]
    assert ratios[::2] == pytest.approx([3.0] * 7)
    assert ratios[1::2] == pytest.approx([10 / 3] * 7)


def test_the_largest_rung_under_a_limit() -> None:
    assert rate_at_most(0.8) == 0.3
    assert rate_at_most(1.0) == 1
    assert rate_at_most(1e-9) == 1e-5
