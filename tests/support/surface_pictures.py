"""Loss surfaces of a small set of cases, as the map and the 3-D views show them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.grid_range import GridRange
from lossviz.core.fit.logistic import LossKind, Parameters, gradient, mean_loss
from lossviz.widgets.surfaces.picture import SurfacePath, SurfacePicture

RANGE = GridRange(-3.0, 6.0, -15.0, 10.0)
MARKER = (-1.5, 6.0)
BEST = (2.4, -7.3)


def some_cases(count: int = 60) -> Cases:
    """A quantity around 3 whose two classes overlap."""
    random = np.random.default_rng(0)
    x = 3.0 + 1.2 * random.normal(size=count)
    y = (random.random(count) < 1 / (1 + np.exp(-2.5 * (x - 3.0)))).astype(np.float64)
    return Cases(x, y, CaseWords("size", "cm", "benign", "malignant"))


def loss_values(kind: LossKind, size: int, low_high: GridRange = RANGE) -> NDArray[np.float64]:
    """(size, size) [b index, w index], point by point."""
    cases = some_cases()
    ws, bs = low_high.w_values(size), low_high.b_values(size)
    return np.array([[mean_loss(kind, Parameters(w, b), cases) for w in ws] for b in bs])


def descent_path(kind: LossKind, steps: int = 150, rate: float = 0.6) -> NDArray[np.float64]:
    """(steps + 1, 2), from the marker."""
    cases, points = some_cases(), [MARKER]
    for _ in range(steps):
        w, b = points[-1]
        slope = gradient(kind, Parameters(w, b), cases)
        points.append((w - rate * slope.w, b - rate * slope.b))
    return np.array(points)


def surface_picture(kind: LossKind = "mse", size: int = 32) -> SurfacePicture:
    """With everything that a picture can hold, except the overlay."""
    paths = (SurfacePath(descent_path("mse"), 0), SurfacePath(descent_path("bce"), 1, is_dashed=True))
    return SurfacePicture(RANGE, loss_values(kind, size), MARKER, paths, (1.2, -2.0), best=BEST, title="A loss")


def turn_wheel(widget: QWidget, at: QPointF, notches: int) -> None:
    """Away from the person if positive."""
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPointF(0, 0).toPoint(),
        QPointF(0, 120 * notches).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
