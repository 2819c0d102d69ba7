"""Numbers in sentences have a minus sign; numbers to be copied, as Python and CSV files take them, a hyphen."""

import re

from lossviz.core.axis_ticks import reading_text

_HYPHEN = re.compile(r"(?<![\w.])-(?=[\d.∞])|(?<=\de)-(?=\d)")  # before a number, and in its exponent
_INFINITY = re.compile(r"\binf\b")


def with_minus_signs(text: str) -> str:
    """`text` with the hyphens of its numbers as minus signs, and infinity as its symbol."""
    if "-" not in text and "inf" not in text:  # most numbers, and there are a hundred of them in a frame
        return text
    return _HYPHEN.sub("−", _INFINITY.sub("∞", text))


def shown_number(value: float) -> str:
    """Four significant digits, a minus as wide as a plus."""
    return with_minus_signs(reading_text(value))
