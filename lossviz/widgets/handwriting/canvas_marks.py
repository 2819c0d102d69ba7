"""What a drawing canvas shows besides ink: guide box, hints, cursors, borders."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lossviz.widgets.theme import Theme

_BOX_SHARE = 20 / 28  # MNIST's digits have their longest side at 20 of 28 pixels
_VEIL_ALPHA = 190


def draw_guide(painter: QPainter, square: QRect, theme: Theme) -> None:
    """The box that MNIST's digits fill, dashed."""
    pen = QPen(QColor(theme.colours.canvas_guide), theme.sizes.line_thin_px, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_guide_box(square))


def draw_hint(painter: QPainter, square: QRect, theme: Theme, text: str) -> None:
    """A few words in the middle of the box."""
    _draw_words(painter, _guide_box(square), theme, text, theme.colours.canvas_hint)


def draw_ring(painter: QPainter, centre: QPointF, radius_px: float, theme: Theme) -> None:
    """A circle that stands out from ink and from background alike: light with a dark rim on both sides."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = theme.sizes.line_px
    for colour, width in ((theme.colours.canvas, 2 * line), (theme.colours.ink, line)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(centre, radius_px, radius_px)
    painter.restore()


def draw_drop_target(painter: QPainter, square: QRect, theme: Theme, text: str) -> None:
    """A veil, a thick border and a few words: let go here."""
    veil = QColor(theme.colours.canvas)
    veil.setAlpha(_VEIL_ALPHA)
    painter.fillRect(square, veil)
    line = 2 * theme.sizes.line_px
    painter.setPen(QPen(QColor(theme.colours.accent), line, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square.adjusted(line, line, -line, -line))
    _draw_words(painter, square, theme, text, theme.colours.ink)


def draw_border(painter: QPainter, square: QRect, theme: Theme, *, has_focus: bool) -> None:
    """A thin line around the square; the focus ring, wider and a little apart, where the keys go."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
    painter.drawRect(square.adjusted(-1, -1, 0, 0))
    if has_focus:
        line = theme.sizes.line_px
        away = border_margin(theme) - line / 2
        painter.setPen(
            QPen(
                QColor(theme.colours.accent),
                line,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.SquareCap,
                Qt.PenJoinStyle.MiterJoin,
            )
        )
        painter.drawRect(QRectF(square).adjusted(-away, -away, away, away))


def border_margin(theme: Theme) -> int:
    """How much room `draw_border` needs around the square, in pixels."""
    return 2 * theme.sizes.line_px + theme.sizes.line_thin_px


def _guide_box(square: QRect) -> QRect:
    side = square.width() * _BOX_SHARE
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(square).center())
    return box.toAlignedRect()


def _draw_words(painter: QPainter, place: QRect, theme: Theme, text: str, colour: str) -> None:
    font = painter.font()
    font.setPixelSize(theme.sizes.font_title_px)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    gap = theme.sizes.gap_px
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(gap, gap, -gap, -gap), flags, text)
