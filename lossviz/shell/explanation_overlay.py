"""The sheet that explains what is on the screen, so that nothing is told by hovering alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lossviz.shell.explanations import Explanation, explanations_in
from lossviz.shell.sheet_overlay import Sheet, SheetOverlay, group_title
from lossviz.widgets.joints import titled
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel_entry import PanelEntry

_NAMES_SHARE, _TEXTS_SHARE = 1, 3
_STYLE = "QWidget { background: transparent; }"

ExplanationGroup = tuple[str, list[Explanation]]  # the title of a panel, what is in it


class ExplanationOverlay(SheetOverlay):
    """panels: asked each time it opens; of those that can be seen, all parts that have words."""

    def __init__(self, window: QWidget, panels: Callable[[], Sequence[PanelEntry]]) -> None:
        super().__init__(window, "explanations", (Qt.Key.Key_F1,))
        self._ask = panels

    def written(self) -> Sheet:
        """What is to be seen, in words."""
        shown = [entry for entry in self._ask() if entry.widget.isVisible()]
        groups = [(entry.title, explanations_in(entry.widget)) for entry in shown]
        groups = [group for group in groups if group[1]]
        return Sheet(self.tr("What is what"), self.tr("What is what (Esc closes)"), _content(groups), _as_text(groups))


def _content(groups: Sequence[ExplanationGroup]) -> QWidget:
    sheet = QWidget()
    sheet.setStyleSheet(_STYLE)
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for title, rows in groups:
        grid.addWidget(group_title(title, is_first=grid.count() == 0), grid.rowCount(), 0, 1, 2)
        for row in rows:
            place = grid.rowCount()
            for column, text in enumerate(row):
                grid.addWidget(_text(text), place, column, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, _NAMES_SHARE)
    grid.setColumnStretch(1, _TEXTS_SHARE)
    grid.setRowStretch(grid.rowCount(), 1)
    return sheet


def _text(text: str) -> QLabel:
    label = QLabel(with_minus_signs(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _as_text(groups: Sequence[ExplanationGroup]) -> str:
    """For a screen reader."""
    return "\n".join(line for title, rows in groups for line in (title, *(titled(name, text) for name, text in rows)))
