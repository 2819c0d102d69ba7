"""The loss of one sample and the cost of all: a table of samples, what each costs, and how that is put together."""

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import Aggregate, Reduction
from lossviz.core.losses.samples import LARGEST_SCORE, sample_losses
from lossviz.core.losses.snippets import Way, loss_snippet
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.code_view import CodeView
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.losses.loss_pictures import translated
from lossviz.widgets.losses.number_words import number_words
from lossviz.widgets.losses.sample_table import SampleRow, SampleTable
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.number_boxes import typed_number
from lossviz.widgets.panel import Panel
from lossviz.widgets.remembered import remembered
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_WIDE_PX = 800  # from here on the code stands beside the numbers
_NARROW_PX = 420
_RESULT = r"\slot{result}{0000.0000}"
_FORMULAS: dict[Aggregate, str] = {
    "none": r"\ell_1,\ \ell_2,\ \ldots,\ \ell_n",
    "mean": rf"L = \frac{{1}}{{n}}\sum_{{i=1}}^{{n}} \ell_i = {_RESULT}",
    "sum": rf"L = \sum_{{i=1}}^{{n}} \ell_i = {_RESULT}",
    "root_mean": rf"L = \sqrt{{\frac{{1}}{{n}}\sum_{{i=1}}^{{n}} \ell_i^2}} = {_RESULT}",
}


class LossesSamplesPanel(Panel):
    """Numbers on the left, their code on the right. Without room for both a button changes from one to the other."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, catalogue: CatalogueStore) -> None:
        super().__init__(clock)
        self._catalogue = catalogue
        self.table = named(SampleTable(theme), "losses.samples", self.tr("Samples and their losses"))
        self._result = named(FormulaView(theme), "losses.result", self.tr("All samples together"))
        self._build_controls()
        self._lay_out()
        self._connect()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Of the narrow arrangement, also while both halves are shown."""
        return QSize(round(by_type(self, _NARROW_PX)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both halves where there is the width."""
        super().resizeEvent(event)
        self._arrange()

    def redraw(self) -> None:
        """Show what each sample costs, and all of them."""
        catalogue = self._catalogue
        entry, samples, aggregate = catalogue.entry, catalogue.samples, catalogue.aggregate
        losses = sample_losses(entry, samples, catalogue.options)
        columns = (samples.scores, samples.labels, samples.probabilities, losses)
        rows = [
            SampleRow(score, int(label), p, loss)
            for score, label, p, loss in zip(*(column.tolist() for column in columns), strict=True)
        ]
        is_level = aggregate in ("mean", "root_mean")
        self._show_heads(aggregate)
        self.table.show_rows(rows, entry.colour, catalogue.total if is_level else None)
        show_choice(self._loss, entry.key)
        self._show_result(aggregate)
        snippet = loss_snippet(entry, samples, catalogue.options, aggregate, cast(Way, self._code.choice))
        self._code.show_snippet(snippet)

    def _show_heads(self, aggregate: Aggregate) -> None:
        """The loss's head tells what the line across its bars is."""
        losses = {
            "mean": self.tr("loss (line: mean)"),
            "root_mean": self.tr("loss (line: root of the mean square)"),
        }
        loss = losses.get(aggregate, self.tr("loss"))
        self.table.show_heads(self.tr("score z"), self.tr("label y"), self.tr("p = σ(z)"), loss)

    def _show_result(self, aggregate: Aggregate) -> None:
        catalogue = self._catalogue
        is_open = catalogue.entry.aggregate is None
        for key, button in self._reductions.items():
            button.setEnabled(is_open)
            button.setChecked(key == ("mean" if aggregate == "root_mean" else aggregate))
        self._result.show_formula(_FORMULAS[aggregate])
        self._result.show_numbers({} if aggregate == "none" else {"result": number_words(catalogue.total)})
        self._note.setText(self._note_text(aggregate))

    def _note_text(self, aggregate: Aggregate) -> str:
        catalogue = self._catalogue
        if catalogue.entry.aggregate is not None:
            name = translated(catalogue.entry.words.name)
            how = {
                "mean": self.tr("{name} is a mean, as its name says."),
                "sum": self.tr("{name} is a sum, as its name says."),
                "root_mean": self.tr("{name} is the root of the mean of the squares, as its name says."),
            }[catalogue.entry.aggregate]
            return how.format(name=name)
        if catalogue.selected == "squared" and aggregate != "none":
            return self.tr("The mean of squared errors is the MSE.") if aggregate == "mean" else self._sse_text()
        return {
            "none": self.tr("A number for each sample, nothing put together: the loss."),
            "mean": self.tr("The mean does not grow with the number of samples: the cost that is usually trained."),
            "sum": self.tr("The sum grows with every sample: twice the batch, twice the step."),
        }[cast(Reduction, aggregate)]

    def _sse_text(self) -> str:
        return self.tr("The sum of squared errors is the SSE: n times the MSE.")

    def _build_controls(self) -> None:
        self._loss = named(QComboBox(), "losses.samples_loss", self.tr("The loss of the samples"))
        fill_combo(self._loss, [(translated(entry.words.name), key) for key, entry in LOSSES.items()])
        self._group = QButtonGroup(self)
        self._reductions: dict[Reduction, QRadioButton] = {}
        texts: dict[Reduction, str] = {"none": self.tr("none"), "mean": self.tr("mean"), "sum": self.tr("sum")}
        for key, text in texts.items():
            spoken = self.tr("Reduction: {name}").format(name=text)
            self._reductions[key] = named(QRadioButton(text), f"losses.reduction_{key}", spoken, spoken)
            self._group.addButton(self._reductions[key])
        self._note = named(WrappedText(), "losses.samples_note", self.tr("What the result is"))
        self._note.setProperty("rank", "small")
        self._refusal = named(Refusal(), "losses.samples_refusal", self.tr("What was not taken"))
        self._add = named(QPushButton(self.tr("Add")), "losses.add_sample", self.tr("Add a sample"))
        self._remove = named(
            QPushButton(self.tr("Remove")), "losses.remove_sample", self.tr("Remove the chosen sample")
        )
        tip = self.tr("The six samples of the course: scores 2, 0.5, 6, 0.1, 0, 3")
        text = self.tr("Course samples")
        self._reset = named(QPushButton(text), "losses.reset_samples", text, tip)
        text = self.tr("Show the code")
        self._toggle = remembered(named(QPushButton(text), "losses.samples_toggle", text))
        self._toggle.setCheckable(True)
        self._code = CodeView("losses.samples", {"library": self.tr("From the library"), "by_hand": self.tr("By hand")})

    def _lay_out(self) -> None:
        self._numbers = QWidget()
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row_of(self._add, self._remove, self._reset, None, *self._reductions.values()))
        column.addWidget(self._refusal)
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._result)
        below.addWidget(self._note, 1)
        column.addLayout(below)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self._numbers, 1)
        halves.addWidget(self._code, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 2)
        whole.setSpacing(5)
        whole.addLayout(row_of(caption_for(self._loss, self.tr("Loss function")), self._loss, None, self._toggle))
        whole.addLayout(halves, 1)

    def _connect(self) -> None:
        catalogue = self._catalogue
        self._loss.activated.connect(lambda index: catalogue.select(self._loss.itemData(index)))
        for key, button in self._reductions.items():
            button.clicked.connect(lambda _checked, chosen=key: catalogue.set_reduction(chosen))
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._reset.clicked.connect(self._on_reset)
        self._toggle.toggled.connect(lambda _checked: self._arrange())
        self._code.choice_changed.connect(self.mark_dirty)
        self.table.score_typed.connect(self._on_score_typed)
        self.table.label_ticked.connect(self._on_label_ticked)
        for signal in (
            *(catalogue.selection_changed, catalogue.options_changed),
            *(catalogue.samples_changed, catalogue.reduction_changed),
        ):
            signal.connect(self.mark_dirty)

    def _arrange(self) -> None:
        is_wide = self.width() >= by_type(self, _WIDE_PX)
        self._toggle.setVisible(not is_wide)
        self._numbers.setVisible(is_wide or not self._toggle.isChecked())
        self._code.setVisible(is_wide or self._toggle.isChecked())

    def _on_score_typed(self, index: int, text: str) -> None:
        if index >= len(self._catalogue.samples):  # the table still shows it, until the next frame
            return
        score = typed_number(text)
        try:
            if score is None:
                self._refusal.tell_number(text, -LARGEST_SCORE, LARGEST_SCORE)
            else:
                self._catalogue.set_sample(index, score, float(self._catalogue.samples.labels[index]))
                self._refusal.settle()
        except LossvizError as error:
            self._refusal.tell(error)
        self.mark_dirty()

    def _on_label_ticked(self, index: int, label: int) -> None:
        self._refusal.settle()
        if index < len(self._catalogue.samples):
            self._catalogue.set_sample(index, float(self._catalogue.samples.scores[index]), float(label))

    def _on_add(self) -> None:
        try:
            self._catalogue.add_sample()
        except LossvizError as error:
            self._refusal.tell(error)
        else:
            self._refusal.settle()

    def _on_remove(self) -> None:
        row = self.table.currentRow()
        last = len(self._catalogue.samples) - 1
        try:
            self._catalogue.remove_sample(row if 0 <= row <= last else last)
        except LossvizError as error:
            self._refusal.tell(error)
        else:
            self._refusal.settle()

    def _on_reset(self) -> None:
        self._refusal.settle()
        self._catalogue.reset_samples()
