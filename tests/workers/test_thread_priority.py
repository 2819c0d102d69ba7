"""A worker's thread lets the window go first."""

import os
import threading

import pytest

from lossviz.workers.thread_priority import NICENESS, yield_to_the_window


@pytest.mark.parametrize(("had", "gets"), [(0, NICENESS), (12, 12)])
def test_the_thread_yields_to_the_window_but_never_asks_for_more_than_it_had(
    monkeypatch: pytest.MonkeyPatch, had: int, gets: int
) -> None:
    asked: list[tuple[int, int, int]] = []
    monkeypatch.setattr(os, "getpriority", lambda _which, _who: had, raising=False)
    monkeypatch.setattr(os, "setpriority", lambda *wish: asked.append(wish), raising=False)
    yield_to_the_window()
    if os.uname().sysname == "Linux":
        assert asked == [(os.PRIO_PROCESS, threading.get_native_id(), gets)]
    else:
        assert asked == []
