"""Where the bars, the pulls and the meters of the losses stand."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import LossKind
from lossviz.widgets.fit.loss_columns import LossBarsPicture, LossColumns
from lossviz.widgets.theme import Theme

_TOPS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)  # of the upper half, in nats; what is longer is cut off there
_LOWEST = 1.04  # of the lower half: a squared error is 1 at the most
_METER_TOPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
_LANE_EM = (1.9, 3.2)
_LANE_SHARE = 0.09
_LANE_AIR = 0.2  # of a lane, between it and the bars
_WIDEST_NUMBER, _WIDEST_FLOOR = "0.05", "floor 0.000"
_MOST_BARS = 200
_LEAST_BAR_PX, _LEAST_GROUP_PX = 2.5, 4.0
_METER_EM = (2.0, 4.0)


@dataclass(frozen=True)
class LossLayout:
    """In pixels. Cross-entropy goes up from `baseline`, squared error down, on one scale.

    bars: both halves. lanes: of the pulls, above and below. top: the loss at the upper edge of `bars`.
    meter: of both means. meter_top: the mean at its upper edge.
    """

    bars: QRectF
    baseline: float
    top: float
    lane_px: float
    caption: QRectF
    meter: QRectF
    meter_top: float

    def lane(self, kind: LossKind) -> QRectF:
        """Where the pulls are: above the upper half, or below the lower."""
        air = _LANE_AIR * self.lane_px
        top = self.bars.top() - self.lane_px if kind == "bce" else self.bars.bottom() + air
        return QRectF(self.bars.left(), top, self.bars.width(), self.lane_px - air)

    def columns(self, kind: LossKind, losses: Column) -> list[QRectF]:
        """The bar of each column, cut off at the edge, in whole pixels."""
        edges = np.rint(self.bars.left() + np.arange(len(losses) + 1) * (self.bars.width() / len(losses)))
        air = 1.0 if self.bars.width() > _LEAST_GROUP_PX * len(losses) else 0.0
        lefts, widths = edges[:-1].tolist(), (np.diff(edges) - air).tolist()
        heights = np.rint(self.lengths(kind, losses, self.top)).tolist()
        tops = (self.baseline - height if kind == "bce" else self.baseline for height in heights)
        places = zip(lefts, tops, widths, heights, strict=True)
        return [QRectF(left, top, width, height) for left, top, width, height in places]

    def lengths(self, kind: LossKind, values: Column, top: float) -> Column:
        """How far from the baseline each of `values` reaches if `top` reaches the upper edge; to the edge at most."""
        return np.minimum(values * (self._room("bce") / top), self._room(kind))

    def stack(self, kind: LossKind, start: float, end: float) -> QRectF:
        """The part of a meter between two means."""
        near, far = self.lengths(kind, np.array([start, end]), self.meter_top).tolist()
        top = self.baseline - far if kind == "bce" else self.baseline + near
        return QRectF(self.meter.left(), top, self.meter.width(), far - near)

    def most_loss(self, kind: LossKind) -> float:
        """The longest bar that is not cut off."""
        return self.top if kind == "bce" else _LOWEST

    def column_at(self, x_px: float) -> float | None:
        """The share of the bars' width at a pixel; None outside."""
        share = (x_px - self.bars.left()) / max(self.bars.width(), 1.0)
        return share if 0.0 <= share <= 1.0 else None

    def _room(self, kind: LossKind) -> float:
        return self.baseline - self.bars.top() if kind == "bce" else self.bars.bottom() - self.baseline


def loss_layout(picture: LossBarsPicture, room: QRectF, theme: Theme, font: QFont) -> tuple[LossLayout, LossColumns]:
    """room: what is left between the key and the lower edge. The columns: as many as there is room for."""
    metrics, gap = QFontMetricsF(font), theme.sizes.gap_px
    number_px = metrics.horizontalAdvance(_WIDEST_NUMBER) + gap / 2
    lane_px = round(
        min(max(_LANE_SHARE * room.height(), _LANE_EM[0] * metrics.height()), _LANE_EM[1] * metrics.height())
    )
    bar_px = min(max(0.06 * room.width(), _METER_EM[0] * metrics.height()), _METER_EM[1] * metrics.height())
    left, right = room.left() + gap + metrics.height() + number_px, room.right() - gap
    meter_left = right - metrics.horizontalAdvance(_WIDEST_FLOOR) - gap / 2 - bar_px
    top, bottom = room.top() + lane_px, room.bottom() - lane_px - metrics.height() - gap / 2
    bars = QRectF(left, top, max(meter_left - number_px - 2 * gap - left, 1.0), max(bottom - top, 2.0))
    columns = LossColumns(picture, _most_columns(len(picture.cases), bars.width()))
    highest = _first(_TOPS, 1.02 * float(columns.losses["bce"].max()))
    baseline = round(bars.top() + bars.height() * highest / (highest + _LOWEST))
    meter = QRectF(meter_left, bars.top(), bar_px, bars.height())
    caption = QRectF(left, bottom + lane_px, bars.width(), metrics.height())
    return LossLayout(bars, baseline, highest, lane_px, caption, meter, _meter_top(picture, bars, baseline)), columns


def _most_columns(count: int, width_px: float) -> int:
    """How many bars can be told apart: one for each case if at all possible."""
    if count <= min(_MOST_BARS, width_px / _LEAST_BAR_PX):
        return count
    return int(min(_MOST_BARS, max(width_px / _LEAST_GROUP_PX, 1.0)))


def _meter_top(picture: LossBarsPicture, bars: QRectF, baseline: float) -> float:
    """A round number that leaves room for both means and the floor."""
    ratio = max(baseline - bars.top(), 1.0) / max(bars.bottom() - baseline, 1.0)
    needed = 1.1 * max(picture.mean("bce"), picture.floor or 0.0, picture.mean("mse") * ratio, 0.01)
    power = 0.01
    while True:
        for multiple in _METER_TOPS:
            if multiple * power >= needed:
                return multiple * power
        power *= 10.0


def _first(ladder: tuple[float, ...], needed: float) -> float:
    return next((rung for rung in ladder if rung >= needed), ladder[-1])
