"""What the running lesson gives the presenter: panels, the clicker's steps, and the strip with caption and question."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lossviz.panels.lesson_panel import LessonPanel
from lossviz.stores.lesson_store import LessonStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.lessons.question_view import MOST_OPTIONS
from lossviz.widgets.theme import ThemeSource


class LessonOnScreen:
    """language: asked whenever a strip is built. known: the names of all panels that there are."""

    def __init__(
        self,
        clock: FrameClock,
        store: LessonStore,
        language: Callable[[], str],
        known: Callable[[], Collection[str]],
    ) -> None:
        self._clock = clock
        self._store = store
        self._language = language
        self._known = known

    def shown_panels(self) -> tuple[str, ...]:
        """The names of the panels that the present step is about."""
        known = self._known()
        return tuple(name for name in self._store.step.show if name in known) if self._store.step else ()

    def step_forward(self) -> None:
        """What the clicker's next key does."""
        self._store.next()

    def step_back(self) -> None:
        """What the clicker's back key does."""
        self._store.back()

    def build_strip(self, theme: ThemeSource) -> QWidget:
        """Caption and question, for below the panels; the keys 1 to 4 count hands."""
        strip = LessonPanel(self._clock, theme, self._store, self._language())
        for option in range(MOST_OPTIONS):
            QShortcut(QKeySequence(str(option + 1)), strip).activated.connect(partial(self._store.add_hands, option))
        return strip
