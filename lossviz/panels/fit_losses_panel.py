"""What each case costs under both losses, and how that adds up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from lossviz.core.fit.cases import Column
from lossviz.core.fit.laws import law_entropy
from lossviz.core.fit.logistic import LOSS_KINDS, case_losses, case_slopes, logits, sigmoid
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import caption, named, push_button, row_of
from lossviz.widgets.fit.loss_bars import LossBars, LossBarsPicture
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource

SUMS = (
    r"\mathrm{BCE} = \textstyle\frac{1}{n}\sum -\ln P(y_i) = \slot{bce}{0.00000}"
    r"\quad \mathrm{MSE} = \frac{1}{n}\sum (p_i - y_i)^2 = \slot{mse}{0.00000}"
)
_MODEL = r"p = \sigma(w \cdot \slot{x}{00.00} + b) = \slot{p}{0.000}\quad"
TERM_OF_ONE = _MODEL + r"-\ln p = \slot{bce}{00.00}\quad (\slot{p_again}{0.000} - 1)^2 = \slot{mse}{0.0000}"
TERM_OF_ZERO = _MODEL + r"-\ln(1 - p) = \slot{bce}{00.00}\quad \slot{p_again}{0.000}^2 = \slot{mse}{0.0000}"
_GAP_PX = 4
_AIR_PX = 6


class FitLossesPanel(Panel):
    """A bar and a pull for every case; the bars stack into two meters."""

    logits_wanted = Signal()  # the selected case on the Softmax page
    likelihood_wanted = Signal()  # the labels as draws on the Losses page

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self.bars = named(LossBars(theme), "fit.loss_bars", self.tr("Loss of every case"))
        self.bars.case_hovered.connect(fit.hover)
        self.bars.case_selected.connect(fit.select)
        term_name = self.tr("What the case under the mouse costs, or the mean of all")
        self._term = named(FormulaView(theme, is_still=True), "fit.term", term_name)
        self._term.prepare(SUMS, TERM_OF_ONE, TERM_OF_ZERO)
        self._build()
        for signal in (fit.cases_changed, fit.parameters_changed, fit.pointing_changed, fit.view_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show every case's share and their means."""
        fit, cases = self._fit, self._fit.cases
        z = logits(fit.parameters, cases.x)
        floor = law_entropy(fit.law, cases.x) if fit.law and fit.is_law_shown else None
        self.bars.show_picture(
            LossBarsPicture(
                cases=cases,
                mse=case_losses("mse", z, cases.y),
                bce=case_losses("bce", z, cases.y),
                mse_slopes=case_slopes("mse", z, cases.y),
                bce_slopes=case_slopes("bce", z, cases.y),
                floor=floor,
                selected=fit.selected,
                hovered=fit.hovered,
            )
        )
        self._as_logits.setEnabled(fit.selected is not None)
        self._mse.setText(f"{fit.loss('mse'):.6g}")
        self._bce.setText(f"{fit.loss('bce'):.6g}")
        self._show_term(z)

    def _show_term(self, z: Column) -> None:
        """One case's place in both sums, with its numbers; without a case, the sums."""
        fit = self._fit
        index = fit.hovered if fit.hovered is not None else fit.selected
        if index is None:
            self._term.show_formula(SUMS)
            self._term.show_numbers({kind: f"{fit.loss(kind):.4g}" for kind in LOSS_KINDS})
            return
        here, label = z[index : index + 1], fit.cases.y[index : index + 1]
        losses: dict[str, str] = {kind: f"{float(case_losses(kind, here, label)[0]):.3g}" for kind in LOSS_KINDS}
        self._term.show_formula(TERM_OF_ONE if label[0] else TERM_OF_ZERO)
        p = f"{float(sigmoid(here)[0]):.3g}"
        self._term.show_numbers({"x": f"{fit.cases.x[index]:.4g}", "p": p, "p_again": p, **losses})

    def _build(self) -> None:
        self._mse, self._bce = (
            StillLabel(named(QLabel(), f"fit.loss_{kind}", text)) for kind, text in (("mse", "MSE"), ("bce", "BCE"))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(
            row_of(
                *(_together("BCE", self._bce), _together("MSE", self._mse), None, self._build_elsewhere()),
                spacing=_GAP_PX,
            )
        )
        column.addWidget(self.bars, 1)
        column.addWidget(self._term)

    def _build_elsewhere(self) -> QPushButton:
        """The same numbers on other pages."""
        tip = self.tr("See the same numbers on another page")
        button = push_button("fit.elsewhere", self.tr("More"), tip)
        menu = QMenu(button)
        self._as_logits = menu.addAction(self.tr("The selected case as logits: &Softmax"))
        self._as_logits.triggered.connect(self.logits_wanted)
        menu.addAction(self.tr("BCE as a likelihood: &Losses")).triggered.connect(self.likelihood_wanted)
        button.setMenu(menu)
        return button


def _together(word: str, number: StillLabel) -> QWidget:
    """A word and its number, which no second line parts; a frame around the number has room."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, _AIR_PX, 0)
    row.setSpacing(_GAP_PX)
    number.label.setProperty("rank", f"loss_{word.lower()}")
    row.addWidget(caption(word))
    row.addWidget(number)
    return pair
