"""Both distributions as numbers to be typed, with what each outcome adds to the cross-entropy and the divergence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lossviz.widgets.controls import named, plain_label, show_value
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.type_size import as_wide_as, at_least_as_wide_as

_STEP = 0.05
_SIDES = ("p", "q")


class ShareBox(NumberBox):
    """A share, written short: the bars beside it say as much."""

    def __init__(self) -> None:
        super().__init__(0.0, 1.0)
        self.setSingleStep(_STEP)
        as_wide_as(self, "0.0000000")

    def textFromValue(self, value: float) -> str:
        """Four digits at most."""
        return with_minus_signs(f"{value:.4g}")


class ShareTable(QWidget):
    """A row for each outcome: name, p, q, and two terms. objectNames: losses.share_p_0 and so on, losses.cross_0,
    losses.divergence_0.
    """

    share_typed = Signal(str, int, float)  # "p" or "q", outcome, share
    refused = Signal(str)

    def __init__(self, most: int) -> None:
        """most: of the outcomes."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        for column, text in enumerate(("", "p", "q", "−p ln q", "p ln(p/q)")):
            head = plain_label(text)
            head.setProperty("rank", "small")
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self._names = [plain_label() for _ in range(most)]
        self._boxes = {side: [self._box(side, index) for index in range(most)] for side in _SIDES}
        self._terms = {
            name: [named(QLabel(), f"losses.{name}_{index}", f"{text} {index + 1}") for index in range(most)]
            for name, text in (("cross", "−p ln q"), ("divergence", "p ln(p/q)"))
        }
        for index in range(most):
            self._fill_row(index)
        self._grid.setRowStretch(most + 1, 1)

    def show_rows(
        self, names: Sequence[str], shares: Sequence[Sequence[float]], terms: Sequence[Sequence[str]]
    ) -> None:
        """names: of the outcomes. shares: p and q. terms: of the cross-entropy and of the divergence."""
        for index in range(len(self._names)):
            is_shown = index < len(names)
            for widget in self._row(index):
                widget.setVisible(is_shown)
            if is_shown:
                self._names[index].setText(names[index])
                for side, values in zip(_SIDES, shares, strict=True):
                    show_value(self._boxes[side][index], float(values[index]))
                for labels, texts in zip(self._terms.values(), terms, strict=True):
                    labels[index].setText(texts[index])

    def point_at(self, outcome: int | None) -> None:
        """Set the row of this outcome off."""
        for index, name in enumerate(self._names):
            for label in (name, *(labels[index] for labels in self._terms.values())):
                font = label.font()
                if font.bold() != (index == outcome):
                    font.setBold(index == outcome)
                    label.setFont(font)

    def _row(self, index: int) -> list[QWidget]:
        boxes = [self._boxes[side][index] for side in _SIDES]
        return [self._names[index], *boxes, *(labels[index] for labels in self._terms.values())]

    def _fill_row(self, index: int) -> None:
        for column, widget in enumerate(self._row(index)):
            self._grid.addWidget(widget, index + 1, column)
        for labels in self._terms.values():
            labels[index].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            at_least_as_wide_as(labels[index], "−0.0000")

    def _box(self, side: str, index: int) -> ShareBox:
        text = self.tr("{side} of outcome {number}").format(side=side, number=index + 1)
        box = named(ShareBox(), f"losses.share_{side}_{index}", text)
        box.valueChanged.connect(lambda share: self.share_typed.emit(side, index, share))
        box.refused.connect(self.refused)
        return box
