"""The cases as pixmaps that outlive a change of the model.

The sigmoid predicts one class on one side of a size and the other class on the other side. So each row of cases, one
for each true class, is painted twice, as if all were predicted negative and as if all were predicted positive, and
shown from one picture left of that size and from the other right of it. Only the marks that stand across it are painted
anew. A case that moves leaves a hole that is mended in place.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from lossviz.core.fit.cases import Cases, Column
from lossviz.widgets.fit.case_markers import MarkerSet
from lossviz.widgets.fit.case_places import CasePlaces
from lossviz.widgets.plots.pixmap_cache import blank_pixmap
from lossviz.widgets.plots.plot_frame import PlotFrame

_MOST_MENDED = 8
Pixels = NDArray[np.int64]


@dataclass(frozen=True)
class Split:
    """Which side of `boundary_px` is predicted positive; near to it `predict` tells it for each size exactly."""

    boundary_px: float
    is_left_positive: bool
    is_right_positive: bool
    predict: Callable[[Column], NDArray[np.bool_]]


@dataclass(frozen=True)
class _Spots:
    """Where marks stand, once each, from left to right: x times the strip's height plus y, inside the strip; sizes."""

    keys: Pixels
    sizes: Column


class CaseStrips:
    """All cases of a plot except the one that moves."""

    def __init__(self) -> None:
        self._key: object = None
        self._cases: Cases | None = None
        self._moving: int | None = None
        self._rows: tuple[_Row, _Row] | None = None

    def update(self, cases: Cases, moving: int | None, frame: PlotFrame, markers: MarkerSet) -> None:
        """Have the pixmaps show `cases` but not number `moving`."""
        key = (frame, markers.key, len(cases))
        if self._rows is None or key != self._key or self._cases is None:
            self._rows = _rows(frame, markers)
            changed = None
        else:
            changed = _changed(self._cases, cases, self._moving, moving)
        if changed is None or len(changed):
            self._paint_changed(self._rows, cases, moving, frame, changed)
        self._key, self._cases, self._moving = key, cases, moving

    def paint(self, painter: QPainter, split: Split) -> None:
        """Draw them all, predicted as `split` says."""
        for row in self._rows or ():
            row.paint(painter, split)

    def _paint_changed(
        self,
        rows: "tuple[_Row, _Row]",
        cases: Cases,
        moving: int | None,
        frame: PlotFrame,
        changed: Pixels | None,
    ) -> None:
        places = CasePlaces(cases, frame)
        before = None if changed is None or self._cases is None else CasePlaces(self._cases, frame)
        for label, row in enumerate(rows):
            is_shown = places.is_in_view & (cases.y == label)
            if moving is not None:
                is_shown[moving] = False
            spots = row.spots_of(places.x_px[is_shown], places.y_px[is_shown], cases.x[is_shown])
            if changed is None or before is None or len(changed) > _MOST_MENDED:
                row.repaint(spots)
            else:
                row.mend(spots, np.concatenate([before.x_px[changed], places.x_px[changed]]))


class _Row:
    """The cases of one true class: a strip as wide as the area."""

    def __init__(self, place: QRect, markers: MarkerSet, is_positive: bool) -> None:
        self._place = place
        self._markers = markers
        self._is_positive = is_positive
        self._spots = _Spots(np.empty(0, np.int64), np.empty(0))
        self._pixmaps = tuple(blank_pixmap(place.size(), markers.ratio) for _ in range(2))

    def spots_of(self, x_px: Pixels, y_px: Pixels, sizes: Column) -> _Spots:
        """The spots of cases at these pixels of the widget."""
        local = (x_px - self._place.left()) * self._place.height() + (y_px - self._place.top())
        keys, firsts = np.unique(local, return_index=True)
        return _Spots(keys, sizes[firsts])

    def repaint(self, spots: _Spots) -> None:
        """Show marks at `spots` alone."""
        self._spots = spots
        for pixmap in self._pixmaps:
            pixmap.fill(Qt.GlobalColor.transparent)
        self._paint_into(QRect(0, 0, self._place.width(), self._place.height()), spots.keys)

    def mend(self, spots: _Spots, near_px: Pixels) -> None:
        """Show marks at `spots` alone, which differ from those shown only around the columns `near_px`."""
        self._spots = spots
        reach, height = self._markers.reach, self._place.height()
        for x_px in np.unique(near_px - self._place.left()).tolist():
            hole = QRect(x_px - reach, 0, 2 * reach + 1, height)
            self._paint_into(hole, spots.keys[self._between(x_px - 2 * reach, x_px + 2 * reach)])

    def paint(self, painter: QPainter, split: Split) -> None:
        """Left of the split from one pixmap, right of it from the other, and between them mark by mark."""
        boundary = round(min(max(split.boundary_px, -1e6), 1e6)) - self._place.left()
        reach, width, height = self._markers.reach, self._place.width(), self._place.height()
        if split.is_left_positive == split.is_right_positive:
            boundary = width + 2 * reach
        left = min(max(boundary - reach, 0), width)
        right = min(max(boundary + reach + 1, 0), width)
        self._paint_part(painter, self._pixmaps[split.is_left_positive], QRect(0, 0, left, height))
        self._paint_part(painter, self._pixmaps[split.is_right_positive], QRect(right, 0, width - right, height))
        if left < right:
            self._paint_marks(painter, split, QRect(left, 0, right - left, height))

    def _paint_part(self, painter: QPainter, pixmap: QPixmap, part: QRect) -> None:
        if part.width() > 0:
            ratio = self._markers.ratio
            source = QRectF(part.left() * ratio, 0, part.width() * ratio, part.height() * ratio)
            painter.drawPixmap(QRectF(part.translated(self._place.topLeft())), pixmap, source)

    def _paint_marks(self, painter: QPainter, split: Split, part: QRect) -> None:
        reach, origin, height = self._markers.reach, self._place.topLeft(), self._place.height()
        painter.save()
        painter.setClipRect(part.translated(origin), Qt.ClipOperation.IntersectClip)
        near = self._between(part.left() - reach, part.right() + reach)
        predictions = split.predict(self._spots.sizes[near]).tolist()
        for spot, is_predicted in zip(self._spots.keys[near].tolist(), predictions, strict=True):
            x_px, y_px = divmod(spot, height)
            place = QPointF(x_px + origin.x() - reach, y_px + origin.y() - reach)
            painter.drawPixmap(place, self._markers.pixmap(self._is_positive, is_predicted))
        painter.restore()

    def _paint_into(self, part: QRect, keys: Pixels) -> None:
        reach, height = self._markers.reach, self._place.height()
        corners = [divmod(key, height) for key in keys.tolist()]
        for is_predicted, pixmap in enumerate(self._pixmaps):
            mark = self._markers.pixmap(self._is_positive, bool(is_predicted))
            with QPainter(pixmap) as painter:
                painter.setClipRect(part)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.fillRect(part, Qt.GlobalColor.transparent)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                for x_px, y_px in corners:
                    painter.drawPixmap(x_px - reach, y_px - reach, mark)

    def _between(self, left: int, right: int) -> slice:
        height = self._place.height()
        first, last = np.searchsorted(self._spots.keys, [left * height, (right + 1) * height]).tolist()
        return slice(first, last)


def _rows(frame: PlotFrame, markers: MarkerSet) -> tuple[_Row, _Row]:
    rows = []
    for label in (0, 1):
        top, bottom = CasePlaces.row_px(frame, label)
        left, right = round(frame.area.left()), round(frame.area.right())
        reach = markers.reach
        place = QRect(left - reach, top - reach, right - left + 2 * reach + 1, bottom - top + 2 * reach + 1)
        rows.append(_Row(place, markers, bool(label)))
    return rows[0], rows[1]


def _changed(before: Cases, after: Cases, was_moving: int | None, moving: int | None) -> Pixels:
    """The indices of the cases that have to be shown otherwise than before."""
    differs = np.zeros(len(after), bool)
    if before is not after:
        differs = (before.x != after.x) | (before.y != after.y)
    if moving is not None and moving == was_moving:
        differs[moving] = False
    elif moving != was_moving:
        differs[[index for index in (moving, was_moving) if index is not None]] = True
    return np.flatnonzero(differs)
