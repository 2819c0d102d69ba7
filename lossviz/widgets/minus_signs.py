"""Numbers in sentences have a minus sign; numbers to be copied, as Python and CSV files take them, a hyphen."""

import re

_HYPHEN = re.compile(r"(?<![\w.])-(?=[\d.∞])|(?<=\de)-(?=\d)")  # before a number, and in its exponent


def with_minus_signs(text: str) -> str:
    """`text` with the hyphens of its numbers as minus signs, and infinity as its symbol."""
    return _HYPHEN.sub("−", re.sub(r"\binf\b", "∞", text))
