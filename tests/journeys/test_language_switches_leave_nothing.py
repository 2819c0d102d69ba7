"""A change of language builds everything anew, and what was there before goes."""

import gc
from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.shell.cjk_fonts import chinese_family
from tests.support.assembly import PATIENCE_MS, settle


def switch(assembly: Assembly, qtbot: QtBot) -> None:
    """There and back."""
    for language in ("zh_CN", "en"):
        assembly.settings.set_language(language)
        settle(assembly, qtbot)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def living(assembly: Assembly) -> Counter[str]:
    """The widgets and actions of the window, by their kinds."""
    found: list[QObject] = [*assembly.window.findChildren(QWidget), *assembly.window.findChildren(QAction)]
    return Counter(type(each).__name__ for each in found)


def halves() -> Counter[str]:
    """Menus and actions of which Qt's half is gone and Python's is not."""
    gc.collect()
    kinds = {QMenu, QAction}
    return Counter(
        type(each).__name__ for each in gc.get_objects() if type(each) in kinds and not shiboken6.isValid(each)
    )


@pytest.fixture
def switched(assembly: Assembly, qtbot: QtBot) -> Assembly:
    """A window that has spoken both languages."""
    if not chinese_family():
        pytest.skip("without Chinese characters the window stays in English")
    switch(assembly, qtbot)
    return assembly


def test_as_many_objects_after_many_switches_as_after_one(switched: Assembly, qtbot: QtBot) -> None:
    objects = living(switched)
    for _ in range(2):
        switch(switched, qtbot)
    qtbot.waitUntil(lambda: living(switched) == objects, timeout=PATIENCE_MS)


def test_pythons_half_of_a_menu_goes_with_qts(switched: Assembly, qtbot: QtBot) -> None:
    """Apart from the test above, which asks Qt for all objects: that alone makes Python's halves of them."""
    left = halves()
    for _ in range(2):
        switch(switched, qtbot)
    assert halves() - left == Counter()
