"""SessionKeeper: what was done in the last seconds survives a crash, and an orderly end."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QTimer
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.sessions.session import Session
from lossviz.core.sessions.session_file import read_session
from lossviz.workers import session_keeper
from lossviz.workers.autosave_places import MOST_LEFT
from lossviz.workers.session_keeper import SessionKeeper
from tests.support.tellings import Tellings

CRASHING = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from lossviz.core.sessions.session import Session
from lossviz.workers.session_keeper import SessionKeeper

application = QCoreApplication([])
keeper = SessionKeeper(Path(sys.argv[1]), lambda: Session("1", "fit", {"fit": {"w": float(sys.argv[2])}}))
keeper.begin()
keeper.note_change()
keeper.write_now()
os.kill(os.getpid(), signal.SIGKILL)
"""


class Sitting:
    """w: what a person has set. now: seconds."""

    def __init__(self) -> None:
        self.w = 0.0
        self.now = 100.0
        self.taken = 0

    def take(self) -> Session | None:
        self.taken += 1
        return Session("1", "fit", {"fit": {"w": self.w}}) if self.w else None


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_keeper, "QUIET_MS", 20)
    monkeypatch.setattr(session_keeper, "APART_MS", 60)


Make = Callable[[], SessionKeeper]


@pytest.fixture
def begun(qtbot: QtBot, tmp_path: Path, sitting: Sitting) -> Iterator[Make]:
    del qtbot
    keepers: list[SessionKeeper] = []

    def make() -> SessionKeeper:
        keepers.append(SessionKeeper(tmp_path / "state", sitting.take, lambda: sitting.now))
        keepers[-1].begin()
        return keepers[-1]

    yield make
    for keeper in keepers:
        keeper.end()


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "state").glob("*.json"))


def crashed(folder: Path, w: float) -> None:
    arguments = [sys.executable, "-c", CRASHING, str(folder / "state"), str(w)]
    ended = subprocess.run(arguments, timeout=60, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert ended.returncode == -signal.SIGKILL


def test_a_change_is_written_by_itself(
    quickly: None, qtbot: QtBot, begun: Make, sitting: Sitting, tmp_path: Path
) -> None:
    keeper = begun()
    assert files(tmp_path) == []
    sitting.w = 1.5
    keeper.note_change()
    qtbot.waitUntil(lambda: files(tmp_path) == ["running-1.lossviz.json"])
    assert read_session(tmp_path / "state" / "running-1.lossviz.json").states == {"fit": {"w": 1.5}}


def test_many_changes_are_written_once(quickly: None, qtbot: QtBot, begun: Make, sitting: Sitting) -> None:
    keeper = begun()
    sitting.w = 1.0
    for _ in range(100):
        keeper.note_change()
    qtbot.waitUntil(lambda: sitting.taken > 0)
    assert sitting.taken == 1


def test_two_writings_are_some_seconds_apart(quickly: None, qtbot: QtBot, begun: Make, sitting: Sitting) -> None:
    keeper = begun()
    sitting.w = 1.0
    keeper.write_now()
    keeper.note_change()
    ended = Tellings(*(timer.timeout for timer in keeper.findChildren(QTimer)))
    qtbot.waitUntil(lambda: ended.count > 3)  # the sitting's clock stands still: it is always too early
    assert sitting.taken == 1
    sitting.now += 1.0
    qtbot.waitUntil(lambda: sitting.taken == 2)


def test_nothing_is_written_while_nothing_is_worth_it(begun: Make, tmp_path: Path) -> None:
    keeper = begun()
    keeper.note_change()
    keeper.write_now()
    assert files(tmp_path) == []


def test_an_orderly_end_leaves_the_last_sitting_and_nothing_to_be_asked_about(begun: Make, sitting: Sitting) -> None:
    keeper = begun()
    assert keeper.last is None
    sitting.w = 1.0
    keeper.write_now()
    sitting.w = 2.0
    keeper.note_change()
    keeper.end()
    following = begun()
    assert following.left is None
    assert following.last is not None
    assert read_session(following.last).states == {"fit": {"w": 2.0}}


def test_a_sitting_in_which_nothing_was_done_does_not_take_the_place_of_the_last(
    begun: Make, sitting: Sitting, tmp_path: Path
) -> None:
    sitting.w = 1.0
    begun().end()
    sitting.w = 0.0
    begun().end()
    assert files(tmp_path) == ["last.lossviz.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_a_killed_window_wrote_is_found_once_by_the_next(begun: Make, sitting: Sitting, tmp_path: Path) -> None:
    crashed(tmp_path, 2.5)
    keeper = begun()
    assert keeper.left is not None
    assert read_session(keeper.left).states == {"fit": {"w": 2.5}}
    sitting.w = 9.0
    keeper.write_now()  # what is done now does not touch what was left
    assert read_session(keeper.left).states == {"fit": {"w": 2.5}}
    keeper.forget(keeper.left)
    assert keeper.left is None
    assert files(tmp_path) == ["running-1.lossviz.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_of_two_crashes_the_newer_is_found_first(begun: Make, tmp_path: Path) -> None:
    crashed(tmp_path, 1.0)
    crashed(tmp_path, 2.0)
    keeper = begun()
    for w in (2.0, 1.0):
        assert keeper.left is not None
        assert read_session(keeper.left).states == {"fit": {"w": w}}
        keeper.forget(keeper.left)


def test_no_more_are_kept_than_anybody_would_want(begun: Make, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    for number in range(1, MOST_LEFT + 1):
        (folder / f"left-{number}.lossviz.json").write_text("{}")
        os.utime(folder / f"left-{number}.lossviz.json", (number, number))
    (folder / "running-1.lossviz.json").write_text("{}")
    begun()
    assert files(tmp_path) == [f"left-{number}.lossviz.json" for number in range(2, MOST_LEFT + 2)]


def test_two_windows_do_not_take_each_other_for_crashed(begun: Make, sitting: Sitting, tmp_path: Path) -> None:
    first = begun()
    sitting.w = 1.0
    first.write_now()
    second = begun()
    assert second.left is None
    second.write_now()
    assert files(tmp_path) == ["running-1.lossviz.json", "running-2.lossviz.json"]
    second.end()
    assert files(tmp_path) == ["last.lossviz.json", "running-1.lossviz.json"]


def test_a_place_that_cannot_be_written_is_told_once(qtbot: QtBot, tmp_path: Path, sitting: Sitting) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    keeper = SessionKeeper(tmp_path / "state", sitting.take)
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.begin()
    assert isinstance((told.args or [None])[0], LossvizError)
    keeper.note_change()
    keeper.write_now()
    assert sitting.taken == 0
    keeper.end()


@pytest.mark.parametrize("error", [QLockFile.LockError.PermissionError, QLockFile.LockError.UnknownError])
def test_a_folder_that_may_not_be_written_and_a_full_disk_are_told_at_the_start(
    qtbot: QtBot, tmp_path: Path, sitting: Sitting, monkeypatch: pytest.MonkeyPatch, error: QLockFile.LockError
) -> None:
    monkeypatch.setattr(QLockFile, "tryLock", lambda *_: False)
    monkeypatch.setattr(QLockFile, "error", lambda _: error)
    keeper = SessionKeeper(tmp_path / "state", sitting.take)
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.begin()
    assert "cannot be saved by itself" in str((told.args or [None])[0])
    keeper.end()


@contextmanager
def no_room_for_files() -> Iterator[None]:
    """No file of this process can have a single byte, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_there_is_no_room_the_systems_own_reason_is_told(qtbot: QtBot, tmp_path: Path, sitting: Sitting) -> None:
    keeper = SessionKeeper(tmp_path / "state", sitting.take)
    with qtbot.waitSignal(keeper.failed) as told, no_room_for_files():
        keeper.begin()
    assert "the file would become too large" in str((told.args or [None])[0])
    keeper.end()


def test_a_place_that_could_not_be_had_at_the_start_is_taken_when_there_is_room(
    quickly: None, qtbot: QtBot, tmp_path: Path, sitting: Sitting
) -> None:
    keeper = SessionKeeper(tmp_path / "state", sitting.take, lambda: sitting.now)
    told: list[LossvizError] = []
    keeper.failed.connect(told.append)
    with no_room_for_files():
        keeper.begin()
        keeper.write_now()
    assert len(told) == 1
    sitting.w, sitting.now = 1.5, 200.0
    keeper.note_change()
    qtbot.waitUntil(lambda: files(tmp_path) == ["running-1.lossviz.json"])
    keeper.end()


def test_before_the_beginning_and_after_the_end_no_file_is_taken(
    quickly: None, qtbot: QtBot, tmp_path: Path, sitting: Sitting
) -> None:
    keeper = SessionKeeper(tmp_path / "state", sitting.take)
    sitting.w = 1.0
    keeper.note_change()
    keeper.write_now()
    assert not (tmp_path / "state").exists()
    keeper.begin()
    keeper.end()
    kept = files(tmp_path)
    sitting.w = 2.0
    keeper.note_change()
    keeper.write_now()
    assert files(tmp_path) == kept
    assert not any(timer.isActive() for timer in keeper.findChildren(QTimer))


def test_a_write_that_fails_is_told_until_one_works_again(begun: Make, sitting: Sitting, tmp_path: Path) -> None:
    keeper = begun()
    told: list[LossvizError] = []
    keeper.failed.connect(told.append)
    sitting.w = 1.0
    (tmp_path / "state").rename(tmp_path / "elsewhere")
    keeper.write_now()
    keeper.write_now()
    assert len(told) == 1
    (tmp_path / "elsewhere").rename(tmp_path / "state")
    keeper.write_now()
    assert files(tmp_path) == ["running-1.lossviz.json"]
    assert len(told) == 1
