"""What the benchmarks of gestures share: a window, a mouse drag on it, and the time until each move is painted."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.composition import Assembly
from lossviz.core.fit.cases import Column
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings

WARM_UP = 10
_LEFT = Qt.MouseButton.LeftButton
_REST_SECONDS = 0.03  # between two moves


def window_on(page: str) -> Assembly:
    """The whole window of 1280 x 800 on a page, with settings of its own."""
    folder = Path(tempfile.mkdtemp())
    around = Surroundings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat), folder / "d", folder / "b")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    assembly = Assembly(application, around, TrainingSettings(), "cpu")
    assembly.window.resize(1280, 800)
    assembly.window.show_page(page)
    assembly.window.show()
    return assembly


def moved_ms(assembly: Assembly, widget: QWidget, start: QPoint, places: Sequence[QPoint]) -> Column:
    """Milliseconds from each mouse move until the frame that it led to has been painted, the first WARM_UP left out."""
    spent = []
    QTest.mousePress(widget, _LEFT, pos=start)
    for place in places:
        settle(assembly)
        begin = time.perf_counter()
        QTest.mouseMove(widget, place)
        _draw(assembly)
        spent.append((time.perf_counter() - begin) * 1000)
    QTest.mouseRelease(widget, _LEFT, pos=places[-1])
    settle(assembly)
    return np.array(spent[WARM_UP:])


def settle(assembly: Assembly) -> None:
    """Let everything be painted that waits for it."""
    end = time.perf_counter() + _REST_SECONDS
    while time.perf_counter() < end:
        QApplication.processEvents()
    while assembly.engine.clock._dirty:
        _draw(assembly)


def write_head() -> None:
    """The names of the columns."""
    sys.stdout.write(f"{'ms from the mouse event to the painted page':52} {'p50':>8} {'p95':>8}\n")


def write_row(name: str, spent: Column) -> None:
    """One gesture's figures."""
    sys.stdout.write(f"{name:52} {np.percentile(spent, 50):8.1f} {np.percentile(spent, 95):8.1f}\n")
    sys.stdout.flush()


def _draw(assembly: Assembly) -> None:
    """The next frame at once, and the paints that it asks for: the wait for its turn is not counted."""
    assembly.engine.clock._on_timeout()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
