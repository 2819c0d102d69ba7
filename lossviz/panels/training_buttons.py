"""Start, pause, stop; save and load a run."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout

from lossviz.core.training.run_states import RunAction, RunState, available_actions
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.controls import push_button
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.save_dialog import asked_save_path

RUN_SUFFIX = ".pt"


class TrainingButtons(Panel):
    """The gestures that begin, hold and end a run. What they lead to is the training controller's business."""

    start_pressed = Signal()
    pause_pressed = Signal()
    stop_pressed = Signal()
    save_chosen = Signal(object)  # Path
    load_chosen = Signal(object)  # Path

    def __init__(self, clock: FrameClock, training: TrainingStore, data: DataStore) -> None:
        super().__init__(clock)
        self._training = training
        self._data = data
        self._build()
        for signal in (
            training.state_changed,
            training.settings_changed,
            training.runs_changed,
            data.digits_changed,
        ):
            signal.connect(self.mark_dirty)
        training.log_grown.connect(self.mark_dirty_in_turn)

    def _build(self) -> None:
        self.start_button = push_button("mnist.start", self.tr("Start"))
        self.pause_button = push_button("mnist.pause", self.tr("Pause"))
        self.stop_button = push_button("mnist.stop", self.tr("Stop"))
        self.save_button = push_button("mnist.save", self.tr("Save run…"))
        self.load_button = push_button("mnist.load", self.tr("Open run…"))
        self.continue_box = QCheckBox(self.tr("Go on with the last run"))
        self.continue_box.setObjectName("mnist.continue")
        self.continue_box.setToolTip(
            self.tr(
                "Possible while the settings, apart from learning rate and epochs, and the data are that run's own."
            )
        )
        self.start_button.setProperty("rank", "primary")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column, button in enumerate((self.start_button, self.pause_button, self.stop_button)):
            grid.addWidget(button, 0, 2 * column, 1, 2)
        grid.addWidget(self.continue_box, 1, 0, 1, 6)
        grid.addWidget(self.save_button, 2, 0, 1, 3)
        grid.addWidget(self.load_button, 2, 3, 1, 3)
        self.start_button.clicked.connect(self.start_pressed)
        self.pause_button.clicked.connect(self.pause_pressed)
        self.stop_button.clicked.connect(self.stop_pressed)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.load_button.clicked.connect(self._on_load_clicked)
        self.continue_box.toggled.connect(self._training.set_continues)

    def redraw(self) -> None:
        """Enable what can be done now."""
        actions = available_actions(self._training.state)
        is_paused = self._training.state is RunState.PAUSED
        self.start_button.setEnabled(self._training.is_free and self._data.digits is not None)
        self.start_button.setText(self.tr("Go on") if self._training.continues else self.tr("Start"))
        self.pause_button.setEnabled(bool(actions & {RunAction.PAUSE, RunAction.RESUME}))
        self.pause_button.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        self.stop_button.setEnabled(RunAction.STOP in actions)
        self.save_button.setEnabled(self._training.run is not None)
        self.load_button.setEnabled(self._training.is_free)
        self.continue_box.setEnabled(self._training.can_continue)
        with QSignalBlocker(self.continue_box):
            self.continue_box.setChecked(self._training.continues)

    def _on_save_clicked(self) -> None:
        run = self._training.run
        if run is None:
            return
        name = f"{run.settings.network}-{run.settings.loss}-{run.number}{RUN_SUFFIX}"
        path = asked_save_path(self, self.tr("Save the run"), name, self.tr("lossviz runs (*.pt)"), RUN_SUFFIX)
        if path:
            self.save_chosen.emit(path)

    def _on_load_clicked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a run"), "", self.tr("lossviz runs (*.pt);;All files (*)")
        )
        if path:
            self.load_chosen.emit(Path(path))
