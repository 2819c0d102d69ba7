"""What a gesture on the Fit page costs, from the mouse event until everything on the page has been painted.

The real page with grids of 129 x 129: first the plot and the two maps alone, then all panels, then all of them with the
surfaces in space, of 65 x 65.

Run it with: python -m tests.benchmarks.fit_drag
"""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTabWidget

from lossviz.composition import Assembly
from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from tests.benchmarks.gestures import WARM_UP, moved_ms, settle, window_on, write_head, write_row

COUNTS = (8, 60, 1_000, 10_000)
MOVES = 150


def cases_of(count: int) -> Cases:
    """From the usual law."""
    return draw_cases(SCENARIOS["overlapping"], count, 1.0, 1)[0]


def case_drag(assembly: Assembly) -> Column:
    """Drag a case to and fro."""
    (plot,) = assembly.pages.fit.findChildren(CasePlot)
    start = plot.case_position(0).toPoint()
    width = plot.width() // 3
    places = [QPoint(plot.width() // 3 + (7 * move) % width, start.y()) for move in range(MOVES + WARM_UP)]
    return moved_ms(assembly, plot, start, places)


def marker_drag(assembly: Assembly) -> Column:
    """Drag the start of the descent, whose 150 steps ahead are drawn anew each time."""
    (surface_map,) = assembly.pages.fit.findChildren(SurfaceMap, "fit.surface_bce")
    assert surface_map.frame is not None
    start = surface_map.frame.pixel_of(assembly.engine.fit.fit.parameters).toPoint()
    centre = surface_map.frame.area.center().toPoint()
    places = [centre + QPoint((3 * move) % 40, (5 * move) % 60) for move in range(MOVES + WARM_UP)]
    return moved_ms(assembly, surface_map, start, places)


def main() -> None:
    """Print a row for each gesture and number of cases."""
    assembly = window_on("fit")
    write_head()
    tabs = assembly.pages.fit.findChildren(QTabWidget)
    for name, in_space in (("plot and maps", False), ("all panels", False), ("all panels, 3-D", True)):
        for tab in tabs:
            tab.setVisible(name != "plot and maps")
        assembly.engine.fit.surfaces.set_3d(in_space)
        for count in COUNTS:
            assembly.engine.fit.fit.open_cases(cases_of(count))
            settle(assembly)
            write_row(f"{name}, a case dragged, {count} cases", case_drag(assembly))
            if not in_space:
                write_row(f"{name}, the marker dragged, {count} cases", marker_drag(assembly))
    assembly.window.close()


if __name__ == "__main__":
    main()
