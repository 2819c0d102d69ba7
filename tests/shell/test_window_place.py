"""A window opens where it can be seen and taken hold of, whatever was remembered."""

import random

import pytest
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lossviz.shell.window_place import SMALLEST, clamped, put_in_place

PROJECTOR = QRect(0, 0, 1280, 720)
DESK = QRect(1280, 0, 1920, 1080)
SCREENS = [PROJECTOR, DESK]


def test_a_window_that_can_be_seen_stays_where_it_is() -> None:
    for place in (QRect(100, 50, 1100, 650), QRect(1500, 100, 1600, 900)):
        assert clamped(place, SCREENS) == place


@pytest.mark.parametrize(
    "place",
    [
        QRect(5000, 5000, 1100, 700),  # on a screen that is gone
        QRect(-4000, 100, 1100, 700),
        QRect(100, -900, 1100, 700),  # its upper edge cannot be taken hold of
        QRect(3190, 100, 1100, 700),
    ],
)
def test_a_window_out_of_reach_comes_back_to_a_screen(place: QRect) -> None:
    back = clamped(place, SCREENS)
    assert any(screen.contains(back) for screen in SCREENS)
    assert back.size() == place.size()


def test_a_sliver_becomes_a_window() -> None:
    assert clamped(QRect(10, 10, 200, 16), SCREENS).size() == SMALLEST


def test_a_window_of_a_larger_screen_fits_on_this_one() -> None:
    assert clamped(QRect(0, 0, 3840, 2160), [PROJECTOR]) == PROJECTOR


def test_garbage_does_no_harm(qtbot: QtBot) -> None:
    honest = QWidget()
    qtbot.addWidget(honest)
    good = honest.saveGeometry()
    chance = random.Random(7)
    for _ in range(200):
        state = bytearray(good.data())
        for _ in range(chance.randrange(1, 12)):
            state[chance.randrange(len(state))] = chance.randrange(256)
        window = QWidget()
        window.setMinimumSize(SMALLEST)
        put_in_place(window, QByteArray(bytes(state[: chance.randrange(len(state) + 1)])))
        screen = window.screen().availableGeometry()
        assert window.width() >= min(SMALLEST.width(), screen.width())
        assert window.height() >= min(SMALLEST.height(), screen.height())
        assert window.size().boundedTo(screen.size().expandedTo(SMALLEST)) == window.size()
        assert screen.intersects(window.geometry())
        window.deleteLater()


def test_the_first_time_it_has_its_usual_size_or_the_screens(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window, QByteArray())
    screen = window.screen().availableGeometry().size()
    assert window.size() == QSize(1280, 800).boundedTo(screen - QSize(0, 40))  # a title bar has room
