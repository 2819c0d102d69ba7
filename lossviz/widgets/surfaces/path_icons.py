"""Small pictures of path lines, for the names of those that take the paths."""

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from lossviz.widgets.surfaces.palette import PATH_DASHES
from lossviz.widgets.theme import Theme

_ICON_SIZE = QSize(34, 10)  # one and a half times the longest dashes with their gaps


def icon_size(theme: Theme) -> QSize:
    """Of an icon, in pixels."""
    return _ICON_SIZE * theme.sizes.enlargement


def path_icon(theme: Theme, colour: int, *, is_dashed: bool) -> QIcon:
    """`path_pixmap` for a control."""
    return QIcon(path_pixmap(theme, colour, is_dashed=is_dashed))


def path_pixmap(theme: Theme, colour: int, *, is_dashed: bool) -> QPixmap:
    """A stroke in one of the path colours, 0..3, as the path itself has it: with its dashes, or solid."""
    colours = (theme.colours.path_1, theme.colours.path_2, theme.colours.path_3, theme.colours.path_4)
    size = icon_size(theme)
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours[colour]), theme.sizes.line_px)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if is_dashed:
            pen.setDashPattern(PATH_DASHES[colour])
        painter.setPen(pen)
        middle = size.height() / 2
        painter.drawLine(QLineF(0.0, middle, size.width(), middle))
    return pixmap
