"""Widgets as they look in the window: as an image with finer pixels, or as a drawing of lines and letters."""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from lossviz.widgets.plots.paint_target import being_copied

PNG_SCALE = 2  # pixels of the picture for one of the window
_FAMILY = re.compile(rb'font-family="([^"]*)"')
_DOTS_PER_INCH = 96  # of CSS, so that a drawing is as large in a browser as in the window


@runtime_checkable
class ScalesLines(Protocol):
    """A widget whose lines are so many pixels wide at any scale, so that it has to be told of a finer picture."""

    def set_line_scale(self, scale: float | None) -> None:
        """Draw lines so many pixels wide for each of the theme's; None for as many as the window has."""


def picture_of(widgets: Sequence[QWidget], background: QColor) -> QImage:
    """The widgets from top to bottom, with PNG_SCALE times the window's pixels on each side.

    background: what is seen where the widgets leave it free.
    """
    image = QImage(_size(widgets) * PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_SCALE)
    image.fill(background)
    with QPainter(image) as painter:
        _paint(painter, widgets, PNG_SCALE)
    return image


def png_of(widgets: Sequence[QWidget], background: QColor) -> bytes:
    """`picture_of` as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture_of(widgets, background))
    return bytes(buffer.data().data())


def svg_of(widgets: Sequence[QWidget], background: QColor, title: str, description: str) -> bytes:
    """A drawing that stays sharp at any size; what is an image in the window is one in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Version 1.1, because 1.2 Tiny has no clipping: curves would run out of their axes.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    place = QRect(QPoint(), _size(widgets))
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_PER_INCH)
    generator.setSize(place.size())
    generator.setViewBox(place)
    generator.setTitle(title)
    generator.setDescription(description)
    with QPainter(generator) as painter:
        painter.fillRect(place, background)
        _paint(painter, widgets, 1.0)
    return _FAMILY.sub(_with_generic_family, bytes(buffer.data().data()))


def _with_generic_family(found: re.Match[bytes]) -> bytes:
    """Qt's "Sans Serif" is no family elsewhere; browsers would take one with serifs."""
    generic = b"monospace" if b"mono" in found[1].lower() else b"sans-serif"
    return b'font-family="' + found[1] + b", " + generic + b'"'


def _size(widgets: Sequence[QWidget]) -> QSize:
    return QSize(max(widget.width() for widget in widgets), sum(widget.height() for widget in widgets))


def _paint(painter: QPainter, widgets: Sequence[QWidget], scale: float) -> None:
    top = 0
    for widget in widgets:
        with ExitStack() as stack:
            stack.enter_context(being_copied(widget))
            if isinstance(widget, ScalesLines):
                widget.set_line_scale(scale)
                stack.callback(widget.set_line_scale, None)
            painter.save()
            widget.render(painter, QPoint(0, top), QRegion(), QWidget.RenderFlag.DrawChildren)
            painter.restore()
        top += widget.height()
