"""Where the formulas end in float32, and the forms that go on: shifted exponents, losses of logits."""

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.softmax.float32_range import (
    LARGEST_EXPONENT,
    Float32Softmax,
    SigmoidCase,
    SigmoidLosses,
    sigmoid_losses,
)
from lossviz.core.softmax.limits import LOGIT
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.number_table import NumberTable, TableColumn, TableRow
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import caption, caption_for, fill_combo, named, row_of, show_choice, show_value
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type
from lossviz.widgets.whole_formulas import whole_formulas

_SAMPLE = "1.000e−38"
_WIDE_PX = 860  # from here on both halves stand side by side, where they have no room below each other
_APART_PX = 24
_LINES_AROUND = 9  # of explanations and of what can be set
_VISIBLE = 1e-2  # from here on a difference is more than rounding


class SoftmaxRangePanel(Panel):
    """The softmax of the page's logits both ways; below, a sigmoid's two losses for a logit of one's own."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self._shown_sigmoid: SigmoidCase | None = None
        self._build(theme)
        at_each_type(self, lambda _metrics: self._arrange())
        for signal in (
            *(logits.logits_changed, logits.targets_changed),
            *(logits.settings_changed, logits.pointing_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show both ways and both losses."""
        found, rows_before = self._logits.facts.float32, len(self.table.rows)
        self.table.show_rows(self._softmax_rows(found), self._logits.hovered)
        self._explanation.setText(whole_formulas(self._explained(found)))
        show_value(self._z, self._logits.sigmoid.z)
        show_choice(self._label, self._logits.sigmoid.label)
        if self._logits.sigmoid != self._shown_sigmoid:
            self._show_sigmoid(self._logits.sigmoid)
        if len(self.table.rows) != rows_before:
            self._arrange()

    def _show_sigmoid(self, sigmoid: SigmoidCase) -> None:
        self._shown_sigmoid = sigmoid
        losses = sigmoid_losses(np.array([sigmoid.z]), np.array([sigmoid.label]))
        self.losses.show_rows(self._loss_rows(losses))
        self._loss_explanation.setText(self._losses_explained(losses, sigmoid.label))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The halves below each other where that fits, or where they have no room side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= by_type(self, _WIDE_PX)
        is_high = self.height() >= self._height_of_both()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if is_wide and not is_high else down)

    def _height_of_both(self) -> int:
        """Both tables and what stands around them, however many lines the explanations have at the moment."""
        tables = sum(table.minimumSizeHint().height() for table in (self.table, self.losses))
        return tables + _LINES_AROUND * self.fontMetrics().lineSpacing() + _APART_PX

    def _softmax_rows(self, found: Float32Softmax) -> list[TableRow]:
        columns = (
            *(found.scaled, found.exps, found.probabilities),
            *(found.shifted_exps, found.shifted_probabilities),
        )
        numbers = zip(*(column.tolist() for column in columns), strict=True)
        rows = [_row(name, row) for name, row in zip(self._logits.names, numbers, strict=True)]
        naive, stable = (float(column.sum()) for column in (found.probabilities, found.shifted_probabilities))
        return [*rows, _row(self.tr("sum"), (None, found.total, naive, found.shifted_total, stable))]

    def _explained(self, found: Float32Softmax) -> str:
        largest = float(found.scaled.max())
        if np.isinf(found.exps).any():
            text = self.tr(
                "e^{largest:.5g} is larger than the largest float32, 3.4e38, and becomes inf: inf / inf is NaN. "
                "Taking the largest z/T off every one first changes no probability, and no power is above 1."
            )
        elif math.isinf(found.total):
            text = self.tr(
                "Each e^(z/T) still fits, but their sum is larger than the largest float32: everything / inf is 0."
            )
        elif found.total == 0.0:
            text = self.tr(
                "Even e^{largest:.5g} is smaller than the smallest float32, 1.4e−45, and becomes 0: 0 / 0 is NaN. "
                "After the shift the largest is e^0 = 1."
            )
        else:
            text = self.tr(
                "Both ways agree here. In float32 e^x ends at x = {end:.2f}; the largest z/T is {largest:.5g}."
            )
        return text.format(largest=largest, end=LARGEST_EXPONENT) + " " + self._loss_text(found)

    def _loss_text(self, found: Float32Softmax) -> str:
        text = self.tr("Loss after one softmax: {naive} as written, {shifted} by log_softmax.")
        return text.format(naive=_text(found.loss), shifted=_text(found.shifted_loss))

    def _loss_rows(self, losses: SigmoidLosses) -> list[TableRow]:
        p = float(losses.probabilities[0])
        return [
            _row(self.tr("by the formula"), (p, float(losses.by_formula[0]), None)),
            _row("BCELoss", (p, float(losses.by_probability[0]), float(losses.slopes_by_probability[0]))),
            _row("BCEWithLogitsLoss", (None, float(losses.by_logit[0]), float(losses.slopes_by_logit[0]))),
        ]

    def _losses_explained(self, losses: SigmoidLosses, y: float) -> str:
        p = float(losses.probabilities[0])
        by_probability, by_logit = float(losses.slopes_by_probability[0]), float(losses.slopes_by_logit[0])
        if p == 1.0 - y:
            text = self.tr(
                "In float32 p is exactly {p:g}, so the formula takes ln 0 = −inf. BCELoss takes no logarithm below "
                "−100: it says 100 whatever z is, and its gradient is 0. From the logit itself both come out right."
            )
        elif p == y:
            text = self.tr(
                "In float32 p is exactly {p:g}, as the label: the formula gives 0 · ln 0 = NaN, which BCELoss avoids."
            )
        elif abs(by_probability - by_logit) > _VISIBLE * abs(by_logit):
            text = self.tr(
                "The losses agree, but not the gradients: on its way back BCELoss divides by p (1 − p), and by 1e−12 "
                "where that is less, so that the gradient fades just where the answer is worst."
            )
        else:
            text = self.tr("All agree but for rounding. Try z = 20 with y = 0: there p is exactly 1 in float32.")
        return text.format(p=p)

    def _build(self, theme: ThemeSource) -> None:
        inside = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._halves.setContentsMargins(0, 4, 0, 0)
        self._halves.setSpacing(_APART_PX)
        for build in (self._build_softmax, self._build_losses):
            column = QVBoxLayout()
            column.setSpacing(4)
            build(column, theme)
            column.addStretch(1)
            self._halves.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _build_softmax(self, column: QVBoxLayout, theme: ThemeSource) -> None:
        heads = ("z/T", "e^(z/T)", self.tr("p naive"), "e^(z/T−max)", self.tr("p shifted"))
        columns = (
            TableColumn(self.tr("class"), "MMMM", is_left=True),
            *(TableColumn(head, _SAMPLE) for head in heads),
        )
        self.table = named(NumberTable(theme, columns), "softmax.float32", self.tr("Softmax in float32, both ways"))
        self.table.row_hovered.connect(self._on_row_hovered)
        self._explanation = named(QLabel(), "softmax.float32_explanation", self.tr("What happens in float32"))
        self._explanation.setWordWrap(True)
        overflow = named(
            QPushButton(self.tr("Try an overflow")), "softmax.overflow", self.tr("Take the logits 100, 90 and 20")
        )
        overflow.setToolTip(overflow.accessibleName())
        overflow.clicked.connect(lambda _checked: self._logits.apply_preset("overflow"))
        row = QHBoxLayout()
        row.addWidget(self._explanation, 1)
        row.addWidget(overflow, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table)
        column.addLayout(row)

    def _build_losses(self, column: QVBoxLayout, theme: ThemeSource) -> None:
        self._z = named(NumberBox(LOGIT.low, LOGIT.high), "softmax.saturated_z", self.tr("Logit of a sigmoid"))
        self._z.setValue(self._logits.sigmoid.z)
        self._z.valueChanged.connect(self._on_loss_settings)
        self._z.refused.connect(self._on_refused)
        self._label = named(QComboBox(), "softmax.saturated_label", self.tr("Label"))
        fill_combo(self._label, [("0", 0.0), ("1", 1.0)])
        self._label.activated.connect(self._on_loss_settings)
        self._refusal = named(Refusal(), "softmax.saturated_refusal", self.tr("What was not taken"))
        heads = (self.tr("p = sigmoid(z)"), self.tr("loss"), self.tr("d loss / dz"))
        columns = (
            TableColumn(self.tr("float32"), "BCEWithLogitsLoss", is_left=True),
            *(TableColumn(head, _SAMPLE) for head in heads),
        )
        self.losses = named(NumberTable(theme, columns), "softmax.saturated", self.tr("Losses of a sigmoid"))
        self._loss_explanation = named(QLabel(), "softmax.saturated_explanation", self.tr("What torch does"))
        self._loss_explanation.setWordWrap(True)
        column.addLayout(
            row_of(
                *(caption(self.tr("A sigmoid of")), caption_for(self._z, "z ="), self._z),
                *(caption_for(self._label, self.tr("with the label y =")), self._label, None),
                spacing=6,
            )
        )
        column.addWidget(self._refusal)
        column.addWidget(self.losses)
        column.addWidget(self._loss_explanation)

    def _on_row_hovered(self, row: int | None) -> None:
        is_class = row is not None and row < self._logits.class_count
        self._logits.point(row if is_class else None, "exp" if is_class else None)

    def _on_loss_settings(self) -> None:
        self._refusal.settle()
        self._logits.set_sigmoid(self._z.value(), self._label.currentData())

    def _on_refused(self, typed: str) -> None:
        self._refusal.tell_number(typed, LOGIT.low, LOGIT.high)


def _row(name: str, numbers: tuple[float | None, ...]) -> TableRow:
    """What is not finite is marked; None is left empty."""
    warned = {place for place, value in enumerate(numbers, start=1) if value is not None and not math.isfinite(value)}
    return TableRow((name, *("" if value is None else _text(value) for value in numbers)), frozenset(warned))


def _text(value: float) -> str:
    """float32 as it is, to four digits."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "inf" if value > 0 else "−inf"
    mantissa, mark, exponent = f"{value:.4g}".partition("e")
    return with_minus_signs(f"{mantissa}{mark}{int(exponent) if mark else ''}")
