"""Escape during a drag puts back what was there before the press; neither the rest of the drag nor undo know of it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.widgets.classes.class_table import ClassTable
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.handwriting.drawing_canvas import DrawingCanvas
from lossviz.widgets.likelihood.distribution_bars import DistributionBars
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.surfaces.view_base import SurfaceView
from tests.support.assembly import Kind, part, settle

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
AWAY = QPointF(45, -30)

Places = tuple[QWidget, QPointF, QPointF]  # where, from, to


@dataclass
class Hand:
    """Mouse and keys, as the window system tells the window of them."""

    plot: QWidget

    def press(self, place: QPointF) -> None:
        QTest.mousePress(self.plot.window().windowHandle(), LEFT, NO_KEYS, self._in_window(place))

    def move(self, place: QPointF) -> None:
        QTest.mouseMove(self.plot.window().windowHandle(), self._in_window(place))

    def release(self, place: QPointF) -> None:
        QTest.mouseRelease(self.plot.window().windowHandle(), LEFT, NO_KEYS, self._in_window(place))

    def escape(self) -> None:
        QTest.keyClick(self.plot.window().windowHandle(), Qt.Key.Key_Escape)

    def _in_window(self, place: QPointF) -> QPoint:
        return self.plot.mapTo(self.plot.window(), place.toPoint())


def shown(assembly: Assembly, qtbot: QtBot, panel: str, kind: type[Kind], name: str) -> Kind:
    """A plot in the front of the window."""
    assembly.show_panel(panel)
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    settle(assembly, qtbot)
    return part(assembly, kind, name)


def case(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "fit.plot", CasePlot, "fit.plot")
    return plot, plot.case_position(5), plot.position(1.0, 1.0)


def midpoint(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "fit.plot", CasePlot, "fit.plot")
    return plot, plot.handle_position("midpoint"), plot.handle_position("midpoint") + AWAY


def steepness(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "fit.plot", CasePlot, "fit.plot")
    return plot, plot.handle_position("steepness"), plot.handle_position("steepness") + AWAY


def threshold(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "fit.plot", CasePlot, "fit.plot")
    start = plot.position(plot.view.low + 0.02 * plot.view.span, assembly.engine.fit.threshold.threshold)
    return plot, start, start + AWAY


def marker_on_the_map(assembly: Assembly, qtbot: QtBot) -> Places:
    surface = shown(assembly, qtbot, "fit.surfaces", SurfaceMap, "fit.surface_mse")
    middle = QPointF(surface.rect().center())
    return surface, middle, middle + AWAY


def marker_in_space(assembly: Assembly, qtbot: QtBot) -> Places:
    assembly.engine.fit.surfaces.set_3d(True)
    view = shown(assembly, qtbot, "fit.surfaces", SurfaceView, "fit.surface_bce_3d")
    start = view.pixel_of(assembly.engine.fit.fit.parameters)
    assert start is not None
    return view, start, start + QPointF(15, 10)


def logit(assembly: Assembly, qtbot: QtBot) -> Places:
    table = shown(assembly, qtbot, "softmax.table", ClassTable, "softmax.classes")
    return table, table.logit_place(1, 0.5), table.logit_place(1, -1.0)


def target(assembly: Assembly, qtbot: QtBot) -> Places:
    table = shown(assembly, qtbot, "softmax.table", ClassTable, "softmax.classes")
    return table, table.cell_centre(1, "y_bar"), table.cell_centre(1, "y_bar") + QPointF(12, 0)


def handle(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "losses.catalogue", LinePlot, "losses.value_plot")
    return plot, plot.handle_position("marker"), plot.handle_position("marker") + AWAY


def point(assembly: Assembly, qtbot: QtBot) -> Places:
    plot = shown(assembly, qtbot, "overfit.plot", LinePlot, "overfit.plot")
    return plot, plot.dot_position("train", 3), plot.dot_position("train", 3) + AWAY


def share(assembly: Assembly, qtbot: QtBot) -> Places:
    bars = shown(assembly, qtbot, "losses.entropy", DistributionBars, "losses.bars_p")
    return bars, bars.top_px(0), bars.top_px(0) - QPointF(0, 20)


def temperature(assembly: Assembly, qtbot: QtBot) -> Places:
    slider = shown(assembly, qtbot, "softmax.source", QSlider, "softmax.temperature_slider")
    middle = QPointF(slider.rect().center())
    return slider, middle, middle + AWAY


def stroke(assembly: Assembly, qtbot: QtBot) -> Places:
    canvas = shown(assembly, qtbot, "mnist.canvas", DrawingCanvas, "mnist.canvas")
    middle = QPointF(canvas.square.center())
    return canvas, middle, middle + AWAY


THINGS = [
    *(case, midpoint, steepness, threshold, marker_on_the_map, marker_in_space),
    *(logit, target, handle, point, share, temperature, stroke),
]


@pytest.mark.parametrize("thing", THINGS)
def test_a_drag_is_taken_back_and_what_is_left_of_it_does_nothing(
    assembly: Assembly, qtbot: QtBot, thing: Callable[[Assembly, QtBot], Places]
) -> None:
    plot, start, end = thing(assembly, qtbot)
    states, history, hand = assembly.engine.states, assembly.engine.history, Hand(plot)
    history.as_one(lambda: assembly.engine.states.set_state({"by_hand": {"seed": 99}}))
    history.undo()
    (stack,) = history.findChildren(QUndoStack)
    entries = stack.index()
    before = states.state()
    hand.press(start)
    for part_way in (0.3, 0.6):
        hand.move(start + (end - start) * part_way)
    assert states.state() != before
    hand.escape()
    assert states.state() == before
    hand.move(end)
    hand.escape()
    hand.release(end)
    hand.move(start)
    assert states.state() == before
    (timer,) = history.findChildren(QTimer)
    qtbot.waitUntil(lambda: not timer.isActive())
    assert stack.index() == entries
    assert history.can_redo


def test_the_next_drag_is_one_like_any_other(assembly: Assembly, qtbot: QtBot) -> None:
    plot, start, end = midpoint(assembly, qtbot)
    hand, fit = Hand(plot), assembly.engine.fit.fit
    before = fit.parameters
    hand.press(start)
    hand.move(end)
    hand.escape()
    hand.release(end)
    settle(assembly, qtbot)
    plot, start, end = midpoint(assembly, qtbot)
    hand.press(start)
    hand.move(end)
    hand.release(end)
    assert fit.parameters != before
    hand.escape()
    assert fit.parameters != before
    assembly.engine.history.undo()
    assert fit.parameters == before


def test_what_was_set_just_before_the_drag_stays_and_can_be_undone(assembly: Assembly, qtbot: QtBot) -> None:
    plot, start, end = midpoint(assembly, qtbot)
    hand, engine = Hand(plot), assembly.engine
    engine.fit.threshold.set_threshold(0.3)
    hand.press(start)
    hand.move(end)
    hand.escape()
    hand.release(end)
    assert engine.fit.threshold.threshold == 0.3
    engine.history.undo()
    assert engine.fit.threshold.threshold == 0.5
    assert not engine.history.can_undo


def test_a_drag_of_the_view_is_taken_back(assembly: Assembly, qtbot: QtBot) -> None:
    plot = shown(assembly, qtbot, "fit.plot", CasePlot, "fit.plot")
    hand, view = Hand(plot), plot.view
    start = plot.position(view.low + 0.3 * view.span, 0.75)
    hand.press(start)
    hand.move(start + AWAY)
    assert plot.view != view
    hand.escape()
    hand.release(start + AWAY)
    assert (plot.view, plot.is_fitted) == (view, True)


def test_a_turn_of_the_surfaces_is_taken_back_in_both(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.fit.surfaces.set_3d(True)
    turned = shown(assembly, qtbot, "fit.surfaces", SurfaceView, "fit.surface_bce_3d")
    other = part(assembly, SurfaceView, "fit.surface_mse_3d")
    hand, start, before = Hand(turned), QPointF(turned.rect().bottomLeft()) + AWAY, turned.camera
    hand.press(start)
    hand.move(start + AWAY)
    assert turned.camera == other.camera != before
    hand.escape()
    assert turned.camera == other.camera == before
    hand.move(start + AWAY * 2)
    hand.release(start + AWAY * 2)
    assert turned.camera == other.camera == before
    hand.press(start)
    hand.move(start + AWAY)
    hand.release(start + AWAY)
    assert turned.camera != before


def test_before_the_projector_is_left_the_drag_is_taken_back(assembly: Assembly, qtbot: QtBot) -> None:
    presentation, fit = assembly.presentation, assembly.engine.fit.fit
    presentation.present(("fit.plot",))
    window = presentation.window
    assert window is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    settle(assembly, qtbot)
    (plot,) = window.stage.findChildren(CasePlot)
    hand, before, start = Hand(plot), fit.parameters, plot.handle_position("midpoint")
    hand.press(start)
    hand.move(start + AWAY)
    assert fit.parameters != before
    hand.escape()
    hand.escape()
    hand.release(start + AWAY)
    assert fit.parameters == before
    assert presentation.is_presenting
    hand.escape()
    assert not presentation.is_presenting
