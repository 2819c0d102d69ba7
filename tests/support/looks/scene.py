"""A window in which there is something to see on every page, and all the ways in which it can be looked at."""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from lossviz.composition import Assembly
from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import DataIdentity, Digits, LabelledImages, digest_of
from lossviz.core.names import LANGUAGE_NAMES, THEME_NAMES
from lossviz.core.training.run_states import BUSY
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings
from lossviz.shell.cjk_fonts import chinese_family
from lossviz.workers import data_controller

Size = tuple[int, int]
SMALL, LARGE = (1024, 768), (1920, 1080)
SIZES: tuple[Size, ...] = (SMALL, LARGE)

_COUNTS = (800, 200, 200)  # of the digits to train with, to validate and to test: enough for a curve and some mistakes
_RUN = TrainingSettings(network="mlp", learning_rate=0.1, batch_size=20, epochs=3)
_PATIENCE_S = 60.0
_SEVEN = [[0.27, 0.26], [0.5, 0.25], [0.73, 0.24], [0.64, 0.42], [0.54, 0.62], [0.46, 0.83]]  # in the unit square

# What a person may have set, in the form of a lesson's step.
_STATE: dict[str, object] = {
    "fit": {"scenario": "far_outliers", "w": 0.9, "b": -2.5, "selected": 3, "law_shown": True},
    "threshold": {"threshold": 0.4, "false_negative": 5.0, "decisions": True},
    "descent": {"racing": ["momentum", "adam"], "steps": 60},
    "softmax": {"source": "digit"},
    "boxes": {"balls": "bwbbbwbbbb", "share": 0.7},
    "polynomial": {"degree": 9},
    "digit": {"strokes": [{"points": _SEVEN}]},
    "landscape": {"images": 100, "grid": 17},
}


@dataclass(frozen=True)
class Look:
    """One way to look at the window. tabs: the names of the panels that the page's inner tabs show."""

    page: str
    tabs: str
    language: str
    theme: str
    size: Size

    def __str__(self) -> str:
        width, height = self.size
        return "-".join((self.page, self.tabs, self.language, self.theme, f"{width}x{height}"))


@dataclass(frozen=True)
class Dress:
    """What all pages have in common: language, theme and size."""

    language: str
    theme: str
    size: Size


def dresses() -> list[Dress]:
    """All of them that can be had here: Chinese needs a font."""
    languages = LANGUAGE_NAMES if chinese_family() else ("en",)
    return [Dress(*parts) for parts in itertools.product(languages, THEME_NAMES, SIZES)]


class Scene:
    """One window that changes its dress, and shows tab after tab."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.window = assembly.window

    def put_on(self, dress: Dress) -> None:
        """Change language, theme and size of the window in the open."""
        settings = self.assembly.settings
        settings.set_language(dress.language)
        settings.set_theme_name(dress.theme)
        self.window.resize(*dress.size)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    def looks(self, dress: Dress, *, has_all_tabs: bool = True) -> Iterator[Look]:
        """Put it on and bring all pages to the front, one after another; of each all inner tabs, or the first ones."""
        self.put_on(dress)
        for entry in self.window.entries:
            self.window.show_page(entry.name)
            every = self._each_tab(entry.widget)
            for tabs in every if has_all_tabs else itertools.islice(every, 1):
                self.settle()
                yield Look(entry.name, tabs, dress.language, dress.theme, dress.size)

    def settle(self) -> None:
        """Wait until everything that changed has been drawn and laid out."""
        (timer,) = self.assembly.engine.clock.findChildren(QTimer)
        for _ in range(4):  # what was drawn may be laid out anew, tabs within tabs one after the other, and that drawn
            wait_until(lambda: not timer.isActive())
            QApplication.processEvents()

    def _each_tab(self, page: QWidget) -> Iterator[str]:
        """Tabs that stand side by side turn together; those within a tab while it is in front."""
        outer = [tabs for tabs in page.findChildren(QTabWidget) if not _is_in_tabs(tabs, page)]
        for _ in _turned(outer):
            before = ""
            inner = [tabs for one in outer for tabs in one.currentWidget().findChildren(QTabWidget)]
            for index in _turned(inner):
                name = self._names(page)
                yield f"{name}-{index + 1}" if index and name == before else name
                before = name

    def _names(self, page: QWidget) -> str:
        """Of the panels in tabs that can be seen."""
        panels = self.assembly.pages.named(page.objectName()).panels()
        seen = [entry for entry in panels if _is_in_tabs(entry.widget, page) and entry.widget.isVisibleTo(page)]
        return "+".join(entry.name.partition(".")[2] for entry in seen)


def _turned(side_by_side: list[QTabWidget]) -> Iterator[int]:
    """Bring their first tabs to the front, then their second ones; the last of each stays there."""
    for index in range(max((tabs.count() for tabs in side_by_side), default=1)):
        for tabs in side_by_side:
            tabs.setCurrentIndex(min(index, tabs.count() - 1))
        yield index


def _is_in_tabs(widget: QWidget, page: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QTabWidget):
            return True
        parent = parent.parentWidget()
    return False


@contextmanager
def open_scene(application: QApplication, folder: Path) -> Iterator[Scene]:
    """A window with everything in it; `folder` is empty, for what it remembers."""
    settings = QSettings(str(folder / "lossviz.ini"), QSettings.Format.IniFormat)
    around = Surroundings(settings, folder / "mnist", folder / "built-in")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_controller, "cached_built_in_digits", lambda _folder: some_digits())
        assembly = Assembly(application, around, _RUN, "cpu", "light", "en")
        scene = Scene(assembly)
        assembly.window.show()
        _fill(scene)
        yield scene
        wait_until(assembly.window.close)
        assembly.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _fill(scene: Scene) -> None:
    """Train a run, look at its landscape, draw a digit, select a case: what a person may have done."""
    assembly, mnist = scene.assembly, scene.assembly.engine.mnist
    assembly.begin(None)
    wait_until(lambda: mnist.data.digits is not None)
    assembly.engine.states.set_state(_STATE)
    assembly.engine.start_training()
    assembly.engine.clock.wake()
    wait_until(lambda: bool(mnist.training.run and mnist.training.run.test) and mnist.training.state not in BUSY)
    assembly.engine.studies.landscape.compute()
    assembly.engine.clock.wake()
    wait_until(lambda: mnist.landscapes.state == "done")
    mnist.evaluations.choose_cell((4, 9))
    scene.settle()


@cache
def some_digits() -> Digits:
    """A few of the built-in digits."""
    drawn = make_stroke_digits(sum(_COUNTS), seed=7)
    ends = list(itertools.accumulate(_COUNTS, initial=0))
    train, validation, test = (
        LabelledImages(drawn.images_u8[start:end], drawn.labels[start:end]) for start, end in itertools.pairwise(ends)
    )
    identity = DataIdentity(
        "built-in digits", "built-in digits, seed 7", digest_of(train, validation, test), "built_in"
    )
    return Digits(train, validation, test, identity)


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the window work until `condition` holds.

    Raises: TimeoutError if that takes a minute.
    """
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window does not come to rest")
        QApplication.processEvents()
        time.sleep(0.002)
