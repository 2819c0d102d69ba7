"""Cover and Spotlight: what is hidden cannot be found out, what is framed can still be used."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.lessons.cover import Cover
from lossviz.widgets.lessons.spotlight import Spotlight
from lossviz.widgets.theme import ThemeSource, load_theme


class Room(QWidget):
    """A button over a label over a field."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0
        self.button = QPushButton("Press")
        self.button.clicked.connect(self._on_clicked)
        self.number = QLabel("0.6931")
        self.number.setAccessibleName("Loss")
        self.number.setAccessibleDescription("It is 0.6931")
        self.number.setToolTip("0.693147")
        self.field = QLineEdit("0.6931")
        column = QVBoxLayout(self)
        for widget in (self.button, self.number, self.field):
            column.addWidget(widget)
        self.resize(200, 150)

    def _on_clicked(self) -> None:
        self.pressed += 1


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    return room


def test_a_cover_hides_every_pixel_and_gives_them_back(room: Room, theme: ThemeSource) -> None:
    before = room.number.grab().toImage()
    cover = Cover(room.number, theme)
    covered = room.number.grab().toImage()
    room.number.setText("7.0034")
    assert room.number.grab().toImage() == covered
    assert cover.size() == room.number.size()
    cover.lift()
    room.number.setText("0.6931")
    assert room.number.grab().toImage() == before


def test_a_cover_follows_the_size_of_what_it_covers(room: Room, theme: ThemeSource, qtbot: QtBot) -> None:
    cover = Cover(room.field, theme)
    room.resize(400, 300)
    qtbot.waitUntil(lambda: cover.size() == room.field.size() and cover.width() > 300)


def test_neither_mouse_nor_keys_get_through(room: Room, theme: ThemeSource) -> None:
    room.button.setFocus()
    cover = Cover(room.button, theme)
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert not room.button.hasFocus()
    room.field.setFocus()
    QTest.keyClick(room.field, Qt.Key.Key_Tab)
    assert not room.button.hasFocus()
    assert room.pressed == 0
    cover.lift()
    QTest.mouseClick(room.button, Qt.MouseButton.LeftButton)
    assert room.pressed == 1
    assert room.button.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_number_is_not_read_aloud_either(room: Room, theme: ThemeSource, qtbot: QtBot) -> None:
    cover = Cover(room.number, theme)
    assert "0.69" not in room.number.accessibleName() + room.number.accessibleDescription() + room.number.toolTip()
    room.number.setAccessibleDescription("It is 7.0034")
    room.number.update()
    qtbot.waitUntil(lambda: room.number.accessibleDescription() == "")
    cover.lift()
    assert (room.number.accessibleName(), room.number.accessibleDescription()) == ("Loss", "It is 7.0034")
    assert room.number.toolTip() == "0.693147"


def test_a_tool_tip_asked_for_over_the_cover_does_not_come_from_below(room: Room, theme: ThemeSource) -> None:
    cover = Cover(room.number, theme)
    place = QPoint(3, 3)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, cover.mapToGlobal(place))
    QApplication.sendEvent(cover, asked)
    assert asked.isAccepted()
    assert not QToolTip.isVisible()
    cover.lift()


def test_a_cover_dies_with_what_it_covers(room: Room, theme: ThemeSource, qtbot: QtBot) -> None:
    cover = Cover(room.number, theme)
    with qtbot.waitSignal(cover.destroyed):
        room.number.deleteLater()
    theme.set_theme(load_theme("dark"))


def ring_of(room: QWidget) -> Spotlight:
    (found,) = room.findChildren(Spotlight, "lesson.spotlight")
    return found


def test_a_spotlight_surrounds_its_widget_and_lets_the_mouse_through(room: Room, theme: ThemeSource) -> None:
    light = Spotlight(room.button, theme)
    assert light is ring_of(room)
    assert light.geometry().contains(room.button.geometry())
    accent = QColor(theme.theme.colours.accent)
    assert room.grab().toImage().pixelColor(light.geometry().center().x(), light.geometry().top()) == accent
    place = room.button.geometry().center()
    assert room.childAt(place) is room.button
    QTest.mouseClick(room.button, Qt.MouseButton.LeftButton)
    assert room.pressed == 1
    light.put_out()


def test_a_spotlight_follows_moves_and_hides_with_its_widget(room: Room, theme: ThemeSource, qtbot: QtBot) -> None:
    light = Spotlight(room.field, theme)
    room.resize(300, 400)
    qtbot.waitUntil(lambda: light.geometry().contains(room.field.geometry()) and light.width() > 250)
    room.field.hide()
    assert not light.isVisible()
    room.field.show()
    qtbot.waitUntil(light.isVisible)
    light.put_out()


def test_a_spotlight_shows_no_more_than_a_scroll_area_does(qtbot: QtBot, theme: ThemeSource) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    room = Room()
    area.setWidget(room)
    area.resize(120, 60)
    with qtbot.waitExposed(area):
        area.show()
    below, above = Spotlight(room.field, theme), Spotlight(room.button, theme)
    assert (below.isVisible(), above.isVisible()) == (False, True)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert (below.isVisible(), above.isVisible()) == (True, False)
    assert area.rect().contains(below.geometry())
    for light in (below, above):
        light.put_out()


def test_a_spotlight_goes_out_when_its_widget_dies(room: Room, theme: ThemeSource, qtbot: QtBot) -> None:
    Spotlight(room.button, theme)
    room.button.deleteLater()
    qtbot.waitUntil(lambda: room.findChildren(Spotlight) == [])
