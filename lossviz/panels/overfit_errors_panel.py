"""Training and held-out error against the degree, which can be chosen there."""

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout

from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.controls import named, push_button, row_of
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.picture import Curve, Handle, PlotPicture, Rule
from lossviz.widgets.polynomial.degree_plot import DegreePlot
from lossviz.widgets.polynomial.error_curves import (
    DEGREE_RANGE,
    ErrorNames,
    error_curves,
    error_dots,
    error_range,
    error_text,
)
from lossviz.widgets.theme import ThemeSource


class OverfitErrorsPanel(Panel):
    """The plot over the best degree in words."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        self._is_log = False
        self.plot = named(
            DegreePlot(theme), "overfit.errors", self.tr("Training and held-out error against the degree")
        )
        self.plot.degree_chosen.connect(store.set_degree)
        self._build()
        store.data_changed.connect(self.mark_dirty)
        store.model_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the errors of every degree."""
        facts = self._store.facts
        names = ErrorNames(self.tr("training error"), self.tr("held-out error"))
        curves = error_curves(facts, names, self._is_log, shows_held_out=True)
        shown = error_range(facts, self._is_log)
        value = self.tr("log₁₀ of the mean squared error") if self._is_log else self.tr("mean squared error")
        self.plot.set_titles(self.tr("degree of the polynomial"), value)
        self.plot.show_plot(
            PlotPicture(
                curves=curves,
                dots=error_dots(curves),
                rules=self._rules(),
                handles=(self._handle(curves, shown),),
                x_range=DEGREE_RANGE,
                y_range=shown,
            )
        )
        self._show_best()

    def _rules(self) -> tuple[Rule, ...]:
        degree, best = self._store.degree, self._store.facts.best_degree
        present = self.tr("degree {degree}").format(degree=degree)
        if best is None:
            return (Rule(degree, present, "curve_4", is_vertical=True, dash="solid"),)
        if best == degree:
            text = self.tr("degree {degree}, least held-out error").format(degree=degree)
            return (Rule(degree, text, "curve_4", is_vertical=True, dash="solid"),)
        least = Rule(best, self.tr("least held-out error"), "validation", is_vertical=True, dash="dotted")
        return least, Rule(degree, present, "curve_4", is_vertical=True, dash="solid")

    def _handle(self, curves: tuple[Curve, ...], shown: AxisRange) -> Handle:
        """On the uppermost curve at the present degree, at the lower edge where the error is 0 on a log axis."""
        degree = self._store.degree
        return self.plot.knob(degree, max(shown.low, *(float(curve.ys[degree]) for curve in curves)))

    def _show_best(self) -> None:
        facts = self._store.facts
        best = facts.best_degree
        self._go.setEnabled(best is not None and best != self._store.degree)
        if best is None:
            self._best.setText(self.tr("No point is held out, so no degree is best."))
            return
        text = self.tr("Least held-out error: {error} at degree {degree}")
        self._best.setText(text.format(error=error_text(float(facts.held_out_errors[best])), degree=best))

    def _build(self) -> None:
        tip = self.tr("Equal steps up for equal factors: −1 is an error of 0.1, −2 of 0.01")
        log = named(QCheckBox(self.tr("Log axis")), "overfit.log_axis", self.tr("Logarithmic axis"), tip)
        log.toggled.connect(self._on_log)
        self._best = named(QLabel(), "overfit.best", self.tr("The best degree for the held-out points"))
        tip = self.tr("Take the degree of least held-out error")
        self._go = push_button("overfit.best_degree", self.tr("Use this degree"), tip)
        self._go.clicked.connect(self._on_best)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        row = row_of(self._best, self._go, log)
        row.setStretch(0, 1)
        column.addLayout(row)

    def _on_log(self, is_on: bool) -> None:
        self._is_log = is_on
        self.mark_dirty()

    def _on_best(self) -> None:
        best = self._store.facts.best_degree
        if best is not None:
            self._store.set_degree(best)
