"""One draw, all that can become of it: what happens against the probability that was given to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lossviz.core.likelihood.bernoulli import single_loss
from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs

_CERTAINTIES = ((1, 1.0), (1, 0.0), (0, 0.0), (0, 1.0))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TruthTable(QWidget):
    """y: what happened. P1: how probable 1 was said to be. Two rows more for the share of the day."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        for column, text in enumerate(("y", "P1", "P(y)", "−ln P(y)", self.tr("fit"), self.tr("loss"))):
            head = plain_label(text)
            head.setProperty("rank", "small")
            self._grid.addWidget(head, 0, column, _alignment(column))
        rows = [*_CERTAINTIES, (1, 0.5), (0, 0.5)]
        self._rows = [self._add_row(row, outcome, share) for row, (outcome, share) in enumerate(rows)]
        self._grid.setColumnStretch(6, 1)
        about = WrappedText()
        about.setProperty("rank", "small")
        about.setText(
            self.tr(
                "y: what happens. P1: the probability that was given to y = 1. P(y): what that gave to what happens. "
                "A good guess costs little, a sure and wrong one infinitely much."
            )
        )
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(8, 0, 8, 0)
        column_layout.setSpacing(10)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(about)
        column_layout.addStretch(1)

    def show_share(self, share: float) -> None:
        """The two last rows: with P1 = `share`."""
        for row, outcome in ((len(_CERTAINTIES), 1), (len(_CERTAINTIES) + 1, 0)):
            self._write(self._rows[row], outcome, share)

    def texts(self, row: int) -> list[str]:
        """The cells of a row."""
        return [label.text() for label in self._rows[row]]

    def _add_row(self, row: int, outcome: int, share: float) -> list[QLabel]:
        labels = [plain_label() for _ in range(6)]
        for column, label in enumerate(labels):
            named(label, f"losses.truth_{row}_{column}", self.tr("Truth table"))
            self._grid.addWidget(label, row + 1, column, _alignment(column))
        self._write(labels, outcome, share)
        return labels

    def _write(self, labels: list[QLabel], outcome: int, share: float) -> None:
        probability = share if outcome else 1.0 - share
        loss = with_minus_signs(f"{single_loss(share, is_one=bool(outcome)):.4g}")
        words = (self.tr("good"), self.tr("small")) if probability > 0.5 else (self.tr("bad"), self.tr("large"))
        if probability == 0.5:
            words = (self.tr("neither"), "ln 2")
        for label, text in zip(labels, (str(outcome), f"{share:.4g}", f"{probability:.4g}", loss, *words), strict=True):
            label.setText(text)


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column < 4 else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
