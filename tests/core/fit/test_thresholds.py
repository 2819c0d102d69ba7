import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.fit.cases import Column
from lossviz.core.fit.thresholds import Counts, best_threshold, counts_at

SCORES = (
    st.floats(-3.0, 3.0) | st.integers(-2, 4).map(lambda tenths: tenths / 4.0) | st.sampled_from([1e-17, 1 - 1e-16])
)
SCORED = st.lists(st.tuples(SCORES, st.booleans()), min_size=1, max_size=25)
COSTS = st.floats(0.0, 100.0)


def columns(scored: list[tuple[float, bool]]) -> tuple[Column, Column]:
    return np.array([score for score, _ in scored]), np.array([float(label) for _, label in scored])


@given(SCORED, st.floats(-4.0, 4.0))
def test_the_counts_are_those_of_one_look_at_each_case(scored: list[tuple[float, bool]], threshold: float) -> None:
    called = [(score >= threshold, label) for score, label in scored]
    expected = Counts(
        tp=called.count((True, True)),
        fp=called.count((True, False)),
        tn=called.count((False, False)),
        fn=called.count((False, True)),
    )
    counts = counts_at(*columns(scored), threshold)
    assert counts == expected
    assert counts.accuracy == sum(call == label for call, label in called) / len(called)


def test_a_score_at_the_threshold_is_called_positive() -> None:
    assert counts_at(np.array([0.5, 0.5]), np.array([1.0, 0.0]), 0.5) == Counts(tp=1, fp=1, tn=0, fn=0)


@given(SCORED, COSTS, COSTS)
def test_no_threshold_at_all_is_cheaper_than_the_best(
    scored: list[tuple[float, bool]], cost_fp: float, cost_fn: float
) -> None:
    scores, y = columns(scored)
    threshold, cost = best_threshold(scores, y, cost_fp, cost_fn)
    everywhere = [*scores.tolist(), math.inf]
    least = min(counts_at(scores, y, candidate).cost(cost_fp, cost_fn) for candidate in everywhere)
    assert cost == pytest.approx(least, rel=1e-12, abs=1e-12)
    assert counts_at(scores, y, threshold).cost(cost_fp, cost_fn) == pytest.approx(cost, rel=1e-12, abs=1e-12)


def test_it_lies_in_the_middle_of_the_gap() -> None:
    assert best_threshold(np.array([0.1, 0.3, 0.7, 0.8]), np.array([0.0, 0.0, 1.0, 1.0]), 1.0, 1.0) == (0.5, 0.0)


def test_of_equally_cheap_gaps_it_takes_the_widest() -> None:
    scores, y = np.array([0.30, 0.35, 0.40, 0.80]), np.array([0.0, 1.0, 0.0, 1.0])
    assert best_threshold(scores, y, 1.0, 1.0) == pytest.approx((0.6, 1.0))


def test_dear_misses_pull_it_down_and_dear_alarms_pull_it_up() -> None:
    scores, y = np.array([0.2, 0.4, 0.6, 0.8]), np.array([0.0, 1.0, 0.0, 1.0])
    assert best_threshold(scores, y, cost_fp=1.0, cost_fn=5.0) == pytest.approx((0.3, 1.0))
    assert best_threshold(scores, y, cost_fp=5.0, cost_fn=1.0) == pytest.approx((0.7, 1.0))


@pytest.mark.parametrize(("label", "threshold"), [(1.0, 0.2), (0.0, 0.8)])
def test_of_one_class_it_lies_halfway_to_the_end_of_the_scale(label: float, threshold: float) -> None:
    scores = np.array([0.4, 0.6])
    assert best_threshold(scores, np.full(2, label), 1.0, 1.0) == pytest.approx((threshold, 0.0))


def test_scores_at_or_beyond_the_ends_of_the_scale_can_still_be_parted() -> None:
    for lowest, highest in itertools.product([-0.5, 0.0], [1.0, 1.5]):
        scores = np.array([lowest, highest])
        above, _ = best_threshold(scores, np.array([0.0, 0.0]), 1.0, 1.0)
        below, _ = best_threshold(scores, np.array([1.0, 1.0]), 1.0, 1.0)
        assert counts_at(scores, np.zeros(2), above).fp == 0
        assert counts_at(scores, np.ones(2), below).fn == 0
