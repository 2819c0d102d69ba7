"""The numbers of the table: steady in width, honest about what is not finite."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.widgets.classes.number_texts import logit_text, share_text, significant_text, slope_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((3.0, "3.000"), (-3.0, "−3.000"), (20.0855369, "20.09"), (8103.08, "8103"), (0.0497871, "0.04979")),
        *((0.0, "0"), (1e5, "1.000e5"), (1.2345e43, "1.234e43"), (3e-308, "3.00e−308"), (5e-4, "5.000e−4")),
        *((math.inf, "inf"), (-math.inf, "−inf"), (math.nan, "NaN")),
    ],
)
def test_four_digits_or_what_the_value_is(value: float, text: str) -> None:
    assert significant_text(value) == text


@given(st.floats(-1e307, 1e307, allow_subnormal=False))
def test_no_number_is_wider_than_its_column_and_each_is_near_its_value(value: float) -> None:
    text = significant_text(value)
    assert len(text) <= 10
    assert float(text.replace("−", "-")) == pytest.approx(value, rel=5.1e-3)


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        *((0.87887824, 8, "0.87887824"), (0.87887824, 4, "0.8789"), (0.0, 8, "0.00000000"), (1e-20, 8, "1.00e−20")),
        *((1e-20, 4, "1e−20"), (math.nan, 8, "NaN")),
    ],
)
def test_a_share_that_is_not_nothing_never_looks_like_nothing(share: float, decimals: int, text: str) -> None:
    assert share_text(share, decimals) == text


def test_slopes_have_a_sign_and_logits_near_zero_four_decimals() -> None:
    assert [slope_text(value) for value in (0.87887824, -0.1211, 0.0, -3.4e-6, math.nan)] == [
        *("+0.8789", "−0.1211", "0", "−3.4e−6", "NaN")
    ]
    assert [logit_text(value) for value in (0.00012, -4.0, 0.0)] == ["0.0001", "−4.000", "0.0000"]
