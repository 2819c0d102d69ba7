"""The loss: what the targets themselves cost, what the probabilities add, and where the true class is on -ln p."""

import math

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout

from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.inverse import LEAST_PROBABILITY, logit_for_output
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.loss_split import LossSplit, LossSplitPicture
from lossviz.widgets.controls import named, plain_label, row_of
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, Handle, PlotPicture, Rule
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type
from lossviz.widgets.whole_formulas import whole_formulas

_POINTS = 200
_USUAL_TOP = 5.0  # of the curve's scale: e^-5 is less than a percent
_WIDE_PX = 440  # from here on the plot stands beside the meter, unless there is the height for it below
_HIGH_PX = 330
_HANDLE = "true_class"


class SoftmaxLossPanel(Panel):
    """A meter of both parts, and the curve with a point at the true class, which can be dragged."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.split = named(LossSplit(theme), "softmax.loss_split", self.tr("Parts of the loss"))
        self.plot = LinePlot(theme, self.tr("p of the target class"), "−ln p")
        self.plot.setObjectName("softmax.loss_curve")
        self.plot.setAccessibleName(self.tr("Loss of the true class against its probability"))
        self.plot.handle_dragged.connect(self._on_dragged)
        self._build()
        for signal in (logits.logits_changed, logits.targets_changed, logits.settings_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the loss of the present logits and targets."""
        facts = self._logits.facts
        self._loss.setText(f"{facts.loss:.8f}")
        self.split.show_picture(LossSplitPicture(facts.entropy, facts.divergence, facts.floor))
        self.plot.show_plot(self._picture(facts))
        self._explanation.setText(whole_formulas(self._explained(facts)))

    def hasHeightForWidth(self) -> bool:
        """The plot takes what the text leaves."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Of the low arrangement, also while the panel is high: else it could not be left."""
        least = super().minimumSizeHint()
        plot = self.plot.minimumSizeHint()
        widest = round(by_type(self, _WIDE_PX))
        return QSize(min(least.width(), widest), min(least.height(), plot.height() + self.split.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plot below the meter where there is the height, beside it otherwise."""
        super().resizeEvent(event)
        is_beside = self.width() >= by_type(self, _WIDE_PX) and self.height() < by_type(self, _HIGH_PX)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)
        self._row.setStretch(0, 1 if is_beside else 0)

    def _picture(self, facts: SoftmaxFacts) -> PlotPicture:
        index = facts.target_class
        p, cost = float(facts.output[index]), float(-facts.log_output[index])
        top = max(_USUAL_TOP, 1.15 * cost)
        costs = np.linspace(top, 0.0, _POINTS)
        name = self._logits.names[index]
        rules: tuple[Rule, ...] = ()
        if facts.is_double and facts.entropy == 0.0:  # a soft target's floor is not one of this curve
            rules = (Rule(facts.floor, self.tr("floor"), "text_muted", is_vertical=False),)
        return PlotPicture(
            curves=(Curve("cost", self.tr("−ln p"), np.exp(-costs), costs, "loss_bce", dash="dashed"),),
            rules=rules,
            handles=(Handle(_HANDLE, p, cost, "marker", f"{name}: {cost:.4g}".replace("e-", "e−")),),
            x_range=AxisRange(0.0, 1.0),
            y_range=AxisRange(0.0, top),
        )

    def _explained(self, facts: SoftmaxFacts) -> str:
        index = facts.target_class
        name, p = self._logits.names[index], float(facts.output[index])
        values = {"name": name, "p": p, "share": float(facts.target[index]), "term": float(facts.terms[index])}
        if facts.is_double:
            return self.tr(
                "Softmax is applied twice: the best that any logits can do is {floor:.4f}, not 0. "
                "The probability that counts is the second one, {p:.4g} for {name}."
            ).format(floor=facts.floor, **values)
        if self._logits.true_class is None or self._logits.smoothing > 0:
            return self.tr(
                "The target is soft: of the loss only {share:.3g} · (−ln {p:.4g}) = {term:.4g} is on this curve, "
                "the rest belongs to the other classes. Below H(y) no logits get."
            ).format(**values)
        if p == 0.0:
            return self.tr(
                "Only the true class counts: L = −ln p({name}) = {term:.6g}. p itself, e to the power of −{term:.6g}, "
                "is smaller than any number that a float64 can hold."
            ).format(**values)
        return self.tr(
            "Only the true class counts: L = −Σ y ln p = −ln p({name}) = −ln {p:.6g}. Drag the point to give it "
            "another p."
        ).format(**values)

    def _build(self) -> None:
        tip = self.tr("Cross-entropy of the targets and the probabilities, in natural-log units")
        loss = named(QLabel(), "softmax.loss", self.tr("Loss"), tip)
        loss.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = QFont(loss.font())
        font.setBold(True)
        loss.setFont(font)
        explanation = named(QLabel(), "softmax.loss_explanation", self.tr("What the loss is made of"))
        explanation.setWordWrap(True)
        explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._loss, self._explanation = StillLabel(loss), StillLabel(explanation)
        formula = plain_label(self.tr("L = H(y) + KL(y‖p) ="))
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(row_of(formula, self._loss, None))
        left.addWidget(self.split)
        left.addWidget(self._explanation)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 4, 0, 0)
        self._row.setSpacing(6)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.plot, 1)

    def _on_dragged(self, handle: str, p: float, _cost: float) -> None:
        """Move the true class's logit to where its probability is what the point says."""
        facts = self._logits.facts
        wanted = p if math.isfinite(p) else LEAST_PROBABILITY
        self._logits.set_logit(facts.target_class, logit_for_output(facts.problem, facts.target_class, wanted))
