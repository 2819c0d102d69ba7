"""The whole window over a data set so small that a run takes a moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
import torch
from PySide6.QtCore import QLocale, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings
from lossviz.workers import data_controller
from tests.support.tiny_runs import TINY_RUN, tiny_digits

PATIENCE_MS = 20_000  # for a condition on a machine that is busy with other things

Kind = TypeVar("Kind", bound=QWidget)


@dataclass(frozen=True)
class Home:
    """Where a window keeps what it remembers, so that another one can be opened on the same."""

    folder: Path
    application: QApplication
    variable: str = ""

    @property
    def surroundings(self) -> Surroundings:
        """Settings and caches in the folder."""
        settings = QSettings(str(self.folder / "lossviz.ini"), QSettings.Format.IniFormat)
        return Surroundings(settings, self.folder / "mnist", self.folder / "built-in", self.variable)

    def build(self, settings: TrainingSettings = TINY_RUN) -> Assembly:
        """A window that is not shown and has no data yet."""
        return Assembly(self.application, self.surroundings, settings, "cpu")

    def open(self, qtbot: QtBot, settings: TrainingSettings = TINY_RUN) -> Assembly:
        """A window as a person finds it: shown, with the network that ships and the built-in digits."""
        assembly = self.build(settings)
        show(assembly, qtbot)
        begin(assembly, qtbot)
        return assembly


def begin(assembly: Assembly, qtbot: QtBot) -> None:
    """Load the network that ships and the data, and wait for them."""
    assembly.begin(None)
    qtbot.waitUntil(lambda: assembly.engine.mnist.data.digits is not None, timeout=PATIENCE_MS)
    settle(assembly, qtbot)


def show(assembly: Assembly, qtbot: QtBot) -> None:
    """Show the window with the MNIST page in front until the test ends."""
    qtbot.addWidget(assembly.window)
    assembly.window.show_page("mnist")
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()


def settle(assembly: Assembly, qtbot: QtBot) -> None:
    """Wait until everything that changed has been drawn and the frame clock rests."""
    (timer,) = assembly.engine.clock.findChildren(QTimer)
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=PATIENCE_MS)


@contextmanager
def application_restored(application: QApplication) -> Iterator[None]:
    """Undo what a window does to the whole process: its theme, its thread count, its way of writing numbers."""
    locale = QLocale()
    threads, palette, font, style = (
        torch.get_num_threads(),
        application.palette(),
        application.font(),
        application.style().objectName(),
    )
    yield
    QLocale.setDefault(locale)
    torch.set_num_threads(threads)
    application.setStyleSheet("")
    application.setStyle(style)
    application.setPalette(palette)
    application.setFont(font)


@pytest.fixture
def home(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """An empty home; the built-in digits are the tiny ones."""
    monkeypatch.setattr(data_controller, "cached_built_in_digits", lambda _folder: tiny_digits())
    with application_restored(qapp):
        yield Home(tmp_path, qapp)


@pytest.fixture
def assembly(home: Home, qtbot: QtBot) -> Assembly:
    """A window as a person finds it."""
    return home.open(qtbot)


def part(assembly: Assembly, kind: type[Kind], name: str) -> Kind:
    """The window's only `kind` of this objectName."""
    (found,) = assembly.window.findChildren(kind, name)
    return found


def press(assembly: Assembly, name: str) -> None:
    """Click a button of the page with the mouse."""
    button = part(assembly, QAbstractButton, f"mnist.{name}")
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def choose(combo: QComboBox, value: object) -> None:
    """Choose the entry with this value by keyboard."""
    index = next(index for index in range(combo.count()) if combo.itemData(index) == value)
    key = Qt.Key.Key_Down if index > combo.currentIndex() else Qt.Key.Key_Up
    while combo.currentIndex() != index:
        QTest.keyClick(combo, key)


def draw(assembly: Assembly, *places: tuple[float, float]) -> None:
    """Draw one stroke with the left button, through `places` in the canvas' unit square."""
    canvas = assembly.pages.mnist.canvas.canvas
    square = canvas.square
    pixels = [
        QPoint(round(square.x() + x * square.width()), round(square.y() + y * square.height())) for x, y in places
    ]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(canvas, pixel)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=pixels[-1])


def until(assembly: Assembly, qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait for `condition`, and then until it has been drawn."""
    qtbot.waitUntil(condition, timeout=PATIENCE_MS)
    (timer,) = assembly.engine.clock.findChildren(QTimer)
    frames = Frames(timer)
    assembly.engine.clock.wake()
    qtbot.waitUntil(lambda: frames.count > 0, timeout=PATIENCE_MS)


class Frames(QObject):
    """count: of frames that the clock has drawn since."""

    def __init__(self, timer: QTimer) -> None:
        super().__init__()
        self.count = 0
        timer.timeout.connect(self._on_timeout)

    def _on_timeout(self) -> None:
        self.count += 1
