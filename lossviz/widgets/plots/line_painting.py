"""Paints a plot."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter

from lossviz.widgets.plots.mark_painting import paint_dots, paint_handle, paint_mark
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_axes import paint_axes
from lossviz.widgets.plots.plot_labels import PlotLabels
from lossviz.widgets.plots.plot_pointing import Pointing
from lossviz.widgets.plots.plot_scene import PlotScene
from lossviz.widgets.plots.plot_words import PlotWords
from lossviz.widgets.plots.read_out import paint_read_out
from lossviz.widgets.plots.reading import readings_at
from lossviz.widgets.plots.rule_painting import paint_rule
from lossviz.widgets.plots.strokes import paint_curve


class LinePainting:
    """Keeps what was painted: axes and legend until they change, the curves once they are painted a second time.

    While something is dragged there are other curves in each frame, and to keep these would only cost a copy.
    """

    def __init__(self, words: PlotWords) -> None:
        self._words = words
        self._axes, self._whole = PixmapCache(), PixmapCache()
        self._last: PlotScene | None = None

    def paint(self, painter: QPainter, pointing: Pointing, size: QSize, font: QFont) -> None:
        """size: of the widget. font: of the numbers and names."""
        scene = pointing.scene
        surface = QColor(scene.theme.colours.surface)

        def paint_around(axes_painter: QPainter) -> None:
            axes_painter.setFont(font)
            paint_axes(axes_painter, scene.frame, scene.theme, scene.titles)
            gap = scene.theme.sizes.gap_px
            room = QRectF(gap, gap / 2, size.width() - 2 * gap, scene.legend.height_px)
            scene.legend.paint(axes_painter, room, scene.theme)

        def paint_whole(whole_painter: QPainter) -> None:
            looks = tuple((curve.name, curve.colour, curve.dash, curve.is_thick) for curve in scene.picture.curves)
            key = (scene.frame, scene.titles, scene.theme, font, looks)
            self._axes.draw(whole_painter, key, size, surface, paint_around)
            whole_painter.setFont(font)
            _paint_picture(whole_painter, scene)

        if scene is self._last:
            self._whole.draw(painter, scene, size, surface, paint_whole)
        else:
            paint_whole(painter)
        self._last = scene
        painter.setFont(font)
        self._paint_pointed(painter, pointing, QRectF(0, 0, size.width(), size.height()))

    def _paint_pointed(self, painter: QPainter, pointing: Pointing, within: QRectF) -> None:
        scene, told, read_at = pointing.scene, pointing.told, pointing.read_at
        for spot in pointing.marked:
            paint_mark(painter, scene, spot)
        told_px = None if told is None or told.index is None else scene.spot_px(told)
        if told is not None and told_px is not None:
            paint_note(painter, self._words.spot(scene.picture, told, scene.titles), told_px, within, scene.theme)
        if read_at is not None:
            x = scene.frame.x_at(read_at.x())
            title = self._words.place(x, scene.titles[0])
            paint_read_out(painter, scene, title, readings_at(scene.picture.curves, x), read_at, within)


def _paint_picture(painter: QPainter, scene: PlotScene) -> None:
    """All but axes and legend. The painter has the font of the names."""
    picture = scene.picture
    for rule in picture.rules:
        paint_rule(painter, scene, rule)
    painter.save()
    painter.setClipRect(scene.frame.area.adjusted(0, -2, 2, 2))
    for curve in picture.curves:
        paint_curve(painter, curve, scene.frame, scene.theme)
    painter.restore()
    for dots in picture.dots:
        paint_dots(painter, scene, dots)
    for handle in picture.handles:
        paint_handle(painter, scene, handle)
    PlotLabels(painter, scene).paint()
