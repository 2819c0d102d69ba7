"""Probabilities that no double holds are written as powers of ten."""

import math
from decimal import Decimal, getcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.likelihood.small_numbers import chance_text, power_text

LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def read_back(text: str) -> Decimal:
    mantissa, _, exponent = text.partition(" × 10")
    return Decimal(mantissa).scaleb(int(exponent.translate(LOWERED) or "0")) if exponent else Decimal(mantissa)


@pytest.mark.parametrize(
    ("log_value", "text"),
    [
        (0.0, "1"),
        (math.log(0.25), "0.25"),
        (math.log(0.0523456), "0.0523"),
        (math.log(4e-5), "4.00 × 10⁻⁵"),
        (math.log(9.999e-7), "1.00 × 10⁻⁶"),
        (-1000 * math.log(100), "1.00 × 10⁻²⁰⁰⁰"),
        (-math.inf, "0"),
    ],
)
def test_a_probability_is_written_with_three_digits(log_value: float, text: str) -> None:
    assert power_text(log_value) == text


@given(st.floats(-50_000, 0))
def test_what_is_written_is_the_number_to_half_a_digit(log_value: float) -> None:
    getcontext().prec = 40
    exact = Decimal(log_value).exp()
    assert abs(read_back(power_text(log_value, 4)) / exact - 1) < Decimal("6e-4")


def test_what_rounds_to_1_is_written_by_what_is_missing() -> None:
    assert chance_text(0.0, -math.inf) == "1"
    assert chance_text(math.log1p(-1e-9), math.log(1e-9)) == "1 − 1.00 × 10⁻⁹"
    assert chance_text(math.log(0.99), math.log(0.01)) == "0.99"
    assert chance_text(-math.inf, 0.0) == "0"
    assert chance_text(math.log(1e-9), math.log1p(-1e-9)) == "1.00 × 10⁻⁹"
