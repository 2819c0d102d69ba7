"""The real controls in the table's rows: a field for each logit, a label for each probability, one to rename."""

import math

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QWidget

from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.number_texts import LONG_SHARE, SHORT_SHARE, share_text
from lossviz.widgets.classes.table_fonts import TableFonts
from lossviz.widgets.classes.table_layout import TableLayout
from lossviz.widgets.classes.table_words import TableWords
from lossviz.widgets.controls import plain_label, show_value
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import NumberBox

MOST_CLASSES = 10
MOST_LOGIT = 1e4
_STEP = 0.1
_MOST_LETTERS = 8
_BOX_AIR_PX, _MOST_BOX_PX = 2, 30


class RowFields(QObject):
    """Places them and shows their values; a field that is not needed is hidden."""

    logit_typed = Signal(int, float)
    pointed = Signal(int)  # the class whose field the mouse or the keyboard is in
    left = Signal()  # mouse or keyboard have gone from a field

    def __init__(self, table: QWidget, words: TableWords) -> None:
        super().__init__(table)
        self.logits = tuple(self._logit(table, index, words.logit_box(index)) for index in range(MOST_CLASSES))
        self.probabilities = tuple(self._probability(table, words.probability(index)) for index in range(MOST_CLASSES))

    def place(self, layout: TableLayout, fonts: TableFonts) -> None:
        """Put them into their cells."""
        for index in range(MOST_CLASSES):
            if index < layout.count:
                box, label = self.logits[index], self.probabilities[index]
                _put(box, _box_place(layout.bar(index, "z")))
                _put(label, layout.bar(index, "p"))
                label.setFont(fonts.number)
                box.setFont(fonts.number)

    def show_rows(self, rows: ClassRows) -> None:
        """Show the logits, and hide the fields of classes that are not there.

        A logit that no field can hold is left to be painted.
        """
        for index, (box, label) in enumerate(zip(self.logits, self.probabilities, strict=True)):
            is_there = index < len(rows)
            box.setVisible(is_there and is_in_field(float(rows.logits[index])))
            label.setVisible(is_there)
            if not box.isHidden():
                show_value(box, float(rows.logits[index]))

    def show_probabilities(self, rows: ClassRows, *, is_long: bool) -> None:
        """Show these, with eight decimals or with four."""
        decimals = LONG_SHARE if is_long else SHORT_SHARE
        for label, share in zip(self.probabilities, rows.probabilities.tolist(), strict=False):
            label.setText(share_text(share, decimals))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which class is pointed at by mouse or keyboard."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(next(index for index, box in enumerate(self.logits) if box is watched))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.left.emit()
        return super().eventFilter(watched, event)

    def _logit(self, table: QWidget, index: int, name: str) -> NumberBox:
        box = _LogitBox(-MOST_LOGIT, MOST_LOGIT)
        box.setParent(table)
        box.setAccessibleName(name)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        box.setSingleStep(_STEP)
        box.valueChanged.connect(lambda value: self.logit_typed.emit(index, value))
        box.installEventFilter(self)
        box.hide()
        return box

    def _probability(self, table: QWidget, name: str) -> QLabel:
        label = plain_label()
        label.setParent(table)
        label.setAccessibleName(name)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.hide()
        return label


class _LogitBox(NumberBox):
    """With as many digits as its column has room for."""

    def textFromValue(self, value: float) -> str:
        """Six of them or fewer."""
        texts = (super(_LogitBox, self).textFromValue(float(f"{value:.{digits}g}")) for digits in range(6, 0, -1))
        return next((text for text in texts if len(text) <= _MOST_LETTERS), with_minus_signs(f"{value:.0e}"))


class NameField(QLineEdit):
    """Over the name of a class while it is renamed: Enter or leaving it takes the name, Escape does not."""

    renamed = Signal(int, str)

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._index: int | None = None
        self.setAccessibleName(self.tr("Name of a class"))
        self.editingFinished.connect(self._on_finished)
        self.hide()

    def begin(self, index: int, name: str, place: QRectF) -> None:
        """Rename the class."""
        self._index = index
        self.setText(name)
        _put(self, place)
        self.show()
        self.selectAll()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._index = None
            self._close()
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        index, self._index = self._index, None
        if index is not None:
            self._close()
            self.renamed.emit(index, self.text())

    def _close(self) -> None:
        """The table gets the keyboard back if the field had it."""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._table.setFocus()


def is_in_field(logit: float) -> bool:
    """Whether a field can hold it."""
    return math.isfinite(logit) and abs(logit) <= MOST_LOGIT


def _box_place(cell: QRectF) -> QRectF:
    height = min(cell.height() - 2 * _BOX_AIR_PX - 1, _MOST_BOX_PX)
    return QRectF(cell.left(), cell.center().y() - height / 2, cell.width(), height)


def _put(widget: QWidget, place: QRectF) -> None:
    if widget.geometry() != place.toRect():
        widget.setGeometry(place.toRect())
