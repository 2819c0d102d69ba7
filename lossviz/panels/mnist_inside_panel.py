"""A look inside the network that answers: what each pixel of the drawn digit does, and what its first layer sees."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from lossviz.core.evaluation.inside import MapsF32, first_layer_filters, first_layer_responses, has_relu, saliency
from lossviz.core.ink.stamping import ImageU8
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.networks import CLASSES
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.digit_store import DigitStore
from lossviz.widgets.controls import fill_combo, named, row_of
from lossviz.widgets.evaluation.inside_words import InsideWords
from lossviz.widgets.evaluation.layer_picture import LayerPicture
from lossviz.widgets.evaluation.layer_units import LayerUnits
from lossviz.widgets.evaluation.saliency_view import SaliencyView
from lossviz.widgets.evaluation.unit_pager import UnitPager
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource

_HIGH = 1.3  # height over width from which one above the other uses the room better


class MnistInsidePanel(Panel):
    """Follows the pen and the training."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, digit: DigitStore, classifiers: ClassifierStore) -> None:
        super().__init__(clock)
        self._digit, self._classifiers = digit, classifiers
        self._words = InsideWords(self)
        self._filters: tuple[ClassifierSource, MapsF32] | None = None
        self._build(theme)
        self._lay_out(theme.theme.sizes.gap_px)
        for signal in (digit.drawing_changed, digit.pen_changed, classifiers.classifier_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Look into the network with the digit as it is."""
        classifier, source, image = self._classifiers.classifier, self._classifiers.source, self._digit.image_u8
        if classifier is None or source is None:
            self._show_nothing()
            return
        _say(self._title, self._words.title(source.run_number, source.step))
        self._show_saliency(classifier, image)
        filters = self._filters_of(classifier, source)
        _say(self._layer_title, self._words.layer(filters, is_only=not has_relu(classifier)))
        responses = None if image is None else first_layer_responses(classifier, image)
        self._units.show_picture(LayerPicture(filters, responses))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one above the other."""
        super().resizeEvent(event)
        is_high = self.height() > _HIGH * self.width()
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if is_high else QBoxLayout.Direction.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Of one above the other, or both side by side where that is less, with two lines of words."""
        line, choices = self.fontMetrics().height(), self._kind.minimumSizeHint()
        width = max(2 * choices.width(), self._units.minimumSizeHint().width())
        below = self._view.minimumSizeHint().height() + 2 * choices.height() + 2 * line
        return QSize(width, line + below + 32)

    def _build(self, theme: ThemeSource) -> None:
        self._title = named(WrappedText(), "mnist.inside_title", self.tr("Whose inside"))
        self._kind = named(QComboBox(), "mnist.saliency_of", self.tr("What the pixels change"))
        fill_combo(self._kind, [(self.tr("Score of"), "score"), (self.tr("−ln p of"), "loss")])
        self._digit_choice = named(QComboBox(), "mnist.saliency_digit", self.tr("Of which digit"))
        fill_combo(
            self._digit_choice,
            [(self.tr("digit read"), None), *((str(digit), digit) for digit in range(CLASSES))],
        )
        self._view = named(SaliencyView(theme), "mnist.saliency", self.tr("Saliency of the digit on the canvas"))
        self._told = named(WrappedText(), "mnist.saliency_told", self.tr("What the colours mean"))
        self._told.setProperty("rank", "small")
        self._layer_title = named(WrappedText(), "mnist.first_layer_title", self.tr("About the first layer"))
        self._units = named(LayerUnits(theme), "mnist.first_layer", self.tr("First layer"))
        self._pager = UnitPager(self._units, "mnist")
        for choice in (self._kind, self._digit_choice):
            choice.activated.connect(self._on_choice)

    def _lay_out(self, gap_px: int) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(gap_px)
        choices = QWidget()
        choices.setLayout(row_of(self._kind, self._digit_choice, None))
        self._halves.addWidget(_column(gap_px // 2, choices, self._told, self._view, stretched=self._view), 2)
        self._halves.addWidget(
            _column(gap_px // 2, self._layer_title, self._units, self._pager, stretched=self._units), 3
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap_px)
        column.addWidget(self._title)
        column.addLayout(self._halves, 1)

    def _show_nothing(self) -> None:
        self._title.setText(self._words.no_network())
        self._view.clear(self._words.no_network())
        self._told.setText("")
        self._layer_title.setText("")
        self._units.show_picture(None)

    def _show_saliency(self, classifier: Classifier, image: ImageU8 | None) -> None:
        if image is None:
            self._view.clear(self._words.no_ink())
            _say(self._told, self._words.no_ink())
            return
        kind = self._kind.currentData()
        found = saliency(classifier, image, kind, self._digit_choice.currentData())
        told = self._words.saliency(found, kind, is_one_output=classifier.has_one_output)
        scale = self._words.scale(found)
        self._view.show_saliency(image, found.gradient, scale, in_a_row((told, scale)))
        _say(self._told, told)

    def _filters_of(self, classifier: Classifier, source: ClassifierSource) -> MapsF32:
        """The same array as long as the weights are the same."""
        if self._filters is None or self._filters[0] is not source:
            self._filters = source, first_layer_filters(classifier)
        return self._filters[1]

    @Slot()
    def _on_choice(self) -> None:
        self.mark_dirty()


def _say(label: QLabel, text: str) -> None:
    """A label lays the whole panel out anew, even for the text that it has."""
    if label.text() != text:
        label.setText(text)


def _column(spacing_px: int, *widgets: QWidget, stretched: QWidget) -> QWidget:
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing_px)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
    return half
