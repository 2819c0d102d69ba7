"""The most expensive mistakes, by either loss."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.evaluation.mistakes import MistakeOrder
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_status import evaluation_status
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.widgets.controls import fill_combo, named, show_choice
from lossviz.widgets.evaluation.cost_captions import CostCaptions
from lossviz.widgets.evaluation.evaluation_bar import EvaluationBar
from lossviz.widgets.evaluation.grid_picture import Caption, GridPicture
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource


class MnistMistakesPanel(Panel):
    """A grid of wrongly read digits with both losses under each; a click on one sends it off."""

    image_chosen = Signal(object, int)  # (28, 28) uint8, its label
    evaluate_pressed = Signal()
    cancel_pressed = Signal()

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
        self._captions = CostCaptions(self)
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
        self._bar = EvaluationBar("mnist.mistakes", self._order)
        self._summary = named(WrappedText(), "mnist.mistakes_summary", self.tr("How many mistakes"))
        self._grid = named(ImageGrid(theme), "mnist.mistakes", self.tr("The most expensive mistakes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.theme.sizes.gap_px)
        column.addWidget(self._bar)
        column.addWidget(self._summary)
        column.addWidget(self._grid, 1)

    def _listen(self) -> None:
        evaluations, bar = self._evaluations, self._bar
        bar.part_chosen.connect(evaluations.set_part)
        bar.evaluate_pressed.connect(self.evaluate_pressed)
        bar.cancel_pressed.connect(self.cancel_pressed)
        self._order.activated.connect(self._on_order_activated)
        self._grid.image_chosen.connect(self._on_image_chosen)
        for signal in (
            *(evaluations.predictions_changed, evaluations.part_changed, evaluations.order_changed),
            *(evaluations.progress_changed, evaluations.problem_changed),
            *(self._data.digits_changed, self._classifiers.classifier_changed),
        ):
            signal.connect(self.mark_dirty)

    def _show_mistakes(self, facts: EvaluationFacts, order: MistakeOrder) -> None:
        self._order.setEnabled(facts.costs.log_losses is not None)
        picture = GridPicture(
            images_u8=facts.labelled.images_u8,
            places=facts.mistakes(order),
            caption_of=partial(self._caption, facts),
            spoken_of=partial(self._captions.spoken, facts),
            samples=self._captions.samples(facts),
        )
        self._summary.setText(self._summary_text(facts, len(picture)))
        self._grid.show_picture(picture, self.tr("Not one digit was read wrong."))

    def _summary_text(self, facts: EvaluationFacts, count: int) -> str:
        mse_share = f"{facts.cost_of_mistakes('squared_error'):.0%}"
        if facts.costs.log_losses is None:
            text = self.tr("{count} mistakes make up {share} of all squared error of the one output z.")
            return text.format(count=f"{count:,}", share=mse_share)
        log_share = f"{facts.cost_of_mistakes('log_loss'):.0%}"
        text = self.tr("{count} mistakes make up {log_share} of all −ln p and {mse_share} of all MSE.")
        return text.format(count=f"{count:,}", log_share=log_share, mse_share=mse_share)

    def _caption(self, facts: EvaluationFacts, place: int) -> Caption:
        return self._captions.reading(facts, place), *self._captions.costs(facts, place)

    @Slot(int)
    def _on_order_activated(self, index: int) -> None:
        self._evaluations.set_order(self._order.itemData(index))

    @Slot(int)
    def _on_image_chosen(self, place: int) -> None:
        said = self._evaluations.predictions
        if said is not None:
            self.image_chosen.emit(said.labelled.images_u8[place], int(said.labelled.labels[place]))
