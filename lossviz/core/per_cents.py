"""Shares of 0 to 1 in per cent. The sign stands right behind the number, in every language."""

from collections.abc import Sequence

PER_CENT_SIGN = "%"  # of a field that is typed into


def per_cent(share: float, digits: int = 1) -> str:
    """`share` with so many digits behind the point: 0.909 is "90.9%"."""
    return f"{share:.{digits}%}"


def per_cent_range(shares: Sequence[float], digits: int = 1) -> str:
    """From the least to the greatest, with one sign."""
    return f"{100 * min(shares):.{digits}f}–{per_cent(max(shares), digits)}"
