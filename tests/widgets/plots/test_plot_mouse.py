"""The mouse in a plot, with real events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from lossviz.widgets.plots.line_plot import AxisRange, Handle, LinePlot, PlotPicture
from lossviz.widgets.theme import load_theme
from tests.widgets.plots.plot_rig import LEFT, PARABOLA, PlotRig, image_of, nearness, with_marks

Shown = Callable[[PlotPicture], LinePlot]


@pytest.fixture
def rig(shown: Shown) -> PlotRig:
    picture = with_marks()
    return PlotRig(shown(picture), picture)


def test_a_handle_follows_the_mouse_along_its_axis(rig: PlotRig) -> None:
    start = rig.plot.handle_position("knob")
    there = rig.plot.position(-1.0, 9.0)
    rig.drag(start + QPointF(3, 2), start + QPointF(20, 5), there + QPointF(3, 2))
    assert rig.names() == ["handle", "handle", "handle ended"]
    assert rig.handle.x == pytest.approx(-1.0, abs=0.02)
    assert rig.handle.y == 4.0


@pytest.mark.parametrize(("can_x", "can_y"), [(True, True), (False, True), (False, False)])
def test_a_handle_goes_only_where_it_can(shown: Shown, can_x: bool, can_y: bool) -> None:
    picture = with_marks(Handle("knob", 2.0, 4.0, "accent", "", can_x, can_y))
    rig = PlotRig(shown(picture), picture)
    rig.drag(rig.plot.handle_position("knob"), rig.plot.position(0.0, 6.0), rig.plot.position(-1.0, 8.0))
    assert rig.handle.x == pytest.approx(-1.0 if can_x else 2.0, abs=0.02)
    assert rig.handle.y == pytest.approx(8.0 if can_y else 4.0, abs=0.1)
    assert bool(rig.names()) == (can_x or can_y)


def test_a_handle_cannot_leave_the_axes(rig: PlotRig) -> None:
    rig.drag(rig.plot.handle_position("knob"), QPointF(300, 100), QPointF(2000, 100))
    assert rig.handle.x == rig.plot.x_range.high


def test_a_dot_is_dragged_and_its_start_and_end_are_told(rig: PlotRig) -> None:
    rig.drag(rig.plot.dot_position("dots", 1), rig.plot.position(0.5, 9.0), rig.plot.position(-1.0, 2.0))
    assert rig.names() == ["dot started", "dot", "dot", "dot ended"]
    assert ("dot started", "dots", 1) in rig.told
    dots = rig.picture.dots[0]
    assert (dots.xs[1], dots.ys[1]) == pytest.approx((-1.0, 2.0), abs=0.1)
    assert (dots.xs[0], dots.ys[0]) == (-2.0, 12.0)


def test_a_click_moves_nothing(rig: PlotRig) -> None:
    QTest.mouseClick(rig.plot, LEFT, pos=rig.plot.dot_position("dots", 0).toPoint())
    assert rig.names() == []
    assert rig.plot.chosen == ("dots", 0)


def test_the_ranges_hold_still_until_the_drag_is_over(shown: Shown) -> None:
    picture = PlotPicture(dots=with_marks().dots)
    rig = PlotRig(shown(picture), picture)
    before = rig.plot.x_range, rig.plot.y_range
    seen: list[tuple[AxisRange, AxisRange]] = []
    rig.plot.dot_dragged.connect(lambda *_told: seen.append((rig.plot.x_range, rig.plot.y_range)))
    rig.drag(rig.plot.dot_position("dots", 0), rig.plot.position(0.0, 9.0), rig.plot.position(0.9, 8.1))
    assert seen == [before, before]
    assert rig.plot.x_range.span < 0.2 * before[0].span
    assert rig.plot.y_range.span < 0.2 * before[1].span


def test_the_mouse_reads_the_curves(rig: PlotRig) -> None:
    QTest.mouseMove(rig.plot, rig.plot.position(-3.0, 3.0).toPoint())
    place, value = rig.plot.reading.splitlines()
    assert float(place.removeprefix("z = ").replace("−", "-")) == pytest.approx(-3.0, abs=0.02)
    assert float(value.removeprefix("parabola ")) == pytest.approx(9.0, abs=0.1)
    assert nearness(image_of(rig.plot), rig.plot.position(-3.0, 6.0), load_theme("light").colours.text_muted) > 0.6
    QTest.mouseMove(rig.plot, QPointF(3, 3).toPoint())
    assert rig.plot.reading == ""


def test_a_dot_under_the_mouse_is_told_once(rig: PlotRig) -> None:
    for offset in (0, 1, 2):
        QTest.mouseMove(rig.plot, (rig.plot.dot_position("dots", 1) + QPointF(offset, 0)).toPoint())
    assert rig.plot.reading == "z = 1\nloss = 8"
    QTest.mouseMove(rig.plot, rig.plot.handle_position("knob").toPoint())
    assert rig.plot.cursor().shape() == Qt.CursorShape.SizeHorCursor
    assert rig.told == [("hovered", ("dots", 1)), ("hovered", None)]
    assert rig.plot.reading.splitlines()[0] == "knob"


def test_dots_that_are_gone_are_pointed_at_no_longer(rig: PlotRig) -> None:
    QTest.mouseClick(rig.plot, LEFT, pos=rig.plot.dot_position("dots", 1).toPoint())
    rig.plot.show_plot(PlotPicture((PARABOLA,)))
    assert rig.told[-1] == ("hovered", None)
    assert rig.plot.chosen is None


def test_a_drag_ends_when_the_plot_is_hidden(rig: PlotRig) -> None:
    start = rig.plot.handle_position("knob")
    QTest.mousePress(rig.plot, LEFT, pos=start.toPoint())
    QTest.mouseMove(rig.plot, (start + QPointF(30, 0)).toPoint())
    rig.plot.hide()
    assert rig.names() == ["handle", "handle ended"]
