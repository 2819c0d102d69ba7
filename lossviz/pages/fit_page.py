"""The Fit page: a sigmoid against a line on the same cases, and the two loss surfaces that they live on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.fit.case_files import read_cases, write_cases
from lossviz.panels.fit_calibration_panel import FitCalibrationPanel
from lossviz.panels.fit_code_panel import FitCodePanel
from lossviz.panels.fit_data_panel import FitDataPanel
from lossviz.panels.fit_descent_panel import FitDescentPanel
from lossviz.panels.fit_losses_panel import FitLossesPanel
from lossviz.panels.fit_plot_panel import FitPlotPanel
from lossviz.panels.fit_slice_panel import FitSlicePanel
from lossviz.panels.fit_slow_motion_panel import FitSlowMotionPanel
from lossviz.panels.fit_surfaces_panel import FitSurfacesPanel
from lossviz.panels.fit_threshold_panel import FitThresholdPanel
from lossviz.panels.message_panel import MessagePanel
from lossviz.stores.page_stores import FitStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page, halves_of
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.tabs import tabs_of
from lossviz.widgets.theme import ThemeSource


class FitPage(Page):
    """Data on top, the fit on the left, the surfaces and the descent on the right."""

    saved = Signal(object)  # Path
    opened = Signal(object)  # Path

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: FitStores) -> None:
        super().__init__("fit")
        fit, descents = stores.fit, stores.descents
        self._stores = stores
        self.messages = MessagePanel(clock, theme, stores.messages)
        self.data = FitDataPanel(clock, fit, stores.history)
        self.plot = FitPlotPanel(clock, theme, fit, stores.threshold)
        self.losses = FitLossesPanel(clock, theme, fit)
        self.threshold = FitThresholdPanel(clock, fit, stores.threshold)
        self.calibration = FitCalibrationPanel(clock, theme, fit)
        self.code = FitCodePanel(clock, fit, stores.threshold, descents)
        self.surfaces = FitSurfacesPanel(clock, theme, fit, stores.surfaces, descents)
        self.descent = FitDescentPanel(clock, theme, fit, descents)
        self.slow_motion = FitSlowMotionPanel(clock, fit, descents)
        self.slice = FitSlicePanel(clock, theme, fit, stores.surfaces)
        self._lay_out()
        self.set_panels(*self._entries(), message_area=self.messages)
        self._connect()

    def open_file(self, path: Path) -> None:
        """Work on the cases in a file; where they cannot be read, the present ones stay and a message says why."""
        try:
            cases = read_cases(path)
        except LossvizError as error:
            self._stores.messages.show_error(error)
            return
        self._stores.messages.clear()
        self._stores.fit.open_cases(cases)
        self.opened.emit(path)

    def save_file(self, path: Path) -> None:
        """Write the cases; where that fails a message says why."""
        try:
            write_cases(path, self._stores.fit.cases)
        except LossvizError as error:
            self._stores.messages.show_error(error)
            return
        self._stores.messages.clear()
        self.saved.emit(path)

    def _entries(self) -> tuple[PanelEntry, ...]:
        return (
            PanelEntry("fit.data", self.tr("Data"), self.data, is_bar=True),
            PanelEntry("fit.plot", self.tr("Cases, sigmoid and line"), self.plot),
            PanelEntry("fit.losses", self.tr("Loss of each case"), self.losses),
            PanelEntry("fit.threshold", self.tr("Threshold"), self.threshold, grows=False),
            PanelEntry("fit.calibration", self.tr("Calibration"), self.calibration),
            PanelEntry("fit.code", self.tr("Code"), self.code),
            PanelEntry("fit.surfaces", self.tr("Loss surfaces"), self.surfaces),
            PanelEntry("fit.descent", self.tr("Descent"), self.descent, grows=False),
            PanelEntry("fit.slow_motion", self.tr("One step"), self.slow_motion),
            PanelEntry("fit.slice", self.tr("Slice"), self.slice),
        )

    def _lay_out(self) -> None:
        left = _split(
            "fit.left_split",
            (3, 2),
            self.plot,
            tabs_of(
                "fit.left_tabs",
                (self.losses, self.tr("Loss of each case")),
                (self.threshold, self.tr("Threshold")),
                (self.calibration, self.tr("Calibration")),
                (self.code, self.tr("Code")),
            ),
        )
        right = _split(
            "fit.right_split",
            (1, 0),
            self.surfaces,
            tabs_of(
                "fit.right_tabs",
                (self.descent, self.tr("Descent")),
                (self.slow_motion, self.tr("One step")),
                (self.slice, self.tr("Slice")),
            ),
        )
        rows = self.begin_rows()
        rows.addWidget(self.messages)
        rows.addWidget(self.data)
        rows.addLayout(halves_of(left, right), 1)

    def _connect(self) -> None:
        self.data.file_chosen.connect(self.open_file)
        self.data.save_chosen.connect(self.save_file)


def _split(name: str, shares: tuple[int, int], upper: QWidget, lower: QWidget) -> QSplitter:
    """Upper over lower, with the border between them to be dragged; `shares` of what room there is to spare."""
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(upper)
    splitter.addWidget(lower)
    for place, share in enumerate(shares):
        splitter.setStretchFactor(place, share)
    return splitter
