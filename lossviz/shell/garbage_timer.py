"""Keeps Python's cyclic garbage collector on the window's thread."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 2000


class GarbageTimer(QObject):
    """Collects every two seconds, as long as `owner` lives, and lets nobody else do it.

    Left to itself the collector runs on whichever thread allocates, and a widget that it destroys on the training
    thread takes the process down. What stands when this is made lives as long as the window, but for the pages, which a
    change of language builds anew, and is not looked through each time: that leaves a millisecond of work.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(_EVERY_MS)

    @Slot()
    def _on_timeout(self) -> None:
        gc.collect()
