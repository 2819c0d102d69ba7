"""Can every character be drawn, by its font or by one that stands in for it?"""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QTextLayout

_MISSING = 0  # index of the glyph that a font draws for what it does not have
_INVISIBLE = frozenset("\n\t\r\u2028\u2029\u200b\u200c\u200d\ufe0e\ufe0f\u2060")


def missing_glyphs(text: str, font: QFont) -> str:
    """The characters of `text`, each once, that would be a box in this font."""
    return "".join(sorted(character for character in set(text) - _INVISIBLE if _is_box(character, font.toString())))


def all_missing(texts: Iterable[str], font: QFont) -> str:
    """The same of many texts."""
    return missing_glyphs("".join(texts), font)


@cache
def _is_box(character: str, description: str) -> bool:
    font = QFont()
    font.fromString(description)
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(_MISSING in run.glyphIndexes() for run in layout.glyphRuns())
