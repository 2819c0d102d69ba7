"""A drawing in words and in numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from lossviz.core.tables import Table, table_of
from lossviz.widgets.handwriting.ink_layer import Stroke
from lossviz.widgets.joints import in_a_row


class CanvasWords(QObject):
    """In the user's language."""

    def summary(self, strokes: Sequence[Stroke], *, has_picture: bool) -> str:
        """What is on the canvas, and how to draw."""
        state = self.tr("{count} strokes.").format(count=len(strokes)) if strokes else self.tr("There is no ink.")
        if has_picture:
            state = self.tr("A picture, and {count} strokes on it.").format(count=len(strokes))
        return in_a_row((state, self.how_to_draw()))

    def how_to_draw(self) -> str:
        """With mouse, pen or keys."""
        return self.tr(
            "Draw a digit with the mouse or a pen; drag with the right button to erase. With the keyboard: move "
            "with the arrow keys, press or hold Space to draw, Escape lifts the pen. Drop a picture to open it."
        )


def strokes_table(strokes: Sequence[Stroke]) -> Table:
    """A row for each point of each stroke, in sides of the canvas: x to the right, y down."""
    rows = ((number, float(x), float(y)) for number, stroke in enumerate(strokes, start=1) for x, y in stroke.tolist())
    return table_of(("stroke", "x", "y"), rows)
