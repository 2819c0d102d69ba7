"""The time machine: look back at what the network was on its way through training."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lossviz.core.training.run_states import RunState
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.widgets.controls import keeping_its_place, named, row_of, show_checked
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.timeline.scrubber import Scrubber
from lossviz.widgets.timeline.timeline_marks import TimelineMarks
from lossviz.widgets.type_size import wide_enough_for

MEGABYTE = 1_000_000


class MnistTimelinePanel(Panel):
    """A slider over the steps of the run, and what it says in words."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, timeline: TimelineStore, training: TrainingStore) -> None:
        super().__init__(clock)
        self._timeline = timeline
        self._training = training
        self._build(theme)
        for signal in (
            *(timeline.step_changed, timeline.playing_changed, timeline.saving_changed),
            *(training.state_changed, training.runs_changed),
        ):
            signal.connect(self.mark_dirty)
        timeline.snapshots_changed.connect(self.mark_dirty_in_turn)

    def _build(self, theme: ThemeSource) -> None:
        self.scrubber = named(
            Scrubber(theme),
            "mnist.scrubber",
            self.tr("Step of the run that is looked at"),
            self.tr("Drag, or use the arrow keys; Page Up and Page Down go from one evaluation to the next."),
        )
        self.play_button = named(QPushButton(), "mnist.timeline_play", self.tr("Play the run from its start, or hold"))
        self.live_button = named(QPushButton(self.tr("Back to now")), "mnist.timeline_live", self.tr("Back to now"))
        self.live_button.setToolTip(self.tr("Show the run as it is now again"))
        place = named(QLabel(), "mnist.timeline_place", self.tr("Where the timeline stands"))
        memory = named(QLabel(), "mnist.timeline_memory", self.tr("Memory of the time machine"))
        memory.setProperty("rank", "small")
        for label in (place, memory):
            label.setWordWrap(True)
        self.place, self.memory = StillLabel(place), StillLabel(memory)
        self.saving = named(
            QCheckBox(self.tr("Save with history")),
            "mnist.save_history",
            self.tr("Save runs with their way through training"),
            self.tr("A file with it can be looked back at on any computer, without training again."),
        )
        self.scrubber.step_chosen.connect(self._on_step_chosen)
        self.play_button.clicked.connect(self._on_play)
        wide_enough_for(self.play_button, self.tr("Play"), self.tr("Pause"))
        self.live_button.clicked.connect(self._on_live)
        self.saving.toggled.connect(self._timeline.set_saves_history)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.scrubber, self.memory, self.saving):
            keeping_its_place(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.scrubber)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStrut(self.play_button.sizeHint().height())
        buttons.addWidget(self.play_button)
        buttons.addWidget(self.live_button)
        buttons.addWidget(self.place, 1)
        column.addLayout(buttons)
        memory = row_of(self.memory, self.saving)
        memory.setStretch(0, 1)
        column.addLayout(memory)

    def redraw(self) -> None:
        """Show what there is to look back at, and what is looked at."""
        timeline = self._timeline
        for part in self._parts():
            part.setVisible(bool(timeline.snapshots))
        self.scrubber.show_timeline(self._marks(), timeline.step)
        self.play_button.setText(self.tr("Pause") if timeline.is_playing else self.tr("Play"))
        self.play_button.setEnabled(len(timeline.snapshots) > 1)
        self.live_button.setEnabled(timeline.step is not None)
        self.place.setText(self._place_text())
        self.memory.setText(self._memory_text())
        show_checked(self.saving, timeline.saves_history)

    def _parts(self) -> tuple[QWidget, ...]:
        """What is of use once there is something to look back at."""
        return self.scrubber, self.play_button, self.live_button, self.memory, self.saving

    def _marks(self) -> TimelineMarks:
        timeline = self._timeline
        return TimelineMarks(
            tuple(snapshot.step for snapshot in timeline.snapshots),
            tuple(snapshot.step for snapshot in timeline.snapshots if snapshot.outputs is not None),
            timeline.last_step,
            timeline.epoch_steps,
            timeline.is_of_present_run,
        )

    def _place_text(self) -> str:
        timeline, run = self._timeline, self._timeline.run
        if run is None or not timeline.snapshots:
            return self.tr("Start a run, then look back on it.")
        step = timeline.last_step if timeline.step is None else timeline.step
        words = self._step_text(run, step)
        if timeline.step is None:
            return self.tr("Now: {place}").format(place=words)
        if self._training.state is RunState.RUNNING and timeline.is_of_present_run:
            return self.tr("{place}; the run goes on").format(place=words)
        return words

    def _step_text(self, run: RunRecord, step: int) -> str:
        text = self.tr("run {number}, step {step}").format(number=run.number, step=f"{step:,}")
        epoch_steps = self._timeline.epoch_steps
        if not epoch_steps:
            return text
        return text + self.tr(", epoch {epoch}").format(epoch=f"{step / epoch_steps:.2f}")

    def _memory_text(self) -> str:
        timeline = self._timeline
        return self.tr("{count} snapshots, {size}; all runs {used} of {budget}").format(
            count=f"{len(timeline.snapshots):,}",
            size=_size_text(timeline.bytes_used),
            used=_size_text(timeline.bytes_of_all),
            budget=_size_text(timeline.budget_bytes),
        )

    def _on_step_chosen(self, step: int | None) -> None:
        with self._timeline.editing():
            self._timeline.set_playing(is_playing=False)
            self._timeline.look_at(step)

    def _on_play(self) -> None:
        self._timeline.set_playing(not self._timeline.is_playing)

    def _on_live(self) -> None:
        self._timeline.look_at(None)


def _size_text(count: int) -> str:
    """Bytes for people."""
    megabytes = count / MEGABYTE
    return f"{megabytes:.1f} MB" if megabytes < 100 else f"{megabytes:.0f} MB"
