"""Labels and tool tips: a text from a file is shown as it stands, even where it looks like HTML."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.widgets.controls import caption_for, named, plain_label, plain_tip, push_button
from lossviz.widgets.still_label import StillLabel

HOSTILE = "<img src='file:///x.png'> & <b>bold</b>"


def test_labels_take_a_text_for_what_it_is(qtbot: QtBot) -> None:
    still, button = StillLabel(QLabel()), QPushButton()
    caption = caption_for(button, HOSTILE)
    labels = (still.label, caption, plain_label(HOSTILE), named(QLabel(HOSTILE), "fit.slopes", "Slopes"))
    for widget in (still, button, *labels):
        qtbot.addWidget(widget)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("text", [HOSTILE, "a &lt; b", "<b>one</b>\ntwo <i>", "1 < 2", "one\ntwo", "class 3", ""])
def test_a_tool_tip_shows_the_text_as_it_stands(text: str) -> None:
    tip, shown = plain_tip(text), QTextDocument()
    if Qt.mightBeRichText(tip):
        shown.setHtml(tip)
    else:
        shown.setPlainText(tip)
    assert shown.toPlainText() == text


def test_a_harmless_tool_tip_is_left_alone() -> None:
    assert plain_tip("p < 0.5, or n > 3") == "p < 0.5, or n > 3"


def test_a_button_with_a_sign_on_it_is_read_aloud_as_its_tip(qtbot: QtBot) -> None:
    pressed: list[str] = []
    undo = push_button("fit.undo", "↶", "Take it back", lambda: pressed.append("undo"))
    start = push_button("mnist.start", "Start")
    for button in (undo, start):
        qtbot.addWidget(button)
    assert (undo.accessibleName(), undo.toolTip()) == ("Take it back", "Take it back")
    assert (start.accessibleName(), start.toolTip()) == ("Start", "")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert (pressed, undo.objectName()) == (["undo"], "fit.undo")
