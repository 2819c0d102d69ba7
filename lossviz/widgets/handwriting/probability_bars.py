"""Probabilities of classes as labelled bars, painted in one go."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.per_cents import per_cent
from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.theme import ThemeSource

_DIGITS = tuple("0123456789")
_AIR_ABOVE_AND_BELOW_PX = 3
_ROW_SHARE_OF_FONT = 1.8
_BAR_SHARE_OF_ROW = 0.6
_LABELS_SHARE_OF_WIDTH = 0.4
_LEAST_TRACK_PX = 40
_AIR_PX = 3  # between the pointer and the name
_ON_THE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class _Columns:
    """Where the columns of every row lie, in pixels from the left."""

    label: QRectF
    track: QRectF
    number: QRectF


@dataclass(frozen=True)
class _Look:
    """Of a row: type, and the colours of its bar and its words."""

    font: QFont
    bar: str
    text: str


class ProbabilityBars(QWidget):
    """One row per class: name, bar, per cent. The likeliest is marked by a pointer, bold type and another colour."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[str, ...] = _DIGITS
        self._values: tuple[float, ...] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Probability of each class"))
        offer_export(self, self)
        self._describe()
        theme.theme_changed.connect(self._on_theme_changed)

    def show_probabilities(self, probabilities: NDArray[np.float64] | None, labels: Sequence[str] = _DIGITS) -> None:
        """probabilities: (classes,), None if there is nothing to judge; labels: one per class.

        What is not finite is shown as a dash. Raises: ValueError if there are not as many labels as probabilities.
        """
        values = None if probabilities is None else tuple(np.asarray(probabilities, np.float64).tolist())
        if values is not None and len(values) != len(labels):
            raise ValueError(f"{len(values)} probabilities for {len(labels)} labels")
        if (values, tuple(labels)) == (self._values, self._labels):
            return
        if len(labels) != len(self._labels):
            self.updateGeometry()
        self._values, self._labels = values, tuple(labels)
        self._describe()
        self.update()

    def summary(self) -> str:
        """The likeliest class, then each with its share."""
        best = self._best()
        if best is None:
            return self.tr("No probabilities yet.")
        rows = [f"{label}: {self._number(i)}" for i, label in enumerate(self._labels)]
        most_likely = self.tr("Most likely: {label}.").format(label=self._labels[best])
        return f"{most_likely} {', '.join(rows)}"

    def table(self) -> Table:
        """A row for each class."""
        return table_of(("class", "probability"), zip(self._labels, self._values or (), strict=False))

    def sizeHint(self) -> QSize:
        """Rows with some air."""
        rows = len(self._labels)
        return QSize(240, round(rows * _ROW_SHARE_OF_FONT * self._theme.theme.sizes.font_px))

    def minimumSizeHint(self) -> QSize:
        """Rows as low as the type can be read, and names cut to a few letters."""
        sizes = self._theme.theme.sizes
        metrics = QFontMetrics(self._font(sizes.font_px, bold=True))
        label = min(self._label_px(metrics), metrics.horizontalAdvance("MMM"))
        fixed = self._marker_px() + label + self._number_px(metrics)
        row = sizes.font_px + _AIR_ABOVE_AND_BELOW_PX
        return QSize(fixed + 2 * sizes.gap_px + _LEAST_TRACK_PX, len(self._labels) * row)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _best(self) -> int | None:
        """The first of the largest finite values."""
        finite = {i: value for i, value in enumerate(self._values or ()) if math.isfinite(value)}
        return max(finite, key=finite.__getitem__) if finite else None

    def _number(self, index: int) -> str:
        if self._values is None or not math.isfinite(self._values[index]):
            return "–"
        return per_cent(self._values[index])

    def _describe(self) -> None:
        self.setAccessibleDescription(self.summary())

    def _font(self, size_px: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size_px)
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)  # figures of equal width
        return font

    def _fitting_font_px(self) -> int:
        return max(1, min(self._theme.theme.sizes.font_px, math.floor(self._row_px()) - _AIR_ABOVE_AND_BELOW_PX))

    def _row_px(self) -> float:
        return self.height() / max(1, len(self._labels))

    def _marker_px(self) -> int:
        return self._theme.theme.sizes.marker_px + _AIR_PX

    def _label_px(self, metrics: QFontMetrics) -> int:
        return max((metrics.horizontalAdvance(label) for label in self._labels), default=0)

    def _number_px(self, metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance(per_cent(1.0))

    def _columns(self, metrics: QFontMetrics) -> _Columns:
        row, gap, marker = self._row_px(), self._theme.theme.sizes.gap_px, self._marker_px()
        label = min(self._label_px(metrics), round(_LABELS_SHARE_OF_WIDTH * self.width()))
        number = self._number_px(metrics)
        track_left = marker + label + gap
        track = max(0, self.width() - track_left - gap - number)
        return _Columns(
            QRectF(marker, 0, label, row),
            QRectF(track_left, 0, track, row),
            QRectF(self.width() - number, 0, number, row),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all rows, the likeliest last."""
        colours, best = self._theme.theme.colours, self._best()
        plain, bold = (self._font(self._fitting_font_px(), bold=is_bold) for is_bold in (False, True))
        columns = self._columns(QFontMetrics(bold))
        others = [index for index in range(len(self._labels)) if index != best]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_tracks(painter, columns)
            self._paint_rows(painter, columns, others, _Look(plain, colours.bar, colours.text_muted))
            if best is not None:
                self._paint_rows(painter, columns, [best], _Look(bold, colours.bar_best, colours.text))
                self._paint_pointer(painter, columns, best)
            paint_focus(painter, self, self._theme.theme)

    def _paint_tracks(self, painter: QPainter, columns: _Columns) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.theme.colours.bar_track))
        for index in range(len(self._labels)):
            self._paint_bar(painter, columns, index, 1.0)

    def _paint_rows(self, painter: QPainter, columns: _Columns, rows: Sequence[int], look: _Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.bar))
        for index in rows:
            self._paint_bar(painter, columns, index, min(max(self._finite(index), 0.0), 1.0))
        painter.setFont(look.font)
        painter.setPen(QColor(look.text))
        for index in rows:
            below = self._row_px() * index
            painter.drawText(
                columns.label.translated(0, below), _ON_THE_RIGHT, self._shown_label(painter, columns, index)
            )
            painter.drawText(columns.number.translated(0, below), _ON_THE_RIGHT, self._number(index))

    def _paint_bar(self, painter: QPainter, columns: _Columns, index: int, share: float) -> None:
        sizes, row = self._theme.theme.sizes, self._row_px()
        height, width = min(_BAR_SHARE_OF_ROW * row, sizes.font_px * 1.2), share * columns.track.width()
        bar = QRectF(columns.track.left(), row * (index + 0.5) - height / 2, width, height)
        radius = min(sizes.radius_px, height / 2)
        painter.drawRoundedRect(bar, min(radius, width / 2), radius)

    def _paint_pointer(self, painter: QPainter, columns: _Columns, best: int) -> None:
        """In front of its name. painter: with that row's type."""
        name_px = painter.fontMetrics().horizontalAdvance(self._shown_label(painter, columns, best))
        tip = QPointF(columns.label.right() - name_px - _AIR_PX, self._row_px() * (best + 0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.theme.colours.bar_best))
        painter.drawPolygon(_pointer(tip, self._theme.theme.sizes.marker_px))

    def _shown_label(self, painter: QPainter, columns: _Columns, index: int) -> str:
        room = math.ceil(columns.label.width())
        return painter.fontMetrics().elidedText(self._labels[index], Qt.TextElideMode.ElideRight, room)

    def _finite(self, index: int) -> float:
        value = self._values[index] if self._values else 0.0
        return value if math.isfinite(value) else 0.0


def _pointer(tip: QPointF, size_px: int) -> QPolygonF:
    """A triangle that points to the right."""
    back = QPointF(0.8 * size_px, size_px / 2)
    return QPolygonF([tip - back, tip, tip - QPointF(back.x(), -back.y())])
