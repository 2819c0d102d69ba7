"""StillLabel: another text moves nothing around it, unless it needs more room."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.controls import named
from lossviz.widgets.still_label import StillLabel

LONG = "a text of many words that does not fit into one line of a narrow window, nor into two of them"


class Layouts(QObject):
    """count: how often the watched widget was asked to lay out what is in it."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


class Rig:
    """A still label above another widget, shown."""

    def __init__(self, qtbot: QtBot, *, wraps: bool) -> None:
        self.window, self.below = QWidget(), QLabel("below")
        label = named(QLabel(), "still", "Still")
        label.setWordWrap(wraps)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.still = StillLabel(label)
        column = QVBoxLayout(self.window)
        column.addWidget(self.still)
        column.addWidget(self.below)
        column.addStretch(1)
        qtbot.addWidget(self.window)
        self.window.resize(220, 200)
        self.still.setText("0.12345678")
        with qtbot.waitExposed(self.window):
            self.window.show()
        QApplication.processEvents()
        self.layouts = Layouts(self.window)

    def say(self, text: str) -> int:
        """How often the window was laid out for it."""
        before = self.layouts.count
        self.still.setText(text)
        QApplication.processEvents()
        return self.layouts.count - before


@pytest.mark.parametrize("wraps", [True, False])
def test_a_text_that_has_room_moves_nothing(qtbot: QtBot, wraps: bool) -> None:
    rig = Rig(qtbot, wraps=wraps)
    place = rig.below.geometry()
    assert [rig.say(text) for text in ("0.1", "0.87654321", "1", "")] == [0, 0, 0, 0]
    assert rig.below.geometry() == place


def test_a_higher_text_gets_its_room_and_keeps_it(qtbot: QtBot) -> None:
    rig = Rig(qtbot, wraps=True)
    top = rig.below.y()
    assert rig.say(LONG) > 0
    assert rig.below.y() > top
    assert rig.still.height() >= rig.still.label.heightForWidth(rig.still.width())
    there = rig.below.y()
    assert [rig.say("short"), rig.say(LONG)] == [0, 0]
    assert rig.below.y() == there


def test_a_wider_text_in_one_line_gets_its_room(qtbot: QtBot) -> None:
    rig = Rig(qtbot, wraps=False)
    assert rig.say(LONG) > 0
    assert rig.still.width() >= rig.still.label.sizeHint().width()


def test_it_is_a_label_for_whoever_looks_for_it(qtbot: QtBot) -> None:
    rig = Rig(qtbot, wraps=False)
    (label,) = rig.window.findChildren(QLabel, "still")
    assert (label.text(), label.accessibleName(), label.isVisible()) == ("0.12345678", "Still", True)
    assert label.geometry() == rig.still.rect()
    before = rig.still.grab().toImage()
    rig.say("9.99999999")
    assert label.text() == rig.still.text() == "9.99999999"
    assert rig.still.grab().toImage() != before


def test_a_smaller_font_gives_room_back(qtbot: QtBot) -> None:
    rig = Rig(qtbot, wraps=True)
    rig.say(LONG)
    high = rig.still.sizeHint().height()
    font = rig.still.font()
    font.setPixelSize(6)
    rig.still.setFont(font)
    QApplication.processEvents()
    assert rig.still.sizeHint().height() < high


def test_a_text_that_grew_in_a_wide_window_has_its_height_in_a_narrow_one(qtbot: QtBot) -> None:
    rig = Rig(qtbot, wraps=True)
    rig.window.resize(1200, 200)
    QApplication.processEvents()
    assert rig.say(LONG) == 0
    rig.window.resize(220, 200)
    QApplication.processEvents()
    needed = rig.still.label.heightForWidth(rig.still.width())
    assert rig.still.height() >= needed > 2 * rig.still.fontMetrics().height()
