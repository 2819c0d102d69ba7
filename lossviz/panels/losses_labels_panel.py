"""The labels that PyTorch takes and those that it refuses: its own words, what they mean, what to write instead."""

import math

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lossviz.core.by_hand.label_types import LabelRow, Outcome
from lossviz.core.by_hand.labels import LABEL_LOGITS
from lossviz.core.tables import Cell, Table, table_of
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.widgets.controls import caption_for, named, plain_label, row_of, show_value
from lossviz.widgets.exports.plot_access import offer_table
from lossviz.widgets.exports.table_words import rows_in_words
from lossviz.widgets.focus_ring import FocusRing
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText, wrapped
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.type_size import at_each_type, by_type, lines_high
from lossviz.widgets.whole_number_box import WholeNumberBox

_WIDE_PX = 760  # from here on the explanation stands beside the table
_GAP_PX, _HALVES_GAP_PX = 6, 8
_EDGE_PX = 2  # around the explanation
_HEADS = ("labels", "outcome", "loss_of_sample_1_nat", "loss_of_sample_2_nat", "message", "code", "instead")
_MARKS: dict[Outcome, str] = {"right": "✓", "wrong": "!", "refused": "✗"}


class LossesLabelsPanel(Panel):
    """Two samples whose classes can be changed, a row for each form of their labels, and the chosen row explained."""

    def __init__(self, clock: FrameClock, by_hand: ByHandStore) -> None:
        super().__init__(clock)
        self._by_hand = by_hand
        self._rows: tuple[LabelRow, ...] = ()
        self._build()
        self._table.horizontalHeader().sectionResized.connect(lambda *_sizes: self.mark_dirty())
        by_hand.labels_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show what PyTorch says to the present labels."""
        for box, label in zip(self._boxes, self._by_hand.labels, strict=True):
            show_value(box, label)
        self._rows = self._by_hand.label_rows
        for place, row in enumerate(self._rows):
            self._item(place, 0).setText(_translated(row.name))
            answer = f"{_MARKS[row.outcome]} {_answer(row)}"
            self._item(place, 1).setText(answer)
            self._item(place, 1).setToolTip(answer)
        self._same.setText(self._same_text())
        self._explain()
        self._size_rows()

    def summary(self) -> str:
        """Every form of labels, and what PyTorch says to it."""
        return rows_in_words(self._table)

    def table(self) -> Table:
        """A row for each form of labels. Losses in nat."""
        return table_of(_HEADS, (_numbers(row) for row in self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other if there is the width, else one below the other."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= by_type(self, _WIDE_PX)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._halves.setStretchFactor(self._table, 3 if is_wide else 0)
        self._halves.setAlignment(self._table, Qt.AlignmentFlag.AlignTop if is_wide else Qt.AlignmentFlag(0))
        self._size_rows()

    def _size_rows(self) -> None:
        """As high as their text, if there is room for all of that, or else a line each."""
        table, rows = self._table, self._table.verticalHeader()
        header_px = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth()
        room_px = self._table_room_px()
        table.resizeRowsToContents()
        if header_px + rows.length() > room_px:
            for row in range(table.rowCount()):
                rows.resizeSection(row, rows.defaultSectionSize())
        table.setMaximumHeight(min(header_px + rows.length(), max(room_px, table.minimumHeight())))
        table.updateGeometry()

    def _table_room_px(self) -> int:
        """Beside the explanation the whole height, above it what the longest one leaves."""
        above = (self._boxes[0].sizeHint().height(), self._same.heightForWidth(self.width()))
        room_px = self.height() - sum(above) - 3 * _GAP_PX
        if self._halves.direction() == QBoxLayout.Direction.LeftToRight:
            return room_px
        return room_px - _HALVES_GAP_PX - max((self._explained_px(row) for row in self._rows), default=0)

    def _explained_px(self, row: LabelRow) -> int:
        """How high the explanation of a row is, over the whole width."""
        texts = (row.code, self._answer_text(row), _translated(row.meaning), self._instead_caption.text(), row.instead)
        labels = (self._code, self._message, self._meaning, self._message, self._instead)
        shown = [(text, label) for text, label in zip(texts, labels, strict=True) if text]
        width_px = self.width() - 2 * _EDGE_PX
        lines = sum(wrapped(text, label.font(), width_px).boundingRect().height() for text, label in shown)
        return math.ceil(lines) + _GAP_PX * len(shown) + 2 * _EDGE_PX

    def _same_text(self) -> str:
        """Whether class numbers and one-hot rows came to the same."""
        index, one_hot = self._rows[0].losses, self._rows[1].losses
        if index == one_hot:
            return self.tr("Class number in or one-hot row in: the same losses out, to the last bit.")
        largest = max(abs(first - second) for first, second in zip(index, one_hot, strict=True))
        text = self.tr("Class number in or one-hot row in: the losses differ by {largest:.1g}.")
        return with_minus_signs(text.format(largest=largest))

    def _explain(self) -> None:
        """The chosen row in full."""
        row = self._rows[max(0, self._table.currentRow())]
        self._code.setText(row.code)
        self._message.setText(self._answer_text(row))
        self._meaning.setText(_translated(row.meaning))
        is_bad = row.outcome != "right"
        self._instead_caption.setVisible(is_bad)
        self._instead.setVisible(is_bad)
        self._instead.setText(row.instead)

    def _answer_text(self, row: LabelRow) -> str:
        answers = {
            "right": self.tr("PyTorch takes them: {answer}"),
            "wrong": self.tr("PyTorch takes them, and the losses are wrong: {answer}"),
            "refused": self.tr("PyTorch refuses them. {answer}"),
        }
        return answers[row.outcome].format(answer=_answer(row))

    def _build(self) -> None:
        self._boxes = [self._box(sample) for sample in range(len(LABEL_LOGITS))]
        self._refused = named(WrappedText(), "losses.labels_refused", self.tr("A class that was not taken"))
        self._refused.hide()
        self._same = named(WrappedText(), "losses.labels_same", self.tr("Class number against one-hot row"))
        self._build_table()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(_HALVES_GAP_PX)
        self._halves.addWidget(self._table, 0)
        self._halves.addWidget(self._build_explanation(), 2)
        captions = [
            caption_for(
                box, self.tr("Logits {logits}: class").format(logits=", ".join(f"{z:g}" for z in LABEL_LOGITS[sample]))
            )
            for sample, box in enumerate(self._boxes)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _GAP_PX, 0, 0)
        column.setSpacing(_GAP_PX)
        row = row_of(captions[0], self._boxes[0])
        row.addSpacing(8)
        row.addWidget(captions[1])
        row.addWidget(self._boxes[1])
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._refused)
        column.addWidget(self._same)
        column.addLayout(self._halves, 1)

    def _box(self, sample: int) -> WholeNumberBox:
        last = len(LABEL_LOGITS[sample]) - 1
        name = self.tr("Class of sample {number}").format(number=sample + 1)
        box = named(WholeNumberBox(0, last), f"losses.label_{sample}", name, self.tr("Counted from 0"))
        box.valueChanged.connect(lambda _value: self._on_label(sample, box.whole))
        box.refused.connect(self._on_refused)
        return box

    def _build_table(self) -> None:
        rows = self._by_hand.label_rows
        self._table = named(
            QTableWidget(len(rows), 2), "losses.labels_table", self.tr("Forms of labels, and what PyTorch says")
        )
        self._table.setHorizontalHeaderLabels([self.tr("Labels"), self.tr("What PyTorch says")])
        for place in range(len(rows)):
            for column in range(2):
                self._table.setItem(place, column, QTableWidgetItem())
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        at_each_type(self._table, self._size_table)
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._table.setSizeAdjustPolicy(QTableWidget.SizeAdjustPolicy.AdjustToContents)
        self._table.setCurrentCell(2, 0)
        offer_table(self._table, self)
        self._table.currentCellChanged.connect(lambda *_cells: self.mark_dirty())

    def _size_table(self, metrics: QFontMetrics) -> None:
        line_px = metrics.height() + 6
        self._table.verticalHeader().setMinimumSectionSize(line_px)
        self._table.verticalHeader().setDefaultSectionSize(line_px)
        self._table.setMinimumHeight(5 * line_px)

    def _build_explanation(self) -> QScrollArea:
        self._code = named(WrappedText(), "losses.labels_code", self.tr("The call"))
        self._message = named(WrappedText(), "losses.labels_message", self.tr("What PyTorch says"))
        self._meaning = named(WrappedText(), "losses.labels_meaning", self.tr("What it means"))
        self._instead_caption = plain_label(self.tr("Write instead:"))
        self._instead = named(WrappedText(), "losses.labels_instead", self.tr("What to write instead"))
        for label in (self._code, self._instead):
            label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*[_EDGE_PX] * 4)
        column.setSpacing(_GAP_PX)
        for widget in (self._code, self._message, self._meaning, self._instead_caption, self._instead):
            column.addWidget(widget)
        column.addStretch(1)
        area = named(QScrollArea(), "losses.labels_explanation", self.tr("The chosen labels explained"))
        FocusRing(area)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        lines_high(area, 6)
        return area

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self._table.item(row, column)
        assert item is not None
        return item

    def _on_label(self, sample: int, label: int) -> None:
        self._refused.hide()
        self._by_hand.set_label(sample, label)

    def _on_refused(self, text: str) -> None:
        last = len(LABEL_LOGITS[0]) - 1
        told = self.tr("“{text}” was not taken: there are the classes 0 to {last}. The last good number stands again.")
        self._refused.setText(told.format(text=text, last=last))
        self._refused.show()


def _numbers(row: LabelRow) -> tuple[Cell, ...]:
    losses = row.losses or (None, None)
    return (row.name, row.outcome, losses[0], losses[1], row.message, row.code, row.instead)


def _answer(row: LabelRow) -> str:
    return row.message or ", ".join(f"{loss:.8f}" for loss in row.losses)


def _translated(text: str) -> str:
    return QCoreApplication.translate("by_hand", text)
