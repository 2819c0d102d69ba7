"""Projector mode: one panel or one linked pair on a whole screen, over the same stores, in type for the last row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from lossviz.shell.main_window import MainWindow
from lossviz.shell.panel_in_mind import PanelInMind
from lossviz.shell.presentation_choice import PresentationChoice
from lossviz.shell.presentation_window import PresentationWindow
from lossviz.shell.presented_views import View, page_of, view_beside, view_in_front, views_of
from lossviz.shell.settling import settle
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.page import Page
from lossviz.widgets.panel_entry import PanelEntry, entry_of
from lossviz.widgets.theme import ThemeSource, load_presenting_theme

BuildPage = Callable[[str, ThemeSource], QWidget]


class LessonOnScreen(Protocol):
    """What a running lesson gives the presenter."""

    def shown_panels(self) -> Sequence[str]:
        """The names of the panels that its present step is about; the first one or two are presented."""

    def step_forward(self) -> object:
        """What the clicker's next key does."""

    def step_back(self) -> object:
        """What the clicker's back key does."""

    def build_strip(self, theme: ThemeSource) -> QWidget:
        """Caption and question, for below the panels."""


@dataclass
class _Show:
    """What lives as long as the presenter's window."""

    window: PresentationWindow
    view: View
    screen: QScreen
    pages: dict[str, QWidget]


class Presentation(QObject):
    """Opens the presenter's window, fills it and clears it away; the main window is not touched.

    build_page: builds the page of a name under a theme, connected to the stores.
    """

    started = Signal()
    ended = Signal()
    view_changed = Signal()

    def __init__(self, main: MainWindow, build_page: BuildPage, clock: FrameClock, settings: SettingsStore) -> None:
        super().__init__()
        self._main = main
        self._build_page = build_page
        self._clock = clock
        self._settings = settings
        self._lesson: LessonOnScreen | None = None
        self._screen: QScreen | None = None
        self._show: _Show | None = None
        self._theme = ThemeSource(load_presenting_theme())
        settings.reduced_motion_changed.connect(self._on_motion_changed)
        self._in_mind = PanelInMind(main)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    @property
    def is_presenting(self) -> bool:
        """Whether the presenter's window is open."""
        return self._show is not None

    @property
    def window(self) -> PresentationWindow | None:
        """The presenter's window."""
        return self._show.window if self._show else None

    @property
    def panels_shown(self) -> tuple[str, ...]:
        """The names of what is on the screen; none while nothing is presented."""
        return self._show.view.names if self._show else ()

    @property
    def views(self) -> list[View]:
        """Everything that can be presented, page by page."""
        return views_of(_presentable(entry.widget) for entry in self._main.entries)

    @Slot()
    def present_front(self) -> None:
        """Present the running lesson's step, or what is in front of the main window."""
        if self._show is None:
            self._open(self._view_in_front(), self._preferred_screen())

    @Slot()
    def choose(self) -> None:
        """Ask for panels and a screen, and present them."""
        parent = self.window or self._main
        titles = {entry.name: entry.title for entry in self._main.entries}
        dialog = PresentationChoice(parent, self.views, titles, QGuiApplication.screens())
        view = self._show.view if self._show else self._view_in_front()
        dialog.select(view, self._show.screen if self._show else self._preferred_screen())
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def present(self, names: Sequence[str]) -> None:
        """Show these panels, one or two, by their names; open the window if it is not.

        Raises: KeyError if no page has such a panel.
        """
        view = self._view_of(names)
        if self._show is None:
            self._open(view, self._preferred_screen())
        else:
            self._show_view(view)

    def set_lesson(self, lesson: LessonOnScreen | None) -> None:
        """Let the clicker step through this lesson, and show its strip; None for no lesson."""
        self._lesson = lesson
        if self._show:
            self._show.window.set_strip(lesson.build_strip(self._theme) if lesson else None)
            self.follow_lesson()

    @Slot()
    def follow_lesson(self) -> None:
        """Show the panels of the lesson's present step, if something is presented."""
        if self._lesson and self._show and self._lesson.shown_panels():
            self.present(self._lesson.shown_panels()[:2])

    @Slot()
    def rebuild(self) -> None:
        """Build everything in the presenter's window anew, for example in another language."""
        if self._show is None:
            return
        names, screen = self._show.view.names, self._show.screen
        self.leave()
        self._open(self._view_of(names), screen)

    @Slot()
    def leave(self) -> None:
        """Close the presenter's window."""
        if self._show:
            self._show.window.close()

    def _open(self, view: View, screen: QScreen) -> None:
        window = PresentationWindow(self._theme, is_moving=not self._settings.reduced_motion)
        self._show = _Show(window, view, screen, {})
        window.step_wanted.connect(self._on_step_wanted)
        window.choice_wanted.connect(self.choose)
        window.left.connect(self._on_left)
        if self._lesson:
            window.set_strip(self._lesson.build_strip(self._theme))
        self._show_view(view)
        self._go_to(screen)
        self.started.emit()

    def _go_to(self, screen: QScreen) -> None:
        if self._show:
            self._show.screen = screen
            self._show.window.show_on(screen)
            settle(self._clock)

    def _show_view(self, view: View) -> None:
        show = self._show
        if show is None:
            return
        entries = [self._entry(show, name) for name in view.names]
        areas = (_presentable(show.pages[page]).message_area() for page in sorted({*map(page_of, view.names)}))
        show.view = view
        show.window.show_panels(entries, [area for area in areas if area is not None])
        settle(self._clock)
        self.view_changed.emit()

    def _entry(self, show: _Show, name: str) -> PanelEntry:
        page = page_of(name)
        if page not in show.pages:
            built = self._build_page(page, self._theme)
            built.setParent(show.window.holder)
            show.pages[page] = built
        return entry_of(name, _presentable(show.pages[page]).panels())

    def _view_in_front(self) -> View:
        if self._lesson and self._lesson.shown_panels():
            return self._view_of(self._lesson.shown_panels()[:2])
        front = next(entry for entry in self._main.entries if entry.name == self._main.page)
        panels = _presentable(front.widget).panels()
        return view_in_front(front.name, panels, self._in_mind.widget, self.views)

    def _view_of(self, names: Sequence[str]) -> View:
        pages = {entry.name: entry.widget for entry in self._main.entries}
        titles = [entry_of(name, _presentable(pages[page_of(name)]).panels()).title for name in names]
        return View(tuple(names), " · ".join(titles))

    def _preferred_screen(self) -> QScreen:
        """The one chosen last if it is still there; otherwise one on which the main window is not."""
        screens = QGuiApplication.screens()
        if self._screen in screens and self._screen is not None:
            return self._screen
        others = [screen for screen in screens if screen is not self._main.screen()]
        return others[0] if others else self._main.screen()

    @Slot(object, object)
    def _on_chosen(self, view: View, screen: QScreen) -> None:
        self._screen = screen
        if self._show is None:
            self._open(view, screen)
            return
        self._show_view(view)
        if self._show.screen is not screen:
            self._go_to(screen)

    @Slot(int)
    def _on_step_wanted(self, by: int) -> None:
        if self._lesson:
            self._lesson.step_forward() if by > 0 else self._lesson.step_back()
        elif self._show:
            self._show_view(view_beside(self._show.view, self.views, by))

    @Slot()
    def _on_left(self) -> None:
        show, self._show = self._show, None
        if show is None:
            return
        show.window.stage.give_back(show.window.holder)
        show.window.deleteLater()
        self._main.activateWindow()
        self.ended.emit()

    @Slot()
    def _on_motion_changed(self) -> None:
        if self._show:
            self._show.window.halo.set_moving(is_moving=not self._settings.reduced_motion)

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        """Where the presenter's screen is gone, go on with one that is left."""
        left = [other for other in QGuiApplication.screens() if other is not screen]
        if self._show and left and self._show.screen is screen:
            self._go_to(left[0])


def _presentable(page: QWidget) -> Page:
    if not isinstance(page, Page):
        raise TypeError(f"{page.objectName()} is no page with panels")
    return page
