"""Which pixels of a digit would raise or lower what is asked about, over the digit itself."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.evaluation.evaluation_tables import pixels_table
from lossviz.widgets.evaluation.signed_colours import paint_minus_signs, signed_over_ink
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_SIDE = 28


class SaliencyView(QWidget):
    """One colour for pixels that raise it, another for those that lower it; the steepest has the full colour."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[NDArray[np.uint8], NDArray[np.float32]] | None = None
        self._image: QImage | None = None
        self._scale = ""
        self._spoken = self.tr("There is no digit yet.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Saliency"))
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme)

    @property
    def scale(self) -> str:
        """What stands below."""
        return self._scale

    def show_saliency(
        self, image_u8: NDArray[np.uint8], gradient: NDArray[np.float32], scale: str, spoken: str
    ) -> None:
        """image_u8: (28, 28). gradient: (28, 28), of either sign. scale: what the full colour stands for."""
        self._shown, self._image, self._scale = (image_u8, gradient), None, scale
        self._tell(spoken)
        self.update()

    def clear(self, spoken: str) -> None:
        """There is no digit."""
        self._shown, self._image, self._scale = None, None, ""
        self._tell(spoken)
        self.update()

    def summary(self) -> str:
        """What the colours say."""
        return self._spoken

    def table(self) -> Table:
        """The slopes, a row for each row of pixels."""
        return pixels_table(None if self._shown is None else self._shown[1])

    def sizeHint(self) -> QSize:
        """Six screen pixels a pixel."""
        return QSize(6 * _SIDE, 6 * _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Four, less high where the words around it need the room."""
        return QSize(4 * _SIDE, round(3.5 * _SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digit and the colours over it."""
        theme, square = self._theme.theme, self._square()
        if self._shown is not None and self._image is None:
            image_u8, gradient = self._shown
            self._image = signed_over_ink(gradient, float(np.abs(gradient).max()), image_u8, theme)
        with QPainter(self) as painter:
            painter.fillRect(square, QColor(theme.colours.canvas))
            if self._image is not None:
                painter.drawImage(square, self._image)
                self._paint_minus_signs(painter, square)
            painter.setFont(small_font(self.font(), theme))
            painter.setPen(QColor(theme.colours.text_muted))
            below = QRectF(0, square.bottom() + 1, self.width(), self._line_px())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._scale)
            painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
            paint_focus(painter, self, theme)

    def _paint_minus_signs(self, painter: QPainter, square: QRectF) -> None:
        if self._shown is not None:
            gradient = self._shown[1]
            paint_minus_signs(painter, square, gradient, float(np.abs(gradient).max()), self._theme.theme)

    def _tell(self, spoken: str) -> None:
        self._spoken = spoken
        self.setAccessibleDescription(spoken)

    def _square(self) -> QRectF:
        side = max(1, int(min(self.width(), self.height() - self._line_px()) - 2) // _SIDE) * _SIDE
        return QRectF((self.width() - side) // 2, 1, side, side)

    def _line_px(self) -> float:
        return QFontMetricsF(small_font(self.font(), self._theme.theme)).height() + 2

    def _on_theme(self) -> None:
        self._image = None
        self.update()
