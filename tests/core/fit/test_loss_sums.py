"""The grouped sums against one mean loss at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import Parameters, mean_loss
from lossviz.core.fit.loss_sums import case_terms, loss_sums
from tests.core.fit.sample_cases import cases_of, drawn_cases


def _one_by_one(w: NDArray[np.float64], b: NDArray[np.float64], cases: Cases) -> tuple[NDArray[np.float64], ...]:
    bce = [[mean_loss("bce", Parameters(one_w, one_b), cases) for one_w in w] for one_b in b]
    mse = [[mean_loss("mse", Parameters(one_w, one_b), cases) for one_w in w] for one_b in b]
    return np.array(bce), np.array(mse)


def _assert_equal_to_one_by_one(w: NDArray[np.float64], b: NDArray[np.float64], cases: Cases, rel: float) -> None:
    sums = loss_sums(w, b, cases)
    bce, mse = _one_by_one(w, b, cases)
    # Losses below 1e-100 are as good as none; their last digits go where e^wx and e^b are multiplied.
    np.testing.assert_allclose(sums.bce / len(cases), bce, rtol=rel, atol=1e-100)
    np.testing.assert_allclose(sums.mse / len(cases), mse, rtol=rel, atol=1e-100)


@pytest.mark.parametrize("count", [1, 2, 3, 17, 60, 1000])
def test_the_sums_are_the_mean_losses_to_13_digits_however_small(count: int) -> None:
    cases = drawn_cases(count)
    _assert_equal_to_one_by_one(np.linspace(-4, 8, 23), np.linspace(-24, 12, 21), cases, rel=1e-13)


@pytest.mark.parametrize("reach", [(6, 80), (100, 1000), (1e3, 1e4), (1e4, 1e6)])
def test_ranges_of_any_extent_are_right_and_have_no_nan(reach: tuple[float, float]) -> None:
    w, b = np.linspace(-reach[0], reach[0], 16), np.linspace(-reach[1], reach[1], 18)
    _assert_equal_to_one_by_one(w, b, drawn_cases(60, middle=38.0), rel=1e-9)
    _assert_equal_to_one_by_one(w, b, drawn_cases(400, middle=38.0), rel=1e-9)


def test_separable_cases_keep_their_digits_where_the_loss_is_next_to_nothing() -> None:
    cases = cases_of([0, 0.5, 1, 2, 2.5, 3], [0, 0, 0, 1, 1, 1])
    w, b = np.linspace(20, 60, 12), np.linspace(-90, -30, 14)
    assert loss_sums(w, b, cases).bce.min() < 1e-11
    _assert_equal_to_one_by_one(w, b, cases, rel=1e-12)


def test_logits_beyond_all_numbers_give_an_infinite_loss_and_no_nan() -> None:
    sums = loss_sums(np.linspace(-1e307, 1e307, 8), np.linspace(-1e306, 1e306, 8), drawn_cases(40, middle=100.0))
    assert not np.isnan(sums.bce).any()
    assert not np.isnan(sums.mse).any()


@given(
    x=st.lists(st.floats(-50, 50), min_size=1, max_size=40),
    seed=st.integers(0, 1000),
    reach=st.floats(0.01, 30),
    middle=st.floats(-60, 60),
)
@settings(max_examples=60, deadline=None)
def test_any_cases_and_any_range_agree(x: list[float], seed: int, reach: float, middle: float) -> None:
    labels = np.random.default_rng(seed).integers(0, 2, len(x)).astype(float).tolist()
    w, b = np.linspace(-reach, reach, 6), np.linspace(middle - 10 * reach, middle + 10 * reach, 7)
    # A logit of 1500 carries an error of 2e-13 in either way of adding, and so does e^z.
    _assert_equal_to_one_by_one(w, b, cases_of(x, labels), rel=3e-12)


def test_the_sum_of_single_terms_is_the_same_surface() -> None:
    cases = drawn_cases(50)
    w, b = np.linspace(-2, 5, 20), np.linspace(-12, 4, 22)
    terms = [case_terms(w, b, x, y) for x, y in zip(cases.x.tolist(), cases.y.tolist(), strict=True)]
    sums = loss_sums(w, b, cases)
    np.testing.assert_allclose(sum(term.bce for term in terms), sums.bce, rtol=1e-13)
    np.testing.assert_allclose(sum(term.mse for term in terms), sums.mse, rtol=1e-13)
