"""What the network sees of the ink, and what it says."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout

from lossviz.core.per_cents import per_cent
from lossviz.core.training.classifier import Answer
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.digit_store import DigitStore
from lossviz.widgets.controls import caption_for, named, push_button, row_of
from lossviz.widgets.data_names import spoken_data_name
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.handwriting.digit_image import DigitImage
from lossviz.widgets.handwriting.probability_bars import ProbabilityBars
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import as_wide_as

_LEAST_IMAGE_PX = 3 * 28 + 2  # three screen pixels for each of the image's, and the border


class DigitAnswerPanel(Panel):
    """The 28x28, the predicted digit, ten softmax bars, and the choice of who answers."""

    logits_wanted = Signal()  # of the digit, on the Softmax page

    def __init__(self, clock: FrameClock, theme: ThemeSource, digit: DigitStore, classifiers: ClassifierStore) -> None:
        super().__init__(clock)
        self._digit = digit
        self._classifiers = classifiers
        self._build(theme)
        digit.drawing_changed.connect(self.mark_dirty)
        digit.pen_changed.connect(self.mark_dirty)
        classifiers.classifier_changed.connect(self.mark_dirty)

    def _build(self, theme: ThemeSource) -> None:
        self._image = DigitImage(theme)
        self._image.setObjectName("mnist.network_input")
        self._image.show_overlay(is_shown=True)
        self._image.setMinimumSize(_LEAST_IMAGE_PX, _LEAST_IMAGE_PX)
        self._style = self._combo("ink_style", self.tr("How ink becomes 28 × 28"))
        self._style.addItem(self.tr("MNIST-style"), "mnist")
        self._style.addItem(self.tr("Raw, shrunk"), "raw")
        self._style.setToolTip(
            self.tr("MNIST-style: scaled to 20 pixels and centred by mass, as MNIST was made. Raw: the canvas, shrunk.")
        )
        self._asked = self._combo("answering", self.tr("Who answers"))
        self._asked.addItem(self.tr("Shipped network"), False)
        self._asked.addItem(self.tr("Present run"), True)
        prediction = named(QLabel(), "mnist.prediction", self.tr("Predicted digit"))
        prediction.setProperty("rank", "answer")
        prediction.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.prediction = StillLabel(prediction)
        source = QLabel()
        source.setObjectName("mnist.answer_source")
        source.setProperty("rank", "small")
        source.setWordWrap(True)
        self._source = StillLabel(source)
        self.bars = ProbabilityBars(theme)
        self.bars.setObjectName("mnist.probabilities")
        tip = self.tr("Show the logits of this digit on the Softmax page")
        self._as_logits = push_button("mnist.as_logits", self.tr("Logits"), tip)
        self._as_logits.clicked.connect(self.logits_wanted)
        self._style.activated.connect(lambda index: self._digit.set_style(self._style.itemData(index)))
        self._asked.activated.connect(lambda index: self._classifiers.set_asks_trained(self._asked.itemData(index)))
        self._lay_out()

    def _lay_out(self) -> None:
        answer = QGridLayout()
        answer.setSpacing(6)
        answer.addWidget(self.prediction, 0, 0)
        answer.addWidget(self._image, 1, 0)
        answer.addWidget(self.bars, 0, 1, 2, 1)
        answer.setRowStretch(1, 1)
        answer.setColumnStretch(0, 2)
        answer.setColumnStretch(1, 5)
        captions = [caption_for(self._style, self.tr("Ink")), caption_for(self._asked, self.tr("Network"))]
        for caption in captions:
            as_wide_as(caption, max((one.text() for one in captions), key=len), air_px=2)
        choices = row_of(captions[0], self._style, captions[1], self._asked, spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(answer, 1)
        column.addLayout(choices)
        below = row_of(self._source, self._as_logits)
        below.setStretch(0, 1)
        column.addLayout(below)

    def redraw(self) -> None:
        """Ask the network about the ink as it is, and show both."""
        image = self._digit.image_u8
        answer = self._classifiers.answer(image)
        self._image.show_image(image)
        self.prediction.setText(self._prediction_text(answer))
        self.bars.show_probabilities(answer.probabilities if answer else None)
        self._as_logits.setEnabled(answer is not None and answer.probabilities is not None)
        self.bars.setEnabled(answer is None or answer.probabilities is not None)
        self._source.setText(self._source_text(self._classifiers.source))
        with QSignalBlocker(self._style), QSignalBlocker(self._asked):
            self._style.setCurrentIndex(self._style.findData(self._digit.style))
            self._asked.setCurrentIndex(self._asked.findData(self._classifiers.asks_trained))
        self._asked.setEnabled(self._classifiers.has_trained)

    def _prediction_text(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("–")
        if answer.probabilities is None:
            return self.tr("{digit}  (number {number})").format(digit=answer.digit, number=f"{answer.outputs[0]:.2f}")
        return str(answer.digit)

    def _source_text(self, source: ClassifierSource | None) -> str:
        if source is None:
            return self.tr("No network can answer yet: start a run.")
        if source.run_number is None:
            return self.tr("trained on {data}, {accuracy} right on its test set").format(
                data=spoken_data_name(source.data_name), accuracy=per_cent(source.accuracy or 0, 2)
            )
        return self.tr("run {number} after {step} steps on {data}").format(
            number=source.run_number, step=f"{source.step:,}", data=spoken_data_name(source.data_name)
        )

    def _combo(self, name: str, accessible_name: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(f"mnist.{name}")
        combo.setAccessibleName(accessible_name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(10)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return combo
