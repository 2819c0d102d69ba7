"""Entropies against torch, and what holds for any two distributions."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.entropy import Comparison, distribution_of, resized, with_share
from lossviz.core.errors import LossvizError
from lossviz.core.fit.cases import Column

WEIGHTS = st.lists(st.one_of(st.just(0.0), st.floats(1e-6, 1.0)), min_size=4, max_size=4).filter(any)
DISTRIBUTIONS = WEIGHTS.map(lambda weights: np.array(weights) / sum(weights))
POSITIVE = st.lists(st.floats(1e-3, 1.0), min_size=4, max_size=4).map(lambda values: np.array(values) / sum(values))


@given(POSITIVE, POSITIVE)
def test_the_sums_are_torchs(p: Column, q: Column) -> None:
    comparison = Comparison(p, q)
    of_p, of_q = (torch.from_numpy(side) for side in (p, q))
    entropies = [float(torch.special.entr(side).sum()) for side in (of_p, of_q)]
    assert [comparison.entropy_p, comparison.entropy_q] == pytest.approx(entropies, rel=1e-12)
    kl_div = torch.nn.functional.kl_div
    assert comparison.divergence == pytest.approx(float(kl_div(of_q.log(), of_p, reduction="sum")), abs=1e-12)
    assert comparison.reverse_divergence == pytest.approx(float(kl_div(of_p.log(), of_q, reduction="sum")), abs=1e-12)
    cross = torch.nn.functional.cross_entropy(torch.from_numpy(np.log(q)), torch.from_numpy(p))
    assert comparison.cross_entropy == pytest.approx(float(cross), rel=1e-9)


@given(DISTRIBUTIONS, DISTRIBUTIONS)
def test_the_cross_entropy_is_the_entropy_and_the_divergence(p: Column, q: Column) -> None:
    comparison = Comparison(p, q)
    assert not math.isnan(comparison.cross_entropy)
    assert comparison.divergence >= 0.0
    if comparison.impossible:
        assert comparison.cross_entropy == comparison.divergence == math.inf
    else:
        together = comparison.entropy_p + comparison.divergence
        assert comparison.cross_entropy == pytest.approx(together, rel=1e-12, abs=1e-12)


@given(DISTRIBUTIONS)
def test_nothing_diverges_from_itself(p: Column) -> None:
    assert Comparison(p, p.copy()).divergence == 0.0
    assert Comparison(p, p.copy()).cross_entropy == Comparison(p, p).entropy_p


@given(POSITIVE, POSITIVE)
def test_a_bit_is_ln_2_nats(p: Column, q: Column) -> None:
    nats, bits = Comparison(p, q), Comparison(p, q, "bits")
    for name in ("entropy_p", "entropy_q", "cross_entropy"):
        assert getattr(bits, name) * math.log(2) == pytest.approx(getattr(nats, name), rel=1e-12)


def test_a_fair_coin_has_one_bit_and_a_certain_one_none() -> None:
    fair, certain = np.array([0.5, 0.5]), np.array([1.0, 0.0])
    assert Comparison(fair, fair, "bits").entropy_p == 1.0
    assert Comparison(certain, fair, "bits").entropy_p == 0.0
    assert Comparison(certain, fair, "bits").cross_entropy == 1.0


def test_what_never_happens_costs_nothing_even_where_it_is_ruled_out() -> None:
    comparison = Comparison(np.array([1.0, 0.0]), np.array([1.0, 0.0]))
    assert comparison.cross_terms.tolist() == [0.0, 0.0]
    assert comparison.divergence_terms.tolist() == [0.0, 0.0]
    assert comparison.impossible == ()


@given(DISTRIBUTIONS, st.integers(0, 3), st.floats(0, 1))
def test_the_others_make_room_in_proportion(distribution: Column, index: int, share: float) -> None:
    changed = with_share(distribution, index, share)
    assert changed[index] == share
    assert math.fsum(changed) == pytest.approx(1.0, abs=1e-12)
    assert (changed >= 0.0).all()
    others = np.delete(distribution, index)
    if others.sum() > 1e-3:
        expected = (1 - share) * others / others.sum()
        assert np.delete(changed, index) == pytest.approx(expected, rel=1e-9, abs=1e-15)


def test_outcomes_that_were_all_0_share_equally() -> None:
    assert with_share(np.array([1.0, 0.0, 0.0]), 0, 0.4).tolist() == pytest.approx([0.4, 0.3, 0.3])
    assert with_share(np.array([1.0, 5e-324, 0.0]), 0, 0.4).tolist() == [0.4, 0.6, 0.0]


@pytest.mark.parametrize("share", [-0.01, 1.01, math.nan, math.inf])
def test_a_share_that_is_no_probability_is_refused(share: float) -> None:
    with pytest.raises(LossvizError):
        with_share(np.array([0.5, 0.5]), 0, share)


@pytest.mark.parametrize("values", [[0.5, 0.6], [1.5, -0.5], [math.nan, 1.0], [math.inf, 0.0], [0.0, 0.0]])
def test_numbers_that_are_no_distribution_are_refused(values: list[float]) -> None:
    with pytest.raises(LossvizError):
        distribution_of(values)


@given(DISTRIBUTIONS, st.integers(2, 6))
def test_another_number_of_outcomes_still_sums_to_1(distribution: Column, count: int) -> None:
    changed = resized(distribution, count)
    assert len(changed) == count
    assert math.fsum(changed) == pytest.approx(1.0, abs=1e-12)
