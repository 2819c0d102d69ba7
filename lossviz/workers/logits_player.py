"""Takes the gradient steps on the logits while they play: a collector of the frame clock."""

import time
from collections.abc import Callable

from lossviz.stores.logits_store import LogitsStore

STEPS_PER_SECOND = 10.0
MOST_STEPS_AT_ONCE = 5  # after a hold-up, so that no more than half a second is made good in one go


class LogitsPlayer:
    """Keeps the pace: as many steps as the time since the last look is worth."""

    def __init__(self, logits: LogitsStore, now: Callable[[], float] = time.perf_counter) -> None:
        self._logits = logits
        self._now = now
        self._owed = 0.0
        self._last = 0.0
        self._was_playing = False

    def collect(self) -> bool:
        """Take the steps that are due. True while they play."""
        now = self._now()
        if not self._logits.is_playing:
            self._was_playing = False
            return False
        if not self._was_playing:
            self._was_playing, self._last, self._owed = True, now, 1.0  # the first step comes at once
        self._owed = min(self._owed + (now - self._last) * STEPS_PER_SECOND, float(MOST_STEPS_AT_ONCE))
        self._last = now
        due = int(self._owed)
        self._owed -= due
        if due:
            self._logits.step(due)
        return self._logits.is_playing
