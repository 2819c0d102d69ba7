"""Brings lessons into the window: the strip below the pages, the player, the editor, handouts, and the presenter."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.lessons.lesson import Lesson
from lossviz.core.lessons.lesson_file import read, save
from lossviz.core.lessons.shipped import shipped_lessons
from lossviz.panels.lesson_panel import LessonPanel
from lossviz.panels.message_panel import MessagePanel
from lossviz.shell.handout_maker import HandoutMaker
from lossviz.shell.lesson_editor import LessonEditor
from lossviz.shell.lesson_on_screen import LessonOnScreen
from lossviz.shell.lesson_player import LessonPlayer, Scene
from lossviz.shell.lesson_recording import Recording, View
from lossviz.shell.main_window import MainWindow
from lossviz.shell.presentation import Presentation
from lossviz.stores.lesson_draft_store import LessonDraftStore
from lossviz.stores.lesson_store import LessonStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.state_table import StateTable
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page
from lossviz.widgets.theme import ThemeSource, load_presenting_theme, load_theme

_MESSAGE_AIR_PX = (12, 0, 12, 8)  # as on the pages


class Classroom(QObject):
    """language: the window's, asked whenever something is built in it."""

    told = Signal(str)  # a sentence for the status bar
    handout_wanted = Signal(object)  # Lesson, for which a file is to be chosen

    def __init__(
        self,
        window: MainWindow,
        states: StateTable,
        clock: FrameClock,
        theme: ThemeSource,
        scene: Scene,
        language: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self.lesson = LessonStore()
        self.draft = LessonDraftStore()
        self.messages = MessageStore()
        self.window = window
        self.language = language
        self.path: Path | None = None
        self.lessons, problems = shipped_lessons()
        self.player = LessonPlayer(self.lesson, states, clock, scene, window, theme)
        self.handouts = HandoutMaker(self.lesson, self.player, states, self._picture)
        self._states = states
        self._clock = clock
        self._theme = theme
        self._presentation: Presentation | None = None
        self._is_handed_over = False
        self._look_before = window.page, theme.theme
        self._presenting_theme = ThemeSource(load_presenting_theme())
        self._editor: LessonEditor | None = None
        self._foot = self._build_foot()
        self._connect(problems)

    def rebuild(self) -> None:
        """Build the strip and the editor anew, in the language of now, and lay the marks over new pages."""
        old = self._foot.takeAt(0)
        if old and (widget := old.widget()):
            widget.hide()
            widget.deleteLater()
        self._foot.addWidget(self._build_strip())
        self.player.show_marks()
        if self._editor:
            is_open = self._editor.isVisible()
            self._drop_editor()
            if is_open:
                self.show_editor()

    def present_with(self, presentation: Presentation) -> None:
        """Let the presenter's window show the lesson and be stepped through it."""
        self._presentation = presentation
        presentation.started.connect(self._on_presented)
        presentation.view_changed.connect(self.player.show_marks)
        self.lesson.lesson_changed.connect(self._hand_to_presenter)
        self.lesson.step_changed.connect(presentation.follow_lesson)
        self._hand_to_presenter()

    def begin(self, lesson: Lesson, index: int = 0, path: Path | None = None) -> None:
        """Give a lesson from a step on. path: its file, if it does not ship."""
        self.messages.clear()
        self.path = path
        self.lesson.begin(lesson, index)

    def begin_shipped(self, key: str) -> None:
        """Give the lesson of this key; if there is none a message says which there are."""
        for lesson in self.lessons:
            if lesson.key == key:
                self.begin(lesson)
                return
        self.messages.show_error(
            LossvizError(
                QT_TRANSLATE_NOOP("errors", "There is no lesson “{key}”."),
                QT_TRANSLATE_NOOP("errors", "The lessons that come with lossviz are {known}."),
                QT_TRANSLATE_NOOP("errors", "Choose one of them, or open a file with Lessons, Open lesson."),
                key=key,
                known=", ".join(lesson.key for lesson in self.lessons),
            )
        )

    def open_file(self, path: Path) -> None:
        """Give the lesson in a file; if it cannot be used a message says why and where."""
        try:
            self.begin(read(path), path=path)
        except LossvizError as error:
            self.messages.show_error(error)

    def save_with_tally(self, path: Path) -> None:
        """Write the running lesson with the hands that were counted."""
        lesson = self.lesson.lesson_with_tally
        if lesson is None:
            return
        try:
            save(path, lesson)
        except LossvizError as error:
            self.messages.show_error(error)
            return
        self.told.emit(self.tr("The lesson was saved to {path}.").format(path=path))

    def show_editor(self) -> LessonEditor:
        """The window in which lessons are written."""
        if self._editor is None:
            self._editor = self._build_editor()
        self._editor.show()
        self._editor.activateWindow()
        return self._editor

    def make_handout(self, path: Path, lesson: Lesson) -> None:
        """Write it in the window's language, with the hands counted; pictures in the light theme, which spares ink."""
        if self.handouts.is_working:
            return
        self.messages.clear()
        self._look_before = self.window.page, self._theme.theme
        self._theme.set_theme(load_theme("light"))
        running = self.lesson.lesson_with_tally if lesson is self.lesson.lesson else None
        self.handouts.make(path, running or lesson, self.language())

    def may_close(self) -> bool:
        """Whether the window may close as far as lessons go: asks about a draft that is not saved."""
        return self._editor is None or not self._editor.isVisible() or self._editor.close()

    def _connect(self, problems: tuple[LossvizError, ...]) -> None:
        self.player.refused.connect(self.messages.show_error)
        self.handouts.failed.connect(self.messages.show_error)
        self.handouts.finished.connect(self._on_written)
        self.handouts.ended.connect(self._on_handout_ended)
        for problem in problems:
            self.messages.show_error(problem)

    def _build_foot(self) -> QVBoxLayout:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_strip())
        self.window.add_foot(foot)
        return column

    def _build_strip(self) -> QWidget:
        strip = QWidget()
        column = QVBoxLayout(strip)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        messages = MessagePanel(self._clock, self._theme, self.messages)
        messages.setContentsMargins(*_MESSAGE_AIR_PX)
        column.addWidget(messages)
        column.addWidget(LessonPanel(self._clock, self._theme, self.lesson, self.language()))
        return strip

    def _build_editor(self) -> LessonEditor:
        recording = Recording(self._states.state, lambda: self._states.defaults, self._view, self._controls)
        editor = LessonEditor(self.window, self.draft, recording, self.language())
        editor.preview_wanted.connect(self.begin)
        editor.handout_wanted.connect(self.handout_wanted)
        editor.saved.connect(self._on_written)
        return editor

    def _drop_editor(self) -> None:
        if self._editor:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _view(self) -> View:
        page = self._page()
        panels = page.panels() if isinstance(page, Page) else ()
        seen = (entry.name for entry in panels if entry.widget.isVisible() and not entry.is_bar)
        return View(self.window.page, tuple(seen))

    def _controls(self) -> list[str]:
        seen = (widget.objectName() for widget in self._page().findChildren(QWidget) if widget.isVisible())
        return sorted({name for name in seen if name.startswith(f"{self.window.page}.")})

    def _panel_names(self) -> set[str]:
        pages = (entry.widget for entry in self.window.entries)
        return {panel.name for page in pages if isinstance(page, Page) for panel in page.panels()}

    def _page(self) -> QWidget:
        return next(entry.widget for entry in self.window.entries if entry.name == self.window.page)

    def _picture(self) -> QImage:
        """The page in front with covers and frames."""
        page = self._page()
        return self.window.grab(QRect(page.mapTo(self.window, QPoint(0, 0)), page.size())).toImage()

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.told.emit(self.tr("Written to {path}.").format(path=path))

    @Slot()
    def _on_handout_ended(self) -> None:
        page, theme = self._look_before
        self._theme.set_theme(theme)
        self.window.show_page(page)

    @Slot()
    def _on_presented(self) -> None:
        if self._presentation and self._presentation.window:
            self.player.add_window(self._presentation.window, self._presenting_theme)

    @Slot()
    def _hand_to_presenter(self) -> None:
        """Once for each lesson that begins where none was: the strip follows what comes after by itself."""
        is_given = self.lesson.lesson is not None
        if self._presentation is None or is_given is self._is_handed_over:
            return
        self._is_handed_over = is_given
        shown = LessonOnScreen(self._clock, self.lesson, self.language, self._panel_names)
        self._presentation.set_lesson(shown if is_given else None)
