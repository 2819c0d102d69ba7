"""What is chosen for a comparison, and the buttons that begin, hold and end it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from lossviz.core.training.run_states import RunAction, RunState, available_actions
from lossviz.core.training.settings import Scaling
from lossviz.core.training.variants import Difference
from lossviz.widgets.choice_labels import choices_of
from lossviz.widgets.comparison.variant_words import difference_choices
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice, show_value
from lossviz.widgets.number_boxes import CountBox


@dataclass(frozen=True)
class ComparisonChoices:
    """What the controls show. can_start, can_add: apart from what the state allows."""

    difference: Difference
    scaling: Scaling
    seeds: int
    state: RunState
    can_start: bool
    can_add: bool


class ComparisonChoiceRow(QWidget):
    """prefix: of the object names. most_seeds: that can be asked for."""

    difference_chosen = Signal(str)
    scaling_chosen = Signal(str)
    seeds_chosen = Signal(int)

    def __init__(self, prefix: str, most_seeds: int) -> None:
        super().__init__()
        self._difference = named(QComboBox(), f"{prefix}_difference", self.tr("What differs"))
        fill_combo(self._difference, difference_choices())
        self._difference.activated.connect(self._on_difference_activated)
        self._scaling = named(QComboBox(), f"{prefix}_scaling", self.tr("Inputs"))
        fill_combo(self._scaling, [(text, value) for value, text in choices_of("scaling")])
        self._scaling.activated.connect(self._on_scaling_activated)
        for combo in (self._difference, self._scaling):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._difference.setMinimumContentsLength(9)
        self._scaling.setMinimumContentsLength(6)
        tip = self.tr("All of it is run so many times, each time from other first weights and in another order.")
        self._seeds = named(CountBox(1, most_seeds), f"{prefix}_seeds", self.tr("Seeds"), tip)
        self._seeds.valueChanged.connect(self.seeds_chosen)
        row = row_of(
            self._difference,
            caption_for(self._scaling, self.tr("Inputs")),
            self._scaling,
            caption_for(self._seeds, self.tr("Seeds")),
            self._seeds,
        )
        row.setStretch(0, 1)
        self.setLayout(row)

    def show_choices(self, choices: ComparisonChoices) -> None:
        """Show what is chosen; while a comparison goes on nothing else can be."""
        show_choice(self._difference, choices.difference)
        show_choice(self._scaling, choices.scaling)
        show_value(self._seeds, choices.seeds)
        is_free = RunAction.START in available_actions(choices.state)
        for control in (self._difference, self._scaling, self._seeds):
            control.setEnabled(is_free)

    def _on_difference_activated(self, index: int) -> None:
        self.difference_chosen.emit(self._difference.itemData(index))

    def _on_scaling_activated(self, index: int) -> None:
        self.scaling_chosen.emit(self._scaling.itemData(index))


class ComparisonButtons(QWidget):
    """prefix: the object name of the button that starts, and the beginning of the others'."""

    start_pressed = Signal()
    pause_pressed = Signal()
    stop_pressed = Signal()
    add_pressed = Signal()

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.start_button = self._button(prefix, self.tr("Compare"))
        self.start_button.setProperty("rank", "primary")
        self.pause_button = self._button(f"{prefix}_pause", self.tr("Pause"))
        self.stop_button = self._button(f"{prefix}_stop", self.tr("Stop"))
        self.add_button = self._button(f"{prefix}_add", self.tr("Add"))
        self.start_button.clicked.connect(self.start_pressed)
        self.pause_button.clicked.connect(self.pause_pressed)
        self.stop_button.clicked.connect(self.stop_pressed)
        self.add_button.clicked.connect(self.add_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row_of(self.start_button, self.pause_button, self.stop_button, None, self.add_button))

    def show_choices(self, choices: ComparisonChoices) -> None:
        """Enable what can be done now."""
        actions = available_actions(choices.state)
        is_free = RunAction.START in actions
        self.start_button.setEnabled(is_free and choices.can_start)
        self.pause_button.setEnabled(bool(actions & {RunAction.PAUSE, RunAction.RESUME}))
        self.pause_button.setText(self.tr("Resume") if choices.state is RunState.PAUSED else self.tr("Pause"))
        self.stop_button.setEnabled(RunAction.STOP in actions)
        self.add_button.setEnabled(is_free and choices.can_add)

    def _button(self, name: str, text: str) -> QPushButton:
        button = named(QPushButton(text), name, text)
        button.setAutoDefault(False)
        return button
