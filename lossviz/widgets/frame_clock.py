"""One clock for all views: first what came in is collected, then what is out of date is drawn."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import islice

from PySide6.QtCore import QObject, Qt, QTimer, Slot

FRAME_MS = 16
QUICK_FRAME_MS = 8  # where drawing takes but a small part of it: a pen need not wait for the next full frame
_REST = 4  # times as long as a frame took, for its paints and for others, before the next
COLLECT_MS = 100  # between two looks for what came in, as long as nothing is to be drawn

Collector = Callable[[], bool]
Redraw = Callable[[], None]


class FrameClock(QObject):
    """Ticks while there is something to do and rests otherwise.

    In a frame the collectors run first and write to stores; then every view that asked for it is drawn, and only
    reads. So all linked views show the same state, and ten changes within a frame cost one drawing.
    """

    def __init__(self) -> None:
        super().__init__()
        self._collectors: list[Collector] = []
        self._dirty: dict[Redraw, None] = {}
        self._in_turn: dict[Redraw, None] = {}
        self._last_frame = self._took_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._is_stopped = self._is_in_frame = False
        self._wants_more = False  # whether a collector of this frame has said so

    def add_collector(self, collect: Collector) -> None:
        """Call `collect` at the start of each frame; as long as it returns True there will be another frame."""
        self._collectors.append(collect)

    def mark_dirty(self, redraw: Redraw, *, in_turn: bool = False) -> None:
        """Call `redraw` once in the next frame. in_turn: in one of the next, which call one such each."""
        (self._in_turn if in_turn else self._dirty)[redraw] = None
        self.wake()

    def forget(self, redraw: Redraw) -> None:
        """Do not call `redraw`, should it have been asked for."""
        self._dirty.pop(redraw, None)
        self._in_turn.pop(redraw, None)

    def wake(self) -> None:
        """Make sure that there is a next frame: at once if the last is long past, and soon if it was a quick one."""
        soon = min(max(QUICK_FRAME_MS, round(_REST * self._took_ms)), FRAME_MS)
        self._tick_after(FRAME_MS if self._is_in_frame else soon)

    def draw_now(self) -> None:
        """Draw what is out of date without waiting for the next frame, for what must not be seen undrawn."""
        self._dirty |= self._in_turn
        self._redraw_dirty()

    def stop(self) -> None:
        """Draw no more frames: the window is closing."""
        self._is_stopped = True
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        self._last_frame = time.perf_counter()
        self._wants_more, self._is_in_frame = False, True
        with ExitStack() as frame:  # last in, first out; who fails takes neither the others nor the next frame along
            frame.callback(self._plan_next)
            frame.callback(self._redraw_dirty)
            for collect in reversed(self._collectors):
                frame.callback(self._ask, collect)

    def _ask(self, collect: Collector) -> None:
        self._wants_more |= collect()

    def _plan_next(self) -> None:
        self._is_in_frame = False
        self._took_ms = (time.perf_counter() - self._last_frame) * 1000
        if self._dirty or self._in_turn:
            self._tick_after(FRAME_MS)
        elif self._wants_more:
            self._tick_after(COLLECT_MS)

    def _tick_after(self, interval_ms: int) -> None:
        """Tick so long after the last frame, or at once if that is past; never later than is planned already."""
        since_ms = (time.perf_counter() - self._last_frame) * 1000
        left_ms = max(0, round(interval_ms - since_ms))
        if not self._is_stopped and not 0 <= self._timer.remainingTime() <= left_ms:
            self._timer.start(left_ms)

    def _redraw_dirty(self) -> None:
        """Draw the views that are dirty now; what a drawing makes dirty waits for the next frame."""
        for redraw in (*self._dirty, *islice(self._in_turn, 1)):
            if redraw in self._dirty or redraw in self._in_turn:  # and was not hidden by the drawing of another
                self.forget(redraw)
                redraw()
