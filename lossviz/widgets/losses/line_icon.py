"""A piece of a curve as an icon, so that a list is the key of a plot."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from lossviz.widgets.plots.picture import Dash
from lossviz.widgets.plots.strokes import paint_line, token_colour
from lossviz.widgets.theme import Theme

_ICON_SIZE = QSize(22, 14)


def icon_size(theme: Theme) -> QSize:
    """Of an icon, in pixels of ours."""
    return _ICON_SIZE * theme.sizes.enlargement


def line_icon(theme: Theme, colour: str, dash: Dash, ratio: float) -> QIcon:
    """colour: a token of the theme's Colours. ratio: of the screen's pixels to ours."""
    size = icon_size(theme)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    middle = size.height() / 2 + 0.5
    with QPainter(picture) as painter:
        pixels = np.array([[0.0, middle], [float(size.width()), middle]])
        paint_line(painter, pixels, token_colour(theme, colour), theme.sizes.line_px, dash)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
