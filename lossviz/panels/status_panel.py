"""What the work is done with: processor, threads, data, and how fast it goes."""

from PySide6.QtWidgets import QLabel

from lossviz.core.training.run_states import BUSY, RunState
from lossviz.core.training.thread_counts import useful_threads
from lossviz.stores.data_store import DataStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.controls import named, plain_tip, row_of
from lossviz.widgets.data_names import spoken_data_name
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel

_LONGEST_NAME = 32  # characters


class StatusPanel(Panel):
    """A line for the right of the status bar."""

    def __init__(self, clock: FrameClock, training: TrainingStore, data: DataStore) -> None:
        super().__init__(clock)
        self._training = training
        self._data = data
        self.setObjectName("status")
        self.setAccessibleName(self.tr("Processor, threads, data and speed"))
        self.speed = self._label("speed", self.tr("Speed of the training"))
        self.data = self._label("data", self.tr("Data set in use"))
        self.device = self._label("device", self.tr("Processor for training"))
        self.threads = self._label("threads", self.tr("Threads for training"))
        row = row_of(self.speed, self.data, self.device, self.threads, spacing=16)
        row.setContentsMargins(8, 0, 8, 0)
        self.setLayout(row)
        for signal in (
            *(training.state_changed, training.settings_changed, training.device_changed),
            data.digits_changed,
        ):
            signal.connect(self.mark_dirty)
        training.log_grown.connect(self.mark_dirty_in_turn)

    def redraw(self) -> None:
        """Show what is so now."""
        training, digits = self._training, self._data.digits
        speed = training.speed if training.state is RunState.RUNNING else None
        self.speed.setVisible(speed is not None)
        if speed:
            self.speed.setText(self.tr("{rate} images/s").format(rate=f"{speed.images_per_second:.0f}"))
        name = spoken_data_name(digits.identity.name) if digits else ""
        self.data.setText(_shortened(name) or self.tr("no data yet"))
        self.data.setToolTip(plain_tip(name))
        device = training.device
        self.device.setText(device.label if device else label_of("device", training.wanted_device))
        run = training.run if training.state in BUSY else None
        threads = useful_threads(run.settings if run else training.settings, training.threads)
        text = self.tr("1 thread") if threads == 1 else self.tr("{count} threads")
        self.threads.setText(text.format(count=threads))

    def _label(self, name: str, accessible_name: str) -> StillLabel:
        label = named(QLabel(), f"status.{name}", accessible_name)
        label.setProperty("rank", "small")
        return StillLabel(label)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
