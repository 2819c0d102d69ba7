"""How far a run is, how fast it goes, and what came of it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from lossviz.core.per_cents import per_cent
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_run import steps_per_epoch
from lossviz.stores.training_store import RunRecord, Speed, TrainingStore
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.controls import keeping_its_place, named, plain_label
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import listed
from lossviz.widgets.panel import Panel
from lossviz.widgets.share_bar import ShareBar


class TrainingProgress(Panel):
    """A bar and a line of text."""

    def __init__(self, clock: FrameClock, training: TrainingStore) -> None:
        super().__init__(clock)
        self._training = training
        self.bar = named(keeping_its_place(ShareBar()), "mnist.progress", self.tr("Progress of the run"))
        self.status = plain_label()
        self.status.setObjectName("mnist.status")
        self.status.setAccessibleName(self.tr("State of the training"))
        self.status.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.status)
        for signal in (training.state_changed, training.runs_changed, training.device_changed):
            signal.connect(self.mark_dirty)
        training.log_grown.connect(self.mark_dirty_in_turn)

    def redraw(self) -> None:
        """Show where the run is."""
        run = self._training.run
        is_starting = self._training.state is RunState.STARTING
        self.bar.setVisible(is_starting or run is not None)
        self.bar.show_share(None if is_starting else _share_done(run) if run else 0.0)
        self.bar.setFormat(self._progress_text(run) if run else "")
        self.status.setText(" · ".join(part for part in self._status_parts(run) if part))

    def _progress_text(self, run: RunRecord) -> str:
        epoch_steps = max(1, steps_per_epoch(run.leg.images, run.settings.batch_size))
        epochs = -(-run.leg.last_step // epoch_steps)
        text = self.tr("epoch {epoch} of {epochs} · step {step}").format(
            epoch=min(len(run.log) // epoch_steps + 1, epochs), epochs=epochs, step=f"{len(run.log):,}"
        )
        speed = self._training.speed
        return text + (self._speed_text(speed) if speed and self._training.state is RunState.RUNNING else "")

    def _speed_text(self, speed: Speed) -> str:
        text = " · " + self.tr("{rate} images/s").format(rate=f"{speed.images_per_second:,.0f}")
        if speed.seconds_left is None:
            return text
        minutes, seconds = divmod(round(speed.seconds_left), 60)
        left = self.tr("{minutes} min {seconds} s left") if minutes else self.tr("{seconds} s left")
        return text + " · " + left.format(minutes=minutes, seconds=seconds)

    def _status_parts(self, run: RunRecord | None) -> list[str]:
        state, device = self._training.state, self._training.device
        parts = [self._state_text(state)]
        if run:
            parts.append(self._settings_text(run.settings))
            if run.test:
                text = self.tr("{accuracy} of the test digits read right")
                parts.append(text.format(accuracy=per_cent(run.test.accuracy, 2)))
        if device:
            fallback = QCoreApplication.translate("errors", device.fallback) if device.fallback else ""
            parts.append(fallback.format(reason=device.reason))
        return parts

    def _state_text(self, state: RunState) -> str:
        return {
            RunState.IDLE: self._rest_text(),
            RunState.STARTING: self.tr("Preparing the data and the network"),
            RunState.RUNNING: self.tr("Training"),
            RunState.PAUSED: self.tr("Paused"),
            RunState.STOPPING: self.tr("Stopping"),
            RunState.FAILED: self.tr("Stopped by an error"),
        }[state]

    def _rest_text(self) -> str:
        run = self._training.run
        if run is None:
            return self.tr("Ready")
        return self.tr("Finished") if run.test else self.tr("Stopped")

    def _settings_text(self, settings: TrainingSettings) -> str:
        return listed((label_of("network", settings.network), label_of("loss", settings.loss)))


def _share_done(run: RunRecord) -> float:
    length = run.leg.last_step - run.leg.first_step
    return (len(run.log) - run.leg.first_step) / length if length else 0.0
