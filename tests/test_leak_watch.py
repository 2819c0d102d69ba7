"""Each watch of tests/support/leaks.py fails a test that leaks, says what was left, and lets a tidy test pass."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

pytest_plugins = ["pytester"]

_CHECKOUT = Path(__file__).parents[1]

_TIDY_AND_UNTIDY = """
import threading
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QLabel, QWidget
import pytest

kept = []
end = threading.Event()

@pytest.fixture(scope="session", autouse=True)
def release_at_last():
    yield
    end.set()
    for thread in kept:
        if isinstance(thread, QThread):
            thread.wait()

@pytest.fixture(scope="module")
def shared_label(qapp):
    label = QLabel("made before the test")
    label.show()
    timer = QTimer(label)
    timer.start(1000)
    return label

class Waiting(QThread):
    def run(self):
        end.wait()

def test_leaves_python_thread():
    threading.Thread(target=end.wait, name="reader", daemon=True).start()

def test_leaves_qthread(qapp):
    thread = Waiting(objectName="trainer")
    kept.append(thread)
    thread.start()

def test_leaves_pool_job(qapp):
    QThreadPool.globalInstance().start(end.wait)

def test_leaves_timer(qapp):
    clock = QObject(objectName="clock")
    timer = QTimer(clock, objectName="tick")
    timer.start(16)
    kept.append(clock)

def test_leaves_visible_widget(qapp):
    label = QLabel(objectName="dialog", windowTitle="Open me")
    label.show()
    kept.append(label)

def test_leaves_hidden_widget(qapp):
    kept.append(QWidget(objectName="forgotten"))

def test_fails_by_itself(qapp):
    label = QLabel()
    kept.append(label)
    assert label.text() == "something else"

def test_tidy(qtbot, shared_label):
    label = QLabel()
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(1)
    QWidget().show()
    deleted = QWidget()
    kept.append(deleted)
    deleted.deleteLater()
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()
    quick = threading.Thread(target=int)
    quick.start()

def test_tidy_cycle(qapp):
    widget = QWidget()
    widget.itself = widget
    timer = QTimer(widget)
    timer.timeout.connect(widget.itself.update)
    timer.start(1)
"""

_COMPLAINTS = {
    "test_leaves_python_thread": "running thread 'reader'",
    "test_leaves_qthread": "running Waiting 'trainer'",
    "test_leaves_pool_job": "1 more running jobs of the global QThreadPool",
    "test_leaves_timer": "active QTimer 'tick', 16 ms, owned by QObject 'clock'",
    "test_leaves_visible_widget": "visible top-level QLabel 'dialog', titled 'Open me'",
    "test_leaves_hidden_widget": "hidden top-level QWidget 'forgotten', titled ''",
}


def test_every_leak_fails_its_test_and_tidiness_passes(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(_CHECKOUT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    pytester.makepyfile(_TIDY_AND_UNTIDY)
    result = pytester.runpytest_subprocess("-p", "tests.support.leaks", "-o", "qt_api=pyside6")
    result.assert_outcomes(passed=len(_COMPLAINTS) + 2, errors=len(_COMPLAINTS), failed=1)
    for test, complaint in _COMPLAINTS.items():
        result.stdout.fnmatch_lines([f"*ERROR at teardown of {test} *", "This test left behind:", f"  {complaint}"])


class _Circular(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_widget_in_a_cycle_lives_until_its_test_is_over(qtbot: QtBot) -> None:
    """A collection in the middle of its paint event crashed."""
    qtbot.addWidget(widget := _Circular())
    watched = weakref.ref(widget)
    del widget
    gc.collect()
    assert watched() is not None
