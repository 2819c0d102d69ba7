"""Takes the steps of a descent while it plays: a collector of the frame clock."""

import time
from collections.abc import Callable

from lossviz.stores.descent_store import DescentStore
from lossviz.workers.pace import Pace

STEPS_PER_SECOND = 10.0  # at speed 1
MOST_STEPS_AT_ONCE = 20
PHASE_SECONDS = 1.25


class DescentPlayer:
    """Takes as many steps, or phases in slow motion, as the time since the last look is worth."""

    def __init__(self, descents: DescentStore, now: Callable[[], float] = time.perf_counter) -> None:
        self._descents = descents
        self._pace = Pace(MOST_STEPS_AT_ONCE, now)

    def collect(self) -> bool:
        """Take the steps that are due. True while it plays."""
        descents = self._descents
        in_phases = descents.phase is not None
        rate = descents.speed / PHASE_SECONDS if in_phases else descents.speed * STEPS_PER_SECOND
        due = self._pace.due(is_playing=descents.is_playing, rate=rate)
        if due and descents.phase is not None:
            descents.set_phase(descents.phase + 1)
        elif due:
            descents.step(due)
        return descents.is_playing
