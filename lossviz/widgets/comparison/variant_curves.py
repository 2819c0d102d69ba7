"""The curves of a comparison: accuracy on one axis for all, each loss on an axis of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from lossviz.core.training.metric_log import BatchColumns, Column, Evaluation
from lossviz.widgets.comparison.variant_looks import VariantLook
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, Dots, PlotPicture
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

POINTS = 200  # of a curve; each is the mean over the batches since the one before
WINDOW = 20  # batches at least
WIDE_PX = 640  # from here on accuracy and losses stand side by side: also across a small projector, in its type
CLOSE_ABOVE, CLOSE_FROM = 85.0, 80.0  # once all variants read so many per cent right, the axis begins further up
ACCURACY_PX, LOSS_PX = 156, 105  # the least heights
FEWEST_STEPS = 10  # of the axis, while nobody knows how many there will be
HINT_AIR_PX = 72  # in usual type, to either side, where the numbers of the axis stand


@dataclass(frozen=True, eq=False)
class VariantCurve:
    """One variant, as far as it has come."""

    key: str
    name: str
    look: VariantLook
    columns: BatchColumns
    evaluations: tuple[Evaluation, ...]


class VariantCurves(QWidget):
    """The accuracies of all variants together, and a small plot for the loss of each. prefix: of the object names."""

    def __init__(self, theme: ThemeSource, prefix: str, most: int) -> None:
        super().__init__()
        self.accuracy = named(
            LinePlot(theme, self.tr("step (batches)"), self.tr("accuracy (%)")),
            f"{prefix}_accuracy",
            self.tr("Accuracy of all variants"),
        )
        self.accuracy.setMinimumHeight(ACCURACY_PX)
        self._hint = self._build_hint()
        self.losses = [
            named(
                LinePlot(theme, "", self.tr("loss")),
                f"{prefix}_loss_{number}",
                self.tr("Loss of variant {number}").format(number=number),
            )
            for number in range(1, most + 1)
        ]
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, plot in enumerate(self.losses):
            plot.setMinimumSize(140, LOSS_PX)
            grid.addWidget(plot, place // 2, place % 2)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._sides.setContentsMargins(0, 4, 0, 0)
        self._sides.setSpacing(6)
        self._sides.addWidget(self.accuracy, 1)
        self._sides.addLayout(grid, 1)

    def _build_hint(self) -> QLabel:
        hint = plain_label(self.tr("Press Compare: the share of digits that each reads right appears here."))
        hint.setProperty("rank", "caption")
        hint.setWordWrap(True)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        room = QVBoxLayout(self.accuracy)
        at_each_type(self.accuracy, lambda _metrics: self._give_air(room))
        room.addWidget(hint, 0, Qt.AlignmentFlag.AlignTop)  # further down a low window hides it
        return hint

    def _give_air(self, room: QVBoxLayout) -> None:
        air = round(by_type(self.accuracy, HINT_AIR_PX))
        room.setContentsMargins(air, air // 4, air // 2, 0)

    def show_curves(self, curves: Sequence[VariantCurve], last_step: int) -> None:
        """Show these. last_step: that they are on the way to; 0 while nobody knows."""
        steps = AxisRange(0.0, float(last_step or FEWEST_STEPS))
        self._hint.setVisible(all(len(one.columns.loss_sums) <= 1 for one in curves))
        self.accuracy.show_plot(_accuracies(curves, steps))
        for place, plot in enumerate(self.losses):
            plot.setVisible(place < len(curves))
            if place < len(curves):
                plot.show_plot(_loss(curves[place], steps))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= by_type(self, WIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if direction != self._sides.direction():
            self._sides.setDirection(direction)


def running_means(sums: Column) -> tuple[Column, Column]:
    """Steps and means: at most POINTS of them, each over the last batches. sums: (n + 1,), running from 0."""
    count = len(sums) - 1
    if count < 1:
        return np.empty(0), np.empty(0)
    ends = np.unique(np.linspace(1, count, min(count, POINTS)).round().astype(np.int64))
    begins = np.maximum(ends - max(WINDOW, -(-count // POINTS)), 0)
    return ends.astype(np.float64), (sums[ends] - sums[begins]) / (ends - begins)


def _accuracies(curves: Sequence[VariantCurve], steps: AxisRange) -> PlotPicture:
    """In per cent."""
    lines = tuple(_line(one, 100.0 * one.columns.accuracy_sums, one.name) for one in curves)
    dots = tuple(_dots(one, [100.0 * evaluation.accuracy for evaluation in one.evaluations]) for one in curves)
    worst = min((100.0 * evaluation.accuracy for one in curves for evaluation in one.evaluations), default=0.0)
    low = CLOSE_FROM if worst > CLOSE_ABOVE else 0.0
    return PlotPicture(lines, dots, x_range=steps, y_range=AxisRange(low, 100.0 + 0.02 * (100.0 - low)))


def _loss(one: VariantCurve, steps: AxisRange) -> PlotPicture:
    line = _line(one, one.columns.loss_sums, one.name)
    dots = _dots(one, [evaluation.loss for evaluation in one.evaluations])
    values = np.concatenate([line.ys, dots.ys])
    seen = values[np.isfinite(values)]
    highest = float(np.quantile(seen, 0.98)) if len(seen) else 1.0  # the first batches would squash the rest
    return PlotPicture((line,), (dots,), x_range=steps, y_range=AxisRange(0.0, 1.1 * max(highest, 1e-9)))


def _line(one: VariantCurve, sums: Column, name: str) -> Curve:
    xs, ys = running_means(sums)
    return Curve(one.key, name, xs, ys, one.look.colour, one.look.dash)


def _dots(one: VariantCurve, values: list[float]) -> Dots:
    steps = [float(evaluation.step) for evaluation in one.evaluations[: len(values)]]
    return Dots(f"{one.key} validation", np.array(steps), np.array(values), one.look.colour, one.look.mark)
