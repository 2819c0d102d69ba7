"""The most expensive mistakes, by either loss."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.evaluation.mistakes import MistakeOrder
from lossviz.core.per_cents import per_cent
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_status import evaluation_status, status_signals
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.widgets.controls import fill_combo, named, show_choice
from lossviz.widgets.evaluation.evaluation_bar import EvaluationBar
from lossviz.widgets.evaluation.evaluation_panel import EvaluationPanel
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.theme import ThemeSource


class MnistMistakesPanel(EvaluationPanel):
    """A grid of wrongly read digits with both losses under each; a click on one sends it off."""

    def __init__(
        self,
        clock: FrameClock,
        theme: ThemeSource,
        evaluations: EvaluationStore,
        data: DataStore,
        classifiers: ClassifierStore,
    ) -> None:
        super().__init__(clock)
        self._evaluations, self._data, self._classifiers = evaluations, data, classifiers
        self._shown: tuple[Predictions | None, MistakeOrder] | None = None
        self._build(theme)
        self._listen()

    def redraw(self) -> None:
        """Show the part's last evaluation in the chosen order."""
        store = self._evaluations
        self._bar.show_status(evaluation_status(store, self._data, self._classifiers))
        show_choice(self._order, store.order)
        if self._shown is not None and (store.predictions is self._shown[0] and store.order == self._shown[1]):
            return
        is_new_order = self._shown is None or store.order != self._shown[1]
        self._shown = store.predictions, store.order
        if store.predictions is None:
            self._order.setEnabled(False)
            self._summary.setText("")
            self._grid.clear(self.tr("The digits that were read wrong appear here, the most expensive first."))
            return
        self._show_mistakes(store.predictions.facts, store.order)
        if is_new_order:
            self._grid.scroll_to_top()

    def _build(self, theme: ThemeSource) -> None:
        self._order = named(QComboBox(), "mnist.mistakes_order", self.tr("Most expensive by"))
        fill_combo(self._order, [(self.tr("by −ln p"), "log_loss"), (self.tr("by MSE"), "squared_error")])
        self._order.setToolTip(
            self.tr(
                "−ln p: of the probability that softmax gives the true digit; it has no upper bound. MSE: mean of "
                "(p − y)² over the ten classes; no mistake costs more than 0.2."
            )
        )
        self._summary = named(WrappedText(), "mnist.mistakes_summary", self.tr("How many mistakes"))
        grid = named(ImageGrid(theme), "mnist.mistakes", self.tr("The most expensive mistakes"))
        self.hold(EvaluationBar("mnist.mistakes", self._order), grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(theme.theme.sizes.gap_px)
        column.addWidget(self._bar)
        column.addWidget(self._summary)
        column.addWidget(self._grid, 1)

    def _listen(self) -> None:
        evaluations = self._evaluations
        self._bar.part_chosen.connect(evaluations.set_part)
        self._order.activated.connect(self._on_order_activated)
        for signal in (*status_signals(evaluations, self._data, self._classifiers), evaluations.order_changed):
            signal.connect(self.mark_dirty)

    def _show_mistakes(self, facts: EvaluationFacts, order: MistakeOrder) -> None:
        self._order.setEnabled(facts.costs.log_losses is not None)
        places = facts.mistakes(order)
        self._summary.setText(self._summary_text(facts, len(places)))
        self.show_images(facts, places, self.tr("Not one digit was read wrong."))

    def _summary_text(self, facts: EvaluationFacts, count: int) -> str:
        mse_share = per_cent(facts.cost_of_mistakes("squared_error"), 0)
        if facts.costs.log_losses is None:
            text = self.tr("{count} mistakes make up {share} of all squared error of the one output z.")
            return text.format(count=f"{count:,}", share=mse_share)
        log_share = per_cent(facts.cost_of_mistakes("log_loss"), 0)
        text = self.tr("{count} mistakes make up {log_share} of all −ln p and {mse_share} of all MSE.")
        return text.format(count=f"{count:,}", log_share=log_share, mse_share=mse_share)

    @Slot(int)
    def _on_order_activated(self, index: int) -> None:
        self._evaluations.set_order(self._order.itemData(index))
