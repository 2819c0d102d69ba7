"""The ladder of learning rates."""

from itertools import pairwise

import pytest

from lossviz.core.fit.descent_settings import LEARNING_RATES, next_rate, rate_at_most


def test_the_ladder_goes_from_a_hundred_thousandth_to_a_hundred_by_ones_and_threes() -> None:
    assert LEARNING_RATES[0] == 1e-5
    assert LEARNING_RATES[-1] == 100
    ratios = [higher / lower for lower, higher in pairwise(LEARNING_RATES)]
    assert ratios[::2] == pytest.approx([3.0] * 7)
    assert ratios[1::2] == pytest.approx([10 / 3] * 7)


def test_each_rung_leads_to_the_next_and_back() -> None:
    for lower, higher in pairwise(LEARNING_RATES):
        assert next_rate(lower, up=True) == higher
        assert next_rate(higher, up=False) == lower


def test_a_typed_rate_finds_the_nearest_rung_on_its_way() -> None:
    assert next_rate(0.25, up=True) == 0.3
    assert next_rate(0.25, up=False) == 0.1


def test_the_ladder_has_ends() -> None:
    assert next_rate(100.0, up=True) == 100
    assert next_rate(500.0, up=True) == 500
    assert next_rate(500.0, up=False) == 100
    assert next_rate(1e-5, up=False) == 1e-5


def test_the_largest_rung_under_a_limit() -> None:
    assert rate_at_most(0.8) == 0.3
    assert rate_at_most(1.0) == 1
    assert rate_at_most(1e-9) == 1e-5
