"""How a map divides its widget: title, map, axes, colour bar."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetrics

from lossviz.widgets.surfaces.palette import SurfacePalette

WIDEST_TICK = "−0.005"
WIDEST_LOSS = "0.0005"
BAR_PX = 10
LEAST_SIDE_PX = 10.0


@dataclass(frozen=True)
class MapLayout:
    """title: the row above; area: the map itself; bar: the colour bar; labels stand between and beside them."""

    title: QRectF
    area: QRectF
    bar: QRectF


def map_layout(size: QSizeF, palette: SurfacePalette) -> MapLayout:
    """For a widget of this size. It does not depend on the values, so that nothing moves in a drag."""
    small, gap = QFontMetrics(palette.small_font()), palette.theme.sizes.gap_px
    title_px = QFontMetrics(palette.title_font()).height() + gap / 2
    left = small.horizontalAdvance(WIDEST_TICK) + gap
    right = gap + BAR_PX + gap / 2 + small.horizontalAdvance(WIDEST_LOSS)
    width = max(size.width() - left - right, LEAST_SIDE_PX)
    height = max(size.height() - title_px - small.height() - gap, LEAST_SIDE_PX)
    area = QRectF(left, title_px, width, height)
    bar = QRectF(area.right() + gap, area.top(), BAR_PX, height)
    return MapLayout(QRectF(left, 0, size.width() - left, title_px), area, bar)
