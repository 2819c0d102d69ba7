"""Lines of code to read and to copy, the choice of what they compute, and the number that they give."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lossviz.core.snippets import Snippet
from lossviz.widgets.controls import fill_combo, named, row_of
from lossviz.widgets.focus_ring import FocusRing
from lossviz.widgets.remembered import remembered

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class CodeView(QWidget):
    """Shows a Snippet. `page` begins the objectNames: page.code_of, page.copy_code, page.code_result, page.code."""

    choice_changed = Signal()

    def __init__(self, page: str, choices: Mapping[str, str]) -> None:
        """choices: what may be computed, its key and how it is called."""
        super().__init__()
        self._what = remembered(named(QComboBox(), f"{page}.code_of", self.tr("What the code computes")))
        fill_combo(self._what, [(text, key) for key, text in choices.items()])
        self._what.currentIndexChanged.connect(self.choice_changed)
        copy = named(QPushButton(self.tr("Copy")), f"{page}.copy_code", self.tr("Copy the code"))
        copy.clicked.connect(self._on_copy)
        self._value = named(QLabel(), f"{page}.code_result", self.tr("What the code gives"))
        self._code = named(QPlainTextEdit(), f"{page}.code", self.tr("PyTorch code"))
        self._code.setReadOnly(True)
        self._code.setTextInteractionFlags(_SELECTABLE)
        FocusRing(self._code)
        self._code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._code.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(self._what, copy, None, self._value))
        column.addWidget(self._code, 1)

    @property
    def choice(self) -> str:
        """The key of what is to be computed."""
        return str(self._what.currentData())

    def show_snippet(self, snippet: Snippet) -> None:
        """Show its lines and its number."""
        if self._code.toPlainText() != snippet.code:
            self._code.setPlainText(snippet.code)
        self._value.setText(self.tr("result = {value:.12g}").format(value=snippet.value))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.toPlainText())
