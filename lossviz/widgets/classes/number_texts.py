"""How the numbers of the table are written: of steady width, and what is not finite as what it is."""

import math

from lossviz.widgets.minus_signs import with_minus_signs

LONG_SHARE, SHORT_SHARE = 8, 4  # decimals
_LEAST_PLAIN, _MOST_PLAIN = 1e-3, 9999.5  # with a power of ten beyond
_LEAST_SLOPE = 5e-5  # what four decimals can tell from nothing


def significant_text(value: float) -> str:
    """Four significant digits, trailing zeros kept so that a changing number holds still: 3.000, 20.09, 1.234e43."""
    if not math.isfinite(value):
        return special_text(value)
    if value == 0.0:
        return "0"
    if _LEAST_PLAIN <= abs(value) < _MOST_PLAIN:
        return _tidy(f"{value:#.4g}".removesuffix("."))
    digits = 3 if 1e-99 <= abs(value) < 1e100 else 2  # never more than nine figures and signs
    return _tidy(f"{value:.{digits}e}")


def logit_text(value: float) -> str:
    """As `significant_text`, but nothing smaller than four decimals show: a logit is compared with 0."""
    return _tidy(f"{value:.4f}") if abs(value) < _LEAST_PLAIN else significant_text(value)


def share_text(value: float, decimals: int) -> str:
    """A probability; one that the decimals would show as nothing is written with its power of ten."""
    if not math.isfinite(value):
        return special_text(value)
    if value == 0.0 or value >= 0.5 * 10.0**-decimals:
        return f"{value:.{decimals}f}"
    return _tidy(f"{value:.{2 if decimals > SHORT_SHARE else 0}e}")


def slope_text(value: float) -> str:
    """With its sign and four decimals."""
    if not math.isfinite(value):
        return special_text(value)
    if value == 0.0 or _LEAST_SLOPE <= abs(value) < 100.0:
        return _tidy(f"{value:+.4f}" if value else "0")
    return _tidy(f"{value:+.1e}")


def sum_text(value: float) -> str:
    """A sum that ought to be 1."""
    return f"{value:.3f}" if math.isfinite(value) else special_text(value)


def scale_text(value: float) -> str:
    """A round number at the end of a scale."""
    return _tidy(f"{value:g}")


def special_text(value: float) -> str:
    """What is not finite."""
    if math.isnan(value):
        return "NaN"
    return "inf" if value > 0 else "−inf"


def _tidy(text: str) -> str:
    """1.2e+05 as 1.2e5; a minus as wide as a plus."""
    mantissa, mark, exponent = text.partition("e")
    return with_minus_signs(f"{mantissa}e{int(exponent)}" if mark else text)
