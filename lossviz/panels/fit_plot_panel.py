"""The cases with the line and the sigmoid, all of which can be dragged."""

import math

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout

from lossviz.core.fit.estimates import slope_at
from lossviz.core.fit.laws import SCENARIOS
from lossviz.core.fit.logistic import Parameters
from lossviz.stores.fit_store import LARGEST_PARAMETER, FitStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.widgets.controls import caption_for, named, push_button, row_of, show_checked, show_value
from lossviz.widgets.fit.case_plot import CasePicture, CasePlot
from lossviz.widgets.fit.spoken_words import spoken
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource


class FitPlotPanel(Panel):
    """The plot over the exact numbers of the model."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, fit: FitStore, threshold: ThresholdStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._threshold = threshold
        self.plot = named(CasePlot(theme), "fit.plot", self.tr("Cases, line and sigmoid"))
        self._build()
        self._connect_plot()
        for signal in (
            *(fit.cases_changed, fit.parameters_changed, threshold.changed),
            *(fit.pointing_changed, fit.view_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the cases, the curves and their numbers."""
        fit = self._fit
        self.plot.show_picture(
            CasePicture(
                cases=fit.cases,
                sigmoid=fit.parameters,
                line=fit.facts.line if fit.is_line_shown else None,
                law=fit.law if fit.is_law_shown else None,
                ghosts=tuple((ghost.sigmoid, ghost.line if fit.is_line_shown else None) for ghost in fit.ghosts),
                bands=fit.are_bands_shown,
                threshold=self._threshold.threshold,
                is_discretised=self._threshold.is_discretised,
                selected=fit.selected,
                hovered=fit.hovered,
                moving=fit.moving,
            )
        )
        show_value(self._weight, fit.parameters.w)
        show_value(self._bias, fit.parameters.b)
        show_checked(self._line, fit.is_line_shown)
        show_checked(self._bands, fit.are_bands_shown)
        show_checked(self._discretised, self._threshold.is_discretised)
        self._show_slopes()

    def _build(self) -> None:
        self._weight = self._parameter("weight", "w", self.tr("Weight: how steep the sigmoid is"))
        self._bias = self._parameter("bias", "b", self.tr("Bias: where the sigmoid stands"))
        tip = self.tr("Go to the sigmoid of least cross-entropy")
        self._best = push_button("fit.best", self.tr("Best fit"), tip)
        self._best.clicked.connect(lambda _checked: self._fit.set_parameters(self._fit.facts.sigmoid.parameters))
        self._build_switches()
        slopes = named(QLabel(), "fit.slopes", self.tr("How steep both models are"))
        slopes.setMinimumWidth(1)
        slopes.setWordWrap(True)
        slopes.setProperty("rank", "caption")
        self._slopes = StillLabel(slopes)
        self._slopes.setMinimumWidth(1)
        self._lay_out()

    def _build_switches(self) -> None:
        tip = self.tr("The straight line of least squares")
        self._line = self._switch("line", self.tr("Line"), tip, self._fit.set_line_shown)
        tip = self.tr("Where each model passes from 10% to 90%")
        self._bands = self._switch("bands", self.tr("10–90%"), tip, self._fit.set_bands_shown)
        tip, show = self.tr("Show the output after the threshold"), self._threshold.set_discretised
        self._discretised = self._switch("discretised", self.tr("0/1"), tip, show)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        column.addLayout(
            row_of(
                *(caption_for(self._weight, "w"), self._weight, caption_for(self._bias, "b"), self._bias),
                *(self._best, self._line, self._bands, self._discretised, None),
                spacing=4,
            )
        )
        column.addWidget(self._slopes)

    def _connect_plot(self) -> None:
        plot, fit = self.plot, self._fit
        plot.case_drag_started.connect(fit.begin_move)
        plot.case_dragged.connect(lambda _index, x, y: fit.move_case(x, y))
        plot.case_drag_ended.connect(fit.finish_move)
        plot.case_selected.connect(fit.select)
        plot.case_hovered.connect(fit.hover)
        plot.case_added.connect(fit.add_case)
        plot.case_removed.connect(fit.remove_case)
        plot.sigmoid_dragged.connect(fit.set_parameters)
        plot.threshold_dragged.connect(self._threshold.set_threshold)

    def _parameter(self, name: str, letter: str, tip: str) -> NumberBox:
        box = named(NumberBox(-LARGEST_PARAMETER, LARGEST_PARAMETER), f"fit.{name}", tip, tip)
        box.setSingleStep(0.1)
        box.tell_refusals()
        box.valueChanged.connect(
            lambda value: self._fit.set_parameters(self._fit.parameters._replace(**{letter: value}))
        )
        return box

    def _switch(self, name: str, text: str, tip: str, on_toggled: object) -> QCheckBox:
        box = named(QCheckBox(text), f"fit.{name}", tip, tip)
        box.toggled.connect(on_toggled)
        return box

    def _show_slopes(self) -> None:
        """How steep both models are where it matters."""
        fit = self._fit
        x = SCENARIOS[fit.recipe.scenario].probe if fit.recipe else _midpoint(fit.parameters)
        if x is None:
            self._slopes.setText("")
            return
        unit = spoken(fit.cases.words).unit
        text = self.tr("Slope at {x:.3g} {unit}: sigmoid {sigmoid:+.3g}, line {line:+.3g} per {unit}")
        sigmoid, line = slope_at("sigmoid", fit.parameters, x), slope_at("line", fit.facts.line, x)
        self._slopes.setText(with_minus_signs(text.format(x=x, unit=unit, sigmoid=sigmoid, line=line)))


def _midpoint(parameters: Parameters) -> float | None:
    if parameters.w == 0 or not math.isfinite(parameters.b / parameters.w):
        return None
    return -parameters.b / parameters.w
