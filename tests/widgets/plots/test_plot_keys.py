"""The keyboard in a plot, with real events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.plots.line_plot import AxisRange, Handle, LinePlot, PlotPicture
from lossviz.widgets.theme import ThemeSource
from tests.widgets.plots.plot_rig import LEFT, PARABOLA, PlotRig, image_of, with_marks

Shown = Callable[[PlotPicture], LinePlot]
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
VIEW = AxisRange(-4.0, 4.0)


@pytest.fixture
def rig(shown: Shown) -> PlotRig:
    picture = with_marks(Handle("knob", 2.0, 4.0, "accent", "knob", True, True))
    picture = PlotPicture(picture.curves, picture.dots, (), picture.handles, VIEW, AxisRange(0.0, 20.0))
    plot = shown(picture)
    plot.setFocus()
    return PlotRig(plot, picture)


def press(rig: PlotRig, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    for key in keys:
        QTest.keyClick(rig.plot, key, modifiers)


def test_page_down_and_enter_go_through_handles_and_dots_and_page_up_back(rig: PlotRig) -> None:
    chosen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(rig, key)
        chosen.append(rig.plot.chosen)
    assert chosen == [("knob", None), ("dots", 0), ("dots", 1), ("knob", None), ("dots", 1)]
    assert [told[1] for told in rig.told] == [("dots", 0), ("dots", 1), None, ("dots", 1)]
    press(rig, Qt.Key.Key_Escape)
    assert rig.plot.chosen is None


@pytest.mark.parametrize(("modifiers", "step"), [(NO_MODIFIER, 0.08), (CONTROL, 0.008)])
def test_arrows_move_what_is_chosen_by_a_share_of_the_axis(
    rig: PlotRig, modifiers: Qt.KeyboardModifier, step: float
) -> None:
    press(rig, Qt.Key.Key_PageDown)
    press(rig, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, modifiers=modifiers)
    assert rig.handle.x == pytest.approx(2.0 + 2 * step, rel=1e-12)
    assert rig.handle.y == pytest.approx(4.0 + 2.5 * step, rel=1e-12)
    assert rig.names() == ["handle", "handle ended"] * 3


def test_a_key_held_down_is_one_drag(rig: PlotRig) -> None:
    press(rig, Qt.Key.Key_PageUp)
    for _repeat in range(3):
        QTest.keyPress(rig.plot, Qt.Key.Key_Left)
    assert rig.names() == ["dot started", "dot", "dot", "dot"]
    QTest.keyRelease(rig.plot, Qt.Key.Key_Left)
    assert rig.names()[-1] == "dot ended"
    assert rig.picture.dots[0].xs[1] == pytest.approx(1.0 - 0.24, rel=1e-12)


def test_keys_that_come_before_the_next_picture_still_move_on(shown: Shown) -> None:
    plot = shown(with_marks())
    plot.setFocus()
    told: list[float] = []
    plot.handle_dragged.connect(lambda _key, x, _y: told.append(x))
    QTest.keyClick(plot, Qt.Key.Key_PageDown)
    QTest.keyPress(plot, Qt.Key.Key_Right)
    QTest.keyPress(plot, Qt.Key.Key_Right)
    assert told == pytest.approx([2.0 + 0.01 * plot.x_range.span, 2.0 + 0.02 * plot.x_range.span])


def test_nothing_is_moved_out_of_the_axes(rig: PlotRig) -> None:
    press(rig, Qt.Key.Key_PageDown, *[Qt.Key.Key_Right] * 30)
    assert rig.handle.x == 4.0


def test_the_drag_ends_when_the_focus_goes(rig: PlotRig) -> None:
    press(rig, Qt.Key.Key_PageDown)
    QTest.keyPress(rig.plot, Qt.Key.Key_Right)
    rig.plot.clearFocus()
    assert rig.names() == ["handle", "handle ended"]


def test_keys_do_not_disturb_a_drag_by_the_mouse(rig: PlotRig) -> None:
    start = rig.plot.handle_position("knob").toPoint()
    QTest.mousePress(rig.plot, LEFT, pos=start)
    press(rig, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    assert rig.told == []
    assert rig.plot.chosen == ("knob", None)


def test_without_marks_the_arrows_read_along_the_curves(shown: Shown) -> None:
    plot = shown(PlotPicture((PARABOLA,)))
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_PageDown)
    assert plot.chosen is None
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.reading == "z = 0.08\nparabola 0.008"
    before = image_of(plot)
    QTest.keyClick(plot, Qt.Key.Key_Left, CONTROL)
    assert plot.reading.splitlines()[0] == "z = 0.072"
    assert image_of(plot) != before
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.reading == ""


def test_tab_comes_in_with_something_chosen_and_shows_the_focus(qtbot: QtBot, theme: ThemeSource) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = LinePlot(theme), LinePlot(theme)
    layout.addWidget(first)
    layout.addWidget(second)
    first.show_plot(with_marks())
    second.show_plot(with_marks())
    with qtbot.waitExposed(window):
        window.show()
    first.setFocus()
    assert first.chosen is None
    before = image_of(second)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert second.chosen == ("knob", None)
    after = image_of(second)
    assert before.pixelColor(0, 0).name() == theme.theme.colours.surface
    assert after.pixelColor(0, 0) != before.pixelColor(0, 0)
    ring = second.handle_position("knob").toPoint()
    assert any(
        before.pixelColor(ring.x() + x, ring.y() + 5) != after.pixelColor(ring.x() + x, ring.y() + 5) for x in range(14)
    )
