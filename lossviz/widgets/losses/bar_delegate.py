"""A cell with a number on the right and, in the room before it, a bar of its size and a mark across."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

SHARE_ROLE = Qt.ItemDataRole.UserRole + 1  # of the longest bar, 0 to 1
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 2  # a token of the theme's Colours
MARK_ROLE = Qt.ItemDataRole.UserRole + 3  # where a line crosses the bars, 0 to 1; None for none
_NUMBER_SAMPLE = "0000.0000"
_MARGIN_PX = 4


class BarDelegate(QStyledItemDelegate):
    """Reads the number from the cell's text, the bar from SHARE_ROLE and COLOUR_ROLE."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The bar, then the number."""
        painter.save()
        room = QRectF(option.rect).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        painter.setFont(small_font(option.font, self._theme.theme))
        number_px = painter.fontMetrics().horizontalAdvance(_NUMBER_SAMPLE)
        self._paint_bar(painter, room.adjusted(0, 0, -number_px - _MARGIN_PX, 0), index)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        painter.restore()

    def _paint_bar(self, painter: QPainter, track: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._theme.theme
        if track.width() <= 0:
            return
        painter.fillRect(track, QColor(theme.colours.bar_track))
        bar = QRectF(track)
        bar.setWidth(float(index.data(SHARE_ROLE) or 0.0) * track.width())
        painter.fillRect(bar, QColor(getattr(theme.colours, index.data(COLOUR_ROLE) or "bar")))
        mark = index.data(MARK_ROLE)
        if mark is not None:
            x_px = round(track.left() + mark * track.width()) + 0.5
            painter.setPen(QPen(QColor(theme.colours.text), theme.sizes.line_px))
            painter.drawLine(QPointF(x_px, track.top() - _MARGIN_PX), QPointF(x_px, track.bottom() + _MARGIN_PX))
