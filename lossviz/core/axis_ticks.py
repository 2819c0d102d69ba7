"""Where the ticks of an axis stand and what they say: 500, 1000 or 1.5k steps; values 0.1, 0.3, 1."""

import math
import sys

LOG_MULTIPLES = ((1, 2, 3, 5), (1, 3), (1,))
FEWEST_LOG_TICKS = 3
_LEAST_SPACING = 10 * sys.float_info.min  # below, doubles lose their digits
_MOST_SPACING = sys.float_info.max / 10  # its multiples are numbers still
_LARGEST_EXPONENT = 308.0


def tick_spacing(low: float, high: float, most: int) -> float:
    """The least of 1, 2, 5 times a power of ten that needs about `most` ticks or fewer from `low` to `high`."""
    rough = min(max(high / max(most, 1) - low / max(most, 1), _LEAST_SPACING), _MOST_SPACING)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(multiple * power for multiple in (1, 2, 5, 10) if multiple * power >= rough * (1 - 1e-9))


def linear_ticks(low: float, high: float, spacing: float) -> list[float]:
    """The multiples of `spacing` from `low` to `high`; none where doubles do not tell them apart."""
    if max(abs(low), abs(high)) * sys.float_info.epsilon > spacing:
        return []
    first, last = math.ceil(low / spacing - 1e-9), math.floor(high / spacing + 1e-9)
    return [multiple * spacing for multiple in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Exponents of ten from `low` to `high` whose powers are round numbers: the most that fit, `most` at the most."""
    for multiples in LOG_MULTIPLES:
        inside = _round_exponents(low, high, multiples) if high - low <= most else []
        if FEWEST_LOG_TICKS <= len(inside) <= most:
            return inside
    if high - low < FEWEST_LOG_TICKS:
        return _evenly_valued_exponents(low, high, most)
    stride = math.ceil((high - low) / max(most, 1))
    return [float(decade) for decade in range(math.ceil(low), math.floor(high) + 1) if decade % stride == 0]


def _round_exponents(low: float, high: float, multiples: tuple[int, ...]) -> list[float]:
    decades = range(math.floor(low), math.ceil(high) + 1)
    exponents = [decade + math.log10(multiple) for decade in decades for multiple in multiples]
    return [exponent for exponent in exponents if low <= exponent <= high]


def _evenly_valued_exponents(low: float, high: float, most: int) -> list[float]:
    """Less than a decade holds too few round multiples: ticks as on a linear axis, at their logarithms."""
    bottom, top = 10.0 ** min(low, _LARGEST_EXPONENT), 10.0 ** min(high, _LARGEST_EXPONENT)
    ticks = linear_ticks(bottom, top, tick_spacing(bottom, top, most))
    return [math.log10(tick) for tick in ticks if tick > 0]


def step_text(step: float, largest: float) -> str:
    """`step` in full below 10 000 steps, in thousands or millions on an axis that goes further."""
    if round(step) == 0 or largest < 10_000:
        return f"{step:.0f}"
    if largest < 1_000_000:
        return f"{step / 1000:.10g}k"
    return f"{step / 1_000_000:.10g}M"


def value_text(value: float, resolution: float) -> str:
    """`value` to `resolution`, without trailing zeros: plain from 0.0001 to 99 999, otherwise as 1.5e13."""
    if abs(value) < resolution / 2:
        return "0"
    power = math.floor(math.log10(resolution) + 1e-9)
    if 1e-4 <= abs(value) < 1e5:
        text = f"{value:.{max(0, -power)}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    digits = max(0, math.floor(math.log10(abs(value))) - power)
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{float(mantissa):g}e{int(exponent)}"


def reading_text(value: float) -> str:
    """`value` as a read-out shows it: four significant digits; "nan" or "inf" where it is not finite."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    return value_text(value, 10.0 ** (math.floor(math.log10(abs(value))) - 3))
