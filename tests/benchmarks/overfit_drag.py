"""What the Overfit page costs: the fits of all degrees, and a point that is dragged until the page has been painted.

Run it with: python -m tests.benchmarks.overfit_drag
"""

import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from lossviz.core.polynomial.data import Column, Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.pages.overfit_page import OverfitPage
from lossviz.stores.page_stores import OverfitStores
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.undo_store import UndoStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme

COUNTS = (30, 200)
REPEATS, WARM_UP = 150, 20
SIZE = (1880, 950)


class DrawnAtOnce(FrameClock):
    """Draws when it is told to, so that nothing but work is measured."""

    def wake(self) -> None:
        """There is no next frame until `draw`."""

    def draw(self) -> None:
        """Draw what is dirty now."""
        self._redraw_dirty()


def fitting_ms(count: int, ridge: float) -> Column:
    """13 fits, their errors on both sides, and the best degree."""
    points = draw_points(Recipe(count, 0.3, 0.5, 1))
    return measured_ms(lambda: PolynomialFacts(points, ridge).best_degree)


def dragging_ms(count: int, tab: int) -> Column:
    """A mouse event until all that is linked has been painted."""
    clock, store = DrawnAtOnce(), PolynomialStore()
    store.draw(count=count)
    store.set_degree(12)
    page = OverfitPage(clock, ThemeSource(load_theme("light")), OverfitStores(store, UndoStore()))
    page.resize(*SIZE)
    page.findChildren(QTabWidget)[0].setCurrentIndex(tab)
    page.show()
    clock.draw()
    page.repaint()
    plot = page.plot.plot
    start = plot.dot_position("train", 0).toPoint()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    steps = iter(range(10**9))

    def move() -> None:
        step = next(steps)
        QTest.mouseMove(plot, start + QPoint((7 * step) % 300, (5 * step) % 200))
        clock.draw()
        QApplication.processEvents()

    times = measured_ms(move)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton)
    page.close()
    return times


def measured_ms(work: Callable[[], object]) -> Column:
    """How long each of some repetitions took, after a few to warm up."""
    times = np.empty(REPEATS + WARM_UP)
    for repeat in range(len(times)):
        start = time.perf_counter()
        work()
        times[repeat] = 1000 * (time.perf_counter() - start)
    return times[WARM_UP:]


def write_row(name: str, times_ms: Column) -> None:
    """Half and nearly all of them were as fast as this."""
    p50, p95 = np.percentile(times_ms, (50, 95))
    sys.stdout.write(f"{name:<58} {p50:8.2f} {p95:8.2f}\n")


def main() -> None:
    """Print a row for each."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("lossviz benchmark")
    sys.stdout.write(f"{'':<58} {'p50 ms':>8} {'p95 ms':>8}\n")
    for count in COUNTS:
        for ridge in (0.0, 0.01):
            write_row(f"fits of degree 0 to 12, {count} points, ridge {ridge}", fitting_ms(count, ridge))
    for count in COUNTS:
        for tab, name in enumerate(("errors", "question", "code")):
            write_row(f"a point dragged, {count} points, {name} beside it", dragging_ms(count, tab))


if __name__ == "__main__":
    main()
