"""Builds everything once, with every connection in sight: the engine, the views over it, and the window around them."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from lossviz.core.errors import LossvizError
from lossviz.core.names import DeviceName
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Engine, Surroundings
from lossviz.file_commands import file_commands
from lossviz.page_factory import PageFactory
from lossviz.panels.status_panel import StatusPanel
from lossviz.run_commands import run_commands
from lossviz.shell import view_state
from lossviz.shell.aids import Aids
from lossviz.shell.classroom import Classroom
from lossviz.shell.commands import Command
from lossviz.shell.diagnostics import Places
from lossviz.shell.drag_undo import DragUndo
from lossviz.shell.file_kinds import kind_by_name, kind_of
from lossviz.shell.file_words import FileWords
from lossviz.shell.lesson_commands import lesson_commands
from lossviz.shell.lesson_dialogs import LessonDialogs
from lossviz.shell.lesson_keys import LessonKeys
from lossviz.shell.lesson_player import Scene
from lossviz.shell.main_window import MainWindow
from lossviz.shell.motion import Motion
from lossviz.shell.plot_commands import PlotInMind, plot_commands
from lossviz.shell.presentation import Presentation
from lossviz.shell.presentation_commands import presentation_commands
from lossviz.shell.session_desk import Outside
from lossviz.shell.sessions import Sessions
from lossviz.shell.theme_application import ThemeApplication
from lossviz.shell.translation import Translation
from lossviz.shell.undo_commands import undo_commands
from lossviz.shell.window_commands import window_commands
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.workers.run_forms import RunFile


class Assembly(QObject):
    """One window and everything behind it."""

    def __init__(
        self,
        application: QApplication,
        around: Surroundings,
        training: TrainingSettings,
        device: DeviceName,
        theme_name: str = "",
        language: str = "",
    ) -> None:
        """theme_name, language: for this sitting, until another is chosen in the window; empty for the remembered."""
        super().__init__()
        self._around = around
        self.settings = SettingsStore(around.settings)
        self.translation = Translation(application, self.settings, language)
        self.theme = ThemeApplication(application, self.settings, theme_name)
        self.motion = Motion(application, self.settings)
        self.engine = Engine(around, self.settings, training, device)
        self.factory = PageFactory(self.engine)
        self.pages = self.factory.build_all(self.theme.source)
        self.window = MainWindow(self.factory.entries(self.pages), self.settings, self.shut_down)
        self.aids = self._build_aids()
        self.sessions = self._build_sessions()
        self.presentation = Presentation(self.window, self.factory.build, self.engine.clock, self.settings)
        self.classroom = self._build_classroom()
        self.lesson_dialogs = LessonDialogs(self.classroom)
        self.lesson_keys = LessonKeys(application, self.window, self.classroom.lesson)
        self.plot_in_mind = PlotInMind(application, self.window)
        self._drag_undo = DragUndo(self.engine.history)
        self._file_words = FileWords(self.engine.files, self.window.statusBar())
        self._dress_window()
        self._connect()
        view_state.restore(self.window, self.settings.view_state)

    def begin(self, mnist: str | None) -> None:
        """Load the network that ships and look for data, first of all at `mnist`."""
        self.engine.begin(mnist)

    def begin_session(self) -> None:
        """Keep what a person sets from now on, offer what a window that crashed has left, and say what is amiss."""
        self.sessions.begin(offers=not self._around.is_safe)
        if self.translation.problem:
            self.sessions.refuse(self.translation.problem)

    def open_file(self, path: Path) -> None:
        """Open a session, a lesson, a run, a table of cases, a picture of a digit or a data set: what `path` is."""
        kind = kind_of(path) or kind_by_name(path)
        if kind == "session":
            self.sessions.desk.open(path)
            return
        if kind == "lesson":
            self.classroom.open_file(path)
            return
        self.window.show_page("fit" if kind == "table" else "mnist")
        if kind == "run":
            self.engine.open_run(path)
            return
        if kind == "table":
            self.pages.fit.open_file(path)
        elif kind == "picture":
            self.pages.mnist.canvas.open_image_file(path)
        else:
            self.engine.open_data(path)

    @Slot()
    def shut_down(self) -> bool:
        """Stop everything that runs; True once nothing does."""
        self.presentation.leave()
        has_stopped = self.engine.shut_down()
        if has_stopped:
            self.sessions.end()
        return has_stopped

    @Slot(str)
    def show_panel(self, name: str) -> None:
        """Bring a panel to the front; `name` begins with its page's."""
        page = name.partition(".")[0]
        self.window.show_page(page)
        self.pages.named(page).show_panel(name)

    @Slot()
    def rebuild_pages(self) -> None:
        """Build all pages anew over the same stores, for example in another language, arranged as they were."""
        arrangement = view_state.remember(self.window)
        self.pages = self.factory.build_all(self.theme.source)
        self.window.show_pages(self.factory.entries(self.pages))
        self.classroom.rebuild()
        self.presentation.rebuild()
        self._dress_window()
        view_state.restore(self.window, arrangement)

    def _dress_window(self) -> None:
        """Give the window its commands, its status and its banner, in the language of now."""
        self._set_commands()
        engine = self.engine
        self.window.show_status_panel(StatusPanel(engine.clock, engine.mnist.training, engine.mnist.data))
        self.sessions.show_banner(engine.clock, self.theme.source)

    @Slot()
    def _set_commands(self) -> None:
        self.window.set_commands(self._commands())

    def _commands(self) -> list[Command]:
        """Everything that can be asked for, in the language of now."""
        return [
            *self.sessions.commands(),
            *file_commands(lambda: self.pages),
            *run_commands(self.engine, lambda: self.pages),
            *undo_commands(self.engine.history, self.engine.fit.history),
            *plot_commands(self.plot_in_mind),
            *window_commands(self.window, self.settings),
            *presentation_commands(self.presentation, self.settings),
            *lesson_commands(self.classroom, self.lesson_dialogs, self.engine.history),
            *self.aids.commands(),
        ]

    def _panels(self) -> list[PanelEntry]:
        """Of all pages."""
        return [panel for entry in self.window.entries for panel in self.pages.named(entry.name).panels()]

    def _build_classroom(self) -> Classroom:
        engine = self.engine
        scene = Scene(self.window.show_page, self.show_panel)
        room = Classroom(
            self.window, engine.states, engine.clock, self.theme.source, scene, lambda: self.translation.language
        )
        room.present_with(self.presentation)
        return room

    def _build_sessions(self) -> Sessions:
        engine = self.engine
        return Sessions(
            self.window,
            engine.states,
            engine.mnist.training,
            engine.mnist.data,
            self.settings,
            Outside(engine.training.write_at_rest, engine.opener.adopt, engine.open_data, engine.data.use_built_in),
            self.open_file,
            self._around.state_folder / "sessions",
        )

    def _build_aids(self) -> Aids:
        around = self._around
        places = Places(
            settings=Path(around.settings.fileName()),
            data=around.download_folder,
            built_in=around.built_in_folder,
            crashes=around.state_folder / "crashes",
        )
        training = self.engine.mnist.training
        return Aids(self.window, self.theme.source, self._panels, self.show_panel, training, places)

    def _connect(self) -> None:
        self._drag_undo.watch(self.window)
        self.presentation.started.connect(self._on_presentation_started)
        self.factory.page_wanted.connect(self.window.show_page)
        self.factory.panel_wanted.connect(self.show_panel)
        self.factory.cases_saved.connect(self._on_cases_saved)
        self.factory.file_opened.connect(self.sessions.note_file)
        self.factory.told.connect(self.window.statusBar().showMessage)
        self.engine.data.folder_chosen.connect(self.sessions.note_file)
        self.window.ask_before_closing(self.classroom.may_close)
        self.classroom.told.connect(self.window.statusBar().showMessage)
        self.translation.language_changed.connect(self._on_language_changed)
        self.sessions.commands_changed.connect(self._set_commands, Qt.ConnectionType.QueuedConnection)  # of a menu
        self.engine.run_saved.connect(self._on_run_saved)
        self.engine.run_saved.connect(self.sessions.note_run)
        self.engine.run_opened.connect(self.sessions.note_run)
        self.engine.history.refused.connect(self._on_undo_refused)
        self.engine.studies.file_written.connect(self._on_file_written)

    @Slot()
    def _on_presentation_started(self) -> None:
        if self.presentation.window is not None:
            self._drag_undo.watch(self.presentation.window)

    @Slot()
    def _on_language_changed(self) -> None:
        self.rebuild_pages()
        if self.translation.problem:
            self.sessions.refuse(self.translation.problem)

    @Slot(object)
    def _on_undo_refused(self, error: LossvizError) -> None:
        self.window.statusBar().showMessage(spoken_error(error))

    @Slot(object)
    def _on_run_saved(self, file: RunFile) -> None:
        self.window.statusBar().showMessage(self.tr("The run was saved to {path}.").format(path=file.path))

    @Slot(object)
    def _on_file_written(self, path: Path) -> None:
        self.window.statusBar().showMessage(self.tr("Written to {path}.").format(path=path))

    @Slot(object)
    def _on_cases_saved(self, path: Path) -> None:
        self.window.statusBar().showMessage(self.tr("The cases were saved to {path}.").format(path=path))
