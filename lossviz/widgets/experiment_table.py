"""One loss worked out in several ways, as a small table with a verdict."""

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from lossviz.core.by_hand.experiments import Experiment, Way, WayKey
from lossviz.core.per_cents import per_cent
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.type_size import at_least_as_wide_as

_COLUMN_GAP_PX = 14
_COLUMNS = ("mean", "total", "off")
_WIDEST = {"mean": "00.000000", "total": "000000.000", "off": "+0.0e-00"}  # so that numbers hold still


class ExperimentTable(QWidget):
    """A row for each way: mean, sum, and how far the mean is from that in float64.

    names: how each way is called. Its cells are called `prefix`_way_column, and the verdict `prefix`_verdict.
    """

    def __init__(self, prefix: str, names: Mapping[WayKey, str]) -> None:
        super().__init__()
        self._cells: dict[tuple[WayKey, str], QLabel] = {}
        grid = self._build_heads()
        for row, (key, name) in enumerate(names.items(), start=1):
            grid.addWidget(plain_label(name), row, 0)
            for column, what in enumerate(_COLUMNS, start=1):
                cell = named(QLabel(), f"{prefix}_{key}_{what}", f"{name}: {self._heads()[what][0]}")
                cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                at_least_as_wide_as(cell, _WIDEST[what])
                self._cells[key, what] = cell
                grid.addWidget(cell, row, column)
        self._verdict = named(WrappedText(), f"{prefix}_verdict", self.tr("Verdict"))
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(grid)
        self._box.addWidget(self._verdict)
        self.place_verdict(is_beside=False)

    def place_verdict(self, *, is_beside: bool) -> None:
        """Beside the numbers, where it takes no height, or below them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if is_beside else down)
        self._box.setSpacing(2 * _COLUMN_GAP_PX if is_beside else 3)
        self._box.setStretch(1, 1 if is_beside else 0)
        self._box.setAlignment(self._verdict, Qt.AlignmentFlag.AlignTop if is_beside else Qt.AlignmentFlag(0))

    def show_experiment(self, experiment: Experiment, verdict: str) -> None:
        """Show its numbers, and the sentence that they come to."""
        for way in experiment.ways:
            self._cells[way.key, "mean"].setText(_number(way.mean, 6))
            self._cells[way.key, "total"].setText(_number(way.total, 3))
            self._cells[way.key, "off"].setText(self._off(experiment, way))
        self._verdict.setText(verdict)

    def _off(self, experiment: Experiment, way: Way) -> str:
        off = experiment.off_by(way)
        if not math.isfinite(off):
            return _number(off, 0)
        text = f"{off:+.1e}" if abs(off) < 0.01 else f"{'+' if off > 0 else ''}{per_cent(off, 0)}"
        return with_minus_signs(text)

    def _build_heads(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_COLUMN_GAP_PX)
        grid.setVerticalSpacing(4)
        for column, what in enumerate(_COLUMNS, start=1):
            text, tip = self._heads()[what]
            head = plain_label(text)
            head.setProperty("rank", "small")
            head.setToolTip(tip)
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(len(_COLUMNS) + 1, 1)
        return grid

    def _heads(self) -> dict[str, tuple[str, str]]:
        return {
            "mean": (self.tr("mean"), self.tr('reduction="mean"')),
            "total": (self.tr("sum"), self.tr('reduction="sum"')),
            "off": (self.tr("error"), self.tr("How far the mean is from that in float64, as a share of it")),
        }


def _number(value: float, decimals: int) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.{decimals}f}"
