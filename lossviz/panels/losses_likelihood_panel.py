"""The likelihood of draws: a product that shrinks beside a sum that grows, and the bridge to cross-entropy."""

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lossviz.core.likelihood.bernoulli import ball_product, best_share
from lossviz.core.likelihood.labels import label_product
from lossviz.core.likelihood.running_product import RunningProduct
from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice, show_value
from lossviz.widgets.fit.spoken_words import spoken
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.likelihood.bridge_numbers import BridgeNumbers
from lossviz.widgets.likelihood.draw_table import DrawTable
from lossviz.widgets.likelihood.likelihood_pictures import (
    SHARE_HANDLE,
    PlotNames,
    labels_picture,
    running_picture,
    share_picture,
)
from lossviz.widgets.likelihood.state_note import StateNote
from lossviz.widgets.likelihood.truth_table import TruthTable
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_WIDE_PX = 760  # from here on product and sum stand side by side
_PLOT, _TABLE, _TRUTH = range(3)  # pages on the right


class LossesLikelihoodPanel(Panel):
    """Draws are the balls on the table, explained by one share of blue, or the labels of the fit, by its sigmoid."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, balls: BoxesStore, fit: FitStore) -> None:
        super().__init__(clock)
        self._balls = balls
        self._fit = fit
        self.plot = named(LinePlot(theme), "losses.likelihood", self.tr("Likelihood"))
        self.product_plot = named(LinePlot(theme), "losses.running_product", self.tr("Product after each draw"))
        self.sum_plot = named(LinePlot(theme), "losses.running_sum", self.tr("Sum of −ln P after each draw"))
        self.table = named(DrawTable(theme), "losses.draw_table", self.tr("Every draw with product and sum so far"))
        self.truth = TruthTable()
        self.numbers = BridgeNumbers()
        self._note = named(StateNote(), "losses.likelihood_note", self.tr("What the likelihood says"))
        self._build()
        self._connect()
        self._choose_plots()

    def redraw(self) -> None:
        """Multiply and add up."""
        product = self._product()
        is_of_balls = self._balls.draw_source == "balls"
        self._show_controls(is_of_balls)
        (self._show_shares if is_of_balls else self._show_labels)()
        self._show_running(product)
        self.numbers.show_product(product, None if is_of_balls else self._fit.loss("bce"))
        self._note.show_state(self._meaning(product, is_of_balls))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Product and sum side by side, where there is room."""
        super().resizeEvent(event)
        self._choose_plots()

    @property
    def _is_product(self) -> bool:
        return bool(self._form.currentData() == "product")

    def _product(self) -> RunningProduct:
        if self._balls.draw_source == "balls":
            return ball_product(self._balls.share, self._balls.is_blue)
        return label_product(self._fit.parameters, self._fit.cases)

    def _show_shares(self) -> None:
        balls = self._balls
        y_title = self.tr("L(p) ÷ max L") if self._is_product else self.tr("sum of −ln P")
        self.plot.set_titles(self.tr("p = P(blue)"), y_title)
        name = self.tr("likelihood L") if self._is_product else self.tr("−ln L")
        names = PlotNames(name, self.tr("k/n = {share}"), "", "")
        self.plot.show_plot(share_picture(balls.whites, balls.blues, balls.share, self._is_product, names))

    def _show_labels(self) -> None:
        fit = self._fit
        words = spoken(fit.cases.words)
        axis = f"{words.quantity} ({words.unit})" if words.unit else words.quantity
        self.plot.set_titles(axis, self.tr("P(y)") if self._is_product else self.tr("−ln P(y)"))
        names = PlotNames("", "", words.positive, words.negative)
        self.plot.show_plot(labels_picture(fit.cases, fit.parameters, self._is_product, names))

    def _show_running(self, product: RunningProduct) -> None:
        for plot, is_product, title in (
            (self.product_plot, True, self.tr("product of P")),
            (self.sum_plot, False, self.tr("sum of −ln P")),
        ):
            plot.set_titles(self.tr("draws"), title)
            plot.show_plot(running_picture(product, is_product, title))
        self.truth.show_share(self._balls.share)
        if self._right.currentIndex() == _TABLE:
            self.table.show_draws(product, self._outcomes())

    def _outcomes(self) -> Callable[[int], str]:
        """Of the present draws: the table asks when it is painted, and there may be others then."""
        if self._balls.draw_source == "balls":
            is_positive, names = self._balls.is_blue, (self.tr("white"), self.tr("blue"))
        else:
            words = spoken(self._fit.cases.words)
            is_positive, names = self._fit.cases.y == 1.0, (words.negative, words.positive)
        return lambda row: names[int(is_positive[row])]

    def _meaning(self, product: RunningProduct, is_of_balls: bool) -> str:
        if not len(product):
            return self.tr("No ball has been drawn yet: a product of nothing is 1, its −ln is 0. Draw some first.")
        if np.isinf(product.total):
            text = self.tr("p = {share:g} rules out a ball that was drawn: the likelihood is 0, and −ln 0 is infinite.")
            return text.format(share=self._balls.share)
        if product.underflow_at is not None:
            text = self.tr(
                "float64 gives 0 for the product from draw {draw} on; the sum of logarithms goes on as if nothing had"
                " happened. That is why losses are sums of −ln P."
            )
            return text.format(draw=product.underflow_at)
        if is_of_balls:
            return self.tr(
                "The largest product and the smallest sum stand at the same p: the share k/n that was drawn."
            )
        return self.tr(
            "Each label is a draw, its probability is the sigmoid's. −ln of the likelihood ÷ n is the cross-entropy of"
            " the Fit page: the same number."
        )

    def _show_controls(self, is_of_balls: bool) -> None:
        show_choice(self._source, self._balls.draw_source)
        for widget in self._share_widgets:
            widget.setVisible(is_of_balls)
        show_value(self._share, self._balls.share)
        best = best_share(self._balls.whites, self._balls.blues)
        self._best.setEnabled(best is not None and best != self._balls.share)

    def _choose_plots(self) -> None:
        is_wide = self.width() >= by_type(self, _WIDE_PX)
        self.product_plot.setVisible(is_wide or self._is_product)
        self.sum_plot.setVisible(is_wide or not self._is_product)

    def _build(self) -> None:
        running = QWidget()
        plots = row_of(self.product_plot, self.sum_plot, spacing=4)
        running.setLayout(plots)
        self._right = QStackedWidget()
        for widget in (running, self.table, self.truth):
            self._right.addWidget(widget)
        middle = row_of(self.plot, self._right, spacing=4)
        middle.setStretch(0, 2)
        middle.setStretch(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_source())
        column.addLayout(self._build_views())
        column.addLayout(middle, 1)
        column.addWidget(self.numbers)
        column.addWidget(self._note)

    def _build_source(self) -> QHBoxLayout:
        self._source = named(QComboBox(), "losses.draw_source", self.tr("What counts as draws"))
        fill_combo(self._source, [(self.tr("the balls"), "balls"), (self.tr("the labels of the Fit page"), "labels")])
        tip = self.tr("How probable a blue ball is said to be; drag it in the plot")
        self._share = named(NumberBox(0.0, 1.0), "losses.share", self.tr("Share of blue p"), tip)
        self._share.setSingleStep(0.05)
        self._best = named(QPushButton(self.tr("p = k/n")), "losses.best_share", self.tr("Take the likeliest share"))
        caption = caption_for(self._share, "p")
        self._share_widgets = (caption, self._share, self._best)
        return row_of(caption_for(self._source, self.tr("Draws")), self._source, *self._share_widgets, None, spacing=6)

    def _build_views(self) -> QHBoxLayout:
        self._form = named(QComboBox(), "losses.likelihood_form", self.tr("Product or sum"))
        fill_combo(self._form, [(self.tr("product of P"), "product"), (self.tr("sum of −ln P"), "sum")])
        self._view = named(QComboBox(), "losses.likelihood_view", self.tr("What stands on the right"))
        views = [(self.tr("draw by draw"), _PLOT), (self.tr("as a table"), _TABLE), (self.tr("one draw"), _TRUTH)]
        fill_combo(self._view, views)
        return row_of(
            *(caption_for(self._form, self.tr("Show the")), self._form),
            *(caption_for(self._view, self.tr("and on the right")), self._view, None),
            spacing=6,
        )

    def _connect(self) -> None:
        balls, fit = self._balls, self._fit
        for signal in (balls.balls_changed, balls.likelihood_changed, fit.cases_changed, fit.parameters_changed):
            signal.connect(self.mark_dirty)
        self._source.activated.connect(lambda index: balls.set_draw_source(self._source.itemData(index)))
        self._share.valueChanged.connect(self._set_share)
        self._share.refused.connect(self._note.refuse_number)
        self._best.clicked.connect(self._on_best)
        self._form.currentIndexChanged.connect(self._on_form)
        self._view.currentIndexChanged.connect(self._on_view)
        self.plot.handle_dragged.connect(self._on_handle)
        self.plot.dot_hovered.connect(self._on_dot)

    def _set_share(self, share: float) -> None:
        self._note.attempt(lambda: self._balls.set_share(share))

    def _on_handle(self, key: str, x: float, _y: float) -> None:
        if key == SHARE_HANDLE:
            self._set_share(min(max(x, 0.0), 1.0))

    def _on_best(self) -> None:
        best = best_share(self._balls.whites, self._balls.blues)
        if best is not None:
            self._set_share(best)

    def _on_form(self) -> None:
        self._choose_plots()
        self.mark_dirty()

    def _on_view(self) -> None:
        self._right.setCurrentIndex(self._view.currentData())
        self.mark_dirty()

    def _on_dot(self, dot: tuple[str, int] | None) -> None:
        """The case under the mouse is pointed at in every view of the fit."""
        if dot is None or self._balls.draw_source == "balls":
            self._fit.hover(None)
            return
        label, place = 1.0 if dot[0] == "positive" else 0.0, dot[1]
        indices = np.flatnonzero(self._fit.cases.y == label)
        self._fit.hover(int(indices[place]) if place < len(indices) else None)  # the plot is drawn once a frame
