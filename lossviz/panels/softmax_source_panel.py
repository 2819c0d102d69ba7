"""Where the logits come from, and what is done to all of them: temperature, target, a second softmax, a constant."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.softmax.limits import CLASS_COUNT, LOGIT, SMOOTHING, TEMPERATURE, Limit
from lossviz.core.softmax.presets import PresetKey
from lossviz.core.softmax.targets import one_hot
from lossviz.stores.logits_source import LogitsSource
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.log_slider import LogSlider
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import (
    caption_for,
    fill_combo,
    named,
    push_button,
    row_of,
    show_checked,
    show_choice,
    show_value,
)
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import CountBox, NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.type_size import as_wide_as, at_each_type, by_type

_SOURCES: dict[LogitsSource, str] = {
    "hand": QT_TRANSLATE_NOOP("choices", "By hand"),
    "network": QT_TRANSLATE_NOOP("choices", "Network Wx + b"),
    "case": QT_TRANSLATE_NOOP("choices", "Fit page’s case"),
    "digit": QT_TRANSLATE_NOOP("choices", "MNIST canvas"),
}
_HAND = QT_TRANSLATE_NOOP("choices", "Drag the bars of z and y, or type a logit.")
_FED: dict[LogitsSource, str] = {
    "network": QT_TRANSLATE_NOOP("choices", "of the network on this page"),
    "case": QT_TRANSLATE_NOOP("choices", "(0, wx + b) of the selected case"),
    "digit": QT_TRANSLATE_NOOP("choices", "of your drawing, live"),
}
_NOT_FED: dict[LogitsSource, str] = {
    "case": QT_TRANSLATE_NOOP("choices", "no case selected there"),
    "digit": QT_TRANSLATE_NOOP("choices", "nothing drawn there"),
}
_PRESETS: dict[PresetKey, str] = {
    "three_classes": QT_TRANSLATE_NOOP("choices", "(3, 1, −3)"),
    "four_classes": QT_TRANSLATE_NOOP("choices", "(9, 6, 3, 1)"),
    "b4_first": QT_TRANSLATE_NOOP("choices", "(2, 0.5, 6), class 2"),
    "b4_second": QT_TRANSLATE_NOOP("choices", "(0.1, 0, 3), class 1"),
    "soft_first": QT_TRANSLATE_NOOP("choices", "(2, 0.5, 6), soft"),
    "soft_second": QT_TRANSLATE_NOOP("choices", "(0.1, 0, 3), soft"),
    "confident_right": QT_TRANSLATE_NOOP("choices", "Confident, right"),
    "unsure": QT_TRANSLATE_NOOP("choices", "Unsure"),
    "confident_wrong": QT_TRANSLATE_NOOP("choices", "Confident, wrong"),
    "two_classes": QT_TRANSLATE_NOOP("choices", "Two: 0.4 and 0.6"),
    "overflow": QT_TRANSLATE_NOOP("choices", "Overflow"),
}
_COMBO_LETTERS = 11
_MOST_COMBO_PX = 330
_LIST_AIR_PX = 24
_LONGEST_ROW = 5


class SoftmaxSourcePanel(Panel):
    """Two rows, and below them why something was not taken."""

    def __init__(self, clock: FrameClock, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self._target_texts: list[str] = []
        self._build_source()
        self._build_target()
        self._build_settings()
        self._build_constant()
        self._lay_out()
        for signal in (
            *(logits.logits_changed, logits.targets_changed),
            *(logits.settings_changed, logits.source_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the settings."""
        logits = self._logits
        show_choice(self._source, logits.source)
        show_choice(self._preset, logits.preset)
        self._show_target()
        self._show_fed()
        show_value(self._class_count, logits.class_count)
        self._class_count.setEnabled(logits.can_edit_classes)
        show_value(self._temperature, logits.temperature)
        self._slider.show_number(logits.temperature)
        show_value(self._smoothing, logits.smoothing)
        show_checked(self._double, logits.is_double)

    def _show_target(self) -> None:
        """Every class as index and one-hot row; a soft target as what it is."""
        names, count = self._logits.names, self._logits.class_count
        texts = [f"{index}: {name} ({_row(index, count)})" for index, name in enumerate(names)]
        with QSignalBlocker(self._target):
            if texts != self._target_texts:
                self._target_texts = texts
                self._target.clear()
                fill_combo(self._target, [(text, index) for index, text in enumerate(texts)])
                _widen_list(self._target)
            soft = self.tr("soft ({shares})").format(shares=_numbers(self._logits.target))
            self._target.setPlaceholderText(soft)
            true = self._logits.true_class
            self._target.setCurrentIndex(-1 if true is None else true)

    def _show_fed(self) -> None:
        logits = self._logits
        text = (_FED if logits.has_feed else _NOT_FED).get(logits.source, "")
        if logits.source == "hand" and not self._added.text():
            text = _HAND
        self._fed.setText(QCoreApplication.translate("choices", text) if text else "")
        count = int(np.count_nonzero(logits.nudges))
        text = self.tr("Release ({count})").format(count=count) if count else self.tr("Release")
        self._release.setText(text)
        self._release.setEnabled(bool(count))
        self._release.setVisible(logits.source != "hand")  # what is set by hand is no nudge

    def _build_source(self) -> None:
        tip = self.tr("Where the logits come from. Changes to logits from elsewhere are nudges, on top of what comes.")
        self._source = named(QComboBox(), "softmax.source", self.tr("Where the logits come from"), tip)
        fill_combo(self._source, [(QCoreApplication.translate("choices", text), key) for key, text in _SOURCES.items()])
        _narrow(self._source)
        self._source.activated.connect(
            lambda index: self._take(lambda: self._logits.set_source(self._source.itemData(index)))
        )
        self._fed = named(QLabel(), "softmax.fed", self.tr("What is shown"))
        self._fed.setProperty("rank", "small")
        tip = self.tr("Take back what was changed on top of what comes from elsewhere")
        self._release = push_button("softmax.release", self.tr("Release"), tip)
        self._release.clicked.connect(lambda _checked: self._take(self._logits.release))
        tip = self.tr("Logits and targets to begin with; the temperature goes back to 1")
        self._preset = named(QComboBox(), "softmax.preset", self.tr("Preset"), tip)
        fill_combo(self._preset, [(QCoreApplication.translate("choices", text), key) for key, text in _PRESETS.items()])
        _narrow(self._preset)
        self._preset.setPlaceholderText(self.tr("Your own"))
        self._preset.activated.connect(
            lambda index: self._take(lambda: self._logits.apply_preset(self._preset.itemData(index)))
        )

    def _build_target(self) -> None:
        self._class_count = named(
            CountBox(int(CLASS_COUNT.low), int(CLASS_COUNT.high)), "softmax.class_count", self.tr("Number of classes")
        )
        self._class_count.valueChanged.connect(lambda count: self._take(lambda: self._logits.set_class_count(count)))
        tip = self.tr("The true class, as its index and as a one-hot row: 1 for it, 0 for all others")
        self._target = named(QComboBox(), "softmax.target", self.tr("Target"), tip)
        _narrow(self._target)
        self._target.activated.connect(self._on_target)
        tip = self.tr("This much of the target is spread evenly over all classes")
        self._smoothing = self._number("smoothing", self.tr("Label smoothing"), tip, SMOOTHING)
        self._smoothing.setSingleStep(0.05)
        self._smoothing.valueChanged.connect(
            lambda smoothing: self._take(lambda: self._logits.set_smoothing(smoothing))
        )

    def _build_settings(self) -> None:
        tip = self.tr("T in e^(z/T): a high one levels the probabilities, a low one sharpens them")
        self._temperature = self._number("temperature", self.tr("Temperature"), tip, TEMPERATURE)
        self._temperature.setSingleStep(0.1)
        self._slider = named(
            LogSlider(TEMPERATURE.low, TEMPERATURE.high), "softmax.temperature_slider", self.tr("Temperature"), tip
        )
        for changed in (self._temperature.valueChanged, self._slider.chosen):
            changed.connect(lambda temperature: self._take(lambda: self._logits.set_temperature(temperature)))
        tip = self.tr("The mistake of putting a softmax before a loss that has one: no class gets near 1 then")
        self._double = named(QCheckBox(self.tr("Softmax twice")), "softmax.double", self.tr("Softmax twice"), tip)
        self._double.toggled.connect(lambda is_on: self._take(lambda: self._logits.set_double(is_on)))

    def _build_constant(self) -> None:
        tip = self.tr("Added to every logit: the probabilities stay what they are")
        self._constant = self._number("constant", self.tr("Constant"), tip, LOGIT)
        self._constant.setValue(1.0)
        self._constant.valueChanged.connect(lambda _constant: self._problem.settle())
        self._add = push_button("softmax.add_constant", self.tr("Add to all z"), tip)
        self._add.clicked.connect(self._on_add)
        self._added = named(QLabel(), "softmax.constant_effect", self.tr("What the constant did to the probabilities"))
        self._added.setProperty("rank", "small")

    def _number(self, name: str, text: str, tip: str, limit: Limit) -> NumberBox:
        box = named(NumberBox(limit.low, limit.high), f"softmax.{name}", text, tip)
        as_wide_as(box, "−0000.00", 18)
        box.refused.connect(lambda typed: self._problem.tell_number(typed, limit.low, limit.high))
        return box

    def _lay_out(self) -> None:
        self._problem = named(Refusal(), "softmax.problem", self.tr("What was not taken"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        source = row_of(
            *(caption_for(self._source, self.tr("Logits")), self._source),
            *(caption_for(self._preset, self.tr("Preset")), self._preset),
            *(caption_for(self._class_count, self.tr("Classes")), self._class_count),
            *(caption_for(self._target, self.tr("Target")), self._target),
            *(caption_for(self._smoothing, self.tr("Smoothing")), self._smoothing, None),
        )
        settings = row_of(
            *(caption_for(self._temperature, self.tr("Temperature T")), self._temperature, self._slider, self._double),
            *(caption_for(self._constant, self.tr("Constant")), self._constant, self._add, self._added),
            *(None, self._fed, self._release),
        )
        for combo in (self._preset, self._target):
            at_each_type(combo, partial(_limit_width, combo))
            source.setStretchFactor(combo, 1)
        as_wide_as(self._slider, "0" * 13)
        for part in (source, settings):
            column.addLayout(part)
        column.addWidget(self._problem)

    def _take(self, change: Callable[[], None]) -> bool:
        """Make a change, and whether it was made; one that is refused is explained, and what is shown goes back."""
        self._added.setText("")
        try:
            change()
        except LossvizError as error:
            self._problem.tell(error)
            self.mark_dirty()
            return False
        self._problem.settle()
        return True

    def _on_target(self, index: int) -> None:
        if index < self._logits.class_count:  # one that is gone may still be in the list, until the next frame
            self._take(lambda: self._logits.set_true_class(index))

    def _on_add(self) -> None:
        before, constant = self._logits.facts.probabilities, self._constant.value()
        if self._take(lambda: self._logits.add_constant(constant)):
            change = float(np.max(np.abs(self._logits.facts.probabilities - before)))
            text = self.tr("z moved by {constant:g}, p by {change:.1g}").format(constant=constant, change=change)
            self._added.setText(with_minus_signs(text))


def _limit_width(combo: QComboBox, metrics: QFontMetrics) -> None:
    del metrics
    combo.setMaximumWidth(round(by_type(combo, _MOST_COMBO_PX)))


def _narrow(combo: QComboBox) -> None:
    """Not as wide as its longest entry, which the list shows in full."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_COMBO_LETTERS)
    _widen_list(combo)


def _widen_list(combo: QComboBox) -> None:
    combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + _LIST_AIR_PX)


def _row(index: int, count: int) -> str:
    """A one-hot row; of one that is too long for its list only what is needed to know where the 1 is."""
    if count <= _LONGEST_ROW:
        return _numbers(one_hot(index, count))
    return ", ".join((*(["0", "…"] if index else []), "1", *(["…", "0"] if index < count - 1 else [])))


def _numbers(values: np.typing.NDArray[np.float64]) -> str:
    return ", ".join(f"{value:.3g}" for value in values.tolist())
