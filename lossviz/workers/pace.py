"""How many steps are due while something plays, however irregular the frames are."""

import time
from collections.abc import Callable


class Pace:
    """Counts by the clock. most_at_once: after a hold-up, so that the window is not held up again."""

    def __init__(self, most_at_once: int, now: Callable[[], float] = time.perf_counter) -> None:
        self._most_at_once = most_at_once
        self._now = now
        self._owed = 0.0
        self._last = 0.0
        self._was_playing = False

    def due(self, *, is_playing: bool, rate: float) -> int:
        """Whole steps since the last look at `rate` a second; the first one comes at once."""
        now = self._now()
        if not is_playing:
            self._was_playing = False
            return 0
        if not self._was_playing:
            self._was_playing, self._last, self._owed = True, now, 1.0
        self._owed = min(self._owed + (now - self._last) * rate, float(self._most_at_once))
        self._last = now
        due = int(self._owed)
        self._owed -= due
        return due
