"""The sign that tells a note from a warning from an error by shape, not by colour alone."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from lossviz.widgets.theme import Colours, ThemeSource

# In a square of 20 by 20.
_DISC = QRectF(1, 1, 18, 18)
_TRIANGLE = QPolygonF([QPointF(10, 1.5), QPointF(19, 18), QPointF(1, 18)])
_DIAMOND = QPolygonF([QPointF(10, 0), QPointF(20, 10), QPointF(10, 20), QPointF(0, 10)])
_SIDE = 20
_STROKE = 2.0


class MessageKind(Enum):
    """How much a message matters."""

    INFO = auto()
    WARNING = auto()
    ERROR = auto()


def kind_colours(kind: MessageKind, colours: Colours) -> tuple[str, str]:
    """The ground and the edge."""
    return {
        MessageKind.INFO: (colours.info, colours.info_edge),
        MessageKind.WARNING: (colours.warning, colours.warning_edge),
        MessageKind.ERROR: (colours.error, colours.error_edge),
    }[kind]


class MessageIcon(QWidget):
    """A disc with an i, a triangle with an exclamation mark, or a diamond with a cross."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.show_kind(MessageKind.INFO)
        theme.theme_changed.connect(self.update)

    def show_kind(self, kind: MessageKind) -> None:
        """Show the sign for `kind`."""
        self._kind = kind
        words = {
            MessageKind.INFO: self.tr("Note"),
            MessageKind.WARNING: self.tr("Warning"),
            MessageKind.ERROR: self.tr("Error"),
        }
        self.setAccessibleName(words[kind])
        self.setToolTip(words[kind])
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Be called the same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_kind(self._kind)

    def sizeHint(self) -> QSize:
        """Half as high again as the type."""
        side = round(1.5 * self._theme.theme.sizes.font_px)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape in the edge's colour and the sign in the ground's."""
        ground, edge = kind_colours(self._kind, self._theme.theme.colours)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.width() / _SIDE, self.height() / _SIDE)
            # A pen of the same colour rounds the corners.
            pen = QPen(QColor(edge), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(QColor(edge))
            self._draw_shape(painter)
            pen.setColor(QColor(ground))
            pen.setWidthF(_STROKE)
            painter.setPen(pen)
            self._draw_sign(painter)

    def _draw_shape(self, painter: QPainter) -> None:
        if self._kind is MessageKind.INFO:
            painter.drawEllipse(_DISC)
        else:
            painter.drawPolygon(_TRIANGLE if self._kind is MessageKind.WARNING else _DIAMOND)

    def _draw_sign(self, painter: QPainter) -> None:
        if self._kind is MessageKind.INFO:
            painter.drawPoint(QPointF(10, 5.8))
            painter.drawLine(QLineF(10, 9.4, 10, 14.4))
        elif self._kind is MessageKind.WARNING:
            painter.drawLine(QLineF(10, 7, 10, 12))
            painter.drawPoint(QPointF(10, 15.4))
        else:
            painter.drawLine(QLineF(7.2, 7.2, 12.8, 12.8))
            painter.drawLine(QLineF(12.8, 7.2, 7.2, 12.8))
