"""Numbers in sentences have a minus sign; numbers to be copied, as Python and CSV files take them, a hyphen."""

import re

_HYPHEN = re.compile(r"(?<![\w.])-(?=[\d.∞])|(?<=\de)-(?=\d)")  # before a number, and in its exponent
_INFINITY = re.compile(r"\binf\b")


def with_minus_signs(text: str) -> str:
    """`text` with the hyphens of its numbers as minus signs, and infinity as its symbol."""
    if "-" not in text and "inf" not in text:  # most numbers, and there are a hundred of them in a frame
        return text
    return _HYPHEN.sub("−", _INFINITY.sub("∞", text))
