"""CodePanel: the lines of the choice, written anew when the choice or what they tell of has changed."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lossviz.core.snippets import Snippet
from lossviz.widgets.code_panel import CodePanel
from lossviz.widgets.frame_clock import FrameClock
from tests.support.assembly import choose

Key = Literal["double", "square"]


class Number(QObject):
    changed = Signal()
    value = 3.0


class NumberPanel(CodePanel[Key]):
    def __init__(self, clock: FrameClock, number: Number) -> None:
        super().__init__(clock)
        self._number = number
        choices: dict[Key, str] = {"double": "Twice", "square": "Squared"}
        self.offer("number", choices, number.changed)

    def snippet(self, key: Key) -> Snippet:
        value = self._number.value
        return Snippet(f"{key} {value}", value)


def test_the_lines_follow_the_choice_and_what_they_tell_of(qtbot: QtBot) -> None:
    clock, number = FrameClock(), Number()
    panel = NumberPanel(clock, number)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    (code,) = panel.findChildren(QPlainTextEdit, "number.code")
    (box,) = panel.findChildren(QComboBox, "number.code_of")
    qtbot.waitUntil(lambda: code.toPlainText() == "double 3.0")
    choose(box, "square")
    qtbot.waitUntil(lambda: code.toPlainText() == "square 3.0")
    number.value = 4.0
    number.changed.emit()
    qtbot.waitUntil(lambda: code.toPlainText() == "square 4.0")
    clock.stop()
