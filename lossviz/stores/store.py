"""What all stores share: several changes can be told as one."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, SignalInstance


class Store(QObject):
    """Owns facts. Setters validate, return early when nothing changes, store, then tell through `_tell`.

    Signals are past facts without data; readers ask the store.
    """

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._untold: dict[SignalInstance, None] = {}

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Tell each kind of change once at the end, however many there were."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                untold, self._untold = self._untold, {}
                for signal in untold:
                    signal.emit()

    def _tell(self, signal: SignalInstance) -> None:
        if self._depth:
            self._untold[signal] = None
        else:
            signal.emit()
