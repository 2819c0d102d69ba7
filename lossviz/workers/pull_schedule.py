"""When the window looks at what a training has left for it, and how fast the training is."""

from collections import deque

# Five times a second: drawing holds Python's lock, which the training needs between any two operations. At 25 times a
# second the training of the Course CNN falls to two thirds of its speed, at ten times a second to three quarters.
PULL_SECONDS = 0.18  # a little less than two looks of the frame clock
SPEED_SECONDS = 2.0  # the stretch that images per second are measured over


class PullSchedule:
    """Times are of one monotonic clock, in seconds. first_row: how many rows the log had when the run went on."""

    def __init__(self, first_row: int) -> None:
        self._rows = first_row
        self._evaluations = 0
        self._next_pull = 0.0
        self._history: deque[tuple[float, int]] = deque()

    def is_due(self, now: float) -> bool:
        """Whether it is time to look for new rows and to ask for new weights; then not again for a while."""
        if now < self._next_pull:
            return False
        self._next_pull = now + PULL_SECONDS
        return True

    def has_grown(self, now: float, rows: int, evaluations: int) -> bool:
        """Note how long the log is now; whether that is longer than last time."""
        has_grown = (rows, evaluations) != (self._rows, self._evaluations)
        self._rows, self._evaluations = rows, evaluations
        self._history.append((now, rows))
        while self._history[0][0] < now - SPEED_SECONDS:
            self._history.popleft()
        return has_grown

    def pause_speed(self) -> None:
        """Forget the pace so far, so that a pause does not count as slowness."""
        self._history.clear()

    @property
    def steps_per_second(self) -> float:
        """Lately; 0 while too little has been seen."""
        if len(self._history) < 2:
            return 0.0
        (start, first), (end, last) = self._history[0], self._history[-1]
        return (last - first) / (end - start) if end > start else 0.0
