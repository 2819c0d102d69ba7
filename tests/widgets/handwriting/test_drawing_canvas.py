"""DrawingCanvas: what gestures report, and what is to be seen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.handwriting.drawing_canvas import DrawingCanvas, Tool
from lossviz.widgets.theme import ThemeSource, load_presenting_theme, load_theme
from tests.support.looks.painted import painted_texts

Kind = TypeVar("Kind", bound=QWidget)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LINE = np.array([[0.2, 0.5], [0.8, 0.5]], np.float32)


@dataclass
class Heard:
    """What the canvas has reported, in order."""

    strokes: list[list[tuple[float, float]]] = field(default_factory=list)
    finished: int = 0
    erased: list[tuple[float, float]] = field(default_factory=list)

    def listen_to(self, canvas: DrawingCanvas) -> None:
        """Note every gesture of `canvas` from now on."""
        canvas.stroke_started.connect(self._on_started)
        canvas.stroke_extended.connect(self._on_extended)
        canvas.gesture_finished.connect(self._on_finished)
        canvas.erased_at.connect(self._on_erased)

    def _on_started(self, x: float, y: float) -> None:
        assert self.finished == len(self.strokes), "a stroke began before the last one ended"
        self.strokes.append([(x, y)])

    def _on_extended(self, x: float, y: float) -> None:
        assert self.finished == len(self.strokes) - 1, "a stroke went on that had not begun"
        self.strokes[-1].append((x, y))

    def _on_finished(self) -> None:
        self.finished += 1

    def _on_erased(self, x: float, y: float) -> None:
        self.erased.append((x, y))


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


def the_one(kind: type[Kind], window: QWidget) -> Kind:
    """The window's only `kind`."""
    (found,) = window.findChildren(kind)
    return found


@pytest.fixture
def window(qtbot: QtBot, theme: ThemeSource) -> QWidget:
    """An active window with a field, which has the focus, above a canvas."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    layout.addWidget(DrawingCanvas(theme))
    window.resize(430, 360)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    the_one(QLineEdit, window).setFocus()
    return window


@pytest.fixture
def canvas(window: QWidget) -> DrawingCanvas:
    return the_one(DrawingCanvas, window)


@pytest.fixture
def heard(canvas: DrawingCanvas) -> Heard:
    heard = Heard()
    heard.listen_to(canvas)
    return heard


def place(canvas: DrawingCanvas, x: float, y: float) -> QPoint:
    """The pixel at a place of the unit square."""
    square = canvas.square
    return QPoint(square.left() + round(x * square.width()), square.top() + round(y * square.height()))


def drag(canvas: DrawingCanvas, places: list[QPoint], button: Qt.MouseButton = LEFT) -> None:
    """Press at the first place, move through the others, let go at the last."""
    QTest.mousePress(canvas, button, pos=places[0])
    for pos in places[1:]:
        send_move(canvas, QPointF(pos), button)
    QTest.mouseRelease(canvas, button, pos=places[-1])


def send_move(canvas: DrawingCanvas, pos: QPointF, buttons: Qt.MouseButton) -> None:
    """A move event as the window system sends it, to fractions of a pixel."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        pos,
        QPointF(canvas.mapToGlobal(pos)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def test_the_square_is_square_and_in_the_middle(canvas: DrawingCanvas) -> None:
    square = canvas.square
    assert square.width() == square.height()
    assert abs(square.center().x() - canvas.width() / 2) <= 1
    assert abs(square.center().y() - canvas.height() / 2) <= 1
    assert canvas.rect().contains(square)


def test_a_drag_is_one_stroke_in_the_unit_square(canvas: DrawingCanvas, heard: Heard) -> None:
    path = [(0.25, 0.25), (0.5, 0.5), (0.75, 0.25)]
    drag(canvas, [place(canvas, x, y) for x, y in path])
    assert heard.finished == 1
    np.testing.assert_allclose(heard.strokes, [path], atol=1 / canvas.square.width())


def test_every_one_of_a_thousand_moves_is_reported_to_fractions_of_a_pixel(canvas: DrawingCanvas, heard: Heard) -> None:
    square = canvas.square
    x = np.linspace(0.1, 0.9, 1001)
    QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.1, 0.5))
    for unit_x in x:
        send_move(canvas, QPointF(square.left() + unit_x * square.width(), square.center().y()), LEFT)
    QTest.mouseRelease(canvas, LEFT, pos=place(canvas, 0.9, 0.5))
    reported = np.array(heard.strokes[0])[:, 0]
    for unit_x in x:
        assert np.abs(reported - unit_x).min() < 1e-4


def test_a_click_is_a_stroke_of_one_point(canvas: DrawingCanvas, heard: Heard) -> None:
    QTest.mouseClick(canvas, LEFT, pos=place(canvas, 0.5, 0.5))
    assert [len(stroke) for stroke in heard.strokes] == [1]
    assert heard.finished == 1


def test_the_second_tap_of_a_double_click_is_a_stroke_too(canvas: DrawingCanvas, heard: Heard) -> None:
    middle = place(canvas, 0.5, 0.5)
    QTest.mouseClick(canvas, LEFT, pos=middle)
    QTest.mouseDClick(canvas, LEFT, pos=middle)  # the second press alone
    QTest.mouseRelease(canvas, LEFT, pos=middle)
    assert heard.finished == len(heard.strokes) == 2


def test_places_outside_the_square_are_clamped(canvas: DrawingCanvas, heard: Heard) -> None:
    drag(canvas, [place(canvas, 0.5, 0.5), QPoint(-500, -500), QPoint(5000, 150), QPoint(200, 9000)])
    points = np.array(heard.strokes[0])
    assert points.min() == 0
    assert points.max() == 1
    assert heard.finished == 1


def test_a_press_far_outside_the_square_draws_nothing(canvas: DrawingCanvas, heard: Heard) -> None:
    QTest.mouseClick(canvas, LEFT, pos=QPoint(2, canvas.height() // 2))
    assert heard.strokes == []


def test_the_right_button_erases_whatever_the_tool(canvas: DrawingCanvas, heard: Heard) -> None:
    drag(canvas, [place(canvas, 0.25, 0.5), place(canvas, 0.75, 0.5)], RIGHT)
    assert heard.strokes == []
    np.testing.assert_allclose(heard.erased[0], (0.25, 0.5), atol=0.01)
    np.testing.assert_allclose(heard.erased[-1], (0.75, 0.5), atol=0.01)


def test_a_fast_erasing_drag_leaves_no_gap(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.set_tool(Tool.ERASER)
    canvas.set_eraser_radius(0.05)
    drag(canvas, [place(canvas, 0.1, 0.1), place(canvas, 0.9, 0.9)])
    distances = np.hypot(*np.diff(np.array(heard.erased), axis=0).T)
    assert distances.max() <= 0.05 + 1e-9
    assert heard.strokes == []


def test_another_button_does_not_disturb_a_stroke(canvas: DrawingCanvas, heard: Heard) -> None:
    QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.2, 0.2))
    QTest.mousePress(canvas, RIGHT, pos=place(canvas, 0.3, 0.3))
    QTest.mouseRelease(canvas, RIGHT, pos=place(canvas, 0.3, 0.3))
    send_move(canvas, QPointF(place(canvas, 0.6, 0.6)), LEFT)
    QTest.mouseRelease(canvas, LEFT, pos=place(canvas, 0.6, 0.6))
    assert heard.erased == []
    assert heard.finished == 1
    assert len(heard.strokes[0]) == 2


def test_changing_the_tool_does_not_change_a_stroke_that_has_begun(canvas: DrawingCanvas, heard: Heard) -> None:
    QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.2, 0.2))
    canvas.set_tool(Tool.ERASER)
    send_move(canvas, QPointF(place(canvas, 0.6, 0.6)), LEFT)
    QTest.mouseRelease(canvas, LEFT, pos=place(canvas, 0.6, 0.6))
    assert heard.erased == []
    assert heard.finished == 1


def test_a_release_that_never_came_ends_the_stroke_at_the_next_move(canvas: DrawingCanvas, heard: Heard) -> None:
    QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.2, 0.2))
    send_move(canvas, QPointF(place(canvas, 0.6, 0.6)), Qt.MouseButton.NoButton)
    assert heard.finished == 1
    assert len(heard.strokes[0]) == 1


@pytest.mark.parametrize("interrupt", [QWidget.hide, lambda canvas: canvas.setEnabled(False)])
def test_hiding_or_disabling_the_canvas_ends_the_stroke(
    canvas: DrawingCanvas, heard: Heard, interrupt: Callable[[DrawingCanvas], None]
) -> None:
    QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.2, 0.2))
    interrupt(canvas)
    assert heard.finished == 1


def test_space_toggles_the_keyboard_pen_and_arrows_draw(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(10):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    stroke = np.array(heard.strokes[0])
    assert len(stroke) == 11
    assert heard.finished == 1
    assert (np.diff(stroke[:, 0]) > 0).all()
    assert np.ptp(stroke[:, 1]) == 0


def test_space_held_while_moving_draws_until_it_is_let_go(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert heard.finished == 0
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert heard.finished == 1


def test_two_arrows_held_draw_diagonally(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyPress(canvas, Qt.Key.Key_Up)
    QTest.keyPress(canvas, Qt.Key.Key_Left)
    QTest.keyRelease(canvas, Qt.Key.Key_Left)
    QTest.keyRelease(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    (_, diagonal, right) = np.diff(np.array(heard.strokes[0]), axis=0)
    assert diagonal[0] == pytest.approx(diagonal[1])
    assert diagonal[0] < 0
    assert right[0] > 0
    assert right[1] == 0


def test_the_keyboard_pen_stays_on_the_canvas(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(60):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert heard.strokes[0][-1] == (0.0, 0.5)


def test_the_keyboard_pen_erases_with_the_eraser(canvas: DrawingCanvas, heard: Heard) -> None:
    canvas.set_tool(Tool.ERASER)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert heard.erased == [(0.5, 0.5), (0.52, 0.5)]
    assert heard.strokes == []


@pytest.mark.parametrize("leave", ["escape", "focus", "mouse"])
def test_the_keyboard_pen_is_lifted_when_it_is_left(canvas: DrawingCanvas, heard: Heard, leave: str) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert heard.finished == 0
    if leave == "escape":
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    elif leave == "focus":
        canvas.clearFocus()
    else:
        QTest.mousePress(canvas, LEFT, pos=place(canvas, 0.2, 0.2))
    assert heard.finished == 1


def test_space_is_the_windows_shortcut_after_drawing_with_the_mouse_and_the_pens_after_tab(
    qtbot: QtBot, window: QWidget, canvas: DrawingCanvas
) -> None:
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), window)
    QTest.mouseClick(canvas, LEFT, pos=place(canvas, 0.5, 0.5))
    with qtbot.waitSignal(shortcut.activated), qtbot.assertNotEmitted(canvas.stroke_started):
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    before = the_one(QLineEdit, window)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert canvas.hasFocus()
    with qtbot.waitSignal(canvas.stroke_started), qtbot.assertNotEmitted(shortcut.activated):
        QTest.keyClick(canvas, Qt.Key.Key_Space)


def mime_of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_enter(canvas: DrawingCanvas, mime: QMimeData) -> bool:
    """Whether the canvas accepts `mime` over it."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(place(canvas, 0.5, 0.5), actions, mime, LEFT, no_keys)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


def drop(canvas: DrawingCanvas, mime: QMimeData) -> QDropEvent:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(place(canvas, 0.5, 0.5)), actions, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)
    return event


def test_a_dropped_file_is_reported_as_a_copy(qtbot: QtBot, canvas: DrawingCanvas, tmp_path: Path) -> None:
    file = tmp_path / "täst 7.png"
    mime = mime_of_files(file)
    assert drag_enter(canvas, mime)
    with qtbot.waitSignal(canvas.file_dropped) as dropped:
        event = drop(canvas, mime)
    assert Path(dropped.args[0]) == file
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_a_picture_dragged_from_a_browser_is_reported(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/seven.png")])
    mime.setImageData(image)
    assert drag_enter(canvas, mime)
    with qtbot.waitSignal(canvas.image_dropped) as dropped:
        drop(canvas, mime)
    assert dropped.args[0].size() == image.size()
    assert dropped.args[0].pixelColor(3, 3) == QColor(Qt.GlobalColor.red)


def test_text_links_and_several_files_are_not_accepted(canvas: DrawingCanvas, tmp_path: Path) -> None:
    text, link = QMimeData(), QMimeData()
    text.setText("7")
    link.setUrls([QUrl("https://example.org/seven.png")])
    several = mime_of_files(tmp_path / "a.png", tmp_path / "b.png")
    assert not any(drag_enter(canvas, mime) for mime in (text, link, several))


def test_a_drag_over_the_canvas_is_shown_until_it_leaves(canvas: DrawingCanvas, tmp_path: Path) -> None:
    before = canvas.grab().toImage()
    mime = mime_of_files(tmp_path / "a.png")
    drag_enter(canvas, mime)
    assert canvas.grab().toImage() != before
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert canvas.grab().toImage() == before


def brightness(canvas: DrawingCanvas, x: float, y: float) -> int:
    return canvas.grab().toImage().pixelColor(place(canvas, x, y)).lightness()


def test_a_stroke_is_white_on_black_with_round_ends_as_wide_as_the_pen(canvas: DrawingCanvas) -> None:
    canvas.set_pen_width(0.2)
    canvas.show_strokes([LINE])
    assert brightness(canvas, 0.5, 0.5) == brightness(canvas, 0.5, 0.585) == brightness(canvas, 0.885, 0.5) == 255
    assert brightness(canvas, 0.5, 0.62) == brightness(canvas, 0.92, 0.5) == brightness(canvas, 0.885, 0.585) == 0


class PaintSpy(QObject):
    """Notes what a widget repaints."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.painted += event.region()
        return super().eventFilter(watched, event)


def test_a_new_dot_repaints_its_surroundings_and_no_more(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    canvas.show_strokes([LINE])
    canvas.repaint()
    spy = PaintSpy()
    canvas.installEventFilter(spy)
    canvas.show_strokes([LINE, np.array([[0.2, 0.2]], np.float32)])
    qtbot.waitUntil(lambda: spy.painted.contains(place(canvas, 0.2, 0.2)))
    assert spy.painted.boundingRect().width() < canvas.square.width() / 4


def test_the_hint_goes_with_the_first_ink_and_comes_back(canvas: DrawingCanvas) -> None:
    empty = canvas.grab().toImage()
    canvas.show_strokes([np.array([[0.9, 0.05]], np.float32)])
    inked = canvas.grab().toImage()
    square = canvas.square
    middle = square.adjusted(square.width() // 5, square.height() // 3, -square.width() // 5, -square.height() // 3)
    assert empty.copy(middle) != inked.copy(middle)
    canvas.show_strokes([])
    assert canvas.grab().toImage() == empty


def test_the_hint_stays_within_the_box_in_the_projectors_type(canvas: DrawingCanvas) -> None:
    canvas._theme.set_theme(load_presenting_theme())
    canvas.setFixedSize(240, 240)
    with painted_texts() as painted:
        canvas.grab()
    (hint,) = painted.texts
    inset = canvas.square.width() * 4 / 28
    assert QRectF(canvas.square).adjusted(inset, inset, -inset, -inset).contains(hint.ink)


def test_resizing_scales_the_ink(canvas: DrawingCanvas) -> None:
    canvas.show_strokes([LINE])
    canvas.setFixedSize(200, 200)
    assert brightness(canvas, 0.3, 0.5) == brightness(canvas, 0.7, 0.5) == 255
    assert brightness(canvas, 0.5, 0.3) == 0


def test_a_picture_keeps_its_aspect(canvas: DrawingCanvas) -> None:
    canvas.show_picture(np.full((50, 100), 255, np.uint8))
    assert brightness(canvas, 0.02, 0.5) == brightness(canvas, 0.98, 0.5) == brightness(canvas, 0.5, 0.27) == 255
    assert brightness(canvas, 0.5, 0.23) == brightness(canvas, 0.5, 0.77) == 0
    canvas.show_picture(None)
    assert brightness(canvas, 0.02, 0.5) == 0


@pytest.mark.parametrize("shape", [(1, 2048), (2048, 1), (1, 1)])
def test_a_picture_of_any_shape_is_shown(canvas: DrawingCanvas, shape: tuple[int, int]) -> None:
    canvas.show_picture(np.full(shape, 255, np.uint8))
    image = canvas.grab().toImage()
    square = canvas.square
    around_middle = [image.pixelColor(square.center() + QPoint(dx, dy)).lightness() for dx in (0, 1) for dy in (0, 1)]
    assert max(around_middle) == 255


def test_the_focus_is_to_be_seen(canvas: DrawingCanvas) -> None:
    without = canvas.grab().toImage()
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    assert canvas.grab().toImage() != without


def test_the_erasers_circle_follows_the_mouse(canvas: DrawingCanvas) -> None:
    canvas.show_strokes([LINE])
    canvas.set_tool(Tool.ERASER)
    before = canvas.grab().toImage()
    send_move(canvas, QPointF(place(canvas, 0.3, 0.3)), Qt.MouseButton.NoButton)
    there = canvas.grab().toImage()
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert there != before
    assert canvas.grab().toImage() == before


def test_another_theme_changes_what_is_drawn(canvas: DrawingCanvas, theme: ThemeSource) -> None:
    light = canvas.grab().toImage()
    theme.set_theme(load_theme("dark"))
    assert canvas.grab().toImage() != light


def test_it_says_how_to_draw_without_a_mouse(canvas: DrawingCanvas) -> None:
    assert canvas.accessibleName()
    assert "Space" in canvas.accessibleDescription()
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus
