"""FileQueue: one file after the other, none of those to be written is lost, and the window waits for none of them."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.workers.file_queue import FileQueue, FileTask, Kind
from tests.support.assembly import PATIENCE_MS


class Told:
    """What was told of tasks, by their names."""

    def __init__(self, queue: FileQueue) -> None:
        self.queue = queue
        self.done: list[object] = []
        self.refused: list[str] = []

    def put(self, kind: Kind, name: str, gate: Event | None = None, error: LossvizError | None = None) -> None:
        """A task that waits for `gate`, and then fails if there is an error."""

        def work() -> str:
            if gate:
                assert gate.wait(PATIENCE_MS / 1000)
            if error:
                raise error
            return name

        self.queue.put(FileTask(kind, Path(name), work, self.done.append, lambda _error: self.refused.append(name)))


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[FileQueue]:
    del qtbot
    queue = FileQueue()
    yield queue
    assert queue.shut_down()


@pytest.fixture
def told(queue: FileQueue) -> Told:
    return Told(queue)


def test_files_are_done_in_the_order_in_which_they_were_asked_for_and_a_refusal_stops_none(
    queue: FileQueue, told: Told, qtbot: QtBot
) -> None:
    gate = Event()
    told.put("write", "first", gate)
    told.put("read", "second", error=LossvizError("What.", "Why.", "Do."))
    told.put("read", "third")
    assert queue.task is not None
    assert queue.task.path == Path("first")
    assert (told.done, told.refused) == ([], [])
    gate.set()
    qtbot.waitUntil(lambda: queue.task is None, timeout=PATIENCE_MS)
    assert (told.done, told.refused) == (["first", "third"], ["second"])


def test_a_task_that_another_one_leads_to_comes_after_those_that_wait(
    queue: FileQueue, told: Told, qtbot: QtBot
) -> None:
    queue.put(FileTask("read", Path("x"), lambda: "first", lambda _: told.put("write", "last"), told.done.append))
    told.put("write", "second")
    qtbot.waitUntil(lambda: told.done == ["second", "last"], timeout=PATIENCE_MS)


def test_who_needs_what_is_being_read_can_wait_for_it_and_for_nothing_else(queue: FileQueue, told: Told) -> None:
    gate = Event()
    told.put("write", "before")
    told.put("read", "wanted")
    told.put("write", "after", gate)
    queue.finish_reading()
    assert told.done == ["before", "wanted"]
    gate.set()


def test_at_the_end_all_is_written_and_nothing_is_read_any_more(queue: FileQueue, told: Told) -> None:
    gate = Event()
    told.put("read", "under way", gate)
    told.put("write", "one")
    told.put("read", "waiting")
    told.put("write", "two", error=LossvizError("What.", "Why.", "Do."))
    assert not queue.shut_down(0)
    gate.set()
    assert queue.shut_down()
    assert (told.done, told.refused) == (["one"], ["two"])
