"""A number that is copied from a field has a hyphen for a minus, as other programs read it."""

import re

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

_NUMBER = re.compile(r"[\d.,eE+\-−]+")  # or a piece of one


class PlainCopies(QObject):
    """Watches the clipboard, and what the mouse selects, while one field has the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if not self._field.hasFocus():
            return
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text(mode)
        if "−" in text and _NUMBER.fullmatch(text):
            clipboard.setText(text.replace("−", "-"), mode)
