"""A lesson player over a whole window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson import Lesson
from lossviz.shell.lesson_marks import found
from lossviz.shell.lesson_player import LessonPlayer, Scene
from lossviz.stores.lesson_store import LessonStore
from tests.support.assembly import PATIENCE_MS
from tests.support.tellings import Tellings


@dataclass
class LessonRig:
    """errors: what the player told, in order."""

    assembly: Assembly
    store: LessonStore
    player: LessonPlayer
    qtbot: QtBot
    errors: list[LossvizError]

    def begin(self, lesson: Lesson, index: int = 0) -> None:
        """Give a lesson from a step on, and wait until it is set up."""
        self.and_wait(lambda: self.store.begin(lesson, index))

    def go_to(self, index: int) -> None:
        """Go to a step, and wait until it is set up."""
        self.and_wait(lambda: self.store.go_to(index))

    def and_wait(self, act: Callable[[], object]) -> None:
        """Do something that leads to another step, and wait until that is set up."""
        ready = Tellings(self.player.step_ready)
        act()
        self.qtbot.waitUntil(lambda: ready.count > 0, timeout=PATIENCE_MS)

    def widget(self, name: str) -> QWidget:
        """The window's widget of this objectName."""
        widget = found(self.assembly.window, name)
        assert widget is not None, name
        return widget


def lesson_rig(assembly: Assembly, qtbot: QtBot) -> LessonRig:
    """A player over the window, and no lesson yet."""
    store, errors = LessonStore(), list[LossvizError]()
    engine = assembly.engine
    scene = Scene(assembly.window.show_page, assembly.show_panel)
    player = LessonPlayer(store, engine.states, engine.clock, scene, assembly.window, assembly.theme.source)
    player.refused.connect(errors.append)
    return LessonRig(assembly, store, player, qtbot, errors)


def text_of(widget: QWidget) -> str:
    """What stands on it, or what it tells of itself."""
    if isinstance(widget, QLabel | QAbstractButton | QAbstractSpinBox):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return f"{widget.accessibleName()} {widget.accessibleDescription()}"
