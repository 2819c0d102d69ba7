"""How many pixels of the screen the lines of each plot are wide: run it with QT_SCALE_FACTOR, it prints JSON."""

import json
import sys

import numpy as np
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.grid_range import GridRange
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.fit.case_plot import CasePicture, CasePlot
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, PlotPicture
from lossviz.widgets.surfaces.picture import SurfacePath, SurfacePicture
from lossviz.widgets.surfaces.slice_plot import SlicePlot
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.theme import ThemeSource, load_theme

SIZE = (400, 300)
LINE_REACH_PX = 2.5  # from the middle of a line to what is certainly beside it
THEME = ThemeSource(load_theme("light"))
COLOURS = THEME.theme.colours
LEVEL = np.full(200, 0.5)


def line_plot() -> tuple[QWidget, str]:
    """A level curve."""
    plot = LinePlot(THEME, "x", "y")
    plot.show_plot(PlotPicture((Curve("level", "level", np.linspace(0.0, 1.0, 200), LEVEL, "loss_mse"),)))
    return plot, COLOURS.loss_mse


def curve_plot() -> tuple[QWidget, str]:
    """The running mean of a level run."""
    plot = CurvePlot(THEME, "Loss", "loss", "step")
    none = np.empty(0)
    sums = np.concatenate([[0.0], np.cumsum(LEVEL)])
    plot.show_runs([RunCurve(1, "run", "", False, LEVEL, sums, none.astype(np.int64), none)])
    plot.set_smoothing(20)
    return plot, COLOURS.train


def case_plot() -> tuple[QWidget, str]:
    """The line beside the sigmoid, level."""
    plot = CasePlot(THEME)
    cases = Cases(np.array([1.0, 5.0]), np.array([0.0, 1.0]), CaseWords("size", "cm", "benign", "malignant"))
    plot.show_picture(CasePicture(cases, Parameters(0.0, -1.0)))
    return plot, COLOURS.sigmoid_model


def slice_plot() -> tuple[QWidget, str]:
    """A loss that does not change."""
    plot = SlicePlot(THEME)
    plot.show_slice(np.linspace(0.0, 1.0, 200), LEVEL, LEVEL + 0.5, 2.0, "w")
    return plot, COLOURS.loss_mse


def surface_map() -> tuple[QWidget, str]:
    """A path straight across a plain."""
    view = SurfaceMap(THEME)
    path = SurfacePath(np.array([[-0.9, 0.0], [0.9, 0.0]]))
    view.show_picture(SurfacePicture(GridRange(-1.0, 1.0, -1.0, 1.0), np.zeros((9, 9)), (0.0, 0.9), (path,)))
    return view, COLOURS.path_1


def width_px(widget: QWidget, colour: str) -> float:
    """Of the line of this colour: in the middle column where it is widest, half covered pixels being half."""
    widget.resize(*SIZE)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    columns = range(image.width() // 3, 2 * image.width() // 3)
    return round(float(np.median([_covered(image, column, QColor(colour)) for column in columns])), 2)


def _covered(image: QImage, column: int, colour: QColor) -> float:
    """Pixels of a column that are covered by the colour, on white or next to it."""
    pixels = [image.pixelColor(column, row) for row in range(image.height() // 8, image.height())]
    away = np.array([_distance(pixel, colour) for pixel in pixels]) / _distance(QColor("white"), colour)
    nearest = int(away.argmin())
    reach = round(LINE_REACH_PX * image.devicePixelRatio())
    return float(np.clip(1.0 - away[max(nearest - reach, 0) : nearest + reach + 1], 0.0, 1.0).sum())


def _distance(one: QColor, other: QColor) -> float:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return float(sum((first - second) ** 2 for first, second in parts) ** 0.5)


def main() -> None:
    """Print the width of each."""
    application = QApplication([])
    makers = (line_plot, curve_plot, case_plot, slice_plot, surface_map)
    sys.stdout.write(json.dumps({maker.__name__: width_px(*maker()) for maker in makers}))
    application.quit()


if __name__ == "__main__":
    main()
