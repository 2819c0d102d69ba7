"""Undo and redo in the window: by keys and buttons, across pages, a gesture at a time."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.cases import Cases
from lossviz.shell.commands import plain_text
from lossviz.shell.undo_history import QUIET_TICKS
from lossviz.widgets.fit.case_plot import CasePlot
from tests.support.assembly import draw, part, settle

LEFT = Qt.MouseButton.LeftButton


def show(assembly: Assembly, page: str, qtbot: QtBot) -> None:
    part(assembly, QTabWidget, "pages").setCurrentWidget(part(assembly, QWidget, page))
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    settle(assembly, qtbot)


def press_keys(widget: QWidget, keys: QKeySequence.StandardKey) -> None:
    QTest.keySequence(widget, QKeySequence(keys))  # differs from system to system


def places(cases: Cases) -> list[tuple[float, float]]:
    return list(zip(cases.x.tolist(), cases.y.tolist(), strict=True))


def test_a_drag_with_the_mouse_is_taken_back_and_made_again_by_keys(assembly: Assembly, qtbot: QtBot) -> None:
    show(assembly, "fit", qtbot)
    fit, plot = assembly.engine.fit.fit, part(assembly, CasePlot, "fit.plot")
    plot.setFocus()
    before = places(fit.cases)
    start, end = plot.case_position(5), plot.position(1.0, 1.0)
    QTest.mousePress(plot, LEFT, pos=start.toPoint())
    for share in np.linspace(0.0, 1.0, 12):
        QTest.mouseMove(plot, (start + (QPointF(end) - start) * float(share)).toPoint())
    QTest.mouseRelease(plot, LEFT, pos=end.toPoint())
    after = places(fit.cases)
    assert after != before
    press_keys(plot, QKeySequence.StandardKey.Undo)
    assert places(fit.cases) == before
    press_keys(plot, QKeySequence.StandardKey.Redo)
    assert places(fit.cases) == after


def test_a_drag_that_pauses_is_one_entry(assembly: Assembly, qtbot: QtBot) -> None:
    show(assembly, "fit", qtbot)
    fit, plot, history = assembly.engine.fit.fit, part(assembly, CasePlot, "fit.plot"), assembly.engine.history
    window, ticks = assembly.window.windowHandle(), list[int]()
    (timer,) = history.findChildren(QTimer)
    timer.timeout.connect(lambda: ticks.append(1))
    before, start = places(fit.cases), plot.case_position(5).toPoint()
    QTest.mousePress(window, LEFT, pos=plot.mapTo(assembly.window, start))
    for place in (QPoint(20, 0), QPoint(40, 0)):
        QTest.mouseMove(window, plot.mapTo(assembly.window, start + place))
        ticks.clear()
        qtbot.waitUntil(lambda: len(ticks) > 2 * QUIET_TICKS)
    QTest.mouseRelease(window, LEFT, pos=plot.mapTo(assembly.window, start + QPoint(40, 0)))
    assert places(fit.cases) != before
    history.undo()
    assert places(fit.cases) == before
    assert not history.can_undo


def test_a_change_on_another_page_is_taken_back_too(assembly: Assembly, qtbot: QtBot) -> None:
    show(assembly, "softmax", qtbot)
    logits, history = assembly.engine.softmax.logits, assembly.engine.history
    QTest.keyClick(part(assembly, QComboBox, "softmax.preset"), Qt.Key.Key_Down)
    logits_then = logits.logits.tolist()
    assert logits_then != [3.0, 1.0, -3.0]
    history.record()
    show(assembly, "fit", qtbot)
    undo = part(assembly, QPushButton, "fit.undo")
    qtbot.waitUntil(undo.isEnabled)
    QTest.mouseClick(undo, LEFT)
    assert logits.logits.tolist() == [3.0, 1.0, -3.0]
    redo = part(assembly, QPushButton, "fit.redo")
    qtbot.waitUntil(redo.isEnabled)
    QTest.mouseClick(redo, LEFT)
    assert logits.logits.tolist() == logits_then


def test_every_stroke_is_an_entry_of_its_own(assembly: Assembly, qtbot: QtBot) -> None:
    show(assembly, "mnist", qtbot)
    digit, canvas = assembly.engine.mnist.digit, assembly.pages.mnist.canvas.canvas
    canvas.setFocus()
    draw(assembly, (0.3, 0.3), (0.3, 0.7))
    draw(assembly, (0.6, 0.3), (0.6, 0.7))
    for count in (1, 0):
        press_keys(canvas, QKeySequence.StandardKey.Undo)
        assert len(digit.drawing.strokes) == count
    press_keys(canvas, QKeySequence.StandardKey.Redo)
    assert len(digit.drawing.strokes) == 1
    settle(assembly, qtbot)
    QTest.mouseClick(part(assembly, QAbstractButton, "mnist.clear"), LEFT, pos=QPoint(5, 5))
    press_keys(canvas, QKeySequence.StandardKey.Undo)
    assert len(digit.drawing.strokes) == 1


def edit_texts(assembly: Assembly) -> list[str]:
    """What the Edit menu offers first, as it reads when it has been opened."""
    menu = part(assembly, QMenu, "menu.edit")
    menu.aboutToShow.emit()
    menu.aboutToHide.emit()
    return [plain_text(action.text()) for action in menu.actions()[:2]]


def test_the_menu_says_on_which_page_something_would_change(assembly: Assembly, qtbot: QtBot) -> None:
    show(assembly, "softmax", qtbot)
    assert edit_texts(assembly) == ["Undo", "Redo"]
    QTest.keyClick(part(assembly, QComboBox, "softmax.preset"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: edit_texts(assembly) == ["Undo: Softmax", "Redo"])
    press_keys(assembly.window, QKeySequence.StandardKey.Undo)
    assert edit_texts(assembly) == ["Undo", "Redo: Softmax"]
