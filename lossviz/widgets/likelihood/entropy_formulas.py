"""Entropy, cross-entropy and divergence as formulas with their numbers, each under what it tells."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lossviz.core.entropy import Comparison
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.theme import ThemeSource

_TYPE_SHARE = 1.5  # of the window's text
_LOGARITHMS = {"nats": r"\ln", "bits": r"\log_2"}
_FORMULAS = {
    "entropy_p": r"H(p) = -\sum_i p_i LOG p_i = \slot{entropy_p}{00.0000}",
    "cross_entropy": r"H(p, q) = -\sum_i p_i LOG q_i = \slot{cross_entropy}{00.0000}",
    "divergence": r"KL(p\parallel q) = \sum_i p_i LOG \frac{p_i}{q_i} = \slot{divergence}{00.0000}",
}


class EntropyFormulas(QWidget):
    """objectNames losses.formula_entropy_p, losses.formula_cross_entropy, losses.formula_divergence."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        headings = {
            "entropy_p": self.tr("Entropy: the surprise if p is expected"),
            "cross_entropy": self.tr("Cross-entropy: the surprise if q is expected"),
            "divergence": self.tr("Divergence: what expecting q costs more"),
        }
        self._views: dict[str, FormulaView] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for name, text in headings.items():
            heading = plain_label(text)
            heading.setProperty("rank", "small")
            heading.setMinimumWidth(1)
            heading.setContentsMargins(0, 8, 0, 0)
            view = named(FormulaView(theme, _TYPE_SHARE * theme.theme.sizes.font_px), f"losses.formula_{name}", text)
            self._views[name] = view
            rows.addWidget(heading)
            rows.addWidget(view)

    def show_comparison(self, comparison: Comparison, written: Callable[[float], str]) -> None:
        """written: how a number is shown elsewhere on the page."""
        for name, view in self._views.items():
            view.show_formula(_FORMULAS[name].replace("LOG", _LOGARITHMS[comparison.unit]))
            view.show_numbers({name: written(getattr(comparison, name))})
