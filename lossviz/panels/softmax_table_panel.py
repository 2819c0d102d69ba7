"""The classes in a table: every stage from the logit to the gradient, with the bars that can be dragged."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QVBoxLayout

from lossviz.core.errors import LossvizError
from lossviz.core.softmax.limits import LOGIT
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.class_table import ClassTable
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import named
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource


class SoftmaxTablePanel(Panel):
    """The table, and below it why something was not taken."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.table = named(
            ClassTable(theme), "softmax.classes", self.tr("Classes: logits, probabilities, targets and losses")
        )
        self._build()
        self._connect_table()
        for signal in (logits.logits_changed, logits.targets_changed, logits.settings_changed):
            signal.connect(self.mark_dirty)
        logits.pointing_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show every class."""
        self.table.show_rows(_rows_of(self._logits))
        self.table.light(self._logits.hovered, self._logits.term)

    def _build(self) -> None:
        for index, box in enumerate(self.table.logit_boxes):
            box.setObjectName(f"softmax.logit_{index}")
            box.refused.connect(self._on_refused)
        for index, label in enumerate(self.table.probability_labels):
            label.setObjectName(f"softmax.probability_{index}")
        self.table.name_field.setObjectName("softmax.name")
        self._refusal = named(Refusal(), "softmax.table_refusal", self.tr("What was not taken"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)  # no higher than the table can use
        column.addWidget(self.table, 1)
        column.addWidget(self._refusal)

    def _connect_table(self) -> None:
        table, logits = self.table, self._logits
        table.logit_dragged.connect(lambda index, logit: self._take(index, lambda: logits.set_logit(index, logit)))
        table.target_dragged.connect(lambda index, share: self._take(index, lambda: logits.set_target(index, share)))
        table.true_class_chosen.connect(lambda index: self._take(index, lambda: logits.set_true_class(index)))
        table.name_edited.connect(lambda index, name: self._take(index, lambda: logits.set_name(index, name)))
        table.hovered.connect(logits.point)
        logits.logits_changed.connect(self._refusal.settle)

    def _take(self, index: int, change: Callable[[], None]) -> None:
        """Change a class; what is refused is explained, and everything stays as it was."""
        if index >= self._logits.class_count:  # the table still shows it, until the next frame
            return
        try:
            change()
        except LossvizError as error:
            self._refusal.tell(error)
            return
        self._refusal.settle()

    def _on_refused(self, typed: str) -> None:
        self._refusal.tell_number(typed, LOGIT.low, LOGIT.high)


def _rows_of(logits: LogitsStore) -> ClassRows:
    facts = logits.facts
    return ClassRows(
        names=logits.names,
        logits=facts.logits,
        scaled=facts.scaled,
        exps=facts.exps,
        probabilities=facts.output,
        target=facts.target,
        loss_terms=facts.terms,
        bce_slopes=facts.gradient,
        mse_slopes=facts.mse_gradient,
        exp_sum=facts.exps_total,
        loss=facts.loss,
        temperature=facts.temperature,
        true_class=logits.true_class,
        nudges=logits.nudges,
        once=facts.probabilities if facts.is_double else None,
    )
