"""What the import contracts in pyproject.toml cannot say about the layers, read from the source."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeGuard

import pytest

_CHECKOUT = Path(__file__).parents[1]

_Rule = Callable[[ast.AST], bool]


def imports_qt_beyond_core(node: ast.AST) -> bool:
    """`import PySide6.QtGui`, `from PySide6 import QtGui`, `from PySide6.QtGui import QColor`."""
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
        modules = [f"PySide6.{alias.name}" for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        modules = [node.module or ""]
    else:
        return False
    return any(module.partition(".")[0] == "PySide6" and module != "PySide6.QtCore" for module in modules)


def connects_to_no_method(node: ast.AST) -> bool:
    """`signal.connect(lambda: ...)`, `.connect(partial(...))`, `.connect(function)`: run in the emitting thread."""
    return _is_call_of(node, "connect") and not isinstance(node.args[0], ast.Attribute)


def translates_a_built_text(node: ast.AST) -> bool:
    """`tr(f"...")`, `tr("..." + x)`, `tr("...".format(x))`: no translation is ever found for them."""
    if _is_call_of(node, "tr"):
        return isinstance(node.args[0], ast.JoinedStr | ast.BinOp | ast.Call)
    return _is_call_of(node, "QT_TRANSLATE_NOOP") and not all(isinstance(text, ast.Constant) for text in node.args)


def _is_call_of(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    if not (isinstance(node, ast.Call) and node.args):
        return False
    called = node.func
    return (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) == name


def _breaches(folder: str, rule: _Rule) -> list[str]:
    files = sorted((_CHECKOUT / "lossviz" / folder).rglob("*.py"))
    assert files, f"lossviz/{folder} has no source to check"
    return [f"{file}:{line}" for file in files for line in _breaking_lines(file.read_text(encoding="utf-8"), rule)]


def _breaking_lines(source: str, rule: _Rule) -> list[int]:
    return [node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt | ast.expr) and rule(node)]


@pytest.mark.parametrize("layer", ["stores", "workers"])
def test_stores_and_workers_use_qtcore_only(layer: str) -> None:
    assert _breaches(layer, imports_qt_beyond_core) == []


def test_signals_of_workers_reach_methods_only() -> None:
    assert _breaches("workers", connects_to_no_method) == []


def test_translated_texts_are_literals() -> None:
    assert _breaches("", translates_a_built_text) == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (imports_qt_beyond_core, "import PySide6.QtGui"),
        (imports_qt_beyond_core, "from PySide6 import QtCore, QtWidgets"),
        (imports_qt_beyond_core, "from PySide6.QtGui import QColor"),
        (connects_to_no_method, "self.failed.connect(lambda: self.stop())"),
        (connects_to_no_method, "self.failed.connect(functools.partial(self.stop, 1))"),
        (connects_to_no_method, "self.failed.connect(report)"),
        (translates_a_built_text, "self.tr(f'{count} images')"),
        (translates_a_built_text, "self.tr('images: ' + count)"),
        (translates_a_built_text, "self.tr('{} images'.format(count))"),
        (translates_a_built_text, "QT_TRANSLATE_NOOP('errors', f'{name} is missing')"),
    ],
)
def test_each_rule_sees_its_breach(rule: _Rule, source: str) -> None:
    assert _breaking_lines(source, rule) == [1]


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (imports_qt_beyond_core, "from PySide6.QtCore import QObject"),
        (imports_qt_beyond_core, "from PySide6 import QtCore"),
        (connects_to_no_method, "self.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)"),
        (translates_a_built_text, "self.tr('{count} images').format(count=3)"),
        (translates_a_built_text, "QT_TRANSLATE_NOOP('errors', 'one sentence' 'and the next')"),
    ],
)
def test_no_rule_sees_a_breach_where_there_is_none(rule: _Rule, source: str) -> None:
    assert _breaking_lines(source, rule) == []


def test_the_core_is_imported_whole_where_qt_is_absent() -> None:
    program = (
        "import importlib, pkgutil, tests.support.without_qt, lossviz.core\n"
        "for module in pkgutil.walk_packages(lossviz.core.__path__, 'lossviz.core.'):\n"
        "    importlib.import_module(module.name)\n"
        "import PySide6\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], cwd=_CHECKOUT, capture_output=True, text=True, check=False
    )
    assert (
        finished.stderr.splitlines()[-1]
        == "ModuleNotFoundError: No module named 'PySide6': this test run is without Qt"
    )
    assert 'File "<string>", line 4' in finished.stderr
