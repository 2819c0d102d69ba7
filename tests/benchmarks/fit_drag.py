"""What a gesture on the Fit page costs, from the mouse event until everything on the page has been painted.

The real page with grids of 129 x 129: first the plot and the two maps alone, then all panels, then all of them with the
surfaces in space, of 65 x 65.

Run it with: python -m tests.benchmarks.fit_drag
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from lossviz.composition import Assembly, Surroundings
from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.training.settings import TrainingSettings
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.surfaces.surface_map import SurfaceMap

COUNTS = (8, 60, 1_000, 10_000)
MOVES = 150
WARM_UP = 10
LEFT = Qt.MouseButton.LeftButton


def cases_of(count: int) -> Cases:
    """From the usual law."""
    return draw_cases(SCENARIOS["overlapping"], count, 1.0, 1)[0]


def moved_ms(assembly: Assembly, widget: QWidget, start: QPoint, places: list[QPoint]) -> Column:
    """Milliseconds from each mouse move until the frame that it led to has been painted."""
    spent = []
    QTest.mousePress(widget, LEFT, pos=start)
    for place in places:
        _settle(assembly)
        begin = time.perf_counter()
        QTest.mouseMove(widget, place)
        _draw(assembly)
        spent.append((time.perf_counter() - begin) * 1000)
    QTest.mouseRelease(widget, LEFT, pos=places[-1])
    _settle(assembly)
    return np.array(spent[WARM_UP:])


def _draw(assembly: Assembly) -> None:
    """The next frame at once, and the paints that it asks for: the wait for its turn is not counted."""
    assembly.clock._on_timeout()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _settle(assembly: Assembly) -> None:
    end = time.perf_counter() + 0.03
    while time.perf_counter() < end:
        QApplication.processEvents()
    while assembly.clock._dirty:
        _draw(assembly)


def case_drag(assembly: Assembly) -> Column:
    """Drag a case to and fro."""
    (plot,) = assembly.fit_page.findChildren(CasePlot)
    start = plot.case_position(0).toPoint()
    width = plot.width() // 3
    places = [QPoint(plot.width() // 3 + (7 * move) % width, start.y()) for move in range(MOVES + WARM_UP)]
    return moved_ms(assembly, plot, start, places)


def marker_drag(assembly: Assembly) -> Column:
    """Drag the start of the descent, whose 150 steps ahead are drawn anew each time."""
    (surface_map,) = assembly.fit_page.findChildren(SurfaceMap, "fit.surface_bce")
    assert surface_map.frame is not None
    start = surface_map.frame.pixel_of(assembly.fit.fit.parameters).toPoint()
    centre = surface_map.frame.area.center().toPoint()
    places = [centre + QPoint((3 * move) % 40, (5 * move) % 60) for move in range(MOVES + WARM_UP)]
    return moved_ms(assembly, surface_map, start, places)


def _row(name: str, spent: Callable[[Assembly], Column], assembly: Assembly) -> None:
    values = spent(assembly)
    sys.stdout.write(f"{name:52} {np.percentile(values, 50):8.1f} {np.percentile(values, 95):8.1f}\n")
    sys.stdout.flush()


def main() -> None:
    """Print a row for each gesture and number of cases."""
    application = QApplication([])
    folder = Path(tempfile.mkdtemp())
    around = Surroundings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat), folder / "d", folder / "b")
    assembly = Assembly(application, around, TrainingSettings(), "cpu")
    assembly.window.resize(1280, 800)
    assembly.window.show_page("fit")
    assembly.window.show()
    sys.stdout.write(f"{'ms from the mouse event to the painted page':52} {'p50':>8} {'p95':>8}\n")
    tabs = assembly.fit_page.findChildren(QTabWidget)
    for name, in_space in (("plot and maps", False), ("all panels", False), ("all panels, 3-D", True)):
        for tab in tabs:
            tab.setVisible(name != "plot and maps")
        assembly.fit.surfaces.set_3d(in_space)
        for count in COUNTS:
            assembly.fit.fit.open_cases(cases_of(count))
            _settle(assembly)
            _row(f"{name}, a case dragged, {count} cases", case_drag, assembly)
            if not in_space:
                _row(f"{name}, the marker dragged, {count} cases", marker_drag, assembly)
    assembly.window.close()


if __name__ == "__main__":
    main()
