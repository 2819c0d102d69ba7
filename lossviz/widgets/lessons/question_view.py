"""A question with two to four options, how many hands went up for each, and the answer once it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lossviz.widgets.controls import named
from lossviz.widgets.lessons.option_card import OptionCard, OptionLook
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.theme import ThemeSource

MOST_OPTIONS = 4
_LETTERS = "ABCD"
_MOST_COLUMNS = 3
_MINUS_WIDTH = 1.7  # in lines of type
_SHORT_LETTERS = 12
_LONG_LETTERS = 24  # what is longer has a row of its own


@dataclass(frozen=True)
class Question:
    """tally: the hands for each option. answer: the index of the right one once it is told; because: why."""

    question: str
    options: Sequence[str]
    tally: Sequence[int]
    answer: int | None = None
    because: str = ""


class QuestionView(QWidget):
    """Two options in a row, or one where texts are long.

    `because`, shown once the answer is told, is laid out by the owner: beside the options, where it takes no height.
    """

    hands_changed = Signal(int, int)  # an option from 0, and by how many

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.text = named(WrappedText(), "lesson.question", self.tr("Question"))
        font = self.text.font()
        font.setBold(True)
        self.text.setFont(font)
        self.because = named(WrappedText(), "lesson.because", self.tr("Why"))
        self.cards: list[OptionCard] = []
        self._holders: list[QWidget] = []
        self._minus: list[QToolButton] = []
        for index in range(MOST_OPTIONS):
            self._add_option(theme, index)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.theme.sizes.gap_px // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.theme.sizes.gap_px // 2)
        column.addWidget(self.text)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_question(self, asked: Question) -> None:
        """Ask, or tell the answer."""
        self.text.setText(asked.question)
        self.because.setText(asked.because)
        self.because.setVisible(asked.answer is not None)
        self._place(asked.options)
        most = max(asked.tally, default=0)
        for index, (card, minus) in enumerate(zip(self.cards, self._minus, strict=True)):
            is_there = index < len(asked.options)
            self._holders[index].setVisible(is_there)
            if is_there:
                is_right = None if asked.answer is None else index == asked.answer
                hands = asked.tally[index]
                card.show_look(OptionLook(_LETTERS[index], asked.options[index], hands, most, is_right))
                minus.setVisible(hands > 0)

    def _place(self, options: Sequence[str]) -> None:
        columns = _columns(options)
        if columns == self._columns:
            return
        self._columns = columns
        for index, holder in enumerate(self._holders):
            self._grid.addWidget(holder, index // columns, index % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _add_option(self, theme: ThemeSource, index: int) -> None:
        number = index + 1
        card = OptionCard(theme)
        card.setObjectName(f"lesson.option_{number}")
        card.setToolTip(self.tr("Count a hand for this answer (key {number})").format(number=number))
        card.clicked.connect(lambda: self.hands_changed.emit(index, 1))
        tip = self.tr("One hand fewer for answer {letter}").format(letter=_LETTERS[index])
        minus = named(QToolButton(), f"lesson.fewer_{number}", tip, tip)
        minus.setText("−")
        minus.setFixedWidth(round(_MINUS_WIDTH * minus.fontMetrics().height()))
        policy = minus.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        minus.setSizePolicy(policy)
        minus.clicked.connect(lambda: self.hands_changed.emit(index, -1))
        holder = QWidget(self)
        holder.hide()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.theme.sizes.gap_px // 2)
        row.addWidget(card, 1)
        row.addWidget(minus)
        self.cards.append(card)
        self._minus.append(minus)
        self._holders.append(holder)


def _columns(options: Sequence[str]) -> int:
    """How many options fit beside each other: all three if they are short, two, or one if any is long."""
    longest = max(map(_width, options))
    if len(options) == _MOST_COLUMNS and longest <= _SHORT_LETTERS:
        return _MOST_COLUMNS
    return 2 if len(options) != _MOST_COLUMNS and longest <= _LONG_LETTERS else 1


def _width(text: str) -> int:
    """In letters; a Chinese character is as wide as two."""
    return sum(2 if sign >= "\u2e80" else 1 for sign in text)
