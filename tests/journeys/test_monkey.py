"""Whatever is pressed, dragged and chosen, in whatever order, the window stays whole, and it closes at the end."""

import logging
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QFileDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.workers.data_controller import DataController
from tests.support.assembly import PATIENCE_MS

STEPS = 300
SEED = 6
LEFT = Qt.MouseButton.LeftButton
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Insert),
    *(Qt.Key.Key_Question, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_E, Qt.Key.Key_B),
)
MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
ENDS = ("file.quit",)

_log = logging.getLogger(__name__)
Kind = TypeVar("Kind", bound=QWidget)


class Monkey:
    """Each step is one act, chosen by weight; what builds pages anew is rare, as it takes as long as many others."""

    def __init__(self, assembly: Assembly, seed: int) -> None:
        self.assembly = assembly
        self.random = random.Random(seed)
        self.acts: list[tuple[Callable[[], str], int]] = [
            *((self.click, 20), (self.drag, 20), (self.press_button, 14), (self.press_keys, 20), (self.choose, 8)),
            *((self.turn_tab, 8), (self.show_panel, 6), (self.command, 8), (self.lesson, 14), (self.undo, 8)),
            *((self.train, 4), (self.present, 2), (self.speak, 1), (self.put_back, 1)),
        ]

    def step(self) -> str:
        """Do one thing and let the window follow. What was done."""
        (act,) = self.random.choices([act for act, _ in self.acts], [weight for _, weight in self.acts])
        done = act()
        for dialog in self._open_dialogs():
            dialog.reject()
        if popup := QApplication.activePopupWidget():
            popup.close()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return done

    def click(self) -> str:
        target = self._anything()
        QTest.mouseClick(target, LEFT, pos=self._place_in(target))
        return f"click {_name(target)}"

    def drag(self) -> str:
        """With something else in between, now and then."""
        target = self._anything()
        told = f"drag {_name(target)}"
        QTest.mousePress(target, LEFT, pos=self._place_in(target))
        for _ in range(4):
            if shiboken6.isValid(target):
                QTest.mouseMove(target, self._place_in(target))
            QApplication.processEvents()
        if self.random.random() < 0.1:
            told += f", meanwhile {self.random.choice((self.undo, self.lesson, self.speak, self.put_back))()}"
        if shiboken6.isValid(target):
            QTest.mouseRelease(target, LEFT, pos=self._place_in(target))
        return told

    def press_button(self) -> str:
        buttons = [button for button in self._seen(QAbstractButton) if button.isEnabled()]
        if not buttons:
            return "no button"
        button = self.random.choice(buttons)
        told = f"press {_name(button)}"
        QTest.mouseClick(button, LEFT, pos=button.rect().center())
        return told

    def press_keys(self) -> str:
        target = QApplication.focusWidget() or self._anything()
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        told = f"key {modifier.name} {key.name} on {_name(target)}"
        QTest.keyPress(target, key, modifier)
        return told

    def choose(self) -> str:
        boxes = [box for box in self._seen(QComboBox) if box.isEnabled() and box.count()]
        if not boxes:
            return "no list"
        box = self.random.choice(boxes)
        told = f"choose in {_name(box)}"
        QTest.keyClick(box, self.random.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))
        return told

    def turn_tab(self) -> str:
        seen = self._seen(QTabWidget)
        if not seen:
            return "no tabs"
        tabs = self.random.choice(seen)
        tabs.setCurrentIndex(self.random.randrange(tabs.count()))
        return f"tab {tabs.currentIndex()} of {_name(tabs)}"

    def show_panel(self) -> str:
        pages = self.assembly.pages
        page = self.random.choice((pages.fit, pages.softmax, pages.losses, pages.overfit, pages.mnist))
        panel = self.random.choice(page.panels()).name
        self.assembly.show_panel(panel)
        return f"panel {panel}"

    def command(self) -> str:
        rare = ("view.theme_", "view.language_", "view.present", *ENDS)
        commands = [command for command in self.assembly.window.commands if not command.key.startswith(rare)]
        command = self.random.choice(commands)
        self.assembly.window.run_command(command)
        return f"command {command.key}"

    def lesson(self) -> str:
        lesson = self.assembly.classroom.lesson
        if lesson.lesson is None:
            self.assembly.classroom.begin(self.random.choice(self.assembly.classroom.lessons))
            return "begin a lesson"
        act = self.random.choice((lesson.next, lesson.next, lesson.next, lesson.back, lesson.leave, lesson.resume))
        act()
        return f"lesson {act.__name__}"

    def put_back(self) -> str:
        self.assembly.window.run_command(self.assembly.window.commands["lessons.restore"])
        return "end the lesson and put back"

    def undo(self) -> str:
        act = self.random.choice((self.assembly.engine.history.undo, self.assembly.engine.history.redo))
        act()
        return act.__name__

    def train(self) -> str:
        """As by the button: nothing starts twice."""
        engine = self.assembly.engine
        if engine.mnist.training.is_free:
            engine.start_training()
            return "train"
        act = self.random.choice((engine.training.toggle_pause, engine.training.stop))
        act()
        return f"training {act.__name__}"

    def present(self) -> str:
        presentation = self.assembly.presentation
        act = presentation.leave if presentation.is_presenting else presentation.present_front
        act()
        return act.__name__

    def speak(self) -> str:
        language = self.random.choice(("en", "zh_CN"))
        self.assembly.settings.set_language(language)
        return f"language {language}"

    def _root(self) -> QWidget:
        return self.assembly.presentation.window or self.assembly.window

    def _seen(self, kind: type[Kind]) -> Sequence[Kind]:
        root = self._root()
        return [widget for widget in root.findChildren(kind) if widget.isVisible() and widget.window() is root]

    def _anything(self) -> QWidget:
        return self.random.choice([self._root(), *self._seen(QWidget)])

    def _place_in(self, widget: QWidget) -> QPoint:
        x, y = self.random.random(), self.random.random()
        return QPoint(int(x * widget.width()), int(y * widget.height()))

    def _open_dialogs(self) -> list[QDialog]:
        windows = QApplication.topLevelWidgets()
        return [window for window in windows if isinstance(window, QDialog) and window.isVisible()]


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers when a file is asked for, and nothing is fetched or opened outside."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_kwargs: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(DataController, "download", lambda _controller: None)


def test_nothing_that_is_done_in_any_order_breaks_the_window(
    alone: None, assembly: Assembly, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger=__name__)  # a failure shows the steps that led to it
    monkey = Monkey(assembly, SEED)
    with qtbot.captureExceptions() as errors:
        for number in range(STEPS):
            done = monkey.step()
            _log.info("%d: %s", number, done)
            assert not errors, f"step {number}: {done}"
            assert assembly.window.isVisible(), f"step {number}: {done}"
        assembly.classroom.draft.discard()
        assembly.settings.set_language("en")  # its translators are the application's, and so the next tests'
        qtbot.waitUntil(assembly.window.close, timeout=PATIENCE_MS)
    assert not errors
