"""The MNIST page: train a network, watch it learn, and let it read what you write."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lossviz.panels.data_panel import DataPanel
from lossviz.panels.digit_answer import DigitAnswerPanel
from lossviz.panels.digit_canvas import DigitCanvasPanel
from lossviz.panels.message_panel import MessagePanel
from lossviz.panels.training_buttons import TrainingButtons
from lossviz.panels.training_curves import TrainingCurves
from lossviz.panels.training_progress import TrainingProgress
from lossviz.panels.training_settings_form import TrainingSettingsForm
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource


@dataclass(frozen=True)
class MnistStores:
    """What the page's panels share."""

    data: DataStore
    training: TrainingStore
    digit: DigitStore
    classifiers: ClassifierStore
    messages: MessageStore


class MnistPage(QWidget):
    """Controls on the left, curves in the middle, the canvas and its answer on the right."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: MnistStores) -> None:
        super().__init__()
        self.setObjectName("mnist")
        self.messages = MessagePanel(clock, theme, stores.messages)
        self.data = DataPanel(clock, stores.data, stores.training)
        self.settings = TrainingSettingsForm(clock, stores.training)
        self.buttons = TrainingButtons(clock, stores.training, stores.data)
        self.curves = TrainingCurves(clock, theme, stores.training)
        self.progress = TrainingProgress(clock, stores.training)
        self.canvas = DigitCanvasPanel(clock, theme, stores.digit, stores.messages)
        self.answer = DigitAnswerPanel(clock, theme, stores.digit, stores.classifiers)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._controls(), 0)
        columns.addWidget(_stacked(self.curves, self.progress, stretched=self.curves), 5)
        columns.addWidget(_stacked(self.canvas, self.answer, stretched=self.canvas), 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(8)
        rows.addWidget(self.messages)
        rows.addWidget(self.data)
        rows.addLayout(columns, 1)

    def _controls(self) -> QWidget:
        """Buttons that always stay in sight, over a form that scrolls where the window is low."""
        scroll = QScrollArea()
        scroll.setObjectName("mnist.controls")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.settings)
        controls = _stacked(self.buttons, scroll, stretched=scroll)
        controls.setFixedWidth(256)
        controls.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return controls


def _stacked(*widgets: QWidget, stretched: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretched else 0)
    return box
