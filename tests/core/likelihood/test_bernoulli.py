"""The likelihood of a share of blue, against brute multiplication and the course's figures."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.likelihood.bernoulli import ball_product, best_share, log_likelihoods, single_loss

BALLS = st.lists(st.booleans(), max_size=40)


@pytest.mark.parametrize(("p", "loss"), [(0.6, 0.510826), (0.1, 2.302585), (1.0, 0.0)])
def test_minus_ln_p_is_the_course_s(p: float, loss: float) -> None:
    assert single_loss(p, is_one=True) == pytest.approx(loss, abs=5e-7)
    assert math.copysign(1.0, single_loss(p, is_one=True)) == 1.0


@pytest.mark.parametrize(
    ("is_one", "share", "probability", "loss"),
    [(True, 1.0, 1.0, 0.0), (True, 0.0, 0.0, math.inf), (False, 0.0, 1.0, 0.0), (False, 1.0, 0.0, math.inf)],
)
def test_a_certain_answer_costs_nothing_or_everything(
    is_one: bool, share: float, probability: float, loss: float
) -> None:
    product = ball_product(share, np.array([is_one]))
    assert (product.product, product.total) == (probability, loss)


@given(BALLS, st.floats(0.01, 0.99))
def test_the_product_and_the_sum_are_those_of_brute_force(balls: list[bool], share: float) -> None:
    product = ball_product(share, np.array(balls, np.bool_))
    brute = math.prod(share if is_blue else 1 - share for is_blue in balls)
    assert product.product == pytest.approx(brute, rel=1e-13)
    assert math.exp(-product.total) == pytest.approx(brute, rel=1e-12)
    blues = sum(balls)
    (over_shares,) = log_likelihoods(np.array([share]), len(balls) - blues, blues)
    assert over_shares == pytest.approx(-product.total, rel=1e-12, abs=1e-12)


@given(st.integers(0, 50), st.integers(0, 50))
def test_no_share_explains_the_balls_better_than_k_over_n(whites: int, blues: int) -> None:
    best = best_share(whites, blues)
    if best is None:
        assert whites + blues == 0
        return
    shares = np.linspace(0.0, 1.0, 1001)
    (at_best,) = log_likelihoods(np.array([best]), whites, blues)
    assert at_best >= log_likelihoods(shares, whites, blues).max() - 1e-9


def test_shares_of_0_and_1_are_certain_or_impossible() -> None:
    ends = np.array([0.0, 1.0])
    assert log_likelihoods(ends, 3, 0).tolist() == [0.0, -math.inf]
    assert log_likelihoods(ends, 0, 3).tolist() == [-math.inf, 0.0]
    assert log_likelihoods(ends, 1, 1).tolist() == [-math.inf, -math.inf]
    assert log_likelihoods(ends, 0, 0).tolist() == [0.0, 0.0]
