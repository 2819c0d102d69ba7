"""The PyTorch lines that give the numbers on screen, to be copied into Python."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from lossviz.core.fit.snippets import FitPanel, fit_snippet
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.widgets.controls import fill_combo, named, row_of
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class FitCodePanel(Panel):
    """A choice of what to compute, its lines, and the number that they give."""

    def __init__(self, clock: FrameClock, fit: FitStore, threshold: ThresholdStore, descents: DescentStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._threshold = threshold
        self._descents = descents
        self._build()
        for signal in (fit.cases_changed, fit.parameters_changed, threshold.changed, fit.loss_kind_changed):
            signal.connect(self.mark_dirty)
        descents.settings_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Write the lines for the present cases and model."""
        fit = self._fit
        snippet = fit_snippet(
            self._what.currentData(),
            fit.loss_kind,
            fit.cases,
            fit.parameters,
            self._descents.settings,
            self._threshold.threshold,
        )
        if self._code.toPlainText() != snippet.code:
            self._code.setPlainText(snippet.code)
        self._value.setText(self.tr("result = {value:.12g}").format(value=snippet.value))

    def _build(self) -> None:
        texts: dict[FitPanel, str] = {
            "losses": self.tr("The loss"),
            "fit": self.tr("The fits"),
            "surface": self.tr("The gradient at the marker"),
            "descent": self.tr("A first step over all cases"),
            "threshold": self.tr("Accuracy at the threshold"),
        }
        self._what = named(QComboBox(), "fit.code_of", self.tr("What the code computes"))
        fill_combo(self._what, [(text, panel) for panel, text in texts.items()])
        self._what.currentIndexChanged.connect(self.mark_dirty)
        copy = named(QPushButton(self.tr("Copy")), "fit.copy_code", self.tr("Copy the code"))
        copy.clicked.connect(self._on_copy)
        self._value = named(QLabel(), "fit.code_result", self.tr("What the code gives"))
        self._code = named(QPlainTextEdit(), "fit.code", self.tr("PyTorch code"))
        self._code.setReadOnly(True)
        self._code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(self._what, copy, None, self._value))
        column.addWidget(self._code, 1)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.toPlainText())
