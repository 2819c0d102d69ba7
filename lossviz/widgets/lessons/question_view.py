"""A question with two to four options, how many hands went up for each, and the answer once it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lossviz.widgets.controls import keeping_its_place, named
from lossviz.widgets.lessons.option_card import OptionCard, OptionLook
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.theme import ThemeSource

MOST_OPTIONS = 4
_LETTERS = "ABCD"
_MOST_COLUMNS = 3
_MINUS_WIDTH = 1.7  # in lines of type


@dataclass(frozen=True)
class Question:
    """tally: the hands for each option. answer: the index of the right one once it is told; because: why."""

    question: str
    options: Sequence[str]
    tally: Sequence[int]
    answer: int | None = None
    because: str = ""


class QuestionView(QWidget):
    """As many options in a row as make it lowest, and no word is broken.

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
        most = max(asked.tally, default=0)
        for index, (card, minus) in enumerate(zip(self.cards, self._minus, strict=True)):
            is_there = index < len(asked.options)
            self._holders[index].setVisible(is_there)
            if is_there:
                is_right = None if asked.answer is None else index == asked.answer
                hands = asked.tally[index]
                card.show_look(OptionLook(_LETTERS[index], asked.options[index], hands, most, is_right))
                minus.setVisible(hands > 0)

    def arrange(self, width_px: int) -> None:
        """Place the options for this width, before anybody asks how high that is."""
        cards = [card for card, holder in zip(self.cards, self._holders, strict=True) if not holder.isHidden()]
        most = _MOST_COLUMNS if len(cards) == _MOST_COLUMNS else 2
        fitting = [columns for columns in range(2, most + 1) if self._room(columns, width_px) >= _least_width(cards)]
        heights = {columns: _height(cards, columns, self._room(columns, width_px)) for columns in (1, *fitting)}
        self._place(min(heights, key=lambda columns: (heights[columns], columns)))

    def _room(self, columns: int, width_px: int) -> int:
        """The width of a card, beside which there is the button that takes a hand away."""
        gap = self._grid.spacing()
        return (width_px - gap * (columns - 1)) // columns - gap - self._minus[0].width()

    def _place(self, columns: int) -> None:
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
        keeping_its_place(minus)
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


def _least_width(cards: Sequence[OptionCard]) -> int:
    return max((card.least_width() for card in cards), default=0)


def _height(cards: Sequence[OptionCard], columns: int, width_px: int) -> int:
    """Of all rows, each as high as its highest card."""
    heights = [card.heightForWidth(width_px) for card in cards]
    return sum(max(heights[place : place + columns]) for place in range(0, len(heights), columns))
