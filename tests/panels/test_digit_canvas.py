"""DigitCanvasPanel and DigitAnswerPanel: what is drawn or opened is read, and can be taken back."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QSlider
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.training_data import UNSCALED
from lossviz.stores.classifier_store import ClassifierSource
from lossviz.stores.digit_store import PEN_WIDTHS
from lossviz.widgets.handwriting.drawing_canvas import DrawingCanvas
from tests.support.assembly import choose, draw, part, press, settle

ONE = ((0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85))
BESIDE = ((0.2, 0.2), (0.2, 0.8))
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def prediction(assembly: Assembly) -> str:
    return part(assembly, QLabel, "mnist.prediction").text()


def canvas_of(assembly: Assembly) -> DrawingCanvas:
    return part(assembly, DrawingCanvas, "mnist.canvas")


def strokes(assembly: Assembly) -> int:
    return len(assembly.engine.mnist.digit.drawing.strokes)


def vertical_line(*, dark_on_light: bool) -> QImage:
    image = QImage(80, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white" if dark_on_light else "black"))
    with QPainter(image) as painter:
        painter.fillRect(36, 15, 9, 70, QColor("black" if dark_on_light else "white"))
    return image


def drop(canvas: DrawingCanvas, mime: QMimeData) -> bool:
    place, action = canvas.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(canvas, QDragEnterEvent(place, action, mime, LEFT, NO_KEYS))
    event = QDropEvent(QPointF(place), action, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


def file_mime(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_digit_drawn_with_the_mouse_is_read(assembly: Assembly, qtbot: QtBot) -> None:
    assert prediction(assembly) == "–"
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"
    bars = assembly.pages.mnist.answer.bars
    assert "Most likely: 1." in bars.accessibleDescription()


@pytest.mark.parametrize(("caption", "name"), [("Ink", "ink_style"), ("Network", "answering")])
def test_what_is_chosen_below_the_answer_is_said_beside_it(assembly: Assembly, caption: str, name: str) -> None:
    captions = [label for label in assembly.pages.mnist.answer.findChildren(QLabel) if label.text() == caption]
    assert [label.buddy() for label in captions] == [part(assembly, QComboBox, f"mnist.{name}")]


def test_the_answer_moves_while_the_pen_moves(assembly: Assembly, qtbot: QtBot) -> None:
    canvas = canvas_of(assembly)
    square = canvas.square
    QTest.mousePress(canvas, LEFT, pos=square.center())
    settle(assembly, qtbot)
    first = assembly.pages.mnist.answer.bars.accessibleDescription()
    assert prediction(assembly) != "–"
    QTest.mouseMove(canvas, square.center() + QPoint(0, square.height() // 3))
    settle(assembly, qtbot)
    assert assembly.pages.mnist.answer.bars.accessibleDescription() != first
    QTest.mouseRelease(canvas, LEFT, pos=square.center())


def test_a_fresh_sheet_has_no_answer_and_undo_brings_it_back(assembly: Assembly, qtbot: QtBot) -> None:
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    answer = prediction(assembly)
    press(assembly, "clear")
    settle(assembly, qtbot)
    assert prediction(assembly) == "–"
    assert "No probabilities yet." in assembly.pages.mnist.answer.bars.accessibleDescription()
    press(assembly, "undo_stroke")
    settle(assembly, qtbot)
    assert prediction(assembly) == answer


def test_undo_can_be_pressed_when_the_first_stroke_has_ended(assembly: Assembly, qtbot: QtBot) -> None:
    undo, canvas = part(assembly, QAbstractButton, "mnist.undo_stroke"), canvas_of(assembly)
    assert not undo.isEnabled()
    QTest.mousePress(canvas, LEFT, pos=canvas.square.center())
    settle(assembly, qtbot)
    QTest.mouseRelease(canvas, LEFT, pos=canvas.square.center())
    settle(assembly, qtbot)
    press(assembly, "undo_stroke")
    settle(assembly, qtbot)
    assert strokes(assembly) == 0
    assert not undo.isEnabled()


def test_keys_undo_and_clear_where_the_canvas_has_the_focus(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.window.activateWindow()
    qtbot.waitUntil(assembly.window.isActiveWindow)
    canvas = canvas_of(assembly)
    canvas.setFocus()
    draw(assembly, *ONE)
    draw(assembly, *BESIDE)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert strokes(assembly) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert strokes(assembly) == 0


def test_the_eraser_takes_ink_away_with_either_button(assembly: Assembly, qtbot: QtBot) -> None:
    canvas = canvas_of(assembly)
    middle = canvas.square.center()
    draw(assembly, *ONE)
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=middle)
    assert strokes(assembly) == 2
    settle(assembly, qtbot)
    press(assembly, "undo_stroke")
    assert strokes(assembly) == 1
    press(assembly, "eraser")
    QTest.mouseClick(canvas, LEFT, pos=middle)
    assert strokes(assembly) == 2
    press(assembly, "eraser")
    draw(assembly, *BESIDE)
    assert strokes(assembly) == 3


def test_the_ink_style_changes_what_the_network_sees(assembly: Assembly, qtbot: QtBot) -> None:
    draw(assembly, *BESIDE)
    mnist = assembly.engine.mnist.digit.image_u8
    choose(part(assembly, QComboBox, "mnist.ink_style"), "raw")
    settle(assembly, qtbot)
    raw = assembly.engine.mnist.digit.image_u8
    assert mnist is not None
    assert raw is not None
    assert float(np.argwhere(mnist).mean(axis=0)[1]) == pytest.approx(14, abs=1)
    assert float(np.argwhere(raw).mean(axis=0)[1]) == pytest.approx(0.2 * 28, abs=1)


def test_the_pens_width_is_set_by_the_slider(assembly: Assembly, qtbot: QtBot) -> None:
    slider = part(assembly, QSlider, "mnist.pen_width")
    for key, width in ((Qt.Key.Key_End, PEN_WIDTHS[1]), (Qt.Key.Key_Home, PEN_WIDTHS[0])):
        QTest.keyClick(slider, key)
        settle(assembly, qtbot)
        assert assembly.engine.mnist.digit.pen_width == pytest.approx(width)


@pytest.mark.parametrize("dark_on_light", [True, False])
def test_a_picture_is_opened_and_its_ink_found(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dark_on_light: bool
) -> None:
    path = tmp_path / "one.png"
    assert vertical_line(dark_on_light=dark_on_light).save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    press(assembly, "open_image")
    settle(assembly, qtbot)
    switch = part(assembly, QCheckBox, "mnist.dark_on_light")
    assert prediction(assembly)[0] == "1"
    assert (switch.isVisible(), switch.isChecked()) == (True, dark_on_light)
    switch.click()
    settle(assembly, qtbot)
    picture = assembly.engine.mnist.digit.drawing.picture
    assert picture is not None
    assert picture.was_dark_on_light is not dark_on_light
    draw(assembly, *ONE)
    settle(assembly, qtbot)
    assert not switch.isVisible()


def test_a_picture_file_is_dropped_on_the_canvas(assembly: Assembly, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    assert vertical_line(dark_on_light=True).save(str(path))
    assert drop(canvas_of(assembly), file_mime(path))
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"


def test_a_picture_without_a_file_is_dropped_on_the_canvas(assembly: Assembly, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setImageData(vertical_line(dark_on_light=True))
    assert drop(canvas_of(assembly), mime)
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"


def test_a_picture_on_the_clipboard_is_pasted(assembly: Assembly, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(vertical_line(dark_on_light=True))
    press(assembly, "paste_image")
    settle(assembly, qtbot)
    assert prediction(assembly)[0] == "1"


def test_pasting_text_is_a_message(assembly: Assembly, qtbot: QtBot) -> None:
    draw(assembly, *ONE)
    QGuiApplication.clipboard().setText("seven")
    press(assembly, "paste_image")
    settle(assembly, qtbot)
    assert assembly.pages.mnist.messages.banner.isVisible()
    assert strokes(assembly) == 1


def test_a_file_that_is_no_picture_is_a_message_and_the_drawing_stays(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    draw(assembly, *ONE)
    path = tmp_path / "seven.png"
    for content in (b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40)):
        assembly.engine.mnist.messages.clear()
        path.write_bytes(content)
        drop(canvas_of(assembly), file_mime(path))
        settle(assembly, qtbot)
        assert assembly.pages.mnist.messages.banner.isVisible()
        assert strokes(assembly) == 1
        assert prediction(assembly)[0] == "1"


def test_the_shipped_network_says_what_it_was_trained_on(assembly: Assembly) -> None:
    assert "right on its test set" in part(assembly, QLabel, "mnist.answer_source").text()
    assert not part(assembly, QComboBox, "mnist.answering").isEnabled()


def test_the_network_with_one_output_answers_with_a_number_and_no_bars(assembly: Assembly, qtbot: QtBot) -> None:
    weights = empty_network("softmax_regression", "mse_number").state_dict()
    for tensor in weights.values():
        tensor.zero_()
        tensor += 7.2 if tensor.ndim == 1 else 0
    classifier = Classifier("softmax_regression", "mse_number", UNSCALED, weights)
    draw(assembly, *ONE)
    assembly.engine.mnist.classifiers.set_trained(classifier, ClassifierSource(1, 3, "built-in digits", None))
    settle(assembly, qtbot)
    assert prediction(assembly).startswith("7")
    assert "7.20" in prediction(assembly)
    assert not assembly.pages.mnist.answer.bars.isEnabled()
    choose(part(assembly, QComboBox, "mnist.answering"), False)
    settle(assembly, qtbot)
    assert prediction(assembly) == "1"
    assert assembly.pages.mnist.answer.bars.isEnabled()
