"""The softmax page's facts: the logits and where they come from, targets, temperature, and what is pointed at."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import SignalInstance

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.float32_range import SigmoidCase
from lossviz.core.softmax.gradients import StepLoss
from lossviz.core.softmax.limits import (
    CLASS_COUNT,
    LOGIT,
    NETWORK_NUMBER,
    RATE,
    TEMPERATURE,
    checked_name,
    fed_classes,
)
from lossviz.core.softmax.network import SoftmaxNetwork
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.core.softmax.steps import descend
from lossviz.core.softmax.targets import Target, hard_target, with_share
from lossviz.stores.logits_source import FED_SOURCES, LogitsSource, Sheet, checked_logits, empty_sheet, sheet_of
from lossviz.stores.logits_state import LogitsState


class LogitsStore(LogitsState):
    """Owns the classes, logits, targets and settings of the softmax page.

    Setters raise LossvizError for numbers that cannot be used and leave everything as it was. Classes and targets are
    kept for each source, those by hand and of the network being the same. Away from "hand", logits set by hand or by a
    step are kept as nudges, offsets on top of what the source gives, until `release`.
    """

    def set_own(self, sheet: Sheet) -> None:
        """Have other classes, logits and targets by hand; the network gets as many classes."""
        if sheet.is_equal(self._own):
            return
        count = len(sheet.names)
        with self.editing():
            if count != len(self._own.names):
                self._network = self._network.resized(count)
                self._tell(self.network_changed)
            self._own = sheet
            self._classes_changed()

    def set_fed(self, source: LogitsSource, sheet: Sheet) -> None:
        """Keep something else of a source that is fed; other classes than before have yet to be fed."""
        if sheet.names != self._fed[source].names:
            self._sources_with_feed.discard(source)
        self._fed[source] = sheet
        if source == self._source:
            with self.editing():
                self._classes_changed()
                self._tell(self.source_changed)

    def set_nudges(self, nudges: Column) -> None:
        """Add other offsets to what the source gives, one for each class."""
        if not np.array_equal(nudges, self._nudges):
            self._nudges = nudges.copy()
            self._nudges.setflags(write=False)
            self._changed(self.logits_changed)

    def set_logit(self, index: int, value: float) -> None:
        """Change one logit."""
        logits = self.logits.copy()
        logits[index] = LOGIT.checked(value)
        self._place(logits)

    def add_constant(self, constant: float) -> None:
        """Add the same number to all logits."""
        self._place(checked_logits(self.logits + LOGIT.checked(constant), self.class_count))

    def release(self) -> None:
        """Drop the nudges: the logits are again what the source gives."""
        if self.has_nudges:
            self._clear_nudges()
            self._changed(self.logits_changed)

    def set_class_count(self, count: int) -> None:
        """Have more or fewer classes; refused while they come with what is fed."""
        self._refuse_fed_classes()
        count = int(CLASS_COUNT.checked(count))
        if count != self.class_count:
            self.set_own(self._own.resized(count))

    def set_name(self, index: int, text: str) -> None:
        """Call a class something else; refused while the names come with what is fed."""
        self._refuse_fed_classes()
        names = list(self.names)
        name = checked_name(text, (*names[:index], *names[index + 1 :]))
        if name != names[index]:
            names[index] = name
            self._own = replace(self._own, names=tuple(names))
            self._tell(self.settings_changed)

    def apply_preset(self, key: PresetKey) -> None:
        """Show a preset by hand, at temperature 1. The double softmax stays as it is, so that presets compare."""
        with self.editing():
            self.set_playing(is_playing=False)
            self.set_source("hand")
            self.set_temperature(1.0)
            self.set_own(sheet_of(PRESETS[key]))

    def set_temperature(self, temperature: float) -> None:
        """Divide the logits by another T."""
        temperature = TEMPERATURE.checked(temperature)
        if temperature != self._temperature:
            self._temperature = temperature
            self._changed(self.settings_changed)

    def set_double(self, is_double: bool) -> None:
        """Apply softmax twice, or once."""
        if is_double != self._is_double:
            self._is_double = is_double
            self._changed(self.settings_changed)

    def set_true_class(self, index: int) -> None:
        """Make one class the true one, smoothed as before."""
        if index != self.true_class:
            self._set_target(hard_target(index, self.class_count, self.smoothing))

    def set_target(self, index: int, share: float) -> None:
        """Change one target; the others are scaled so that the sum stays 1."""
        self._set_target(with_share(self._sheet.target, index, share))

    def set_smoothing(self, smoothing: float) -> None:
        """Smooth the target of the true class; of the one with the largest target if they are soft."""
        target = hard_target(self.target_class, self.class_count, smoothing)
        if target.smoothing != self.smoothing:
            self._set_target(target)

    def set_source(self, source: LogitsSource) -> None:
        """Take the logits from elsewhere. Nudges are dropped; each source still has its classes and targets."""
        if source == self._source:
            return
        with self.editing():
            self.set_playing(is_playing=False)
            self._source = source
            self._classes_changed()
            self._tell(self.source_changed)

    def feed(
        self, names: Sequence[str], logits: Sequence[float] | Column, target: Sequence[float] | Column | None
    ) -> None:
        """Show what the selected case or the canvas gives; ignored while the source is neither.

        A target of None, or the same one again, leaves the target that was chosen by hand; with None the likeliest
        class counts as true until one is chosen. Nudges stay on top.
        Raises: LossvizError if the numbers are not one for each name, 2 to 10, or out of range.
        """
        if self._source not in FED_SOURCES:
            return
        CLASS_COUNT.checked(len(names))
        before = self._sheet
        after = self._fed[self._source] = before.fed_with(names, logits, target)
        with self.editing():
            if not self.has_feed:
                self._sources_with_feed.add(self._source)
                self._tell(self.source_changed)
            if after.names != before.names:
                self._classes_changed()
            if after.target is not before.target:
                self._changed(self.targets_changed)
            if not np.array_equal(after.logits, before.logits):
                self._changed(self.logits_changed)

    def end_feed(self) -> None:
        """Nothing is selected or drawn any more: logits of 0, and what was chosen for them is forgotten."""
        if self._source in FED_SOURCES and self.has_feed:
            with self.editing():
                self._sources_with_feed.discard(self._source)
                self._fed[self._source] = empty_sheet(self._source)
                self._classes_changed()
                self._tell(self.source_changed)

    def set_feature(self, index: int, value: float) -> None:
        """Change one x of the network."""
        self.set_network(self._network.with_feature(index, NETWORK_NUMBER.checked(value)))

    def set_weight(self, class_index: int, feature: int, value: float) -> None:
        """Change one W of the network."""
        self.set_network(self._network.with_weight(class_index, feature, NETWORK_NUMBER.checked(value)))

    def set_bias(self, class_index: int, value: float) -> None:
        """Change one b of the network."""
        self.set_network(self._network.with_bias(class_index, NETWORK_NUMBER.checked(value)))

    def set_network(self, network: SoftmaxNetwork) -> None:
        """Have another network, with as many classes as by hand."""
        with self.editing():
            self._network = network
            self._tell(self.network_changed)
            if self._source == "network":
                self._changed(self.logits_changed)

    def set_rate(self, rate: float) -> None:
        """Take longer or shorter steps."""
        rate = RATE.checked(rate)
        if rate != self._rate:
            self._rate = rate
            self._tell(self.settings_changed)

    def set_step_loss(self, kind: StepLoss) -> None:
        """Go down another loss."""
        if kind != self._step_loss:
            self._step_loss = kind
            self._tell(self.settings_changed)

    def set_sigmoid(self, z: float, label: float) -> None:
        """Compute the losses of another sigmoid. label: 0 or 1."""
        sigmoid = SigmoidCase(LOGIT.checked(z), float(bool(label)))
        if sigmoid != self._sigmoid:
            self._sigmoid = sigmoid
            self._tell(self.settings_changed)

    def set_playing(self, is_playing: bool) -> None:
        """Take steps by themselves, or hold."""
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._tell(self.playing_changed)

    def step(self, count: int = 1) -> None:
        """Take steps of gradient descent on the logits; playing ends where nothing moves any more."""
        after = descend(self._step_loss, self.facts.problem, self._rate, count)
        with self.editing():
            self._place(after.logits)
            if after.has_ended:
                self.set_playing(is_playing=False)

    def point(self, class_index: int | None, term: str | None) -> None:
        """Note the class and the term under the mouse; a view may still show a class that is gone."""
        if class_index is not None and class_index >= self.class_count:
            class_index = None
        if (class_index, term) != (self._hovered, self._term):
            self._hovered, self._term = class_index, term
            self._tell(self.pointing_changed)

    def _place(self, logits: Column) -> None:
        """Bring the shown logits there: by hand as they are, otherwise by nudges."""
        if np.array_equal(logits, self.logits):
            return
        if self._source == "hand":
            self._own = replace(self._own, logits=logits)
        else:
            self._nudges = logits - self._given
            self._nudges.setflags(write=False)
        self._changed(self.logits_changed)

    def _set_target(self, target: Target) -> None:
        if np.array_equal(target.shares, self.target) and target.true_class == self.true_class:
            return
        if self.can_edit_classes:
            self._own = replace(self._own, target=target)
        else:
            self._fed[self._source] = replace(self._sheet, target=target, is_chosen=True)
        self._changed(self.targets_changed)

    def _classes_changed(self) -> None:
        """Other classes came with their logits and targets: nothing that was kept for the old ones holds."""
        with self.editing():
            self._clear_nudges()
            if self._hovered is not None and self._hovered >= self.class_count:
                self.point(None, self._term)
            for signal in (self.settings_changed, self.targets_changed, self.logits_changed):
                self._changed(signal)

    def _clear_nudges(self) -> None:
        self._nudges = np.zeros(self.class_count)
        self._nudges.setflags(write=False)

    def _refuse_fed_classes(self) -> None:
        if not self.can_edit_classes:
            raise fed_classes()

    def _changed(self, signal: SignalInstance) -> None:
        """Tell, and let the numbers that followed go."""
        self._facts = None
        self._tell(signal)
