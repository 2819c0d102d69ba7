"""What can be taken back and made again, for whoever has a button or a menu for it."""

from PySide6.QtCore import QCoreApplication, Signal

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.stores.store import Store

_UNDO = {
    "fit": QT_TRANSLATE_NOOP("undo", "&Undo: Fit"),
    "softmax": QT_TRANSLATE_NOOP("undo", "&Undo: Softmax"),
    "losses": QT_TRANSLATE_NOOP("undo", "&Undo: Losses"),
    "overfit": QT_TRANSLATE_NOOP("undo", "&Undo: Overfit"),
    "mnist": QT_TRANSLATE_NOOP("undo", "&Undo: MNIST"),
}
_REDO = {
    "fit": QT_TRANSLATE_NOOP("undo", "&Redo: Fit"),
    "softmax": QT_TRANSLATE_NOOP("undo", "&Redo: Softmax"),
    "losses": QT_TRANSLATE_NOOP("undo", "&Redo: Losses"),
    "overfit": QT_TRANSLATE_NOOP("undo", "&Redo: Overfit"),
    "mnist": QT_TRANSLATE_NOOP("undo", "&Redo: MNIST"),
}


class UndoStore(Store):
    """Knows on which page the next change to take back was made, and the next one to make again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._undo_page = ""
        self._redo_page = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo_page)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._redo_page)

    @property
    def undo_text(self) -> str:
        """What would be taken back, with its &mnemonic; empty if nothing."""
        return QCoreApplication.translate("undo", _UNDO[self._undo_page]) if self._undo_page else ""

    @property
    def redo_text(self) -> str:
        """What would be made again, with its &mnemonic; empty if nothing."""
        return QCoreApplication.translate("undo", _REDO[self._redo_page]) if self._redo_page else ""

    def set_pages(self, undo: str, redo: str) -> None:
        """The pages' names; empty where there is nothing."""
        if (undo, redo) != (self._undo_page, self._redo_page):
            self._undo_page, self._redo_page = undo, redo
            self._tell(self.changed)
