"""How long loss surfaces take to be drawn, beside matplotlib in the same run.

    python -m tests.benchmarks.surface_drawing

The map is compared with contourf and 20 levels, the 3-D views with plot_surface of every grid point. Each round shows
another surface, colours it and paints it; milliseconds on the clock, the median and the 95th of 100 of the rounds.
With a real display, or under xvfb-run, the view with OpenGL is measured too.
"""

import importlib.util
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from lossviz.core.fit.grid_range import GridRange
from lossviz.widgets.surfaces.colouring import colour_scale
from lossviz.widgets.surfaces.contours import contour_levels, isolines
from lossviz.widgets.surfaces.gl_probe import gl_refusal, gl_works
from lossviz.widgets.surfaces.picture import SurfacePicture, drawable
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.surfaces.surface_view import make_surface_view
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.surface_pictures import loss_values, surface_picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROUNDS = 30
MATPLOTLIB_ROUNDS = 7
MAP_GRID, VIEW_GRID = 128, 64
MAP_SIDE_PX = (380, 347)  # leaves 300 x 300 for the map itself
VIEW_SIDE_PX = (500, 400)
Draw = Callable[[NDArray[np.float64]], None]


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    theme = ThemeSource(load_theme("light"))
    picture = replace(surface_picture(size=16), is_moving=True)
    _measure_parts()
    medians: dict[str, float] = {}
    medians["map"] = _row("map, 128 x 128, in a drag", _widget(SurfaceMap(theme), picture, MAP_SIDE_PX), MAP_GRID)
    _row("map with contours, after a drag", _widget(SurfaceMap(theme), _resting(picture), MAP_SIDE_PX), MAP_GRID)
    medians["3-D"] = _row(
        "3-D by the processor, 64 x 64", _widget(SoftwareSurfaceView(theme), picture, VIEW_SIDE_PX), VIEW_GRID
    )
    if gl_works():
        _row("3-D with OpenGL, 64 x 64", _widget(make_surface_view(theme), picture, VIEW_SIDE_PX), VIEW_GRID)
    else:
        sys.stdout.write(f"3-D with OpenGL left out: {gl_refusal()}\n")
    _compare_with_matplotlib(medians)
    application.processEvents()


def _measure_parts() -> None:
    _row("colours alone, linear", lambda values: _ignore(_coloured(values, False)), MAP_GRID)
    _row("colours alone, by rank", lambda values: _ignore(_coloured(values, True)), MAP_GRID)
    _row("ten contours alone", lambda values: _ignore(isolines(values, contour_levels(values, False))), MAP_GRID)


def _coloured(values: NDArray[np.float64], is_quantile: bool) -> NDArray[np.uint32]:
    return colour_scale(values, is_quantile).argb(drawable(values))


def _ignore(_result: object) -> None:
    """The result is drawn by nobody here."""


def _resting(picture: SurfacePicture) -> SurfacePicture:
    return replace(picture, is_moving=False)


def _widget(widget: SurfaceMap | SurfaceView, picture: SurfacePicture, size_px: tuple[int, int]) -> Draw:
    """Shown in a window of its own, which repaints at once."""
    widget.resize(*size_px)
    widget.show_picture(picture)
    widget.show()
    QApplication.processEvents()

    def draw(values: NDArray[np.float64]) -> None:
        widget.show_picture(replace(picture, values=values))
        QApplication.processEvents()  # paints what is due, the OpenGL scene inside it too

    return draw


def _row(name: str, draw: Draw, grid: int, rounds: int = ROUNDS) -> float:
    """Write one line; return the median in milliseconds."""
    surfaces = [loss_values("bce", grid, GridRange(-3.0, 6.0 + shift / rounds, -15.0, 10.0)) for shift in (0, 1, 2)]
    times_ms = []
    for number in range(rounds + 2):
        values = surfaces[number % 3] + 0.0  # another array each time, as in a drag
        begin = time.perf_counter()
        draw(values)
        times_ms.append(1000 * (time.perf_counter() - begin))
    median, slow = np.percentile(times_ms[2:], [50, 95])
    sys.stdout.write(f"{name:<36}{median:>9.2f}{slow:>9.2f}\n")
    return float(median)


def _compare_with_matplotlib(medians: dict[str, float]) -> None:
    if importlib.util.find_spec("matplotlib") is None:
        sys.stdout.write("matplotlib is not installed: install the extra `dev` for the comparison\n")
        return
    flat = _row("matplotlib contourf, 20 levels", _contourf(MAP_SIDE_PX), MAP_GRID, MATPLOTLIB_ROUNDS)
    solid = _row("matplotlib plot_surface, all points", _plot_surface(VIEW_SIDE_PX), VIEW_GRID, MATPLOTLIB_ROUNDS)
    sys.stdout.write(f"map: {flat / medians['map']:.0f} times as fast as contourf\n")
    sys.stdout.write(f"3-D: {solid / medians['3-D']:.0f} times as fast as plot_surface\n")


def _figure(size_px: tuple[int, int]) -> "Figure":
    """That is painted when it is drawn; without this canvas matplotlib would lay it out only."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(size_px[0] / 100, size_px[1] / 100), dpi=100)
    FigureCanvasAgg(figure)
    return figure


def _contourf(size_px: tuple[int, int]) -> Draw:
    figure = _figure(size_px)

    def draw(values: NDArray[np.float64]) -> None:
        figure.clear()
        axes = figure.add_subplot()
        figure.colorbar(axes.contourf(values, levels=20), ax=axes)
        figure.canvas.draw()

    return draw


def _plot_surface(size_px: tuple[int, int]) -> Draw:
    figure = _figure(size_px)
    side = np.meshgrid(np.linspace(-3, 6, VIEW_GRID), np.linspace(-15, 10, VIEW_GRID))

    def draw(values: NDArray[np.float64]) -> None:
        figure.clear()
        axes = figure.add_subplot(projection="3d")
        axes.plot_surface(*side, values, rcount=VIEW_GRID, ccount=VIEW_GRID, cmap="viridis")
        figure.canvas.draw()

    return draw


if __name__ == "__main__":
    main()
