"""What several networks say of one digit, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lossviz.core.training.classifier import Answer
from lossviz.widgets.comparison.variant_looks import LineSample, VariantLook
from lossviz.widgets.controls import named
from lossviz.widgets.handwriting.probability_bars import ProbabilityBars
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

LEAST_BARS_PX = 88  # of width
NARROW_PX = 640
_ROWS = 3  # of a network
_MUCH = 100  # times what is left below
_NO_LIMIT_PX = (1 << 24) - 1  # a widget's own largest height


@dataclass(frozen=True)
class Opinion:
    """answer: None without a digit or a network."""

    name: str
    look: VariantLook
    answer: Answer | None


class OpinionBars(QWidget):
    """A column for each network: its line and name, the digit that it reads, and its probabilities.

    most: columns that there may be. prefix: of the object names.
    """

    def __init__(self, theme: ThemeSource, prefix: str, most: int) -> None:
        super().__init__()
        self._arranged: tuple[int, int] | None = None
        self._shown = most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._columns = [_Column(self, theme, f"{prefix}_{number}") for number in range(1, most + 1)]
        self._arrange()

    def show_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Show these, from left to right."""
        self._shown = len(opinions)
        self._arrange()
        for place, column in enumerate(self._columns):
            column.show_opinion(opinions[place] if place < len(opinions) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two beside each other where there is no room for all."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As high as names that wrap at this width make it: a box around it may not ask for that."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._grid.totalMinimumHeightForWidth(self.width())))

    def _arrange(self) -> None:
        across = min(2, self._shown) if self.width() < by_type(self, NARROW_PX) else self._shown
        if (across, self._shown) == self._arranged:
            return
        self._arranged = (across, self._shown)
        bands = -(-self._shown // max(across, 1))
        for row in range(max(self._grid.rowCount(), _ROWS * bands + 1)):
            self._grid.setRowStretch(row, int(row == _ROWS * bands))
        for place, column in enumerate(self._columns):
            self._grid.setColumnStretch(2 * place + 1, int(place < across))
            column.keep_low(is_low=bands > 1)
            if place < self._shown:
                self._place(column, place // across, place % across)

    def _place(self, column: "_Column", band: int, across: int) -> None:
        """The line and the name beside each other, the digit and the bars below them."""
        sample, name, digit, bars = column.widgets
        above, left = _ROWS * band, 2 * across
        self._grid.addWidget(sample, above, left)
        self._grid.addWidget(name, above, left + 1)
        self._grid.addWidget(digit, above + 1, left, 1, 2)
        self._grid.addWidget(bars, above + 2, left, 1, 2)
        if across == 0:
            self._grid.setRowStretch(above + 2, _MUCH)


class _Column(QObject):
    """Owns the widgets of one column; they stand in the grid of all, so that they are level with the others'."""

    def __init__(self, parent: QObject, theme: ThemeSource, prefix: str) -> None:
        super().__init__(parent)
        self._sample = LineSample(theme)
        self._name = named(WrappedText(), f"{prefix}_name", self.tr("Whose opinion"))
        self._digit = named(QLabel(), f"{prefix}_digit", self.tr("Predicted digit"))
        self._digit.setTextFormat(Qt.TextFormat.PlainText)
        self._digit.setWordWrap(True)
        self._bars = ProbabilityBars(theme)
        self._bars.setObjectName(f"{prefix}_bars")
        self._bars.setMinimumWidth(LEAST_BARS_PX)

    @property
    def widgets(self) -> tuple[QWidget, QWidget, QWidget, QWidget]:
        """Line, name, digit and bars."""
        return self._sample, self._name, self._digit, self._bars

    def keep_low(self, *, is_low: bool) -> None:
        """Rows of bars no higher than need be: where bars stand above others, all digits are to be seen at once."""
        self._bars.setMaximumHeight(self._bars.minimumSizeHint().height() if is_low else _NO_LIMIT_PX)

    def show_opinion(self, opinion: Opinion | None) -> None:
        """Show it, or nothing."""
        for widget in self.widgets:
            widget.setVisible(opinion is not None)
        if opinion is None:
            return
        answer = opinion.answer
        self._sample.show_look(opinion.look)
        self._name.setText(opinion.name)
        self._digit.setText(self._digit_text(answer))
        self._bars.show_probabilities(answer.probabilities if answer else None)
        self._bars.setEnabled(answer is None or answer.probabilities is not None)
        self._bars.setAccessibleName(self.tr("Probabilities of {name}").format(name=opinion.name))

    def _digit_text(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("reads –")
        if answer.probabilities is None:
            return self.tr("reads {digit}: its number is {number}").format(
                digit=answer.digit, number=f"{answer.outputs[0]:.2f}"
            )
        return self.tr("reads {digit}").format(digit=answer.digit)
