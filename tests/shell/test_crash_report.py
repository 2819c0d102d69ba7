"""What goes wrong unforeseen is written down here, told, and sent nowhere."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import lossviz
from lossviz.shell.crash_files import MOST_REPORTS, newest_report, write_report
from lossviz.shell.crash_notice import CrashNotice
from lossviz.shell.crash_report import CrashReports
from lossviz.shell.sitting_log import reports_of_the_dead
from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReports]:
    """Watching; what pytest itself would make of an exception is left out."""
    monkeypatch.setattr(sys, "excepthook", lambda *_what: None)
    monkeypatch.setattr(threading, "excepthook", lambda _what: None)
    reports = CrashReports(tmp_path / "crashes")
    reports.begin()
    yield reports
    reports.end()


def fail(message: str = "the bottom is reached") -> None:
    try:
        raise ZeroDivisionError(message)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def reports_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("crash-*.txt"))


def test_a_report_tells_the_version_the_traceback_and_the_last_commands(crashes: CrashReports, qtbot: QtBot) -> None:
    crashes.note_command("run.fit_step")
    with qtbot.waitSignal(crashes.written) as heard:
        fail()
    assert heard.args is not None
    text = heard.args[0].read_text(encoding="utf-8")
    assert f"lossviz {lossviz.__version__}" in text
    assert "PyTorch" in text
    assert "run.fit_step" in text
    assert "ZeroDivisionError: the bottom is reached" in text
    assert newest_report(crashes.folder) == heard.args[0]


def test_a_failure_in_a_thread_is_told_on_this_one(crashes: CrashReports, qtbot: QtBot) -> None:
    def work() -> None:
        raise RuntimeError("out of thread")

    with qtbot.waitSignal(crashes.written) as heard:
        worker = threading.Thread(target=work, name="counting")
        worker.start()
        worker.join()
    assert heard.args is not None
    text = heard.args[0].read_text(encoding="utf-8")
    assert "In counting:" in text
    assert "RuntimeError: out of thread" in text


def test_what_fails_in_every_frame_is_reported_once(crashes: CrashReports) -> None:
    for _ in range(5):
        fail()
    assert len(reports_in(crashes.folder)) == 1


def test_what_fails_in_ever_new_ways_does_not_fill_the_disk(crashes: CrashReports) -> None:
    for number in range(3 * MOST_REPORTS):
        fail(f"for the {number}th time")
    assert len(reports_in(crashes.folder)) <= MOST_REPORTS


def test_an_interruption_from_the_keyboard_is_no_crash(crashes: CrashReports) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not reports_in(crashes.folder)


def test_whoever_saw_exceptions_before_still_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind.__name__))
    before = sys.excepthook
    reports = CrashReports(tmp_path)
    reports.begin()
    fail()
    reports.end()
    assert seen == ["ZeroDivisionError"]
    assert sys.excepthook is before


def test_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path / "crashes")
    reports.begin()
    reports.note_command("view.page_fit")
    reports.end()
    assert list((tmp_path / "crashes").iterdir()) == []


def test_where_nothing_can_be_written_the_window_opens_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_what: None)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    reports = CrashReports(tmp_path / "file" / "crashes")
    with caplog.at_level(logging.WARNING):
        reports.begin()
        fail()
    reports.end()
    assert "crash report" in caplog.text
    assert reports.of_the_dead is None


DYING = """
import ctypes, sys
from pathlib import Path
from lossviz.shell.sitting_log import SittingLog
log = SittingLog(Path(sys.argv[1]), int(sys.argv[2]))
log.begin()
log.note("run.fit_play")
{death}
"""


def _die(folder: Path, death: str, number: int) -> None:
    program = [sys.executable, "-c", DYING.format(death=death), str(folder), str(number)]
    subprocess.run(program, cwd=Path(lossviz.__file__).parents[1], timeout=60, check=False, capture_output=True)


def test_the_death_of_a_process_is_told_by_the_next_one_and_only_once(tmp_path: Path) -> None:
    _die(tmp_path, "ctypes.string_at(0)", 1)
    (report,) = reports_of_the_dead(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert "Fatal Python error" in text
    assert "run.fit_play" in text
    assert reports_of_the_dead(tmp_path) == []
    assert list(tmp_path.glob("sitting-*")) == []


def test_a_window_that_was_killed_leaves_no_report(tmp_path: Path) -> None:
    _die(tmp_path, "import os; os._exit(9)", 2)
    assert len(list(tmp_path.glob("sitting-*.log"))) == 1
    assert reports_of_the_dead(tmp_path) == []
    assert list(tmp_path.glob("sitting-*")) == []


def test_a_window_that_is_still_open_is_left_alone(tmp_path: Path) -> None:
    first, second = CrashReports(tmp_path), CrashReports(tmp_path)
    first.begin()
    assert reports_of_the_dead(tmp_path) == []
    assert list(tmp_path.glob("sitting-*.log"))
    second.end()
    first.end()


def test_a_next_window_knows_of_the_death_of_the_last(tmp_path: Path) -> None:
    _die(tmp_path, "ctypes.string_at(0)", 3)
    reports = CrashReports(tmp_path)
    reports.begin()
    assert reports.of_the_dead is not None
    reports.end()


def test_the_notice_says_that_the_work_is_there_and_copies_the_report(qtbot: QtBot, tmp_path: Path) -> None:
    report = write_report(tmp_path, "ZeroDivisionError", ["run.fit_step"])
    notice = CrashNotice(ThemeSource(load_theme("light")))
    qtbot.addWidget(notice)
    notice.tell_of(report)
    assert notice.isVisible()
    assert "Your work is still there" in notice.accessibleName()
    assert str(report) in notice.accessibleDescription()
    button = notice.findChild(QPushButton, "crash.copy")
    assert isinstance(button, QPushButton)
    button.click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    report.unlink()
    button.click()
    assert "ZeroDivisionError" not in QGuiApplication.clipboard().text()


class Shouting(QTranslator):
    """Another language."""

    def translate(self, _context: str, source: str, *_more: object) -> str:
        return f"¡{source}!"

    def isEmpty(self) -> bool:
        return False


def test_the_notice_is_told_again_in_another_language_unless_it_was_closed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    notices = [CrashNotice(ThemeSource(load_theme("light"))) for _ in range(2)]
    for notice in notices:
        qtbot.addWidget(notice)
        notice.tell_of(tmp_path / "crash-1.txt")
    notices[1].close_button.click()
    shouting = Shouting()
    qapp.installTranslator(shouting)
    qtbot.waitUntil(lambda: "¡Something went wrong" in notices[0].accessibleName())
    (button,) = notices[0].findChildren(QPushButton, "crash.copy")
    assert button.text() == "¡Copy the report!"
    assert not notices[1].isVisible()
    qapp.removeTranslator(shouting)
    qtbot.waitUntil(lambda: "¡" not in notices[0].accessibleName())


def test_the_notice_of_the_last_time_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    notice = CrashNotice(ThemeSource(load_theme("light")))
    qtbot.addWidget(notice)
    notice.tell_of_last_time(tmp_path / "crash-1.txt")
    assert "Last time" in notice.accessibleName()
