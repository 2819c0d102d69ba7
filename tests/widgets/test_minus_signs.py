"""Minus signs where a number is below zero, hyphens where words are joined."""

import pytest

from lossviz.widgets.minus_signs import with_minus_signs


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("z = -0.5445", "z = −0.5445"),
        ("w: -1 → -2.5", "w: −1 → −2.5"),
        ("4.2e-17 / 0.01", "4.2e−17 / 0.01"),
        ("(-3, 2)", "(−3, 2)"),
        ("1.4 / 0 = inf", "1.4 / 0 = ∞"),
        ("10-90 %, cross-entropy, 3-D, info", "10-90 %, cross-entropy, 3-D, info"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_only_signs_become_signs(written: str, shown: str) -> None:
    assert with_minus_signs(written) == shown
