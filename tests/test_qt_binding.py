"""The binding to Qt is a version that works, imported in an order that works."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot


class _Sender(QObject):
    flag_changed = Signal(bool)
    pressed = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on True, False and None are never freed")
def test_calls_into_qt_keep_true_false_and_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one reference with each call: the interpreter aborts when the last one is gone."""
    sender, button = _Sender(), QPushButton()
    qtbot.addWidget(button)
    before = [sys.getrefcount(constant) for constant in (True, False, None)]
    for turn in range(1000):
        sender.flag_changed.emit(turn % 2 == 0)
        sender.pressed.emit()
        button.setEnabled(turn % 2 == 0)
    after = [sys.getrefcount(constant) for constant in (True, False, None)]
    drift = [now - then for then, now in zip(before, after, strict=True)]
    assert max(map(abs, drift)) < 50, drift


def test_tests_import_torch_before_qt_as_windows_needs() -> None:
    order = list(sys.modules)
    assert order.index("torch") < order.index("PySide6")
