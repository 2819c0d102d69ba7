"""How a running training is paused, resumed, stopped and given another learning rate, from any thread."""

import threading
from collections.abc import Callable


class RunControl:
    """Shared by the thread that trains and whoever steers it. All calls may come in any order and take effect at once.

    learning_rate: read by the training before every step.
    """

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = learning_rate
        self._changed = threading.Condition()
        self._is_paused = False
        self._is_stopped = False
        self._is_holding = False

    @property
    def is_holding(self) -> bool:
        """Whether the training waits at a checkpoint now, so that its network stands still."""
        with self._changed:
            return self._is_holding and self._is_paused and not self._is_stopped

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        """Called by the training between batches: waits while paused, then tells whether to go on."""
        if self._is_paused and not self._is_stopped:
            before_holding()
            with self._changed:
                self._is_holding = True
                self._changed.wait_for(lambda: self._is_stopped or not self._is_paused)
                self._is_holding = False
        return not self._is_stopped

    def pause(self) -> None:
        """Hold the training at its next checkpoint."""
        with self._changed:
            self._is_paused = True

    def resume(self) -> None:
        """Let a paused training go on."""
        with self._changed:
            self._is_paused = False
            self._changed.notify_all()

    def stop(self) -> None:
        """End the training at its next checkpoint, paused or not. There is no way back."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()
