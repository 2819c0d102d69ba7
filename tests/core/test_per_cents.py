"""Shares in per cent."""

import pytest

from lossviz.core.per_cents import per_cent, per_cent_range


@pytest.mark.parametrize(
    ("share", "digits", "text"),
    [(0.909, 1, "90.9%"), (0.82, 2, "82.00%"), (1.0, 0, "100%"), (0.0, 1, "0.0%"), (-0.25, 0, "-25%")],
)
def test_the_sign_stands_right_behind_the_number(share: float, digits: int, text: str) -> None:
    assert per_cent(share, digits) == text


def test_a_range_has_one_sign() -> None:
    assert per_cent_range((0.98, 0.96, 0.97)) == "96.0–98.0%"
