"""The formulas with the numbers of one class in them: the one that is pointed at, or else the target's."""

import math
from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.number_texts import significant_text
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_TYPE_SHARE = 2.4  # of the window's text, where there is room
_LEAST_VIEW_PX = 22
_SPACING_PX = 2
_HIGH_PX = 350  # from here on there is room for the headings
_LARGEST_PLAIN = 1e3  # a larger number is written with a power of ten
_LEAST_PLAIN = 1e-4

_SOFTMAX = (
    r"p_i = \frac{e^{z_i/T}}{\sum_j e^{z_j/T}} = \frac{e^{\slot{scaled}{-00.000}}}{\slot{sum}{000.0000}}"
    r" = \frac{\slot{exp}{000.0000}}{\slot{sum_again}{000.0000}} = \slot{p}{0.0000}"
)
_BOTH_SOFTMAXES = (
    r"p_i = \frac{e^{\slot{scaled}{-00.000}}}{\slot{sum}{000.0000}} = \slot{p}{0.0000}, \qquad"
    r" q_i = \frac{e^{p_i}}{\sum_j e^{p_j}} = \frac{e^{\slot{p_exponent}{0.0000}}}{\slot{second_sum}{00.0000}}"
    r" = \slot{q}{0.0000}"
)
_LOSS = (
    r"L = -\sum_i y_i \ln p_i = \underset{H(y)}{\slot{entropy}{00.0000}} + \underset{KL(y \| p)}{\slot{kl}{00.0000}}"
    r" = \slot{loss}{00.0000}"
)
_SECOND_LOSS = (
    r"L = -\sum_i y_i \ln q_i = \underset{H(y)}{\slot{entropy}{00.0000}} + \underset{KL(y \| q)}{\slot{kl}{00.0000}}"
    r" = \slot{loss}{00.0000}"
)
_SECOND_TERM = r"-y_i \ln q_i = -\slot{y}{0.0000} \cdot \ln\,\slot{q_lost}{0.0000} = \slot{term}{00.0000}"
_TERM = r"-y_i \ln p_i = -\slot{y}{0.0000} \cdot \ln\,\slot{p_lost}{0.0000} = \slot{term}{00.0000}"
_SLOPE = (
    r"\frac{\partial L}{\partial z_i} = \frac{p_i - y_i}{T}"
    r" = \frac{\slot{p_slope}{0.0000} - \slot{y_slope}{0.0000}}{\slot{temperature}{00.00}} = \slot{grad}{-0.0000}"
)
_SECOND_SLOPE = (
    r"\frac{\partial L}{\partial z_i} = \frac{p_i}{T} [ (q_i - y_i) - \sum_j p_j (q_j - y_j) ] = \slot{grad}{-0.0000}"
)
_ONCE = (_SOFTMAX, _LOSS, _TERM, _SLOPE)
_TWICE = (_BOTH_SOFTMAXES, _SECOND_LOSS, _SECOND_TERM, _SECOND_SLOPE)

# The slots, by what the store calls the term that they show.
_SLOTS: dict[str, frozenset[str]] = {
    "scaled": frozenset({"scaled"}),
    "exp": frozenset({"exp"}),
    "sum": frozenset({"sum", "sum_again"}),
    "p": frozenset({"p", "p_lost", "p_slope", "p_exponent"}),
    "y": frozenset({"y", "y_slope"}),
    "loss": frozenset({"loss", "term"}),
    "grad": frozenset({"grad"}),
}


class SoftmaxFormulaPanel(Panel):
    """Softmax, cross-entropy, one class's share of it, and its derivative; with two softmaxes, theirs."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self.views = [self._view(theme, number) for number in range(len(_ONCE))]
        self._whose = named(QLabel(), "softmax.formula_class", self.tr("Class whose numbers are shown"))
        self._whose.setWordWrap(True)
        self.views[0].prepare(*_ONCE, *_TWICE)
        self._headings = self._build_headings()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(_SPACING_PX)
        column.addWidget(self._whose)
        for heading, view in zip(self._headings, self.views, strict=True):
            column.addWidget(heading)
            column.addWidget(view)
        column.addStretch(1)
        for signal in (
            *(logits.logits_changed, logits.targets_changed),
            *(logits.settings_changed, logits.pointing_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the present numbers into the formulas."""
        index, facts = self._shown_class, self._logits.facts
        numbers = {name: _text(value) for name, value in _numbers(facts, index).items()}
        lit = _SLOTS.get(self._logits.term or "", frozenset())
        for view, tex in zip(self.views, _TWICE if facts.is_double else _ONCE, strict=True):
            view.show_formula(tex)
            view.show_numbers(numbers)
            view.light(lit)
        self._show_whose(index)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A heading over each formula where there is the height."""
        super().resizeEvent(event)
        for heading in self._headings:
            heading.setVisible(self.height() >= by_type(self, _HIGH_PX))
        self._fit()

    def _fit(self) -> None:
        """All formulas in one size, as large as width and height allow."""
        hints = [view.sizeHint() for view in self.views]
        if any(hint.isEmpty() for hint in hints):
            return
        others = [self._whose, *(heading for heading in self._headings if not heading.isHidden())]
        gaps = _SPACING_PX * (len(others) + len(hints) + 2)
        taken = sum(other.heightForWidth(self.width()) for other in others) + gaps
        by_height = (self.height() - taken) / sum(hint.height() for hint in hints)
        least = self.views[0].least_share
        ratio = max(min(1.0, by_height, *(self.width() / hint.width() for hint in hints)), least)
        for view, hint in zip(self.views, hints, strict=True):
            view.setMinimumSize(ceil(least * hint.width()), max(ceil(least * hint.height()), _LEAST_VIEW_PX))
            view.setMaximumHeight(max(ceil(ratio * hint.height()), _LEAST_VIEW_PX))

    @property
    def _shown_class(self) -> int:
        hovered = self._logits.hovered
        return self._logits.facts.target_class if hovered is None else hovered

    def _show_whose(self, index: int) -> None:
        if self._logits.hovered is None:
            text = self.tr("i is {name}, the target's class. Point at another to see its numbers.")
        else:
            text = self.tr("i is {name}, which is pointed at.")
        self._whose.setText(text.format(name=self._logits.names[index]))

    def _build_headings(self) -> list[QLabel]:
        texts = (
            self.tr("Softmax: the probability of class i"),
            self.tr("Cross-entropy, of all classes"),
            self.tr("What class i adds to it"),
            self.tr("Its gradient: how the loss grows with the logit of class i"),
        )
        headings = [plain_label(text) for text in texts]
        for heading in headings:
            heading.setProperty("rank", "small")
            heading.setWordWrap(True)
            heading.setContentsMargins(0, 8, 0, 0)
            heading.hide()
        return headings

    def _view(self, theme: ThemeSource, number: int) -> FormulaView:
        view = FormulaView(theme, _TYPE_SHARE * theme.theme.sizes.font_px)
        named(view, f"softmax.formula_{number}", self.tr("Formula with the present numbers"))
        view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        view.setMinimumSize(1, _LEAST_VIEW_PX)
        view.hovered.connect(self._on_hovered)
        return view

    def _on_hovered(self, slot: str | None) -> None:
        """Light the same term in all views."""
        term = next((term for term, slots in _SLOTS.items() if slot in slots), None)
        self._logits.point(None if term is None else self._shown_class, term)


def _numbers(facts: SoftmaxFacts, i: int) -> dict[str, float]:
    """What goes into each slot, for class `i`."""
    p, y = float(facts.probabilities[i]), float(facts.target[i])
    total = facts.exps_total
    return {
        "scaled": float(facts.scaled[i]),
        "exp": float(facts.exps[i]),
        **dict.fromkeys(("sum", "sum_again"), total),
        **dict.fromkeys(("p", "p_exponent", "p_lost", "p_slope"), p),
        **dict.fromkeys(("q", "q_lost"), float(facts.twice_probabilities[i])),
        "second_sum": math.fsum(map(math.exp, facts.probabilities.tolist())),
        "entropy": facts.entropy,
        "kl": facts.divergence,
        "loss": facts.loss,
        **dict.fromkeys(("y", "y_slope"), y),
        "term": float(facts.terms[i]),
        "temperature": facts.temperature,
        "grad": float(facts.gradient[i]),
    }


def _text(value: float) -> str:
    """Four decimals; what has no room for these, or would be hidden by them, as in the table."""
    if math.isinf(value):
        return "∞"
    if value == round(value, 2) and abs(value) < _LARGEST_PLAIN:
        return with_minus_signs(f"{value:g}")
    if _LEAST_PLAIN <= abs(value) < _LARGEST_PLAIN:
        return with_minus_signs(f"{value:.4f}")
    return significant_text(value)
