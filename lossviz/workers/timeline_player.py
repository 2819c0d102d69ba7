"""Lets a run's steps go by while the timeline plays: a collector of the frame clock."""

import time
from collections.abc import Callable

from lossviz.stores.timeline_store import TimelineStore

SECONDS_FOR_ALL = 12.0  # from the first step to the newest
LONGEST_FRAME = 0.25  # seconds; what was missed in a longer hold-up is not made good


class TimelinePlayer:
    """Keeps the pace: as many steps as the time since the last look is worth."""

    def __init__(self, timeline: TimelineStore, now: Callable[[], float] = time.perf_counter) -> None:
        self._timeline = timeline
        self._now = now
        self._last = 0.0
        self._step = -1.0  # while it does not play

    def collect(self) -> bool:
        """Go on to where the run was when it should be by now. True while it plays."""
        timeline, now = self._timeline, self._now()
        since, self._last = min(now - self._last, LONGEST_FRAME), now
        if not timeline.is_playing or timeline.step is None:
            self._step = -1.0
            return False
        if self._step < 0:
            self._step = float(timeline.step)
            return True
        self._step += since * timeline.last_step / SECONDS_FOR_ALL
        newest = timeline.snapshots[-1].step
        timeline.look_at(min(round(self._step), newest))
        if self._step >= newest:
            timeline.set_playing(is_playing=False)
        return timeline.is_playing
