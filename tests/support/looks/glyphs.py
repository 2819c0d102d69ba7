"""Can every character be drawn, by its font or by one that stands in for it?"""

from functools import cache

from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QWidget

from tests.support.looks.finding import Finding, finding, seen_widgets
from tests.support.looks.painted import PaintedTexts, about
from tests.support.visible_texts import texts_of_widget

_MISSING = 0  # index of the glyph that a font draws for what it does not have
_INVISIBLE = frozenset("\n\t\r\u2028\u2029\u200b\u200c\u200d\ufe0e\ufe0f\u2060")


def boxes(window: QWidget, painted: PaintedTexts) -> list[Finding]:
    """Texts with a character that no font has, so that a box stands in its place."""
    found = []
    for widget in seen_widgets(window):
        for _what, text in texts_of_widget(widget):
            if missing := missing_glyphs(text, widget.font()):
                found.append(finding("glyph", widget, text, f"has no {missing}"))
    unpainted = ((one, missing_glyphs(one.text, one.font)) for one in painted.texts)
    return found + [about(one, "glyph", f"has no {missing}") for one, missing in unpainted if missing]


def missing_glyphs(text: str, font: QFont) -> str:
    """The characters of `text`, each once, that would be a box in this font."""
    key = font.toString()
    return "".join(sorted(character for character in set(text) - _INVISIBLE if _is_box(character, key)))


@cache
def _is_box(character: str, description: str) -> bool:
    font = QFont()
    font.fromString(description)
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(_MISSING in run.glyphIndexes() for run in layout.glyphRuns())
