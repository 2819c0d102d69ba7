"""All that is checked of one look of the window."""

from PySide6.QtWidgets import QWidget

from tests.support.looks.contrast import Pixels, faint_paintings, faint_texts
from tests.support.looks.finding import Finding
from tests.support.looks.glyphs import boxes
from tests.support.looks.painted import PaintedTexts, cut_paintings, paintings_over_each_other
from tests.support.looks.places import displaced, scrolling, squeezed
from tests.support.looks.text_room import cut_texts


def unreadable(window: QWidget, painted: PaintedTexts) -> list[Finding]:
    """What finds no room, lies where it cannot be read, or has no glyph. painted: since the window has settled."""
    return sorted(
        {
            *cut_texts(window),
            *displaced(window),
            *squeezed(window),
            *scrolling(window),
            *cut_paintings(painted),
            *paintings_over_each_other(painted),
            *boxes(window, painted),
        }
    )


def faint(window: QWidget, painted: PaintedTexts, pixels: Pixels) -> list[Finding]:
    """Texts that stand out too little on this picture of the window."""
    return sorted({*faint_texts(window, pixels), *faint_paintings(window, painted.texts, pixels)})
