"""What the tests of these widgets share."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def on_screen(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Shows a widget at a size until the test ends."""

    def show(widget: QWidget, width: int, height: int) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()

    return show
