"""Fails a test that leaves something running or open behind itself.

A pytest plugin (`pytest_plugins = ["tests.support.leaks"]`). Every test is watched for Python threads; one that uses
`qapp`, for running QThreads, pool jobs, active QTimers and top-level widgets too. What was there before the test began
belongs to a fixture of a wider scope. A test that has failed is not watched: its traceback keeps its widgets alive.
"""

import gc
import importlib
import sys
import threading
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QThread, QTimer
    from PySide6.QtWidgets import QWidget

# What has been told to end may need a moment: Qt, for one, emits QThread.finished before isRunning() turns false.
GRACE_MS = 1000

_HAS_FAILED = pytest.StashKey[bool]()
_Wrapped = TypeVar("_Wrapped", bound="QObject")


def pytest_collection_finish() -> None:
    """Hide what importing made from the garbage collector: a look at what a test left takes 1 ms then, not 140 ms.

    torch's compiler is imported by the first optimizer that is made, and would come too late to be hidden.
    """
    if "torch" in sys.modules:
        importlib.import_module("torch._dynamo")
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that the test has failed, for the fixtures below."""
    report = yield
    item.stash[_HAS_FAILED] = report.failed or item.stash.get(_HAS_FAILED, False)
    return report


@pytest.fixture(autouse=True)
def fail_on_threads_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test if a Python thread that it started still runs."""
    before = set(threading.enumerate())
    yield
    if not _has_failed(request):
        _fail_if_any(_threads_left(before))


@pytest.fixture(autouse=True)
def fail_on_qt_objects_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test if Qt objects that it made still run or are still open."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QThreadPool

    # What is there already belongs to others: hidden from the collector, it need not be looked through afterwards.
    gc.collect()
    gc.freeze()
    widgets, jobs = (
        {_address(widget) for widget in _top_level_widgets()},
        QThreadPool.globalInstance().activeThreadCount(),
    )
    yield
    if not _has_failed(request):
        _fail_if_any(_qt_objects_left(widgets) + _pool_jobs_left(jobs))


def _has_failed(request: pytest.FixtureRequest) -> bool:
    node: pytest.Item = request.node
    return node.stash.get(_HAS_FAILED, False)


def _fail_if_any(leaks: list[str]) -> None:
    if leaks:
        pytest.fail("This test left behind:\n  " + "\n  ".join(leaks), pytrace=False)


def _threads_left(before: set[threading.Thread]) -> list[str]:
    # A _DummyThread stands for a thread that Python did not start, such as a QThread's, and may stay listed for ever.
    started = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in started:
        thread.join(GRACE_MS / 1000)
    return [f"running thread {thread.name!r}" for thread in started if thread.is_alive()]


def _qt_objects_left(widgets_before: set[int]) -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    leaks = [_describe_thread(thread) for thread in _running_threads() if not thread.wait(GRACE_MS)]
    leaks += [_describe_timer(timer) for timer in _active_timers()]
    leaks += [_describe_widget(widget) for widget in _top_level_widgets() if _address(widget) not in widgets_before]
    return leaks


def _pool_jobs_left(before: int) -> list[str]:
    from PySide6.QtCore import QThreadPool

    pool = QThreadPool.globalInstance()
    if pool.activeThreadCount() <= before or pool.waitForDone(GRACE_MS):
        return []
    return [f"{pool.activeThreadCount() - before} more running jobs of the global QThreadPool"]


def _running_threads() -> "list[QThread]":
    from PySide6.QtCore import QCoreApplication, QThread

    application = QCoreApplication.instance()
    gui_thread = None if application is None else application.thread()
    return [thread for thread in _wrapped(QThread) if thread.isRunning() and thread is not gui_thread]


def _active_timers() -> "list[QTimer]":
    from PySide6.QtCore import QTimer

    return [timer for timer in _wrapped(QTimer) if timer.isActive()]


def _top_level_widgets() -> "list[QWidget]":
    from PySide6.QtWidgets import QApplication

    # Popups belong to the widget that opens them. Qt deletes its tooltip itself, some seconds later.
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _wrapped(kind: type[_Wrapped]) -> list[_Wrapped]:
    """Every `kind` made since the test began that Qt has not deleted; type(), as isinstance() wakes lazy proxies."""
    import shiboken6

    return [thing for thing in gc.get_objects() if issubclass(type(thing), kind) and shiboken6.isValid(thing)]


def _address(thing: "QObject") -> int:
    import shiboken6

    address: int = shiboken6.getCppPointer(thing)[0]
    return address


def _describe_thread(thread: "QThread") -> str:
    return f"running {_name(thread)}"


def _describe_timer(timer: "QTimer") -> str:
    parent = timer.parent()
    owner = "nobody" if parent is None else _name(parent)
    return f"active {_name(timer)}, {timer.interval()} ms, owned by {owner}"


def _describe_widget(widget: "QWidget") -> str:
    state = "visible" if widget.isVisible() else "hidden"
    return f"{state} top-level {_name(widget)}, titled {widget.windowTitle()!r}"


def _name(thing: "QObject") -> str:
    return f"{type(thing).__name__} {thing.objectName()!r}"
