"""A qtbot that keeps the widgets it is given until the test is over."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import BeforeCloseFunc, QtBot


class KeepingQtBot(QtBot):
    """pytest-qt knows its widgets by weak references only, and paints once more after the test function has returned.

    A plot that is part of a reference cycle may then be collected in the middle of its own paint event: a crash.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(self, widget: QWidget, *, before_close_func: BeforeCloseFunc | None = None) -> None:
        """Close `widget` when the test is over, and keep it until then."""
        super().addWidget(widget, before_close_func=before_close_func)
        self._kept.append(widget)
