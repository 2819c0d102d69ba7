"""Gradient descent on the logits themselves, and whether the gradients are right."""

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout

from lossviz.core.errors import LossvizError
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.gradients import GradientCheck, loss_values
from lossviz.core.softmax.limits import RATE
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import caption_for, fill_combo, named, push_button, row_of, show_choice, show_value
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import LearningRateBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, Dots, PlotPicture, Rule
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import wide_enough_for

MANY_STEPS = 10
_POINTS = 61
_RATES_SHOWN = 4.0  # how many steps long the curve along the gradient is


class SoftmaxGradientPanel(Panel):
    """Steps, play, learning rate and loss; both gradients checked; the loss along the direction of the next step."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.plot = LinePlot(theme, self.tr("step length s, to z − s · gradient"), self.tr("loss"))
        self.plot.setObjectName("softmax.loss_along_gradient")
        self.plot.setAccessibleName(self.tr("Loss along the direction of the next step"))
        self._build()
        for signal in (
            *(logits.logits_changed, logits.targets_changed),
            *(logits.settings_changed, logits.playing_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the settings, the checks, and what a step will do."""
        logits, facts = self._logits, self._logits.facts
        show_value(self._rate, logits.rate)
        show_choice(self._loss_kind, logits.step_loss)
        self._play.setText(self.tr("Pause") if logits.is_playing else self.tr("Play"))
        name = self.tr("Two softmaxes") if facts.is_double else self.tr("CE, (p − y)/T")
        self._checks["bce"].setText(self._verdict(name, facts.check))
        self._checks["mse"].setText(self._verdict(self.tr("MSE"), facts.mse_check))
        self.plot.show_plot(self._picture(facts))

    def _verdict(self, gradient: str, check: GradientCheck) -> str:
        if not check.agrees:
            text = self.tr("✗ {gradient}: autograd differs by {autograd:.1e}, finite differences by {numeric:.0e}")
        elif check.largest_difference == 0.0:
            text = self.tr("✓ {gradient}: autograd agrees exactly, finite differences to {numeric:.0e}")
        else:
            text = self.tr("✓ {gradient}: autograd agrees to {autograd:.0e}, finite differences to {numeric:.0e}")
        numbers = {"autograd": check.largest_difference, "numeric": check.largest_numeric_difference}
        return with_minus_signs(text.format(gradient=gradient, **numbers))

    def _picture(self, facts: SoftmaxFacts) -> PlotPicture:
        """The present loss at 0, and the next one where the step ends."""
        kind, rate = self._logits.step_loss, self._logits.rate
        direction = facts.step_gradient(kind)
        lengths = np.linspace(0.0, _RATES_SHOWN * rate, _POINTS)
        ways = np.append(lengths, rate)[:, np.newaxis] * direction
        losses = loss_values(kind, facts.problem, facts.problem.logits - ways)
        name, colour = self._loss_kind.currentText(), "loss_bce" if kind == "bce" else "loss_mse"
        return PlotPicture(
            curves=(Curve("along", name, lengths, losses[:-1], colour, dash="dashed" if kind == "bce" else "solid"),),
            dots=(
                Dots("now", np.zeros(1), losses[:1], "text", "ring"),
                Dots("after", np.array([rate]), losses[-1:], "marker"),
            ),
            rules=(Rule(rate, self.tr("one step"), "marker", is_vertical=True),),
            x_range=AxisRange(0.0, _RATES_SHOWN * rate),
        )

    def _build(self) -> None:
        self._build_settings()
        self._refusal = named(Refusal(), "softmax.rate_refusal", self.tr("What was not taken"))
        self._checks = {
            "bce": StillLabel(named(QLabel(), "softmax.check_bce", self.tr("Check of the gradient of cross-entropy"))),
            "mse": StillLabel(named(QLabel(), "softmax.check_mse", self.tr("Check of the gradient of squared error"))),
        }
        logits = self._logits
        step = self._button("step", self.tr("Step"), self.tr("Take one step"), lambda: logits.step(1))
        many = self._button("step_ten", self.tr("×10"), self.tr("Take ten steps"), lambda: logits.step(MANY_STEPS))
        tip = self.tr("Take steps by themselves, or hold")
        self._play = self._button("play", self.tr("Play"), tip, lambda: logits.set_playing(not logits.is_playing))
        self._play.setProperty("rank", "primary")
        wide_enough_for(self._play, self.tr("Play"), self.tr("Pause"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(
            row_of(
                *(self._play, step, many, caption_for(self._rate, self.tr("Learning rate")), self._rate),
                *(self._loss_kind, None),
                spacing=6,
            )
        )
        column.addWidget(self._refusal)
        tip = self.tr(
            "The gradient by the formula is checked twice, and the largest difference is shown: against PyTorch’s "
            "autograd, and against (L(z + h) − L(z − h)) / 2h with a small step h"
        )
        for check in self._checks.values():
            check.label.setToolTip(tip)
            check.label.setWordWrap(True)
            column.addWidget(check)
        column.addWidget(self.plot, 1)

    def _build_settings(self) -> None:
        tip = self.tr("z becomes z − learning rate · gradient")
        self._rate = named(LearningRateBox(), "softmax.learning_rate", self.tr("Learning rate"), tip)
        self._rate.valueChanged.connect(lambda rate: self._try(lambda: self._logits.set_rate(rate)))
        self._rate.refused.connect(lambda typed: self._refusal.tell_number(typed, RATE.low, RATE.high))
        tip = self.tr("The loss that the steps go down")
        self._loss_kind = named(QComboBox(), "softmax.step_loss", self.tr("Loss to descend"), tip)
        fill_combo(self._loss_kind, [(self.tr("Cross-entropy"), "bce"), (self.tr("Squared error"), "mse")])
        self._loss_kind.activated.connect(lambda index: self._logits.set_step_loss(self._loss_kind.itemData(index)))

    def _button(self, name: str, text: str, tip: str, on_clicked: Callable[[], None]) -> QPushButton:
        return push_button(f"softmax.{name}", text, tip, lambda: self._try(on_clicked))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except LossvizError as error:
            self._refusal.tell(error)
            self.mark_dirty()
        else:
            self._refusal.settle()
