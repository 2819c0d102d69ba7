"""What every test shares: an isolated home, the order of imports, and the watch for leaks."""

import importlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.isolation import isolate, redirect_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytest_plugins = ["tests.support.leaks"]

_home = tempfile.TemporaryDirectory(prefix="lossviz-tests-")
isolate(os.environ, Path(_home.name))

# On Windows torch's libraries fail to load after Qt's, which pytest-qt imports as soon as this file has been read.
importlib.import_module("torch")

# No test depends on how fast the machine is. Random inputs are the same ones every time, unless new ones are asked for.
settings.register_profile("lossviz", deadline=None, derandomize="LOSSVIZ_EXPLORE" not in os.environ)
settings.load_profile("lossviz")


def pytest_unconfigure() -> None:
    """Remove the home that this session used."""
    _home.cleanup()


@pytest.fixture(autouse=True, scope="session")
def _qt_keeps_to_itself(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    if request.config.pluginmanager.hasplugin("pytest-qt"):
        redirect_qt(tmp_path_factory.mktemp("qt_settings"))


@pytest.fixture(autouse=True)
def _let_go_of_the_mouse(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test: QTest's double click, for one, leaves the button down, and the next test's moves were drags."""
    yield
    if "qapp" in request.fixturenames:
        from tests.support.mouse import let_go

        let_go()


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """pytest-qt's, except that widgets live until the test is over."""
    from tests.support.keeping_qtbot import KeepingQtBot

    del qapp
    return KeepingQtBot(request)
