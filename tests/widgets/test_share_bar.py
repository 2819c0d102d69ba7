"""ShareBar: a share of the whole, or a movement that ends when something can be counted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.share_bar import ShareBar


class Movement(QObject):
    """count: how often the style moved the watched bar on."""

    def __init__(self, bar: ShareBar) -> None:
        super().__init__()
        self.count = 0
        bar.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.StyleAnimationUpdate
        return False


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[ShareBar]:
    before = QApplication.style().name()
    QApplication.setStyle("Fusion")
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.show()
    yield bar
    QApplication.setStyle(before)


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_shows_a_share(bar: ShareBar, share: float) -> None:
    bar.show_share(share)
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.001)


def test_moves_until_something_is_known_and_then_rests(qtbot: QtBot, bar: ShareBar) -> None:
    movement, other = Movement(bar), ShareBar()
    qtbot.addWidget(other)
    other.show()
    elsewhere = Movement(other)
    for moving in (bar, other):
        moving.show_share(None)
    qtbot.waitUntil(lambda: movement.count > 3 and elsewhere.count > 3)
    bar.show_share(0.0)
    until = elsewhere.count + 3  # by then the bar has been painted at rest
    qtbot.waitUntil(lambda: elsewhere.count > until)
    at_rest = movement.count
    qtbot.waitUntil(lambda: elsewhere.count > until + 10)
    assert movement.count == at_rest
