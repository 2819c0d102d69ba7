"""The first picture stands in the middle of the screen and goes without being waited for."""

from PySide6.QtWidgets import QApplication, QSplashScreen
from pytestqt.qtbot import QtBot

from lossviz.splash import splash_for


def test_the_splash_is_a_picture_in_the_middle_of_the_screen(qapp: QApplication, qtbot: QtBot) -> None:
    splash = splash_for(qapp)
    qtbot.addWidget(splash)
    assert not isinstance(splash, QSplashScreen)  # which waits a second for itself to be seen
    with qtbot.waitExposed(splash):
        splash.show()
    middle = qapp.primaryScreen().availableGeometry().center() - splash.geometry().center()
    assert middle.manhattanLength() <= 2
    assert not splash.pixmap().isNull()
