"""The points, which can be dragged, with the polynomial that is fitted to some of them."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout

from lossviz.core.errors import LossvizError
from lossviz.core.polynomial.concerns import Concern, concerns_of
from lossviz.core.polynomial.data import truth
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.controls import named, push_button, row_of
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.picture import Curve, Dots, PlotPicture
from lossviz.widgets.polynomial.error_curves import error_text
from lossviz.widgets.polynomial.point_curves import fit_curve, residual_bars, shown_x, shown_y, truth_curve, widest_gap
from lossviz.widgets.polynomial.point_plot import PointPlot
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import lines_high


class OverfitPlotPanel(Panel):
    """The plot over what is shown in it, what can be done to its points, and both errors."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        self._theme = theme
        self._shows_truth, self._shows_residuals = False, True
        self._y_range: AxisRange | None = None
        self._hides_held_out_error = False
        self._refusal = ""
        self.plot = named(PointPlot(theme, "x", "y"), "overfit.plot", self.tr("Points and the fitted polynomial"))
        self._build()
        self._connect_plot()
        store.data_changed.connect(self._on_changed)
        store.model_changed.connect(self._on_changed)
        theme.theme_changed.connect(self.mark_dirty)

    def hide_held_out_error(self, is_hidden: bool) -> None:
        """Keep its number to itself while somebody is to guess what it does."""
        self._hides_held_out_error = is_hidden
        self.mark_dirty()

    def redraw(self) -> None:
        """Show the points, the curve and what it misses."""
        points = self._store.points
        x_range = shown_x(points)
        if self._store.moving is None or self._y_range is None:
            self._y_range = shown_y(points, self._y_range)
        self.plot.show_plot(
            PlotPicture(
                curves=self._curves(x_range),
                dots=(
                    Dots("held_out", *points.held_out, "validation", "square", can_drag=True),
                    Dots("train", *points.train, "train", "disc", can_drag=True),
                ),
                x_range=self.plot.x_range if self._store.moving is not None else x_range,
                y_range=self._y_range,
            )
        )
        self._show_errors()
        self._notice.setText(self._refusal or self._concern())

    def _curves(self, x_range: AxisRange) -> tuple[Curve, ...]:
        fit, points = self._store.fit, self._store.points
        curves = [fit_curve(fit, x_range, self.tr("degree {degree}").format(degree=fit.degree))]
        if self._shows_truth:
            curves.append(truth_curve(x_range, self.tr("truth")))
        if self._shows_residuals:
            train = residual_bars(self.tr("training residuals"), fit, *points.train, "train")
            held_out = residual_bars(self.tr("held-out residuals"), fit, *points.held_out, "validation")
            curves[:0] = [train, held_out]
        return tuple(curves)

    def _show_errors(self) -> None:
        facts, degree, colours = self._store.facts, self._store.degree, self._theme.theme.colours
        held_out = "?" if self._hides_held_out_error else error_text(float(facts.held_out_errors[degree]))
        for label, number, colour, mark, name in (
            (
                self._train_error,
                error_text(float(facts.train_errors[degree])),
                colours.train,
                "●",
                self.tr("training error"),
            ),
            (self._held_out_error, held_out, colours.validation, "■", self.tr("held-out error")),
        ):
            label.setText(f'<span style="color:{colour}">{mark}</span> {name} <b>{number}</b>')

    def _concern(self) -> str:
        """What keeps the fit from being believed, in words; otherwise what can be done here."""
        store = self._store
        found = concerns_of(store.facts, store.degree)
        if not found:
            return self.tr(
                "Drag a point. Double-click adds a training point, with Shift a held-out one; Del removes it."
            )
        texts = {
            Concern.ONE_PLACE: self.tr(
                "All training points have the same x, so nothing tells one curve through their mean from another. "
                "Drag one aside."
            ),
            Concern.TOO_FEW_POINTS: self.tr(
                "{coefficients} coefficients for training points in {places} places: endlessly many curves pass "
                "through all of them, and the one of least norm is shown. Add points, lower the degree or raise λ."
            ),
            Concern.THROUGH_ALL_POINTS: self.tr(
                "As many coefficients as places of training points, {places}: the curve passes through all of them and "
                "takes their noise for truth. Add points, lower the degree or raise λ."
            ),
            Concern.NONE_HELD_OUT: self.tr(
                "No point is held out, so nothing tells how the curve does on points that it has not seen. "
                "Lower the training share."
            ),
        }
        numbers = {"coefficients": store.degree + 1, "places": store.facts.place_count}
        return in_a_row(texts[concern].format(**numbers) for concern in found)

    def _build(self) -> None:
        truth_box = self._switch("truth", self.tr("Truth"), self.tr("The curve that the points scatter around"))
        truth_box.toggled.connect(self._on_truth)
        residuals = self._switch("residuals", self.tr("Residuals"), self.tr("What the curve misses each point by"))
        residuals.setChecked(True)
        residuals.toggled.connect(self._on_residuals)
        tip = self.tr("One more training point, in the widest gap")
        add_train = self._button("add_train", self.tr("+ Training"), tip, lambda: self._add_in_gap(is_train=True))
        tip = self.tr("One more held-out point, in the widest gap")
        add_held_out = self._button(
            "add_held_out", self.tr("+ Held out"), tip, lambda: self._add_in_gap(is_train=False)
        )
        tip = self.tr("Make the chosen training point a held-out one, or the other way round")
        swap = self._button("change_side", self.tr("Swap"), tip, self._on_swap)
        remove = self._button("remove", self.tr("Remove"), self.tr("Remove the chosen point"), self._on_remove)
        self._train_error = named(QLabel(), "overfit.train_error", self.tr("Training error"))
        self._held_out_error = named(QLabel(), "overfit.held_out_error", self.tr("Held-out error"))
        for error in (self._train_error, self._held_out_error):
            error.setTextFormat(Qt.TextFormat.RichText)
        self._notice = named(QLabel(), "overfit.notice", self.tr("What to know about this fit"))
        self._notice.setWordWrap(True)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        lines_high(self._notice, 2)  # so that the plot holds still
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        column.addLayout(row_of(truth_box, residuals, None, add_train, add_held_out, swap, remove, spacing=6))
        column.addLayout(row_of(self._train_error, self._held_out_error, None, spacing=18))
        column.addWidget(self._notice)

    def _connect_plot(self) -> None:
        plot, store = self.plot, self._store
        plot.dot_drag_started.connect(lambda side, place: store.begin_move(self._index(side, place)))
        plot.dot_dragged.connect(lambda _side, _place, x, y: store.move_point(x, y))
        plot.dot_drag_ended.connect(store.finish_move)
        plot.dot_added.connect(lambda x, y, is_held_out: self._try(lambda: store.add_point(x, y, not is_held_out)))
        plot.dot_removed.connect(lambda side, place: self._try(lambda: store.remove_point(self._index(side, place))))

    def _index(self, side: str, place: int) -> int:
        """Among all points, of the one at this place among those of its side."""
        is_side = self._store.points.is_train == (side == "train")
        return int(np.flatnonzero(is_side)[place])

    def _switch(self, name: str, text: str, tip: str) -> QCheckBox:
        return named(QCheckBox(text), f"overfit.{name}", tip, tip)

    def _button(self, name: str, text: str, tip: str, on_clicked: Callable[[], None]) -> QPushButton:
        button = push_button(f"overfit.{name}", text, tip, on_clicked)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the plot its focus and the chosen point marked
        return button

    def _try(self, change: Callable[[], None]) -> None:
        """What is refused is told below the plot."""
        try:
            change()
        except LossvizError as error:
            self._refuse(spoken_error(error))

    def _refuse(self, text: str) -> None:
        self._refusal = text
        self.mark_dirty()

    def _add_in_gap(self, is_train: bool) -> None:
        x = widest_gap(self._store.points)
        self._try(lambda: self._store.add_point(x, float(truth(np.array([x]))[0]), is_train))

    def _on_swap(self) -> None:
        chosen = self.plot.chosen
        if chosen is None or chosen[1] is None:
            self._refuse(self._nothing_chosen())
            return
        index = self._index(chosen[0], chosen[1])
        self._try(lambda: self._store.change_role(index))

    def _on_remove(self) -> None:
        if not self.plot.remove_chosen():
            self._refuse(self._nothing_chosen())

    def _nothing_chosen(self) -> str:
        return self.tr("No point is chosen, so nothing was done. Click one in the plot first.")

    def _on_truth(self, is_on: bool) -> None:
        self._shows_truth = is_on
        self.mark_dirty()

    def _on_residuals(self, is_on: bool) -> None:
        self._shows_residuals = is_on
        self.mark_dirty()

    def _on_changed(self) -> None:
        self._refusal = ""
        self.mark_dirty()
