"""Formulas in sentences: a line does not end inside a term such as −Σ y ln p or k/n."""

import re

_SPACE_IN_TERM = re.compile(r"(?<=Σ) | (?=ln )|(?<=\bln) ")
_SLASH_IN_TERM = re.compile(r"(?<=\b\w)/(?=\w\b)")
_NO_BREAK_SPACE, _WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


def whole_formulas(text: str) -> str:
    """`text`, to be shown in lines: it looks the same, and breaks elsewhere."""
    return _SLASH_IN_TERM.sub("/" + _WORD_JOINER, _SPACE_IN_TERM.sub(_NO_BREAK_SPACE, text))
