"""A slot for one value between two threads: asked for by one, filled by the other, the newest wins."""

import threading
from typing import Generic, TypeVar

Value = TypeVar("Value")


class LatestValue(Generic[Value]):
    """The reader asks, the writer sees `is_wanted` (cheap enough for every batch) and puts; nothing ever queues."""

    def __init__(self) -> None:
        self._is_asked = False
        self._lock = threading.Lock()
        self._value: Value | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether somebody has asked since the last value."""
        return self._is_asked

    def ask(self) -> None:
        """Ask the writer for a value."""
        self._is_asked = True

    def put(self, value: Value) -> None:
        """Leave `value`, in place of one that nobody has taken."""
        with self._lock:
            self._value = value
            self._is_asked = False

    def take(self) -> Value | None:
        """The newest value, once; None if there is no new one."""
        with self._lock:
            value, self._value = self._value, None
        return value
