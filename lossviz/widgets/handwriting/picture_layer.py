"""An opened picture inside a square, scaled once per size and not once per redraw."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap


class PictureLayer:
    """Draws a grey picture as large as a square allows, its aspect kept."""

    def __init__(self) -> None:
        self._image = QImage()
        self._pixmap = QPixmap()
        self._pixmap_of: tuple[int, float] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self._image.isNull()

    def show(self, grey_u8: NDArray[np.uint8] | None) -> None:
        """grey_u8: (h, w), 0 black, 255 white; None for nothing."""
        self._image = QImage() if grey_u8 is None else _image(grey_u8)
        self._pixmap_of = None

    def paint(self, painter: QPainter, square: QRect, ratio: float) -> None:
        """Draw the picture into the middle of `square`. ratio: the device pixel ratio."""
        if self.is_empty:
            return
        if self._pixmap_of != (square.width(), ratio):
            self._pixmap = QPixmap.fromImage(_fitted(self._image, round(square.width() * ratio)))
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap_of = (square.width(), ratio)
        size = self._pixmap.deviceIndependentSize().toSize()
        corner = square.center() - QRect(0, 0, size.width(), size.height()).center()
        painter.drawPixmap(corner, self._pixmap)


def _image(grey_u8: NDArray[np.uint8]) -> QImage:
    grey = np.ascontiguousarray(grey_u8)
    height, width = grey.shape
    # The copy is Qt's own: without it the image would read freed memory once the array is gone.
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def _fitted(image: QImage, side: int) -> QImage:
    """`image` with its longest side at `side` pixels and no side lost however thin it is."""
    size = image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
