"""Takes the gradient steps on the logits while they play: a collector of the frame clock."""

import time
from collections.abc import Callable

from lossviz.stores.logits_store import LogitsStore
from lossviz.workers.pace import Pace

STEPS_PER_SECOND = 10.0
MOST_STEPS_AT_ONCE = 5  # no more than half a second is made good in one go


class LogitsPlayer:
    """Takes as many steps as the time since the last look is worth."""

    def __init__(self, logits: LogitsStore, now: Callable[[], float] = time.perf_counter) -> None:
        self._logits = logits
        self._pace = Pace(MOST_STEPS_AT_ONCE, now)

    def collect(self) -> bool:
        """Take the steps that are due. True while they play."""
        due = self._pace.due(is_playing=self._logits.is_playing, rate=STEPS_PER_SECOND)
        if due:
            self._logits.step(due)
        return self._logits.is_playing
