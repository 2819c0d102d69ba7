"""Numbers in sentences have a minus sign; numbers to be copied, as Python and CSV files take them, a hyphen."""

import re

from lossviz.core.axis_ticks import reading_text

_HYPHEN = re.compile(r"(?<![\w.])-(?=[\d.∞])")
_EXPONENT = re.compile(r"(?<=\d)e([+-])0*(?=\d)")
_MARKS = ("-", "e+", "inf")
_INFINITY = re.compile(r"\binf\b")


def with_minus_signs(text: str) -> str:
    """`text` with the hyphens of its numbers as minus signs, short exponents, and infinity as its symbol."""
    if not any(mark in text for mark in _MARKS):  # most numbers, and there are a hundred of them in a frame
        return text
    short = _EXPONENT.sub(lambda found: "e" if found[1] == "+" else "e−", text)
    return _HYPHEN.sub("−", _INFINITY.sub("∞", short))


def shown_number(value: float) -> str:
    """Four significant digits, a minus as wide as a plus."""
    return with_minus_signs(reading_text(value))
