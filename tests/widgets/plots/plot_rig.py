"""A plot with a handle and dots whose owner does what it asks for, as a panel does, and writes down what it tells."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.line_plot import Curve, Dots, Handle, LinePlot, PlotPicture

LEFT = Qt.MouseButton.LeftButton
XS = np.linspace(-4.0, 4.0, 81)
VIEW = AxisRange(-4.0, 4.0)
PARABOLA = Curve("parabola", "parabola", XS, XS**2, "curve_1")


def with_marks(handle: Handle | None = None) -> PlotPicture:
    """A parabola with a handle on it and two dots, which can be dragged."""
    dots = Dots("dots", np.array([-2.0, 1.0]), np.array([12.0, 8.0]), "curve_2", can_drag=True)
    return PlotPicture((PARABOLA,), (dots,), handles=(handle or Handle("knob", 2.0, 4.0, "accent", "knob"),))


class PlotRig:
    """told: the name of each signal and what came with it."""

    def __init__(self, plot: LinePlot, picture: PlotPicture) -> None:
        self.plot = plot
        self.picture = picture
        self.told: list[tuple[object, ...]] = []
        plot.handle_dragged.connect(self._on_handle_dragged)
        plot.handle_drag_ended.connect(lambda key: self.told.append(("handle ended", key)))
        plot.dot_drag_started.connect(lambda key, index: self.told.append(("dot started", key, index)))
        plot.dot_dragged.connect(self._on_dot_dragged)
        plot.dot_drag_ended.connect(lambda: self.told.append(("dot ended",)))
        plot.dot_hovered.connect(lambda dot: self.told.append(("hovered", dot)))
        plot.show_plot(picture)

    @property
    def handle(self) -> Handle:
        return self.picture.handles[0]

    def names(self) -> list[object]:
        """Of the signals, without hovering."""
        return [told[0] for told in self.told if told[0] != "hovered"]

    def drag(self, start: QPointF, *ends: QPointF) -> None:
        QTest.mousePress(self.plot, LEFT, pos=start.toPoint())
        for end in ends:
            QTest.mouseMove(self.plot, end.toPoint())
        QTest.mouseRelease(self.plot, LEFT, pos=ends[-1].toPoint())

    def _on_handle_dragged(self, key: str, x: float, y: float) -> None:
        self.told.append(("handle", key, x, y))
        self._show(replace(self.picture, handles=(replace(self.handle, x=x, y=y),)))

    def _on_dot_dragged(self, key: str, index: int, x: float, y: float) -> None:
        self.told.append(("dot", key, index, x, y))
        dots = self.picture.dots[0]
        xs, ys = dots.xs.copy(), dots.ys.copy()
        xs[index], ys[index] = x, y
        self._show(replace(self.picture, dots=(replace(dots, xs=xs, ys=ys),)))

    def _show(self, picture: PlotPicture) -> None:
        self.picture = picture
        self.plot.show_plot(picture)


def image_of(plot: LinePlot) -> QImage:
    return plot.grab().toImage()


def nearness(image: QImage, position: QPointF, colour: str, around_px: int = 1) -> float:
    """1 if a pixel around `position` has `colour`; 0 if none is nearer to it than white is to black."""
    wanted = QColor(colour)
    x, y = round(position.x()), round(position.y())
    pixels = [
        image.pixelColor(x + across, y + down)
        for across in range(-around_px, around_px + 1)
        for down in range(-around_px, around_px + 1)
    ]
    return 1 - min(_distance(pixel, wanted) for pixel in pixels)


def _distance(one: QColor, other: QColor) -> float:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(left - right) for left, right in pairs) / 255
