"""The decision that follows from a probability: counts of hits and errors, and what the errors cost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout

from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import logits, sigmoid
from lossviz.core.fit.thresholds import Counts, best_threshold, counts_at
from lossviz.core.per_cents import per_cent
from lossviz.stores.fit_store import FitStore
from lossviz.stores.threshold_store import MOST_COST, Costs, ThresholdStore
from lossviz.widgets.controls import caption_for, named, plain_label, row_of, show_value
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel

_COLUMNS = ("tp", "fp", "tn", "fn", "accuracy", "cost", "best")
_COSTS = (0.01, MOST_COST)


class FitThresholdPanel(Panel):
    """A row for the sigmoid and one for the line, judged at the same threshold."""

    def __init__(self, clock: FrameClock, fit: FitStore, threshold: ThresholdStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._threshold = threshold
        self._cells: dict[tuple[str, str], StillLabel] = {}
        self._build()
        for signal in (fit.cases_changed, fit.parameters_changed, threshold.changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Count the cases on either side of the threshold."""
        fit, cases = self._fit, self._fit.cases
        scores = {
            "sigmoid": sigmoid(logits(fit.parameters, cases.x)),
            "line": logits(fit.facts.line, cases.x),
        }
        for model, values in scores.items():
            self._show_row(model, counts_at(values, cases.y, self._threshold.threshold), *self._best(values))
        show_value(self._threshold_box, self._threshold.threshold)
        show_value(self._false_positive, self._threshold.costs.false_positive)
        show_value(self._false_negative, self._threshold.costs.false_negative)

    def _best(self, scores: Column) -> tuple[float, float]:
        """The threshold at which the errors cost least, and what they cost there."""
        costs = self._threshold.costs
        return best_threshold(scores, self._fit.cases.y, costs.false_positive, costs.false_negative)

    def _show_row(self, model: str, counts: Counts, best: float, best_cost: float) -> None:
        costs = self._threshold.costs
        cost = counts.cost(costs.false_positive, costs.false_negative)
        texts = {
            **{name: str(getattr(counts, name)) for name in ("tp", "fp", "tn", "fn")},
            "accuracy": per_cent(counts.accuracy),
            "cost": f"{cost:g}",
            "best": self.tr("{threshold:.3f} (costs {cost:g})").format(threshold=best, cost=best_cost),
        }
        for name, text in texts.items():
            self._cells[model, name].setText(text)

    def _build(self) -> None:
        self._threshold_box = self._box("threshold", self.tr("Threshold"), (0.0, 1.0), 0.05)
        self._threshold_box.valueChanged.connect(self._threshold.set_threshold)
        self._false_positive = self._box("cost_fp", self.tr("Cost of a false alarm"), _COSTS, 1.0)
        self._false_negative = self._box("cost_fn", self.tr("Cost of a missed case"), _COSTS, 1.0)
        for box in (self._false_positive, self._false_negative):
            box.valueChanged.connect(self._on_costs)
        go = named(
            QPushButton(self.tr("Use the best")), "fit.best_threshold", self.tr("Use the sigmoid's best threshold")
        )
        go.setToolTip(self.tr("The threshold at which the errors of the sigmoid cost least"))
        go.clicked.connect(self._on_best)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addLayout(row_of(caption_for(self._threshold_box, self.tr("Threshold")), self._threshold_box, go, None))
        column.addLayout(
            row_of(
                *(caption_for(self._false_positive, self.tr("False alarm costs")), self._false_positive),
                *(caption_for(self._false_negative, self.tr("missed case costs")), self._false_negative),
                None,
            )
        )
        column.addLayout(self._build_table())
        column.addStretch(1)

    def _build_table(self) -> QGridLayout:
        heads = {
            "tp": (self.tr("TP"), self.tr("true positives: called positive, and they are")),
            "fp": (self.tr("FP"), self.tr("false positives: false alarms")),
            "tn": (self.tr("TN"), self.tr("true negatives: called negative, and they are")),
            "fn": (self.tr("FN"), self.tr("false negatives: missed cases")),
            "accuracy": (self.tr("accuracy"), self.tr("share of all cases that are called right")),
            "cost": (self.tr("cost"), self.tr("of all errors at this threshold")),
            "best": (self.tr("best threshold"), self.tr("where the errors cost least")),
        }
        rows = {"sigmoid": self.tr("Sigmoid"), "line": self.tr("Line")}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for row, model_text in enumerate(rows.values(), start=1):
            grid.addWidget(plain_label(model_text), row, 0)
        for column, name in enumerate(_COLUMNS, start=1):
            head = plain_label(heads[name][0])
            head.setToolTip(heads[name][1])
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
            for row, (model, model_text) in enumerate(rows.items(), start=1):
                cell = named(QLabel(), f"fit.{model}_{name}", f"{model_text}: {heads[name][1]}")
                cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._cells[model, name] = StillLabel(cell)
                grid.addWidget(self._cells[model, name], row, column, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(len(_COLUMNS) + 1, 1)
        return grid

    def _box(self, name: str, text: str, limits: tuple[float, float], step: float) -> NumberBox:
        box = named(NumberBox(*limits), f"fit.{name}", text)
        box.setSingleStep(step)
        box.tell_refusals()
        return box

    def _on_costs(self) -> None:
        self._threshold.set_costs(Costs(self._false_positive.value(), self._false_negative.value()))

    def _on_best(self) -> None:
        scores = sigmoid(logits(self._fit.parameters, self._fit.cases.x))
        self._threshold.set_threshold(self._best(scores)[0])
