"""A label that wraps anywhere if it must, so that a long path never widens the window."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lossviz.widgets.type_size import by_type
from lossviz.widgets.whole_formulas import whole_formulas

_USUAL_WIDTH_PX = 400  # in usual type


class WrappedText(QLabel):
    """Plain text between words if possible and within them if not. QLabel is as wide as its longest word at least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._measured = ("", "")
        self._heights: dict[int, int] = {}  # of `_measured`, by width: a layout asks again and again
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width` pixels."""
        present = (self.text(), self.font().key())
        if present != self._measured:
            self._measured, self._heights = present, {}
        if width not in self._heights:
            self._heights[width] = math.ceil(self._lines(width).boundingRect().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All of it in one line if that is not unusually long."""
        natural = min(math.ceil(self._lines(1 << 20).maximumWidth()) + 1, round(by_type(self, _USUAL_WIDTH_PX)))
        return QSize(natural, self.heightForWidth(natural))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("MMMM"), metrics.height())

    def _lines(self, width: int) -> QTextLayout:
        return wrapped(self.text(), self.font(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        with QPainter(self) as painter:
            painter.setPen(QColor(self.palette().color(QPalette.ColorRole.WindowText)))
            self._lines(self.width()).draw(painter, QRectF(self.rect()).topLeft())


def wrapped(text: str, font: QFont, width: int) -> QTextLayout:
    """The text in lines of at most that width, below each other."""
    layout = QTextLayout(whole_formulas(text).replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
