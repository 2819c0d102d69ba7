"""Where the cases come from: a scenario with its law and seed, or a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.laws import COUNT_RANGE, OVERLAP_RANGE
from lossviz.core.fit.recipes import MOST_SEED
from lossviz.stores.fit_store import FitStore
from lossviz.stores.undo_store import UndoStore
from lossviz.widgets.controls import (
    caption_for,
    fill_combo,
    named,
    push_button,
    show_checked,
    show_choice,
    show_range,
    show_value,
)
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import CountBox, NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.save_dialog import asked_save_path

_SUFFIX = ".csv"
_FROM_FILE = ""  # the combo box's value while the cases are those of a file

_SCENARIOS = {
    "overlapping": QT_TRANSLATE_NOOP("choices", "Overlapping"),
    "clean": QT_TRANSLATE_NOOP("choices", "Clean"),
    "far_outliers": QT_TRANSLATE_NOOP("choices", "Far outliers"),
    "separable": QT_TRANSLATE_NOOP("choices", "Separable"),
    "valve": QT_TRANSLATE_NOOP("choices", "Thermostat valve"),
}


class FitDataPanel(Panel):
    """One row. Whoever listens opens and writes the files."""

    file_chosen = Signal(object)  # Path, to read
    save_chosen = Signal(object)  # Path, to write
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, clock: FrameClock, fit: FitStore, history: UndoStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._history = history
        self._build()
        history.changed.connect(self.mark_dirty)
        fit.cases_changed.connect(self.mark_dirty)
        fit.view_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show what the cases were drawn from."""
        recipe = self._fit.recipe
        if recipe is None and self._scenario.findData(_FROM_FILE) < 0:
            self._scenario.addItem(self.tr("From a file"), _FROM_FILE)
        elif recipe is not None and (index := self._scenario.findData(_FROM_FILE)) >= 0:
            self._scenario.removeItem(index)
        show_choice(self._scenario, recipe.scenario if recipe else _FROM_FILE)
        self._show_count()
        if recipe:
            show_value(self._overlap, recipe.overlap)
            show_value(self._seed, recipe.seed)
        for widget in (self._count, self._overlap, self._seed, self._resample, self._law):
            widget.setEnabled(recipe is not None)
        show_checked(self._law, self._fit.is_law_shown and self._fit.law is not None)
        self._undo.setEnabled(self._history.can_undo)
        self._redo.setEnabled(self._history.can_redo)

    def _show_count(self) -> None:
        """How many the recipe draws; of a file, which may hold any number, how many there are."""
        recipe, there = self._fit.recipe, len(self._fit.cases)
        lowest, highest = COUNT_RANGE if recipe else (min(COUNT_RANGE[0], there), max(COUNT_RANGE[1], there))
        show_range(self._count, lowest, highest)
        show_value(self._count, recipe.count if recipe else there)

    def _build(self) -> None:
        self._build_recipe()
        tip = self.tr("Take back the last change, on whichever page")
        self._undo = push_button("fit.undo", "↶", tip, self.undo_wanted.emit)
        self._redo = push_button("fit.redo", "↷", self.tr("Make it again"), self.redo_wanted.emit)
        self.open_button = push_button(
            "fit.open_cases",
            self.tr("Open…"),
            self.tr("Open a CSV table with a number and a class in each row"),
            self._on_open,
        )
        self.save_button = push_button(
            "fit.save_cases", self.tr("Save…"), self.tr("Write the cases to a CSV table"), self._on_save
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for widget, text in (
            (self._scenario, self.tr("Data")),
            (self._count, self.tr("Cases")),
            (self._overlap, self.tr("Overlap")),
            (self._seed, self.tr("Seed")),
        ):
            row.addWidget(caption_for(widget, text))
            row.addWidget(widget)
        row.addWidget(self._resample)
        row.addWidget(self._law)
        row.addStretch(1)
        for button in (self._undo, self._redo, self.open_button, self.save_button):
            row.addWidget(button)

    def _build_recipe(self) -> None:
        self._scenario = named(QComboBox(), "fit.scenario", self.tr("Data"))
        choices = [(QCoreApplication.translate("choices", text), key) for key, text in _SCENARIOS.items()]
        fill_combo(self._scenario, choices)
        self._scenario.activated.connect(self._on_scenario)
        self._count = named(CountBox(*COUNT_RANGE), "fit.count", self.tr("Number of cases"))
        self._count.valueChanged.connect(lambda count: self._fit.draw(count=count))
        tip = self.tr("How wide the range is in which both classes occur; 1 is the scenario's own")
        self._overlap = named(NumberBox(*OVERLAP_RANGE), "fit.overlap", self.tr("Overlap"), tip)
        self._overlap.setSingleStep(0.25)
        self._overlap.tell_refusals()
        self._overlap.valueChanged.connect(lambda overlap: self._fit.draw(overlap=overlap))
        tip = self.tr("The same seed draws the same cases")
        self._seed = named(CountBox(0, MOST_SEED), "fit.seed", self.tr("Seed"), tip)
        self._seed.valueChanged.connect(lambda seed: self._fit.draw(seed=seed))
        tip = self.tr("Other cases from the same law; the fits of these stay as thin curves")
        self._resample = push_button("fit.resample", self.tr("Resample"), tip, self._fit.resample)
        self._law = named(QCheckBox(self.tr("Law")), "fit.law", self.tr("Show the law"))
        self._law.setToolTip(self.tr("The probability that the labels were drawn from"))
        self._law.toggled.connect(self._fit.set_law_shown)

    def _on_scenario(self, index: int) -> None:
        scenario = self._scenario.itemData(index)
        if scenario != _FROM_FILE:
            self._fit.draw(scenario=scenario)

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open cases"), "", self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        )
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def _on_save(self) -> None:
        path = asked_save_path(self, self.tr("Save cases"), f"cases{_SUFFIX}", self.tr("Tables (*.csv)"), _SUFFIX)
        if path:
            self.save_chosen.emit(path)
