"""What a run's timeline shows, and where on it a step stands."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True)
class TimelineMarks:
    """steps: that can be looked at, ascending; evaluated: those of them at which the run was evaluated.

    last_step: where the run stands. epoch_steps: steps in an epoch, 0 where nobody knows. ends_now: whether its end is
    the present run as it is now.
    """

    steps: tuple[int, ...] = ()
    evaluated: tuple[int, ...] = ()
    last_step: int = 0
    epoch_steps: int = 0
    ends_now: bool = True

    def neighbour(self, step: int, count: int) -> int:
        """The step so many further on; back where `count` is negative."""
        place = bisect_left(self.steps, step)
        return self.steps[min(max(place + count, 0), len(self.steps) - 1)]

    def next_evaluated(self, step: int, *, forwards: bool) -> int:
        """The next step at which the run was evaluated; the end of the timeline where there is none."""
        if forwards:
            later = self.evaluated[bisect_right(self.evaluated, step) :]
            return later[0] if later else self.steps[-1]
        earlier = self.evaluated[: bisect_left(self.evaluated, step)]
        return earlier[-1] if earlier else self.steps[0]

    def nearest(self, step: float) -> int:
        """The step that can be looked at nearest to `step`."""
        place = bisect_left(self.steps, step)
        return min(self.steps[max(place - 1, 0) : place + 1], key=lambda there: abs(there - step))


@dataclass(frozen=True)
class TimelineScale:
    """area: from the first step to the last, in pixels."""

    area: QRectF
    last_step: int

    def x_of(self, step: float) -> float:
        """Where a step stands."""
        return self.area.left() + self.area.width() * step / max(self.last_step, 1)

    def step_at(self, x: float) -> float:
        """What stands there."""
        share = (x - self.area.left()) / max(self.area.width(), 1.0)
        return min(max(share, 0.0), 1.0) * self.last_step
