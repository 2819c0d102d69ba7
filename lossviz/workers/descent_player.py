"""Takes the steps of a descent while it plays: a collector of the frame clock."""

import time
from collections.abc import Callable

from lossviz.stores.descent_store import DescentStore

STEPS_PER_SECOND = 10.0  # at speed 1
MOST_STEPS_AT_ONCE = 20  # after a hold-up, so that the window is not held up again
PHASE_SECONDS = 1.25


class DescentPlayer:
    """Keeps the pace: as many steps as the time since the last look is worth."""

    def __init__(self, descents: DescentStore, now: Callable[[], float] = time.perf_counter) -> None:
        self._descents = descents
        self._now = now
        self._owed = 0.0
        self._last = 0.0
        self._was_playing = False

    def collect(self) -> bool:
        """Take the steps that are due. True while it plays."""
        descents, now = self._descents, self._now()
        if not descents.is_playing:
            self._was_playing = False
            return False
        if not self._was_playing:
            self._was_playing, self._last, self._owed = True, now, 1.0  # the first step comes at once
        in_phases = descents.phase is not None
        rate = descents.speed / PHASE_SECONDS if in_phases else descents.speed * STEPS_PER_SECOND
        self._owed = min(self._owed + (now - self._last) * rate, float(MOST_STEPS_AT_ONCE))
        self._last = now
        due = int(self._owed)
        self._owed -= due
        if due and descents.phase is not None:
            descents.set_phase(descents.phase + 1)
        elif due:
            descents.step(due)
        return descents.is_playing
