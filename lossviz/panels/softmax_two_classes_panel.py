"""Two softmax outputs are one sigmoid: both formulas, both curves' numbers, and both losses side by side."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.fit.logistic import case_losses, sigmoid
from lossviz.core.softmax.facts import SoftmaxFacts, TwoClasses
from lossviz.core.softmax.limits import LOGIT
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import named, plain_label, push_button
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, Handle, PlotPicture, Rule
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_POINTS = 161
_HIGH_PX, _WIDE_PX = 440, 700  # from here on the plot stands below the numbers, and these beside their formulas
_LEAST_REACH = 6.0  # of the curve to either side
_SIGMOID = r"\sigma(d) = \frac{1}{1 + e^{-d}} = \frac{1}{1 + e^{-(\slot{d}{-0.000})}} = \slot{sigmoid}{0.0000}"
_SOFTMAX = (
    r"p_1 = \frac{e^{z_1/T}}{e^{z_0/T} + e^{z_1/T}}"
    r" = \frac{1}{1 + e^{\slot{z0}{-0.000} - (\slot{z1}{-0.000})}} = \slot{p1}{0.0000}"
)
_ROWS = ("difference", "sigmoid", "softmax", "bce", "cross_entropy")


class SoftmaxTwoClassesPanel(Panel):
    """The sigmoid over d = (z1 - z0)/T with a point that moves z1; with more classes, the way to two."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.plot = LinePlot(theme, self.tr("d = (z₁ − z₀)/T"), "p₁")
        self.plot.setObjectName("softmax.sigmoid_curve")
        self.plot.setAccessibleName(self.tr("The sigmoid of the difference of both logits"))
        self.plot.handle_dragged.connect(self._on_dragged)
        self.formulas = [FormulaView(theme), FormulaView(theme)]
        self._cells: dict[str, QLabel] = {}
        self._build()
        for signal in (logits.logits_changed, logits.targets_changed, logits.settings_changed, logits.source_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show both ways to the same number, or that there are too many classes for it."""
        facts = self._logits.facts
        two = facts.two_classes
        self._pages.setCurrentIndex(0 if two else 1)
        if two is None:
            text = self.tr(
                "There are {count} classes now. With two of them softmax is the sigmoid of the difference of the "
                "logits, and cross-entropy is binary cross-entropy: the same numbers, to the last digits."
            )
            self._invitation.setText(text.format(count=facts.class_count))
            return
        self.plot.show_plot(self._picture(two))
        self._show_formulas(facts, two)
        self._show_numbers(facts, two)

    def hasHeightForWidth(self) -> bool:
        """The plot takes what the text leaves."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Of the low arrangement, also while the panel is high: else it could not be left."""
        least, numbers = super().minimumSizeHint(), self._numbers.minimumSize()
        return QSize(least.width(), min(least.height(), max(numbers.height(), self.plot.minimumSizeHint().height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wider than high, whatever the room."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        is_high = self.height() >= by_type(self, _HIGH_PX)
        self._halves.setDirection(down if is_high else across)
        self._halves.setStretch(1, 0 if is_high else 3)
        is_wide = is_high and self.width() >= by_type(self, _WIDE_PX)
        self._numbers.setDirection(across if is_wide else QBoxLayout.Direction.TopToBottom)

    def _picture(self, two: TwoClasses) -> PlotPicture:
        reach = max(_LEAST_REACH, 1.25 * abs(two.difference))
        ds = np.linspace(-reach, reach, _POINTS)
        return PlotPicture(
            curves=(Curve("sigmoid", "σ(d)", ds, sigmoid(ds), "sigmoid_model"),),
            rules=(Rule(0.5, "0.5", "text_muted", is_vertical=False, dash="dotted"),),
            handles=(Handle("difference", two.difference, two.sigmoid, "marker", f"{two.sigmoid:.4f}"),),
            y_range=AxisRange(0.0, 1.0),
        )

    def _show_formulas(self, facts: SoftmaxFacts, two: TwoClasses) -> None:
        z0, z1 = facts.scaled.tolist()
        for view, tex, numbers in (
            (self.formulas[0], _SIGMOID, {"d": _signed(two.difference), "sigmoid": f"{two.sigmoid:.4f}"}),
            (self.formulas[1], _SOFTMAX, {"z0": _signed(z0), "z1": _signed(z1), "p1": f"{two.p1:.4f}"}),
        ):
            view.show_formula(tex)
            view.show_numbers(numbers)

    def _show_numbers(self, facts: SoftmaxFacts, two: TwoClasses) -> None:
        bce = case_losses("bce", np.array([two.difference]), facts.target[1:])
        numbers = (two.difference, two.sigmoid, two.p1, float(bce[0]), facts.loss)
        for name, value in zip(_ROWS, numbers, strict=True):
            self._cells[name].setText(with_minus_signs(f"{value:.12f}"))
        self._verdict.setText(self._verdict_text(abs(two.sigmoid - two.p1), abs(float(bce[0]) - facts.loss), facts))

    def _verdict_text(self, apart: float, losses_apart: float, facts: SoftmaxFacts) -> str:
        """apart: both ways to p₁."""
        if facts.is_double:
            return self.tr("The second softmax parts the losses: cross-entropy is taken of softmax(p), BCE is not.")
        if apart == losses_apart == 0.0:
            return self.tr("Both pairs agree to the last digit.")
        if apart == 0.0:
            text = self.tr("p₁ agrees to the last digit, the loss differs by {loss:.0e}: rounding.")
        elif losses_apart == 0.0:
            text = self.tr("The loss agrees to the last digit, p₁ differs by {p:.0e}: rounding.")
        else:
            text = self.tr("p₁ differs by {p:.0e}, the loss by {loss:.0e}: rounding.")
        return with_minus_signs(text.format(p=apart, loss=losses_apart))

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self._pages.addWidget(self._build_comparison())
        self._pages.addWidget(self._build_invitation())

    def _build_comparison(self) -> QWidget:
        page = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._halves.setContentsMargins(0, 4, 0, 0)
        self._halves.setSpacing(8)
        self._halves.addWidget(self.plot, 2)
        self._numbers = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._numbers.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(2)
        for name, view in zip(("sigmoid", "softmax"), self.formulas, strict=True):
            named(view, f"softmax.formula_of_{name}", self.tr("Formula with the present numbers"))
            column.addWidget(view)
        column.addStretch(1)
        self._numbers.addLayout(column, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(self._build_table())
        self._verdict = named(QLabel(), "softmax.two_classes_verdict", self.tr("How far both are apart"))
        self._verdict.setWordWrap(True)
        column.addWidget(self._verdict)
        column.addStretch(1)
        self._numbers.addLayout(column, 1)
        self._halves.addLayout(self._numbers, 3)
        return page

    def _build_table(self) -> QGridLayout:
        texts = {
            "difference": self.tr("d"),
            "sigmoid": self.tr("sigmoid of d"),
            "softmax": self.tr("softmax, p₁"),
            "bce": self.tr("BCE of sigmoid"),
            "cross_entropy": self.tr("cross-entropy"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        for row, name in enumerate(_ROWS):
            cell = named(QLabel(), f"softmax.two_{name}", texts[name])
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(plain_label(texts[name]), row, 0)
            grid.addWidget(cell, row, 1)
            self._cells[name] = cell
        grid.setColumnStretch(2, 1)
        return grid

    def _build_invitation(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 0)
        why = self.tr("Why there is nothing to compare")
        self._invitation = named(WrappedText(), "softmax.two_classes_invitation", why)
        tip = self.tr("Take two classes, z = (0, ln 1.5): the probabilities are 0.4 and 0.6")
        button = push_button("softmax.two_classes", self.tr("Take two classes"), tip)
        button.clicked.connect(self._on_two_classes)
        self._refusal = named(Refusal(), "softmax.two_classes_refusal", self.tr("What was not taken"))
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._invitation)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._refusal)
        column.addStretch(2)
        return page

    def _on_dragged(self, _handle: str, difference: float, _p: float) -> None:
        """Move z1; z0 stays."""
        wanted = float(self._logits.logits[0]) + difference * self._logits.temperature
        self._logits.set_logit(1, min(max(wanted, LOGIT.low), LOGIT.high))

    def _on_two_classes(self) -> None:
        try:
            self._logits.apply_preset("two_classes")
        except LossvizError as error:
            self._refusal.tell(error)
        else:
            self._refusal.settle()


def _signed(value: float) -> str:
    return with_minus_signs(f"{value:.4g}")
