"""The loss by hand beside PyTorch's own: the same number in several ways, until float32 runs out of digits."""

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lossviz.core.by_hand.experiments import Experiment, WayKey
from lossviz.core.by_hand.settings import LIMITS
from lossviz.core.by_hand.snippets import ByHandSnippet, by_hand_snippet
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.controls import caption_for, named, row_of, show_value
from lossviz.widgets.experiment_table import ExperimentTable
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.remembered import remembered
from lossviz.widgets.type_size import at_least_as_wide_as, by_type
from lossviz.widgets.whole_number_box import WholeNumberBox

_WIDE_PX = 860  # from here on the experiments stand side by side, and the code below them
_VERDICTS_BESIDE_PX = 600  # below each other they have room beside their verdicts from here on
_NARROW_PX = 400


class LossesByHandPanel(Panel):
    """Both experiments side by side, the code below. Without room for both a button changes from one to the other."""

    def __init__(self, clock: FrameClock, by_hand: ByHandStore) -> None:
        super().__init__(clock)
        self._by_hand = by_hand
        self._boxes: dict[str, WholeNumberBox] = {}
        self._build()
        for signal in (by_hand.settings_changed, by_hand.labels_changed):
            signal.connect(self.mark_dirty)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Of the narrow arrangement, also while both halves are shown."""
        return QSize(round(by_type(self, _NARROW_PX)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both halves where there is the width."""
        super().resizeEvent(event)
        self._arrange()

    def redraw(self) -> None:
        """Work the losses out and show them with their code."""
        by_hand = self._by_hand
        for name, box in self._boxes.items():
            show_value(box, getattr(by_hand.settings, name))
        self._binary.show_experiment(by_hand.binary, self._binary_verdict(by_hand.binary))
        self._multiclass.show_experiment(by_hand.multiclass, self._multiclass_verdict(by_hand.multiclass))
        what = cast(ByHandSnippet, self._code.choice)
        self._code.show_snippet(by_hand_snippet(what, by_hand.settings, by_hand.labels))

    def _binary_verdict(self, experiment: Experiment) -> str:
        if experiment.verdict == "broken":
            text = self.tr(
                "For {saturated} of {samples} samples p rounds to exactly 1: ln(1 − p) is −∞, and 0 · ∞ is no number. "
                "BCELoss goes on with −100 in place of −∞, which is another loss. The logits still know."
            )
            return text.format(saturated=experiment.saturated, samples=experiment.samples)
        if experiment.verdict == "digits_lost":
            return self.tr("Where p is near 1, 1 − p has few digits left in float32. From the logits none are lost.")
        return self._same_verdict(experiment)

    def _multiclass_verdict(self, experiment: Experiment) -> str:
        if experiment.verdict == "broken":
            return self.tr(
                "Some e^z is beyond float32's largest number, or some p below its smallest. LogSoftmax subtracts the "
                "largest logit first, and never leaves the range."
            )
        if experiment.verdict == "digits_lost":
            return self.tr("float32 loses digits on the way through p. From the logits none are lost.")
        return self._same_verdict(experiment)

    def _same_verdict(self, experiment: Experiment) -> str:
        if experiment.largest_difference == 0.0:
            return self.tr("Three times the same number, to the last bit.")
        text = self.tr("Three times the same number: they differ by {difference:.1g}, which is float32's rounding.")
        return with_minus_signs(text.format(difference=experiment.largest_difference))

    def _build(self) -> None:
        self._refused = named(WrappedText(), "losses.by_hand_refused", self.tr("A number that was not taken"))
        self._refused.hide()
        binary_names: dict[WayKey, str] = {
            "formula": "−y ln p − (1 − y) ln(1 − p)",
            "from_probabilities": "BCELoss(p, y)",
            "from_logits": "BCEWithLogitsLoss(z, y)",
        }
        multiclass_names: dict[WayKey, str] = {
            "formula": "−ln(exp(z[y]) / Σ exp(z))",
            "from_probabilities": "NLLLoss(LogSoftmax(z), y)",
            "from_logits": "CrossEntropyLoss(z, y)",
        }
        self._binary = ExperimentTable("losses.by_hand_binary", binary_names)
        self._multiclass = ExperimentTable("losses.by_hand_multiclass", multiclass_names)
        choices = {
            "binary": self.tr("Two classes"),
            "multiclass": self.tr("Several classes"),
            "index_labels": self.tr("Labels as numbers and as one-hot rows"),
            "race": self.tr("The race of two sums"),
        }
        self._code = CodeView("losses.by_hand", choices)
        self._code.choice_changed.connect(self.mark_dirty)
        self._toggle = remembered(
            named(QPushButton(self.tr("Code")), "losses.by_hand_toggle", self.tr("Show the code"))
        )
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(lambda _checked: self._arrange())
        self._lay_out()

    def _lay_out(self) -> None:
        self._numbers = QWidget()
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._refused)
        column.addWidget(self._build_about())
        column.addLayout(self._build_experiments())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.setSpacing(5)
        rows.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # the wide arrangement can be left again
        rows.addLayout(self._build_shared())
        rows.addWidget(self._numbers)
        rows.addWidget(self._code, 1)
        rows.addStretch(0)

    def _build_experiments(self) -> QBoxLayout:
        """Each table below what it is made from."""
        binary = self._captioned("binary_samples", self.tr("Two classes: samples"), self.tr("Samples of two classes"))
        classes = self._captioned("classes", self.tr("Several classes: classes"), self.tr("Classes"))
        samples = self._captioned("multiclass_samples", self.tr("samples"), self.tr("Samples of several classes"))
        self._experiments = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._experiments.setSpacing(12)
        for boxes, table in ((binary, self._binary), ((*classes, *samples), self._multiclass)):
            column = QVBoxLayout()
            column.setSpacing(5)
            column.addLayout(row_of(*boxes, None))
            column.addWidget(table)
            column.addStretch(1)
            self._experiments.addLayout(column, 1)
        return self._experiments

    def _build_about(self) -> WrappedText:
        about = WrappedText()
        about.setProperty("rank", "small")
        about.setText(
            self.tr(
                "Random samples x and weights w make the logits z = x · w, random labels y are what is true. Each loss "
                "is worked out three times in float32. More features make larger logits: try 64."
            )
        )
        return about

    def _build_shared(self) -> QHBoxLayout:
        """What both experiments are made from."""
        reset = named(QPushButton(self.tr("Reset")), "losses.by_hand_reset", self.tr("Back to the course's numbers"))
        reset.setToolTip(self.tr("Back to the course's numbers"))
        reset.clicked.connect(lambda _checked: self._on_reset())
        seed = self._captioned("seed", self.tr("Seed"), self.tr("Seed of the random samples"))
        features = self._captioned("features", self.tr("Features"), self.tr("Features of each sample"))
        features[1].setToolTip(self.tr("Each adds about a quarter to a logit: try 64"))
        return row_of(*seed, *features, reset, None, self._toggle)

    def _captioned(self, name: str, caption: str, spoken: str) -> tuple[QLabel, WholeNumberBox]:
        box = named(WholeNumberBox(*LIMITS[name]), f"losses.by_hand_{name}", spoken)
        at_least_as_wide_as(box, "0" * 9)
        box.valueChanged.connect(lambda _value: self._on_changed(name, box.whole))
        box.refused.connect(lambda text: self._on_refused(name, text))
        self._boxes[name] = box
        return caption_for(box, caption), box

    def _arrange(self) -> None:
        is_wide = self.width() >= by_type(self, _WIDE_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._experiments.setDirection(across if is_wide else down)
        has_room_beside = not is_wide and self.width() >= by_type(self, _VERDICTS_BESIDE_PX)
        for table in (self._binary, self._multiclass):
            table.place_verdict(is_beside=has_room_beside)
        self._toggle.setVisible(not is_wide)
        self._code.setVisible(is_wide or self._toggle.isChecked())
        self._numbers.setVisible(is_wide or not self._toggle.isChecked())

    def _on_changed(self, name: str, value: int) -> None:
        self._refused.hide()
        self._by_hand.change(**{name: value})

    def _on_refused(self, name: str, text: str) -> None:
        lowest, highest = LIMITS[name]
        told = self.tr(
            "“{text}” was not taken: this is a whole number from {lowest} to {highest}. The last good one stands again."
        )
        self._refused.setText(told.format(text=text, lowest=lowest, highest=highest))
        self._refused.show()

    def _on_reset(self) -> None:
        self._refused.hide()
        self._by_hand.reset()
