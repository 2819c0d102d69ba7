"""The MNIST page: train a network, watch it learn, and let it read what you write."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lossviz.panels.data_panel import DataPanel
from lossviz.panels.digit_answer import DigitAnswerPanel
from lossviz.panels.digit_canvas import DigitCanvasPanel
from lossviz.panels.message_panel import MessagePanel
from lossviz.panels.mnist_compare_panel import MnistComparePanel
from lossviz.panels.mnist_confusion_panel import MnistConfusionPanel
from lossviz.panels.mnist_inside_panel import MnistInsidePanel
from lossviz.panels.mnist_landscape_panel import MnistLandscapePanel
from lossviz.panels.mnist_mistakes_panel import MnistMistakesPanel
from lossviz.panels.mnist_runs_panel import MnistRunsPanel
from lossviz.panels.mnist_timeline_panel import MnistTimelinePanel
from lossviz.panels.training_buttons import TrainingButtons
from lossviz.panels.training_curves import TrainingCurves
from lossviz.panels.training_progress import TrainingProgress
from lossviz.panels.training_settings_form import TrainingSettingsForm
from lossviz.stores.page_stores import MnistStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

_CONTROLS_PX = 252


class MnistPage(Page):
    """Controls on the left, what a run gives in the middle, the canvas and its answer on the right."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: MnistStores) -> None:
        super().__init__("mnist")
        self.messages = MessagePanel(clock, theme, stores.messages)
        self.data = DataPanel(clock, stores.data, stores.training)
        self.settings = TrainingSettingsForm(clock, stores.training)
        self.buttons = TrainingButtons(clock, stores.training, stores.data)
        self.curves = TrainingCurves(clock, theme, stores.training, stores.run_list, stores.timeline)
        self.progress = TrainingProgress(clock, stores.training)
        self.canvas = DigitCanvasPanel(clock, theme, stores.digit, stores.messages)
        self.answer = DigitAnswerPanel(clock, theme, stores.digit, stores.classifiers)
        self._build_studies(clock, theme, stores)
        self._lay_out()
        self.buttons.start_pressed.connect(self._show_curves)
        self.set_panels(*self._entries(), message_area=self.messages)

    def _build_studies(self, clock: FrameClock, theme: ThemeSource, stores: MnistStores) -> None:
        """What can be asked about a run, or about several."""
        asked = (stores.evaluations, stores.data, stores.classifiers)
        self.timeline = MnistTimelinePanel(clock, theme, stores.timeline, stores.training)
        self.compare = MnistComparePanel(clock, theme, stores.for_comparison)
        self.confusion = MnistConfusionPanel(clock, theme, *asked)
        self.mistakes = MnistMistakesPanel(clock, theme, *asked)
        self.landscape = MnistLandscapePanel(clock, theme, stores.landscapes)
        self.runs = MnistRunsPanel(
            clock, theme, stores.training, stores.run_list, stores.messages, self.curves.picture_sources()
        )
        self.runs.look_back_chosen.connect(stores.timeline.choose_run)
        self.inside = MnistInsidePanel(clock, theme, stores.digit, stores.classifiers)

    def _lay_out(self) -> None:
        self.controls = self._build_controls()
        self.curves_and_progress = _stacked(self.curves, self.progress, stretched=self.curves)
        self.tabs = tabs_of(
            "mnist.tabs",
            (self.curves_and_progress, self.tr("Curves")),
            (self.compare, self.tr("Compare")),
            (self.confusion, self.tr("Matrix")),
            (self.mistakes, self.tr("Mistakes")),
            (self.landscape, self.tr("Landscape")),
            (self.runs, self.tr("Runs")),
        )
        digit = tabs_of("mnist.digit_tabs", (self.answer, self.tr("Answer")), (self.inside, self.tr("Inside")))
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.controls, 0)
        self._below_tabs = _stacked(self.timeline, stretched=self.timeline)
        self.tabs.currentChanged.connect(self._leave_room_to_comparison)
        columns.addWidget(_stacked(self.tabs, self._below_tabs, stretched=self.tabs), 5)
        columns.addWidget(_stacked(self.canvas, digit, stretched=self.canvas), 3)
        rows = self.begin_rows()
        rows.addWidget(self.messages)
        rows.addWidget(self.data)
        rows.addLayout(columns, 1)

    def show_panel(self, name: str) -> None:
        """See Page; the timeline comes with the run's curves where it would be out of sight."""
        super().show_panel(name)
        if name == "mnist.timeline" and self.tabs.currentWidget() is self.compare:
            self.tabs.setCurrentWidget(self.curves_and_progress)

    def _leave_room_to_comparison(self) -> None:
        """The timeline is about another run; its box is hidden, as the timeline itself may be shown elsewhere."""
        self._below_tabs.setVisible(self.tabs.currentWidget() is not self.compare)

    def _entries(self) -> tuple[PanelEntry, ...]:
        return (
            PanelEntry("mnist.data", self.tr("Data"), self.data, is_bar=True),
            PanelEntry("mnist.settings", self.tr("Training"), self.controls),
            PanelEntry("mnist.curves", self.tr("Curves"), self.curves_and_progress),
            PanelEntry("mnist.canvas", self.tr("Canvas"), self.canvas),
            PanelEntry("mnist.answer", self.tr("Answer"), self.answer),
            PanelEntry("mnist.inside", self.tr("Inside"), self.inside),
            PanelEntry("mnist.compare", self.tr("Compare"), self.compare),
            PanelEntry("mnist.confusion", self.tr("Matrix"), self.confusion),
            PanelEntry("mnist.mistakes", self.tr("Mistakes"), self.mistakes),
            PanelEntry("mnist.landscape", self.tr("Landscape"), self.landscape),
            PanelEntry("mnist.runs", self.tr("Runs"), self.runs),
            PanelEntry("mnist.timeline", self.tr("Time machine"), self.timeline, is_bar=True),
        )

    @Slot()
    def _show_curves(self) -> None:
        """Whoever starts a training wants to see it go."""
        self.tabs.setCurrentWidget(self.curves_and_progress)

    def _build_controls(self) -> QWidget:
        """Buttons that always stay in sight, over a form that scrolls where the window is low."""
        scroll = QScrollArea()
        scroll.setObjectName("mnist.controls")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.settings)
        controls = _stacked(self.buttons, scroll, stretched=scroll)
        at_each_type(controls, lambda _metrics: controls.setFixedWidth(round(by_type(controls, _CONTROLS_PX))))
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
