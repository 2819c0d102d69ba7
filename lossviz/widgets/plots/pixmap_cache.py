"""What was painted once and is shown until what it depends on changes."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio


class PixmapCache:
    """One opaque pixmap, which is copied faster than a transparent one, and the key that it was painted for."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()

    def draw(
        self, painter: QPainter, key: object, size: QSize, background: QColor, paint: Callable[[QPainter], None]
    ) -> None:
        """Draw what `paint` paints for `key`, from the pixmap at hand if there is one as fine as the painter's target.

        On a drawing of lines and letters it is painted anew.
        """
        if is_drawing(painter):
            painter.save()
            painter.fillRect(QRect(0, 0, size.width(), size.height()), background)
            paint(painter)
            painter.restore()
        else:
            painter.drawPixmap(0, 0, self.pixmap(key, size, pixel_ratio(painter), background, paint))

    def pixmap(
        self, key: object, size: QSize, ratio: float, background: QColor, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        """The pixmap for `key`, painted by `paint` if it is not at hand. size: in device-independent pixels."""
        full_key = (key, size, ratio)
        if self._key is None or self._key != full_key:
            self._pixmap = _filled(size, ratio, background)
            with QPainter(self._pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter)
            self._key = full_key
        return self._pixmap


def blank_pixmap(size: QSize, ratio: float) -> QPixmap:
    """Transparent, `size` device-independent pixels large."""
    return _filled(size, ratio, QColor(Qt.GlobalColor.transparent))


def _filled(size: QSize, ratio: float, colour: QColor) -> QPixmap:
    pixmap = QPixmap(size.expandedTo(QSize(1, 1)) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(colour)
    return pixmap
