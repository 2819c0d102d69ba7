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


@dataclass(frozen=True)
class _Columns:
    """Where the columns of every row lie, in pixels from the left."""

    label: QRectF
    track: QRectF
    number: QRectF


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
        """Draw all rows."""
        size_px, best = self._fitting_font_px(), self._best()
        plain, bold = self._font(size_px, bold=False), self._font(size_px, bold=True)
        columns = self._columns(QFontMetrics(bold))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            for index in range(len(self._labels)):
                painter.setFont(bold if index == best else plain)
                self._paint_bar(painter, columns, index, is_best=index == best)
                self._paint_words(painter, columns, index, is_best=index == best)
                painter.translate(0, self._row_px())
            painter.restore()
            paint_focus(painter, self, self._theme.theme)

    def _paint_bar(self, painter: QPainter, columns: _Columns, index: int, *, is_best: bool) -> None:
        theme = self._theme.theme
        row = self._row_px()
        height = min(_BAR_SHARE_OF_ROW * row, theme.sizes.font_px * 1.2)
        track = QRectF(columns.track.left(), (row - height) / 2, columns.track.width(), height)
        radius = min(theme.sizes.radius_px, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.bar_track))
        painter.drawRoundedRect(track, radius, radius)
        value = 0.0 if self._values is None or not math.isfinite(self._values[index]) else self._values[index]
        bar = QRectF(track.topLeft(), track.size())
        bar.setWidth(min(max(value, 0.0), 1.0) * track.width())
        painter.setBrush(QColor(theme.colours.bar_best if is_best else theme.colours.bar))
        painter.drawRoundedRect(bar, min(radius, bar.width() / 2), radius)

    def _paint_words(self, painter: QPainter, columns: _Columns, index: int, *, is_best: bool) -> None:
        colours = self._theme.theme.colours
        room = math.ceil(columns.label.width())
        label = painter.fontMetrics().elidedText(self._labels[index], Qt.TextElideMode.ElideRight, room)
        if is_best:
            painter.setBrush(QColor(colours.bar_best))
            tip = columns.label.right() - painter.fontMetrics().horizontalAdvance(label) - _AIR_PX
            painter.drawPolygon(_pointer(QPointF(tip, self._row_px() / 2), self._theme.theme.sizes.marker_px))
        painter.setPen(QColor(colours.text if is_best else colours.text_muted))
        middle, flags = Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextSingleLine
        painter.drawText(columns.label, flags | middle | Qt.AlignmentFlag.AlignRight, label)
        painter.drawText(columns.number, flags | middle | Qt.AlignmentFlag.AlignRight, self._number(index))


def _pointer(tip: QPointF, size_px: int) -> QPolygonF:
    """A triangle that points to the right."""
    back = QPointF(0.8 * size_px, size_px / 2)
    return QPolygonF([tip - back, tip, tip - QPointF(back.x(), -back.y())])
