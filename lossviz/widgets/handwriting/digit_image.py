"""A 28x28 image with its pixels to be seen one by one."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.theme import ThemeSource

SIDE_PX = 28
_BOX = QRectF(4, 4, 20, 20)  # where MNIST's digits lie, before their centre of mass is brought to the middle
_CROSS_ARM_PIXELS = 1.5
_BORDER_PX = 1


class DigitImage(QWidget):
    """What the network sees: (28, 28), 0 background, 255 ink, each value a square of whole screen pixels."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._pixels: NDArray[np.uint8] | None = None
        self._centre_of_mass: QPointF | None = None
        self._has_overlay = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Image that the network sees"))
        offer_export(self, self)
        self._describe()
        theme.theme_changed.connect(self.update)

    def show_image(self, image_u8: NDArray[np.uint8] | None) -> None:
        """image_u8: (28, 28), 0 background, 255 ink; None for an empty square."""
        self._pixels = image_u8
        self._image = QImage() if image_u8 is None else _image(image_u8)
        self._centre_of_mass = None if image_u8 is None else _centre_of_mass(image_u8)
        self._describe()
        self.update()

    def show_overlay(self, *, is_shown: bool) -> None:
        """Whether MNIST's 20x20 box and a cross at the ink's centre of mass are drawn over the image."""
        self._has_overlay = is_shown
        self.update()

    def sizeHint(self) -> QSize:
        """Five screen pixels for each of the image's."""
        return QSize(1, 1) * (5 * SIDE_PX + 2 * _BORDER_PX)

    def minimumSizeHint(self) -> QSize:
        """Two screen pixels for each of the image's."""
        return QSize(1, 1) * (2 * SIDE_PX + 2 * _BORDER_PX)

    def summary(self) -> str:
        """How much ink there is and where its middle lies."""
        centre = self._centre_of_mass
        if self._pixels is None or centre is None:
            return self.tr("Empty: there is no ink.")
        rows, columns = np.nonzero(self._pixels)
        text = self.tr(
            "28 × 28 grey values, white ink on black. The ink is {width} wide and {height} high, its centre of mass at "
            "{x}, {y} from the top left."
        )
        return text.format(
            width=int(np.ptp(columns)) + 1,
            height=int(np.ptp(rows)) + 1,
            x=f"{centre.x():.1f}",
            y=f"{centre.y():.1f}",
        )

    def table(self) -> Table:
        """The grey values, 0 to 255, row by row."""
        heads = [f"column_{column}" for column in range(SIDE_PX)]
        return table_of(heads, [] if self._pixels is None else self._pixels.tolist())

    def _describe(self) -> None:
        self.setAccessibleDescription(self.summary())

    def _square(self) -> QRectF:
        """The image's place: centred, every image pixel as many whole device pixels as fit, at least one."""
        ratio = self.devicePixelRatioF()
        room = (min(self.width(), self.height()) - 2 * _BORDER_PX) * ratio
        side = max(1, int(room / SIDE_PX)) * SIDE_PX / ratio
        left = round((self.width() - side) / 2 * ratio) / ratio
        top = round((self.height() - side) / 2 * ratio) / ratio
        return QRectF(left, top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the image, or an empty square, and what lies over it."""
        square, theme = self._square(), self._theme.theme
        with QPainter(self) as painter:
            painter.fillRect(square, QColor(theme.colours.canvas))
            if not self._image.isNull():
                painter.drawImage(square, self._image)
            if self._has_overlay:
                self._paint_overlay(painter, square)
            painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
            paint_focus(painter, self, theme)

    def _paint_overlay(self, painter: QPainter, square: QRectF) -> None:
        theme, pixel = self._theme.theme, square.width() / SIDE_PX
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.canvas_guide), theme.sizes.line_thin_px, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(square.topLeft() + _BOX.topLeft() * pixel, _BOX.size() * pixel))
        if self._centre_of_mass is not None:
            centre = square.topLeft() + self._centre_of_mass * pixel
            arm = _CROSS_ARM_PIXELS * pixel
            cross = [
                QLineF(centre - QPointF(arm, 0), centre + QPointF(arm, 0)),
                QLineF(centre - QPointF(0, arm), centre + QPointF(0, arm)),
            ]
            line = theme.sizes.line_px
            for colour, width in ((theme.colours.canvas, 2 * line), (theme.colours.warning_edge, line)):
                painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLines(cross)
        painter.restore()


def _image(image_u8: NDArray[np.uint8]) -> QImage:
    if image_u8.shape != (SIDE_PX, SIDE_PX):
        raise ValueError(f"an image of 28x28 is needed, not {image_u8.shape}")
    grey = np.ascontiguousarray(image_u8)
    # The copy is Qt's own: without it the image would read freed memory once the array is gone.
    return QImage(grey.data, SIDE_PX, SIDE_PX, SIDE_PX, QImage.Format.Format_Grayscale8).copy()


def _centre_of_mass(image_u8: NDArray[np.uint8]) -> QPointF | None:
    """In image pixels from the top left corner, so that the middle of pixel 0 is 0.5; None without ink."""
    mass = image_u8.astype(np.float64)
    total = float(mass.sum())
    if total == 0:
        return None
    middles = np.arange(SIDE_PX) + 0.5
    return QPointF(float(mass.sum(axis=0) @ middles) / total, float(mass.sum(axis=1) @ middles) / total)
