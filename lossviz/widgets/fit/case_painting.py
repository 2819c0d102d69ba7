"""A case plot, painted in layers: what changes rarely comes out of pixmaps."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMarginsF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from lossviz.core.fit.cases import Column
from lossviz.core.fit.estimates import ModelKind
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit import case_overlay
from lossviz.widgets.fit.case_markers import MarkerSet, marker_radius, paint_marker, paint_sample
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.case_strips import CaseStrips, Split
from lossviz.widgets.fit.case_targets import CaseScene, Target, TargetKind
from lossviz.widgets.fit.case_words import CasePlotWords
from lossviz.widgets.fit.handle_keys import KeyedHandle
from lossviz.widgets.fit.model_painting import (
    BandWords,
    DrawnKind,
    band_rects,
    band_tint,
    model_pen,
    paint_background_models,
    paint_bands,
    paint_models,
)
from lossviz.widgets.fit.model_shapes import crossing, readings
from lossviz.widgets.fit.spoken_words import spoken
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.paint_target import is_drawing, pixel_ratio
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_axes import axis_margins, paint_axes
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.plots.plot_key import KeyEntry, key_height, paint_key
from lossviz.widgets.theme import Theme

_Y_VIEW = AxisRange(-0.35, 1.35)


class CasePainting:
    """Knows how a scene looks, and keeps the layers that outlive a frame."""

    def __init__(self, words: CasePlotWords) -> None:
        self._words = words
        self._backgrounds: dict[ModelKind | None, PixmapCache] = {
            kind: PixmapCache() for kind in (None, "sigmoid", "line")
        }
        self._strips = CaseStrips()
        self._markers: MarkerSet | None = None

    def frame(self, picture: CasePicture, view: AxisRange, size: QSize, theme: Theme, font: QFont) -> PlotFrame:
        """Where the area stands: below its key, right of and above its axes."""
        gap = theme.sizes.gap_px
        margins = axis_margins(theme, font)
        entries = self._entries(picture, theme)
        margins += QMarginsF(0, key_height(entries, size.width() - 2 * gap, theme, font) + gap / 2, 0, 0)
        area = QRectF(0, 0, size.width(), size.height()).marginsRemoved(margins)
        area = QRectF(round(area.left()), round(area.top()), max(round(area.width()), 1), max(round(area.height()), 1))
        return PlotFrame(area, view, _Y_VIEW)

    def paint(
        self, painter: QPainter, scene: CaseScene, size: QSize, held: Target | None, keyed: KeyedHandle | None
    ) -> None:
        """All layers; the painter has the plot's font. keyed: what the arrow keys move beside the cases."""
        if is_drawing(painter):
            self._draw_backgrounds(painter, scene, size)
        else:
            self._paint_backgrounds(painter, scene, size, pixel_ratio(painter))
        painter.save()
        painter.setClipRect(scene.frame.area)
        self._paint_inside(painter, scene, keyed if held is None else held.kind)
        painter.restore()
        case_overlay.paint_moving_case(painter, scene)
        case_overlay.paint_rings(painter, scene)
        case_overlay.paint_tags(painter, scene)
        self._paint_note(painter, scene)

    def _paint_inside(self, painter: QPainter, scene: CaseScene, held: TargetKind | None) -> None:
        picture, frame, theme = scene.picture, scene.frame, scene.theme
        paint_models(painter, picture, frame, theme)
        case_overlay.paint_probe(painter, scene)
        case_overlay.paint_threshold(painter, scene, is_held=held == "threshold")
        if picture.bands:  # over the dashed lines, which would cross the words
            paint_bands(painter, picture, frame, theme, self._band_words(picture))
        if is_drawing(painter):
            _draw_cases(painter, scene)
        else:
            self._paint_cases(painter, scene, pixel_ratio(painter))
        case_overlay.paint_handles(painter, scene, held)

    def _paint_cases(self, painter: QPainter, scene: CaseScene, ratio: float) -> None:
        picture = scene.picture
        markers = MarkerSet.reused(self._markers, scene.theme, len(picture.cases), ratio)
        self._markers = markers
        self._strips.update(picture.cases, picture.moving, scene.frame, markers)
        self._strips.paint(painter, _split(picture, scene.frame))

    def _paint_backgrounds(self, painter: QPainter, scene: CaseScene, size: QSize, ratio: float) -> None:
        """The background, and parts of a tinted one where the bands are: copying is faster than tinting."""
        picture, font, surface = scene.picture, painter.font(), QColor(scene.theme.colours.surface)
        key = (scene.frame, scene.theme, font.key(), picture.law, picture.ghosts, picture.cases.words)
        shown = (picture.line is None, picture.fitted is None, picture.is_discretised)
        parts: list[tuple[ModelKind | None, QRect]] = [(None, QRect(QPoint(0, 0), size))]
        if picture.bands:
            parts += band_rects(picture, scene.frame)
        for kind, part in parts:
            paint = partial(self._paint_background, scene, size, font, kind)
            pixmap = self._backgrounds[kind].pixmap((key, shown), size, ratio, surface, paint)
            source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
            painter.drawPixmap(QRectF(part), pixmap, source)

    def _draw_backgrounds(self, painter: QPainter, scene: CaseScene, size: QSize) -> None:
        """The same as lines and letters."""
        picture, font = scene.picture, painter.font()
        parts: list[tuple[ModelKind | None, QRect]] = [(None, QRect(QPoint(0, 0), size))]
        for kind, part in parts + (band_rects(picture, scene.frame) if picture.bands else []):
            painter.save()
            painter.setClipRect(part)
            painter.fillRect(part, QColor(scene.theme.colours.surface))
            self._paint_background(scene, size, font, kind, painter, QRectF(part))
            painter.restore()

    def _paint_background(
        self,
        scene: CaseScene,
        size: QSize,
        font: QFont,
        tinted: ModelKind | None,
        painter: QPainter,
        part: QRectF | None = None,
    ) -> None:
        """part: of the widget, None for all; a drawing knows one clip at a time."""
        picture, frame, theme = scene.picture, scene.frame, scene.theme
        gap = theme.sizes.gap_px
        painter.setFont(font)
        room = QRectF(gap, gap / 2, size.width() - 2 * gap, frame.area.top())
        paint_key(painter, self._entries(picture, theme), room, theme)
        words = picture.cases.words
        paint_axes(painter, frame, theme, (self._words.quantity(words), self._words.probability(words)))
        painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
        for level in (0.0, 1.0):
            y_px = round(frame.y_px(level)) + 0.5
            painter.drawLine(QPointF(frame.area.left(), y_px), QPointF(frame.area.right(), y_px))
        inside = frame.area if part is None else frame.area & part
        painter.setClipRect(inside)
        if tinted is not None:
            painter.fillRect(inside, band_tint(tinted, theme))
        paint_background_models(painter, picture, frame, theme)

    def _paint_note(self, painter: QPainter, scene: CaseScene) -> None:
        index, picture = scene.picture.hovered, scene.picture
        if index is None or index >= len(picture.cases) or picture.moving is not None:
            return
        if scene.places.is_in_view[index]:
            lines = self._words.case_note(picture, index)
            paint_note(painter, lines, scene.places.centre_px(index), scene.frame.area, scene.theme)

    def _band_words(self, picture: CasePicture) -> BandWords:
        words, line = spoken(picture.cases.words), picture.line
        line_text = "" if line is None else self._words.band("line", line, words)
        return BandWords(self._words.band("sigmoid", picture.sigmoid, words), line_text)

    def _entries(self, picture: CasePicture, theme: Theme) -> list[KeyEntry]:
        names, words = self._words.key_names(), spoken(picture.cases.words)
        marks = (
            (words.negative, False, False),
            (words.positive, True, True),
            (names["wrong"], True, False),
        )
        entries = [
            KeyEntry(name, partial(_paint_mark, theme, is_positive, is_predicted))
            for name, is_positive, is_predicted in marks
        ]
        shown: dict[DrawnKind, bool] = {
            "sigmoid": True,
            "line": picture.line is not None,
            "sigmoid_decision": picture.is_discretised,
            "line_decision": picture.is_discretised and picture.line is not None,
            "fitted": picture.fitted is not None,
            "law": picture.law is not None,
            "ghost": bool(picture.ghosts),
        }
        kinds = [kind for kind, is_shown in shown.items() if is_shown]
        return entries + [KeyEntry(names[kind], partial(_paint_stroke, theme, kind)) for kind in kinds]


def _draw_cases(painter: QPainter, scene: CaseScene) -> None:
    """Mark by mark."""
    picture, theme = scene.picture, scene.theme
    cases, places = picture.cases, scene.places
    radius = marker_radius(theme, len(cases))
    answers = (readings("sigmoid", picture.sigmoid, cases.x) >= picture.threshold).tolist()
    for index in np.flatnonzero(places.is_in_view).tolist():
        if index != picture.moving:
            paint_marker(painter, theme, places.centre_px(index), radius, bool(cases.y[index]), answers[index])


def _split(picture: CasePicture, frame: PlotFrame) -> Split:
    """Where the sigmoid's prediction changes. One that does not change has one answer everywhere."""
    model, threshold = picture.sigmoid, picture.threshold

    def predict(x: Column) -> NDArray[np.bool_]:
        return readings("sigmoid", model, x) >= threshold

    edge = crossing("sigmoid", model, threshold)
    if edge is None:
        answer = bool(predict(np.array([frame.x.low + frame.x.span / 2]))[0])
        return Split(frame.area.right(), answer, answer, predict)
    return Split(frame.x_px(edge), model.w < 0, model.w > 0, predict)


def _paint_mark(theme: Theme, is_positive: bool, is_predicted: bool, painter: QPainter, place: QRectF) -> None:
    paint_sample(painter, theme, place, is_positive, is_predicted)


def _paint_stroke(theme: Theme, kind: DrawnKind, painter: QPainter, place: QRectF) -> None:
    pen = model_pen(kind, theme)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # or it would reach into the name
    painter.setPen(pen)
    painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()))
