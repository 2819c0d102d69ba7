"""A piece of a run's curve as an icon, as the plots draw it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from lossviz.widgets.curves.style import CurveStyle

SAMPLE_SIZE = QSize(40, 14)


def line_sample(style: CurveStyle, look: int | None, ratio: float) -> QIcon:
    """look: one of those of earlier runs, None for the present run. ratio: of the screen's pixels to ours."""
    picture = QPixmap(SAMPLE_SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    pen, middle = style.sample_pen(look), SAMPLE_SIZE.height() / 2
    pen.setCosmetic(False)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle), QPointF(SAMPLE_SIZE.width(), middle))
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
