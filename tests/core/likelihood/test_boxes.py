"""Boxes: Bayes' rule against exact fractions, and draws that no box or no prior allows."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.likelihood.boxes import MOST_OF_A_COLOUR, Box, Boxes, judge

COUNTS = st.integers(0, 40)
BOXES = st.tuples(COUNTS, COUNTS).filter(any).map(lambda counts: Box(*counts))


def exact_likelihood(box: Box, whites: int, blues: int) -> Fraction:
    return Fraction(box.whites, box.count) ** whites * Fraction(box.blues, box.count) ** blues


def test_one_blue_ball_makes_the_second_box_99_per_cent_sure() -> None:
    posteriors = judge(Boxes(), whites=0, blues=1).posteriors
    assert posteriors == pytest.approx((0.01, 0.99), rel=1e-14)


@given(BOXES, BOXES, st.sampled_from([0.0, 0.125, 0.5, 0.75, 1.0]), st.integers(0, 60), st.integers(0, 60))
def test_the_posterior_is_bayes_rule_in_exact_fractions(
    first: Box, second: Box, prior: float, whites: int, blues: int
) -> None:
    judgement = judge(Boxes(first, second, prior), whites, blues)
    shares = [
        weight * exact_likelihood(box, whites, blues)
        for weight, box in ((Fraction(prior), first), (1 - Fraction(prior), second))
    ]
    if not any(shares):
        assert judgement.log_posteriors is None
        assert judgement.posteriors is None
        return
    assert judgement.posteriors is not None
    expected = [float(share / sum(shares)) for share in shares]
    assert judgement.posteriors == pytest.approx(expected, rel=1e-11, abs=1e-300)


@given(BOXES, st.integers(0, 30), st.integers(0, 30))
def test_the_likelihood_is_the_product_of_the_shares(box: Box, whites: int, blues: int) -> None:
    exact = exact_likelihood(box, whites, blues)
    assert math.exp(box.log_likelihood(whites, blues)) == pytest.approx(float(exact), rel=1e-12)


def test_thousands_of_draws_do_not_underflow() -> None:
    judgement = judge(Boxes(), whites=0, blues=5000)
    assert math.exp(judgement.log_likelihoods[0]) == 0.0
    assert judgement.log_likelihoods[0] == pytest.approx(5000 * math.log(0.01), rel=1e-15)
    assert judgement.log_posteriors is not None
    assert judgement.log_posteriors[0] == pytest.approx(-5000 * math.log(99), rel=1e-14)
    assert judgement.posteriors == (0.0, 1.0)


@pytest.mark.parametrize("prior", [0.0, 1.0])
def test_a_prior_that_is_sure_is_never_changed(prior: float) -> None:
    boxes = Boxes(prior_first=prior)
    assert boxes.is_settled
    for whites, blues in ((0, 0), (100, 0), (0, 100)):
        assert judge(boxes, whites, blues).posteriors == (prior, 1.0 - prior)


def test_balls_that_neither_box_holds_leave_no_posterior() -> None:
    judgement = judge(Boxes(Box(5, 0), Box(4, 0)), whites=3, blues=1)
    assert judgement == judge(Boxes(Box(5, 0), Box(4, 0)), whites=2, blues=1)
    assert judgement.log_likelihoods == (-math.inf, -math.inf)
    assert judgement.posteriors is None


def test_a_box_without_a_colour_is_ruled_out_by_it() -> None:
    assert judge(Boxes(Box(5, 0), Box(4, 1)), whites=30, blues=1).posteriors == (0.0, 1.0)


@pytest.mark.parametrize("counts", [(0, 0), (-1, 3), (3, MOST_OF_A_COLOUR + 1)])
def test_a_box_that_cannot_be_drawn_from_is_refused(counts: tuple[int, int]) -> None:
    with pytest.raises(LossvizError) as refusal:
        Box(*counts)
    assert str(refusal.value).count(".") >= 3


@pytest.mark.parametrize("prior", [-0.1, 1.1, math.nan, math.inf])
def test_a_prior_that_is_no_probability_is_refused(prior: float) -> None:
    with pytest.raises(LossvizError):
        Boxes(prior_first=prior)
