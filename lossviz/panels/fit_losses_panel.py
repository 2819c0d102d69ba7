"""What each case costs under both losses, and how that adds up."""

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout

from lossviz.core.fit.cases import Column
from lossviz.core.fit.laws import law_entropy
from lossviz.core.fit.logistic import case_losses, case_slopes, logits, sigmoid
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice
from lossviz.widgets.fit.loss_bars import LossBars, LossBarsPicture
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource


class FitLossesPanel(Panel):
    """A bar and a tug for every case; the bars stack into two meters."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self.bars = named(LossBars(theme), "fit.loss_bars", self.tr("Loss of every case"))
        self.bars.case_hovered.connect(fit.hover)
        self.bars.case_selected.connect(fit.select)
        self._build()
        for signal in (
            *(fit.cases_changed, fit.parameters_changed, fit.loss_kind_changed),
            *(fit.pointing_changed, fit.view_changed),
        ):
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
        show_choice(self._kind, fit.loss_kind)
        self._mse.setText(f"{fit.loss('mse'):.6g}")
        self._bce.setText(f"{fit.loss('bce'):.6g}")
        text = self.tr("floor {floor:.4f}")
        self._show_term(z)
        self._floor.setText("" if floor is None else text.format(floor=floor))

    def _show_term(self, z: Column) -> None:
        """One case's place in both sums, with its numbers; without a case, the sums."""
        fit = self._fit
        index = fit.hovered if fit.hovered is not None else fit.selected
        if index is None:
            self._term.setText(self.tr("BCE = mean of −ln(probability of the class), MSE = mean of (p − y)²"))
            return
        y, here = float(fit.cases.y[index]), z[index : index + 1]
        p = float(sigmoid(here)[0])
        bce, mse = (float(case_losses(kind, here, fit.cases.y[index : index + 1])[0]) for kind in ("bce", "mse"))
        form = self.tr("−ln p") if y else self.tr("−ln(1 − p)")
        text = self.tr("x = {x:.4g}, y = {y:.0f}: p = {p:.3g}, {form} = {bce:.3g}, (p − y)² = {mse:.3g}")
        self._term.setText(text.format(x=fit.cases.x[index], y=y, p=p, form=form, bce=bce, mse=mse))

    def _build(self) -> None:
        tip = self.tr("The loss that the descent goes down")
        self._kind = named(QComboBox(), "fit.loss_kind", self.tr("Loss to descend"), tip)
        fill_combo(self._kind, [(self.tr("Cross-entropy"), "bce"), (self.tr("Squared error"), "mse")])
        self._kind.activated.connect(lambda index: self._fit.set_loss_kind(self._kind.itemData(index)))
        self._mse, self._bce = (
            named(QLabel(), f"fit.loss_{kind}", text) for kind, text in (("mse", "MSE"), ("bce", "BCE"))
        )
        tip = self.tr("The entropy of the law: no model is expected to get below it")
        self._floor = named(QLabel(), "fit.floor", tip, tip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(
            row_of(
                *(caption_for(self._kind, self.tr("Descend")), self._kind),
                *(QLabel("BCE"), self._bce, QLabel("MSE"), self._mse, None, self._floor),
            )
        )
        column.addWidget(self.bars, 1)
        self._term = named(QLabel(), "fit.term", self.tr("What the case under the mouse costs"))
        self._term.setMinimumWidth(1)  # rather cut than wider than its half of the page
        column.addWidget(self._term)
