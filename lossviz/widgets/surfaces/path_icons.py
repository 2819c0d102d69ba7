"""Small pictures of path lines, for the names of those that take the paths."""

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from lossviz.widgets.surfaces.palette import PATH_DASHES
from lossviz.widgets.theme import Theme

_ICON_SIZE = QSize(22, 10)
_LEAST_WIDTH_PX = 2.5


def icon_size(theme: Theme) -> QSize:
    """Of an icon, in pixels."""
    return _ICON_SIZE * theme.sizes.enlargement


def path_icon(theme: Theme, colour: int) -> QIcon:
    """A stroke in one of the path colours, 0..3, with its dashes: those who race have them."""
    colours = (theme.colours.path_1, theme.colours.path_2, theme.colours.path_3, theme.colours.path_4)
    size = icon_size(theme)
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours[colour]), max(_LEAST_WIDTH_PX, theme.sizes.line_px))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(PATH_DASHES[colour])
        painter.setPen(pen)
        middle = size.height() / 2
        painter.drawLine(QLineF(0.0, middle, size.width(), middle))
    return QIcon(pixmap)
