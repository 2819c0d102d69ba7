"""Probabilities as text, also those that are too small for a double or too close to 1."""

import math

_PLAIN_FROM = 1e-3  # smaller numbers are written as a power of ten
_LN_10 = math.log(10.0)
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power_text(log_value: float, digits: int = 3) -> str:
    """A probability e^`log_value` with so many digits: 0.0523, or 3.16 × 10⁻⁴¹² where no double could hold it."""
    if log_value == -math.inf:
        return "0"
    if log_value >= math.log(_PLAIN_FROM):
        return f"{math.exp(log_value):.{digits}g}"
    exponent = math.floor(log_value / _LN_10)
    mantissa = f"{math.exp(log_value - exponent * _LN_10):.{digits - 1}f}"
    if float(mantissa) >= 10.0:
        mantissa, exponent = f"{1.0:.{digits - 1}f}", exponent + 1
    return f"{mantissa} × 10{str(exponent).translate(_RAISED)}"


def chance_text(log_value: float, log_rest: float) -> str:
    """A probability from its logarithm and that of its complement: 1 − 2.50 × 10⁻⁹ where it rounds to 1."""
    if -math.inf < log_rest < math.log(_PLAIN_FROM):
        return f"1 − {power_text(log_rest)}"
    return power_text(log_value, 4 if log_value >= math.log(_PLAIN_FROM) else 3)
