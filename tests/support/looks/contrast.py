"""How well the texts of a window stand out, measured on a picture of it."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from lossviz.widgets.exports.widget_pictures import PNG_SCALE, picture_of
from tests.support.colour_vision import contrast
from tests.support.looks.finding import Finding, finding, seen_part, seen_widgets
from tests.support.looks.painted import PaintedText

LEAST = 4.5
_FEWEST_PX = 3  # of a colour, so that a stray one does not count
_BORDER_PX = 3
_AROUND_PX = 2  # of a dash there is hardly more than its ink

Pixels = npt.NDArray[np.uint32]


def pixels_of(window: QWidget) -> Pixels:
    """0xffrrggbb, (height, width), PNG_SCALE times as fine as the window: letters have a core in their own colour."""
    image = picture_of((window,), window.palette().color(window.backgroundRole()))
    return _array(image)


def faint_texts(window: QWidget, pixels: Pixels) -> list[Finding]:
    """Texts of Qt's own widgets that stand out too little from what is behind them."""
    found = []
    for widget, text, place in _texts(window):
        seen = measured(_cropped(pixels, place))
        if seen < LEAST:
            found.append(finding("contrast", widget, text, f"has a contrast of {seen:.1f}"))
    return found


def faint_paintings(window: QWidget, painted: list[PaintedText], pixels: Pixels) -> list[Finding]:
    """Painted texts whose own colour stands out too little."""
    found = []
    for one in painted:
        if not isinstance(one.device, QWidget) or one.colour.alpha() == 0:
            continue
        if not (one.room & seen_part(one.device).toRectF()).contains(one.ink):
            continue  # partly scrolled away: something else is seen there
        around = one.ink.toAlignedRect().adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX)
        crop = _cropped(pixels, around.translated(one.device.mapTo(window, QPoint())))
        if crop.size and (seen := _from_behind(crop, one.colour)) < LEAST:
            found.append(finding("contrast", one.device, one.text, f"has a contrast of {seen:.1f}"))
    return found


def measured(pixels: Pixels) -> float:
    """The contrast of the most frequent colour and of that which is least like it, 1 to 21; 21 where nothing is."""
    colours, counts = np.unique(pixels, return_counts=True)
    if not len(colours):
        return 21.0
    behind = _name(colours[counts.argmax()])
    return max((contrast(_name(colour), behind) for colour in colours[counts >= _FEWEST_PX]), default=1.0)


def _from_behind(pixels: Pixels, colour: QColor) -> float:
    colours, counts = np.unique(pixels, return_counts=True)
    return contrast(colour.name(), _name(colours[counts.argmax()]))


def _texts(window: QWidget) -> Iterator[tuple[QWidget, str, QRect]]:
    """Each that is not partly scrolled away, with its place in the window."""
    for widget in seen_widgets(window):
        if isinstance(widget, QTabBar):
            for index in range(widget.count()):
                yield widget, widget.tabText(index), _inner(widget, widget.tabRect(index), window)
        elif (text := _text_of(widget)) and seen_part(widget) == widget.rect():
            yield widget, text, _inner(widget, widget.rect(), window)


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QToolButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QProgressBar):
        return widget.text() if widget.isTextVisible() else ""
    return widget.title() if isinstance(widget, QGroupBox) else ""


def _inner(widget: QWidget, place: QRect, window: QWidget) -> QRect:
    """Without the border, in the window's coordinates."""
    border = 0 if isinstance(widget, QLabel) else _BORDER_PX
    return place.adjusted(border, border, -border, -border).translated(widget.mapTo(window, QPoint()))


def _cropped(pixels: Pixels, place: QRect) -> Pixels:
    left, top = max(place.left(), 0), max(place.top(), 0)
    return pixels[
        top * PNG_SCALE : (place.bottom() + 1) * PNG_SCALE, left * PNG_SCALE : (place.right() + 1) * PNG_SCALE
    ]


def _array(image: QImage) -> Pixels:
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(whole.constBits(), np.uint32).reshape(whole.height(), whole.bytesPerLine() // 4)
    return rows[:, : whole.width()].copy()


def _name(pixel: np.uint32) -> str:
    return f"#{int(pixel) & 0xFFFFFF:06x}"
