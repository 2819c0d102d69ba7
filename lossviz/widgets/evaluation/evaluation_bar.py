"""The line above everything that is counted on a part: which part, whose answers, and the button to measure now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lossviz.core.evaluation.status import EvaluationStatus
from lossviz.widgets.controls import fill_combo, named, row_of, show_choice
from lossviz.widgets.evaluation.evaluation_words import EvaluationWords
from lossviz.widgets.messages.wrapped_text import WrappedText

_PER_MILLE = 1000


class EvaluationBar(QWidget):
    """prefix: what the objectNames of its controls begin with. beside: a control that has its place in the same row."""

    part_chosen = Signal(str)  # PartName
    evaluate_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, prefix: str, *beside: QWidget) -> None:
        super().__init__()
        self._words = EvaluationWords(self)
        self._shown: EvaluationStatus | None = None
        self._build(prefix)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row_of(self._part, self._evaluate, self._cancel, self._progress, None, *beside))
        column.addWidget(self._title)
        column.addWidget(self._note)

    def show_status(self, status: EvaluationStatus) -> None:
        """Say where the evaluation stands."""
        if status == self._shown:
            return
        self._shown = status
        show_choice(self._part, status.part)
        is_busy = status.progress is not None
        self._evaluate.setVisible(not is_busy)
        self._evaluate.setEnabled(status.has_data and status.answering is not None)
        self._evaluate.setToolTip(self._words.explanation(status))
        self._cancel.setVisible(is_busy)
        self._progress.setVisible(is_busy)
        self._progress.setValue(round(_PER_MILLE * (status.progress or 0.0)))
        self._title.setText(self._words.title(status))
        note = self._words.note(status)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _build(self, prefix: str) -> None:
        self._part = named(QComboBox(), f"{prefix}_part", self.tr("Which images"))
        fill_combo(self._part, [(self.tr("Validation images"), "validation"), (self.tr("Test images"), "test")])
        self._evaluate = named(QPushButton(self.tr("Measure now")), f"{prefix}_evaluate", self.tr("Measure now"))
        self._cancel = named(QPushButton(self.tr("Cancel")), f"{prefix}_cancel", self.tr("Cancel measuring"))
        self._progress = named(QProgressBar(), f"{prefix}_progress", self.tr("Progress of measuring"))
        self._progress.setRange(0, _PER_MILLE)
        self._progress.setMaximumWidth(120)
        for widget in (self._cancel, self._progress):
            widget.setVisible(False)
        self._title = named(WrappedText(), f"{prefix}_title", self.tr("What was measured"))
        self._note = named(WrappedText(), f"{prefix}_note", self.tr("Note"))
        self._part.activated.connect(self._on_part_activated)
        self._evaluate.clicked.connect(self.evaluate_pressed)
        self._cancel.clicked.connect(self.cancel_pressed)

    def _on_part_activated(self, index: int) -> None:
        self.part_chosen.emit(self._part.itemData(index))
