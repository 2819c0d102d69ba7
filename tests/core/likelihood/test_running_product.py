"""RunningProduct: where float64 gives up and the sum goes on."""

import math

import numpy as np
import pytest

from lossviz.core.likelihood.bernoulli import ball_product


def test_float64_gives_0_after_1074_halves_and_the_sum_goes_on() -> None:
    product = ball_product(0.5, np.ones(2000, np.bool_))
    assert product.underflow_at == 1075  # 2^-1074 is the smallest double
    assert product.products[1073] > 0.0
    assert product.product == 0.0
    assert product.total == pytest.approx(2000 * math.log(2), rel=1e-14)
    assert product.sums[-1] == pytest.approx(product.total, rel=1e-12)


def test_a_product_that_is_truly_0_is_no_underflow() -> None:
    product = ball_product(0.0, np.array([False, True]))
    assert product.product == 0.0
    assert product.total == math.inf
    assert product.underflow_at is None


def test_no_draws_multiply_to_1() -> None:
    product = ball_product(0.3, np.zeros(0, np.bool_))
    assert (len(product), product.product, product.total, product.mean) == (0, 1.0, 0.0, None)
    assert product.underflow_at is None
