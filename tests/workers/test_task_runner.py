"""TaskRunner: one task at a time, one end for each."""

import logging
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.workers.task_runner import TaskRunner
from tests.support.assembly import PATIENCE_MS


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.shut_down()


def test_what_the_work_returns_is_told_once_when_its_thread_has_ended(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    runner.done.connect(lambda result: told.append((result, runner.is_busy)))
    with qtbot.waitSignal(runner.done, timeout=PATIENCE_MS):
        runner.start(lambda: current_thread() is not main_thread())
    assert told == [(True, False)]


def test_the_next_task_can_begin_in_the_slot_that_hears_of_the_last(runner: TaskRunner, qtbot: QtBot) -> None:
    results: list[object] = []

    def on_done(result: object) -> None:
        results.append(result)
        if len(results) < 3:
            runner.start(lambda: len(results))

    runner.done.connect(on_done)
    runner.start(lambda: 0)
    qtbot.waitUntil(lambda: results == [0, 1, 2], timeout=PATIENCE_MS)


def test_a_second_task_meanwhile_is_a_programming_error(runner: TaskRunner, qtbot: QtBot) -> None:
    may_end = Event()
    runner.start(may_end.wait)
    with pytest.raises(RuntimeError, match="one task"):
        runner.start(may_end.wait)
    with qtbot.waitSignal(runner.done, timeout=PATIENCE_MS):
        may_end.set()


def test_the_work_hears_that_it_is_cancelled_and_the_next_one_does_not(runner: TaskRunner, qtbot: QtBot) -> None:
    def until_cancelled() -> str:
        while not runner.is_cancelled():
            pass
        return "stopped"

    with qtbot.waitSignal(runner.done, timeout=PATIENCE_MS) as first:
        runner.start(until_cancelled)
        runner.cancel()
    with qtbot.waitSignal(runner.done, timeout=PATIENCE_MS) as second:
        runner.start(runner.is_cancelled)
    assert (first.args, second.args) == (["stopped"], [False])


def test_an_error_is_told_in_words_and_another_task_can_begin(
    runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    with qtbot.waitSignal(runner.failed, timeout=PATIENCE_MS) as failed:
        runner.start(lambda: 1 // 0)
    assert isinstance(failed.args[0], LossvizError)
    with qtbot.waitSignal(runner.done, timeout=PATIENCE_MS):
        runner.start(lambda: None)
