"""FrameClock and Panel: one drawing a frame, none for what nobody sees, and rest when there is nothing to do."""

import time
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel


class CountingPanel(Panel):
    def __init__(self, clock: FrameClock) -> None:
        super().__init__(clock)
        self.drawings = 0

    def redraw(self) -> None:
        self.drawings += 1


@pytest.fixture
def clock() -> FrameClock:
    return FrameClock()


def is_active(clock: FrameClock) -> bool:
    return any(timer.isActive() for timer in clock.findChildren(QTimer))


def settle(clock: FrameClock, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_active(clock))


def shown(panel: CountingPanel, clock: FrameClock, qtbot: QtBot) -> CountingPanel:
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    settle(clock, qtbot)
    panel.drawings = 0
    return panel


def test_a_clock_with_nothing_to_do_rests(qtbot: QtBot, clock: FrameClock) -> None:
    assert not is_active(clock)
    clock.wake()
    assert is_active(clock)
    settle(clock, qtbot)


def test_ten_changes_in_a_frame_cost_one_drawing(qtbot: QtBot, clock: FrameClock) -> None:
    panel = shown(CountingPanel(clock), clock, qtbot)
    for _ in range(10):
        panel.mark_dirty()
    assert panel.drawings == 0
    settle(clock, qtbot)
    assert panel.drawings == 1


def test_what_came_in_is_collected_before_anything_is_drawn(qtbot: QtBot, clock: FrameClock) -> None:
    order: list[str] = []

    def collect() -> bool:
        order.append("collect")
        return False

    clock.add_collector(collect)
    clock.mark_dirty(lambda: order.append("draw"))
    qtbot.waitUntil(lambda: "draw" in order)
    assert order == ["collect", "draw"]


def test_what_a_collector_changes_is_drawn_in_the_same_frame(qtbot: QtBot, clock: FrameClock) -> None:
    panel = shown(CountingPanel(clock), clock, qtbot)
    drawn_after: list[int] = []

    def collect() -> bool:
        drawn_after.append(panel.drawings)
        if len(drawn_after) == 1:
            panel.mark_dirty()
        return False

    clock.add_collector(collect)
    clock.wake()
    settle(clock, qtbot)
    assert drawn_after[0] == 0
    assert drawn_after[1:] == [1] * (len(drawn_after) - 1)
    assert panel.drawings == 1


def test_frames_go_on_as_long_as_a_collector_wants_more(qtbot: QtBot, clock: FrameClock) -> None:
    left = [3, 1]
    asked = [0, 0]

    def collector(number: int) -> bool:
        asked[number] += 1
        left[number] -= 1
        return left[number] > 0

    clock.add_collector(lambda: collector(0))
    clock.add_collector(lambda: collector(1))
    clock.wake()
    settle(clock, qtbot)
    assert asked == [3, 3]


def test_what_is_marked_while_drawing_is_drawn_in_the_next_frame(qtbot: QtBot, clock: FrameClock) -> None:
    drawings: list[int] = []

    def redraw() -> None:
        drawings.append(len(drawings))
        if len(drawings) < 3:
            clock.mark_dirty(redraw)

    clock.mark_dirty(redraw)
    settle(clock, qtbot)
    assert drawings == [0, 1, 2]


def test_panels_in_turn_are_drawn_one_a_frame_and_the_others_at_once(qtbot: QtBot, clock: FrameClock) -> None:
    frames: list[list[str]] = []

    def collect() -> bool:
        frames.append([])
        return False

    def draw(name: str) -> None:
        frames[-1].append(name)

    clock.add_collector(collect)
    for name in ("curves", "timeline"):
        clock.mark_dirty(partial(draw, name), in_turn=True)
    clock.mark_dirty(partial(draw, "pen"))
    settle(clock, qtbot)
    assert [drawn for drawn in frames if drawn] == [["pen", "curves"], ["timeline"]]


def test_what_is_drawn_at_once_loses_its_turn(qtbot: QtBot, clock: FrameClock) -> None:
    panel = shown(CountingPanel(clock), clock, qtbot)
    panel.mark_dirty_in_turn()
    panel.mark_dirty()
    settle(clock, qtbot)
    assert panel.drawings == 1


def test_what_must_not_be_seen_undrawn_has_no_turn(qtbot: QtBot, clock: FrameClock) -> None:
    panels = [shown(CountingPanel(clock), clock, qtbot) for _ in range(3)]
    for panel in panels:
        panel.mark_dirty_in_turn()
    clock.draw_now()
    settle(clock, qtbot)
    assert [panel.drawings for panel in panels] == [1, 1, 1]


def test_a_hidden_panel_has_no_turn(qtbot: QtBot, clock: FrameClock) -> None:
    panel = shown(CountingPanel(clock), clock, qtbot)
    panel.mark_dirty_in_turn()
    panel.hide()
    settle(clock, qtbot)
    assert panel.drawings == 0


@pytest.mark.parametrize(("took_ms", "soonest_ms"), [(0.0, 8), (3.0, 12), (20.0, 16)])
def test_a_frame_that_took_long_is_followed_by_a_longer_rest(
    clock: FrameClock, took_ms: float, soonest_ms: int
) -> None:
    (timer,) = clock.findChildren(QTimer)
    clock._took_ms, clock._last_frame = took_ms, time.perf_counter() + 0.0002  # as if the frame had just ended
    clock.wake()
    assert timer.interval() == soonest_ms
    clock.stop()


def test_a_stopped_clock_draws_no_more(qtbot: QtBot, clock: FrameClock) -> None:
    panel = shown(CountingPanel(clock), clock, qtbot)
    panel.mark_dirty()
    clock.stop()
    panel.mark_dirty()
    assert not is_active(clock)
    assert panel.drawings == 0


def test_one_drawing_that_breaks_stops_neither_the_others_nor_the_frames(qtbot: QtBot, clock: FrameClock) -> None:
    order: list[str] = []
    left = [3]

    def collect() -> bool:
        left[0] -= 1
        return left[0] > 0

    def broken() -> None:
        order.append("broken")
        raise ZeroDivisionError

    clock.add_collector(collect)
    with qtbot.captureExceptions() as exceptions:
        clock.mark_dirty(broken)
        clock.mark_dirty(lambda: order.append("drawn"))
        settle(clock, qtbot)
    assert [kind for kind, *_ in exceptions] == [ZeroDivisionError]
    assert order == ["broken", "drawn"]
    assert left == [0]


def test_one_collector_that_breaks_stops_neither_the_others_nor_the_drawings(qtbot: QtBot, clock: FrameClock) -> None:
    order: list[str] = []

    def broken() -> bool:
        order.append("broken")
        raise ZeroDivisionError

    def collect() -> bool:
        order.append("collected")
        return order.count("collected") < 3

    clock.add_collector(broken)
    clock.add_collector(collect)
    with qtbot.captureExceptions() as exceptions:
        clock.mark_dirty(lambda: order.append("drawn"))
        settle(clock, qtbot)
    assert [kind for kind, *_ in exceptions] == 3 * [ZeroDivisionError]
    assert order == ["broken", "collected", "drawn", "broken", "collected", "broken", "collected"]


def test_a_hidden_panel_is_not_drawn_and_catches_up_when_it_is_shown(qtbot: QtBot, clock: FrameClock) -> None:
    stack = QStackedWidget()
    front, back = CountingPanel(clock), CountingPanel(clock)
    stack.addWidget(front)
    stack.addWidget(back)
    qtbot.addWidget(stack)
    with qtbot.waitExposed(stack):
        stack.show()
    for _ in range(5):
        back.mark_dirty()
    settle(clock, qtbot)
    assert (front.drawings, back.drawings) == (1, 0)
    stack.setCurrentWidget(back)
    settle(clock, qtbot)
    assert (front.drawings, back.drawings) == (1, 1)
