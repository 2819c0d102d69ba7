"""Python's sum against torch.sum: start it, watch it, break it off; times side by side, and their ratio."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from lossviz.core.by_hand.summation_race import RaceKind, RaceResult
from lossviz.core.per_cents import per_cent
from lossviz.stores.race_store import RaceStore
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.race_bars import RaceBar, RaceBars
from lossviz.widgets.share_bar import ShareBar
from lossviz.widgets.theme import ThemeSource

_ALL = 0.0  # seconds: as long as it takes


class LossesRacePanel(Panel):
    """What Python adds and for how long, the race, and what came of it."""

    start_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, clock: FrameClock, theme: ThemeSource, race: RaceStore) -> None:
        super().__init__(clock)
        self._race = race
        self._bars = named(RaceBars(theme), "losses.race_bars", self.tr("Time that each sum takes"))
        self._build()
        for signal in (race.state_changed, race.progress_changed, race.settings_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the race as it stands."""
        race = self._race
        show_choice(self._kind, race.settings.kind)
        show_choice(self._seconds, race.settings.seconds or _ALL)
        for control in (self._kind, self._seconds, self._start):
            control.setEnabled(not race.is_running)
        self._cancel.setEnabled(race.is_running)
        self._progress.show_share(self._share())
        self._show_bars()
        self._verdict.setText(self._verdict_text())
        self._sums.setText(self._sums_text(race.result) if race.result else "")

    def _share(self) -> float:
        """Of the samples that Python has added."""
        progress = self._race.progress
        if self._race.state == "done":
            return 1.0
        return progress.done / progress.count if progress else 0.0

    def _show_bars(self) -> None:
        race = self._race
        result, progress = race.result, race.progress
        names = {"tensor": self.tr("Python, a tensor"), "list": self.tr("Python, a list")}
        python = result.python_seconds if result else progress.python_seconds if progress else None
        by_torch = result.torch_seconds if result else progress.torch_seconds if progress else None
        scale = max(python / self._share(), by_torch or 0.0) if python else race.settings.seconds or 1.0
        self._bars.show_bars(
            (
                RaceBar(self.tr("torch.sum"), by_torch, "curve_1"),
                RaceBar(names[race.settings.kind], python, "curve_2", is_running=race.is_running),
            ),
            scale,
        )

    def _verdict_text(self) -> str:
        race = self._race
        if race.problem:
            return spoken_error(race.problem)
        if race.result:
            text = self.tr("{count} samples: Python took {ratio} times as long as torch.sum, on this machine, now.")
            return text.format(count=_grouped(race.result.count), ratio=_grouped(race.result.ratio))
        texts = {
            "idle": self.tr(
                "Press Start: both add the losses of the same samples, as many as this machine can in the time."
            ),
            "running": self.tr("torch.sum has finished. Python is adding one number after another …"),
            "cancelled": self.tr("Cancelled: Python was at {done} of the samples."),
        }
        return texts.get(race.state, "").format(done=per_cent(self._share(), 0))

    def _sums_text(self, result: RaceResult) -> str:
        text = self.tr(
            "Sums: Python {python:.2f}, torch {torch:.2f}, in float64 {exact:.2f}. They differ by {difference:.1g} of "
            "the sum, which is rounding."
        )
        if result.kind == "tensor":
            why = self.tr(
                "Each step of Python's makes a tensor of a single number and looks up how two of them are added; "
                "torch.sum does that once. It also adds in pairs, which rounds less often."
            )
        else:
            why = self.tr(
                "A list of floats is quicker to add than a tensor, but takes several times the memory, and knows no "
                "gradients."
            )
        numbers = {"python": result.python_sum, "torch": result.torch_sum, "exact": result.exact_sum}
        return in_a_row((with_minus_signs(text.format(**numbers, difference=result.difference)), why))

    def _build(self) -> None:
        self._kind = named(QComboBox(), "losses.race_kind", self.tr("What Python adds"))
        fill_combo(self._kind, [(self.tr("the elements of a tensor"), "tensor"), (self.tr("a list of floats"), "list")])
        self._kind.activated.connect(lambda index: self._on_kind(self._kind.itemData(index)))
        self._seconds = named(QComboBox(), "losses.race_seconds", self.tr("How long Python may take"))
        about = self.tr("about {seconds} s")
        choices: list[tuple[str, object]] = [
            (about.format(seconds=seconds), float(seconds)) for seconds in (1, 2, 5, 10)
        ]
        fill_combo(self._seconds, [*choices, (self.tr("all 3 000 000"), _ALL)])
        self._seconds.activated.connect(lambda index: self._on_seconds(self._seconds.itemData(index)))
        self._start = named(QPushButton(self.tr("Start")), "losses.race_start", self.tr("Start the race"))
        self._start.setProperty("rank", "primary")
        self._start.clicked.connect(lambda _checked: self.start_pressed.emit())
        self._cancel = named(QPushButton(self.tr("Cancel")), "losses.race_cancel", self.tr("Cancel the race"))
        self._cancel.clicked.connect(lambda _checked: self.cancel_pressed.emit())
        self._progress = named(ShareBar(), "losses.race_progress", self.tr("Samples that Python has added"))
        self._verdict = named(WrappedText(), "losses.race_verdict", self.tr("Who won"))
        self._sums = named(WrappedText(), "losses.race_sums", self.tr("What the sums came to"))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            row_of(
                *(caption_for(self._kind, self.tr("Python adds")), self._kind),
                *(caption_for(self._seconds, self.tr("for")), self._seconds, None),
            )
        )
        buttons = row_of(self._start, self._cancel)
        buttons.addWidget(self._progress, 1)
        column.addLayout(buttons)
        column.addWidget(self._bars, 3)
        column.addWidget(self._verdict)
        column.addWidget(self._sums)
        column.addStretch(1)

    def _on_kind(self, kind: RaceKind) -> None:
        self._race.set_settings(replace(self._race.settings, kind=kind))

    def _on_seconds(self, seconds: float) -> None:
        self._race.set_settings(replace(self._race.settings, seconds=seconds or None))


def _grouped(number: float) -> str:
    """To three digits if it is below 1000, else whole in groups of three digits."""
    return f"{number:.3g}" if number < 1000 else f"{number:,.0f}"
