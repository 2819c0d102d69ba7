"""Ctrl+Z in a field takes back what is being typed there; once that is entered, the key is the window's."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FieldUndo(QObject):
    """Watches one field, which would keep the keys to itself."""

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._is_typing = False
        box.lineEdit().textEdited.connect(self._on_typed)
        box.editingFinished.connect(self._on_entered)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window unless something is being typed."""
        if self._is_typing or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not any(event.matches(key) for key in _KEYS):
            return super().eventFilter(watched, event)
        event.ignore()
        return True

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._is_typing = True

    @Slot()
    def _on_entered(self) -> None:
        self._is_typing = False
