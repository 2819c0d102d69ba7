"""How a plot divides its room between legend, axes and curves."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from lossviz.widgets.plots.legend import legend_of
from lossviz.widgets.plots.picture import PlotPicture
from lossviz.widgets.plots.plot_axes import axis_margins, y_ticks
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.plot_view import PlotView
from lossviz.widgets.theme import Theme


def scene_of(
    picture: PlotPicture, view: PlotView, size: QSizeF, theme: Theme, titles: tuple[str, str], font: QFont
) -> PlotScene:
    """size: of the widget. font: of the numbers and names."""
    gap, row_px = theme.sizes.gap_px, QFontMetricsF(font).height()
    legend = legend_of(picture, size - QSizeF(2 * gap, 0), theme, font)
    top = gap / 2 + (legend.height_px + row_px / 2 if legend.entries else row_px / 2)
    bottom = axis_margins(theme, font, titles=titles).bottom()
    ticks = y_ticks(view.y, max(size.height() - top - bottom, 1.0), font)
    widest = max((text for _value, text in ticks), key=QFontMetricsF(font).horizontalAdvance, default="")
    margins = axis_margins(theme, font, widest, titles)
    room = QRectF(0, 0, size.width(), size.height())
    area = room.marginsRemoved(QMarginsF(round(margins.left()), round(top), margins.right(), round(bottom)))
    whole = QSizeF(max(round(area.width()), 1), max(round(area.height()), 1))
    return PlotScene(picture, PlotFrame(QRectF(area.topLeft(), whole), view.x, view.y), theme, titles, legend)
