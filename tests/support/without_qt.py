"""Makes Qt impossible to import, to show that the core needs none.

A pytest plugin: `python -m pytest -p no:pytest-qt -p tests.support.without_qt tests/core`.
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

import pytest

_FORBIDDEN = ("PySide6", "shiboken6", "pyqtgraph")


class _NoQt(MetaPathFinder):
    """Answers every import of Qt as if it were not installed."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if fullname.partition(".")[0] in _FORBIDDEN:
            raise ModuleNotFoundError(f"No module named {fullname!r}: this test run is without Qt", name=fullname)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare pytest-qt's settings in its place, so that --strict-config knows them."""
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "read by pytest-qt, which is absent")


sys.meta_path.insert(0, _NoQt())
