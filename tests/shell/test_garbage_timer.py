"""Claims about where Python's garbage is collected."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lossviz.shell import garbage_timer
from lossviz.shell.garbage_timer import GarbageTimer


class _Cycle:
    """Garbage that only the collector can see; says on which thread it goes."""

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self._itself = self
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.append(threading.current_thread())


def _allocate(ended_on: list[threading.Thread]) -> None:
    """Leave a cycle behind, and then enough objects for an automatic collection."""
    _Cycle(ended_on)
    assert len([[] for _ in range(100_000)]) == 100_000


@pytest.fixture
def timer(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(garbage_timer, "_EVERY_MS", 10)
    owner = QObject()
    GarbageTimer(owner)
    yield
    owner.deleteLater()
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("timer")
def test_garbage_of_another_thread_is_collected_on_the_windows_thread(qtbot: QtBot) -> None:
    ended_on: list[threading.Thread] = []
    worker = threading.Thread(target=_allocate, args=(ended_on,))
    worker.start()
    worker.join()
    assert ended_on == []
    qtbot.waitUntil(lambda: bool(ended_on))
    assert ended_on == [threading.main_thread()]
