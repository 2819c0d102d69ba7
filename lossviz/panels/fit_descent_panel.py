"""Play, pause and step the descent; its loss, optimiser, learning rate and batches; why it goes as it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout

from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, OptimizerName
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.stability import Diagnosis
from lossviz.stores.descent_store import SPEEDS, DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import (
    caption,
    caption_for,
    fill_combo,
    named,
    plain_label,
    push_button,
    row_of,
    show_checked,
    show_choice,
    show_value,
)
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import CountBox, LearningRateBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.surfaces.optimizer_names import optimizer_name
from lossviz.widgets.surfaces.path_icons import icon_size, path_icon
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import lines_high, wide_enough_for

STEP_COUNTS = (1, 10, 100)
SLOW_START = Parameters(2.0, 2.0)
TOO_LARGE = 12.0  # the learning rate of the preset of that name
_PLATEAUS = ("stalled", "flat")  # diagnoses of squared error where cross-entropy still has a slope


class FitDescentPanel(Panel):
    """Buttons, settings, and a sentence about the surface at the marker."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore, descents: DescentStore) -> None:
        super().__init__(clock)
        self._theme = theme
        self._fit = fit
        self._descents = descents
        self._racers: dict[OptimizerName, QCheckBox] = {}
        self._build()
        for signal in (
            *(descents.path_changed, descents.settings_changed, descents.playing_changed, descents.phase_changed),
            *(fit.cases_changed, fit.parameters_changed, fit.loss_kind_changed),
        ):
            signal.connect(self.mark_dirty)
        theme.theme_changed.connect(self._show_colours)
        self._show_colours()

    def redraw(self) -> None:
        """Show the settings, the place on the path, and the diagnosis."""
        descents, settings = self._descents, self._descents.settings
        show_choice(self._kind, self._fit.loss_kind)
        show_choice(self._optimizer, settings.optimizer)
        show_value(self._learning_rate, settings.learning_rate)
        largest_batch = max(1, len(self._fit.cases))
        if self._batch.maximum() != largest_batch:  # the same again would lay the window out anew in each frame
            self._batch.setMaximum(largest_batch)
        show_value(self._batch, settings.batch_size or 0)
        show_choice(self._speed, descents.speed)
        for name, box in self._racers.items():
            box.setVisible(name != settings.optimizer)
            show_checked(box, name in descents.racing)
        self._play.setText(self.tr("Pause") if descents.is_playing else self.tr("Play"))
        self._step_back.setEnabled(descents.leader.position > 0)
        self._reset.setEnabled(descents.leader.position > 0)
        self._show_state(descents.diagnosis)

    def _show_state(self, diagnosis: Diagnosis) -> None:
        leader = self._descents.leader
        is_there = leader.ending == "converged"
        endings = {
            "converged": self.tr("It has arrived: the gradient is practically zero."),
            "stalled": self.tr("It hardly moves, far from the minimum."),
            "diverged": self.tr("It has diverged."),
        }
        place = self.tr("Step {step}.").format(step=leader.position)
        ending = endings.get(leader.ending or "", "")
        explanation = "" if is_there else self._explanation(diagnosis)
        self._state.setText(in_a_row((place, ending, explanation)))
        self._remedy.setVisible(diagnosis.kind in {"too_large", "uphill", *_PLATEAUS} and not is_there)
        on_plateau = diagnosis.kind in _PLATEAUS
        text = self.tr("Descend cross-entropy") if on_plateau else self.tr("Use {rate:g}")
        self._remedy.setText(with_minus_signs(text.format(rate=diagnosis.suggested_rate)))

    def _explanation(self, diagnosis: Diagnosis) -> str:
        rate = self._descents.settings.learning_rate
        texts = {
            "too_large": self.tr("Learning rate {rate:g} > 2/λmax = {limit:.3g}: each step overshoots the valley."),
            "flat": self.tr("The surface is flat here: cross-entropy's gradient is {ratio:.3g} times that of MSE."),
            "stalled": self.tr("The surface is flat here: cross-entropy's gradient is {ratio:.3g} times that of MSE."),
            "separable": self.tr(
                "A size divides the classes without an error: w grows for ever, and the loss towards 0."
            ),
            "uphill": self.tr(
                "Learning rate {rate:g} ≤ 2/λmax = {limit:.3g}, yet it leads uphill: the surface bends more on its way."
            ),
            "fine": self.tr("Learning rate {rate:g} ≤ 2/λmax = {limit:.3g}, here and at the bottom."),
        }
        text = texts[diagnosis.kind]
        return with_minus_signs(text.format(rate=rate, limit=diagnosis.limit, ratio=diagnosis.gradient_ratio))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self._build_buttons(column)
        self._build_settings(column)
        self._build_race(column)
        state = named(QLabel(), "fit.descent_state", self.tr("State of the descent"))
        state.setWordWrap(True)
        state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._state = StillLabel(state)
        lines_high(self._state, 2)
        self._remedy = push_button("fit.remedy", "", self.tr("Do what helps"), self._on_remedy)
        row = row_of(self._remedy)
        row.insertWidget(0, self._state, 1)
        column.addLayout(row)
        hint = plain_label(self.tr("Drag a case, the curve, or the marker on either map."))
        hint.setProperty("rank", "caption")
        column.addWidget(hint)
        column.addStretch(1)

    def _build_buttons(self, column: QVBoxLayout) -> None:
        descents = self._descents
        self._reset = push_button("fit.reset", self.tr("Reset"), self.tr("Back to the start"), descents.reset)
        self._step_back = push_button("fit.step_back", self.tr("Back"), self.tr("Take steps back"), self._on_step_back)
        self._play = push_button("fit.play", "", self.tr("Take steps by themselves, or hold"), self._on_play)
        self._play.setProperty("rank", "primary")
        wide_enough_for(self._play, self.tr("Play"), self.tr("Pause"))
        self._step = push_button("fit.step", self.tr("Step"), self.tr("Take steps"), self._on_step)
        self._count = named(QComboBox(), "fit.step_count", self.tr("Steps at once"))
        fill_combo(self._count, [(f"×{count}", count) for count in STEP_COUNTS])
        self._speed = named(QComboBox(), "fit.speed", self.tr("Speed"), self.tr("1× is ten steps a second"))
        fill_combo(self._speed, [(f"{speed:g}×", speed) for speed in SPEEDS])
        self._speed.activated.connect(lambda index: descents.set_speed(self._speed.itemData(index)))
        preset = named(QComboBox(), "fit.descent_preset", self.tr("Try"))
        fill_combo(
            preset,
            [
                (self.tr("Try…"), ""),
                (self.tr("Slow start: w = b = 2"), "slow_start"),
                (self.tr("Too large a step"), "too_large"),
                (self.tr("Zig-zag"), "zig_zag"),
            ],
        )
        preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        preset.setMinimumContentsLength(3)
        preset.view().setMinimumWidth(preset.view().sizeHintForColumn(0) + 16)
        preset.activated.connect(lambda index: self._on_preset(preset.itemData(index)))
        column.addLayout(
            row_of(
                *(self._reset, self._step_back, self._play, self._step, self._count),
                *(caption_for(self._speed, self.tr("Speed")), self._speed, None, preset),
                spacing=4,
            )
        )

    def _build_settings(self, column: QVBoxLayout) -> None:
        tip = self.tr("The loss that the descent goes down")
        self._kind = named(QComboBox(), "fit.loss_kind", self.tr("Loss to descend"), tip)
        fill_combo(self._kind, [(self.tr("Cross-entropy"), "bce"), (self.tr("Squared error"), "mse")])
        self._kind.activated.connect(lambda index: self._fit.set_loss_kind(self._kind.itemData(index)))
        self._optimizer = named(QComboBox(), "fit.optimizer", self.tr("Optimiser"))
        fill_combo(self._optimizer, [(optimizer_name(name), name) for name in OPTIMIZER_NAMES])
        self._optimizer.activated.connect(
            lambda index: self._descents.change(optimizer=self._optimizer.itemData(index))
        )
        tip = self.tr("Holds from the next step on")
        self._learning_rate = named(LearningRateBox(), "fit.learning_rate", self.tr("Learning rate"), tip)
        self._learning_rate.valueChanged.connect(lambda rate: self._descents.change(learning_rate=rate))
        self._learning_rate.tell_refusals()
        self._batch = named(CountBox(0, 10_000), "fit.batch_size", self.tr("Batch size"))
        self._batch.setSpecialValueText(self.tr("all"))
        self._batch.valueChanged.connect(lambda size: self._descents.change(batch_size=size or None))
        what = (caption_for(self._kind, self.tr("Descend")), self._kind, self._optimizer, None)
        rate = (caption_for(self._learning_rate, self.tr("Learning rate")), self._learning_rate)
        column.addLayout(row_of(*what, spacing=6))
        column.addLayout(row_of(*rate, caption_for(self._batch, self.tr("Batch")), self._batch, None, spacing=6))

    def _build_race(self, column: QVBoxLayout) -> None:
        row = row_of(caption(self.tr("Race against")), spacing=8)
        for name in OPTIMIZER_NAMES:
            shown = optimizer_name(name)
            box = named(QCheckBox(shown), f"fit.race_{name}", self.tr("Race against {name}").format(name=shown))
            box.toggled.connect(self._on_race)
            self._racers[name] = box
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)

    def _show_colours(self) -> None:
        """Each optimiser beside its path's line: solid for the one that leads, dashed for those who race."""
        theme = self._theme.theme
        for place, name in enumerate(OPTIMIZER_NAMES):
            self._optimizer.setItemIcon(self._optimizer.findData(name), path_icon(theme, place, is_dashed=False))
            self._racers[name].setIcon(path_icon(theme, place, is_dashed=True))
            self._racers[name].setIconSize(icon_size(theme))
        self._optimizer.setIconSize(icon_size(theme))

    def _on_play(self) -> None:
        self._descents.set_playing(not self._descents.is_playing)

    def _on_step(self) -> None:
        with self._descents.editing():
            self._descents.set_playing(is_playing=False)
            if self._descents.phase is None:
                self._descents.step(self._count.currentData())
            else:
                self._descents.set_phase(self._descents.phase + 1)

    def _on_step_back(self) -> None:
        self._descents.step_back(self._count.currentData())

    def _on_race(self) -> None:
        self._descents.set_racing([name for name, box in self._racers.items() if box.isChecked()])

    def _on_remedy(self) -> None:
        diagnosis = self._descents.diagnosis
        if diagnosis.kind in _PLATEAUS:
            self._fit.set_loss_kind("bce")
            return
        with self._descents.editing():
            self._descents.change(learning_rate=diagnosis.suggested_rate)
            self._descents.reset()

    def _on_preset(self, preset: str) -> None:
        """Put start and settings where the lesson can be seen."""
        with self._fit.editing(), self._descents.editing():
            if preset == "slow_start":
                self._fit.set_loss_kind("mse")
                self._fit.set_parameters(SLOW_START)
                self._descents.change(optimizer="gd", learning_rate=1.0, batch_size=None)
            elif preset == "too_large":
                self._descents.change(optimizer="gd", learning_rate=TOO_LARGE, batch_size=None)
            elif preset == "zig_zag":
                limit = self._descents.diagnosis.limit
                self._descents.change(optimizer="gd", learning_rate=float(f"{0.95 * limit:.3g}"), batch_size=None)
