"""What a plot of curves costs from a new picture until it is painted: 8 curves of 400 points each.

Run it with: python -m tests.benchmarks.line_plot
"""

import os
import sys
from time import perf_counter

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from lossviz.widgets.plots.line_plot import Curve, LinePlot, PlotPicture
from lossviz.widgets.plots.picture import Dash
from lossviz.widgets.theme import ThemeSource, load_theme

CURVES, POINTS, PICTURES = 8, 400, 300
DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted", "dash_dot")


def picture_of(phase: float) -> PlotPicture:
    """Sines, each with the next dash."""
    xs = np.linspace(-4.0, 4.0, POINTS)
    return PlotPicture(
        tuple(
            Curve(str(row), f"curve {row}", xs, np.sin(xs + row + phase), f"curve_{row % 6 + 1}", DASHES[row % 4])
            for row in range(CURVES)
        )
    )


def redraw_ms(plot: LinePlot, picture: PlotPicture) -> float:
    """One new picture."""
    start = perf_counter()
    plot.show_plot(picture)
    plot.repaint()
    return 1e3 * (perf_counter() - start)


def main() -> None:
    """Print a row for each size."""
    app = QApplication([])
    sys.stdout.write(f"{'size':>10} {'median ms':>10} {'95% ms':>10}\n")
    for width, height in ((490, 300), (950, 500)):
        plot = LinePlot(ThemeSource(load_theme("light")), "x", "y")
        plot.resize(width, height)
        plot.show()
        app.processEvents()
        taken = [redraw_ms(plot, picture_of(0.01 * frame)) for frame in range(PICTURES)]
        sys.stdout.write(f"{f'{width} x {height}':>10} {np.median(taken):10.2f} {np.percentile(taken, 95):10.2f}\n")


if __name__ == "__main__":
    main()
