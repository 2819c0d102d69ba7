"""All that a window does about sessions: its commands, its banner, dropped and recent files, keeping by itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.errors import LossvizError
from lossviz.panels.message_panel import MessagePanel
from lossviz.shell import view_state
from lossviz.shell.commands import Command
from lossviz.shell.file_drop import FileDrop
from lossviz.shell.file_kinds import kind_of
from lossviz.shell.main_window import MainWindow
from lossviz.shell.session_commands import continue_command, session_commands
from lossviz.shell.session_desk import Arrangement, Outside, SessionDesk
from lossviz.shell.session_recovery import SessionRecovery
from lossviz.stores.data_store import DataStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource
from lossviz.workers.run_forms import RunFile
from lossviz.workers.session_keeper import SessionKeeper


class Sessions(QObject):
    """Belongs to one window. open_file: opens any file by what it is; kept_in: the folder of what is kept by itself."""

    commands_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        table: StateTable,
        training: TrainingStore,
        data: DataStore,
        settings: SettingsStore,
        outside: Outside,
        open_file: Callable[[Path], object],
        kept_in: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._table = table
        self._settings = settings
        self._open_file = open_file
        self._banner: MessagePanel | None = None
        self.messages = MessageStore()
        self.desk = SessionDesk(table, training, data, _arrangement(window), outside, self.messages)
        self._keeper = SessionKeeper(kept_in, self.desk.worth_keeping)
        self._kept_run = kept_in / "last.pt"
        self._recovery = SessionRecovery(self._keeper, self.desk, self.messages)
        self._drop = FileDrop(window, _can_open, open_file)
        self._connect()

    def begin(self, *, offers: bool = True) -> None:
        """Keep the session by itself from now on. offers: whether to ask about what an earlier window has left."""
        self._keeper.begin()
        if offers:
            self._recovery.offer()

    def end(self) -> None:
        """The window comes to an orderly end: what is there now can be continued in another one."""
        self.desk.keep_run(self._kept_run)
        self._keeper.end()

    def commands(self) -> list[Command]:
        """For File; others after `commands_changed`."""
        return [
            *session_commands(self._window, self.desk, self._settings, self._open_file),
            continue_command(self._can_continue, self._continue_last),
        ]

    def show_banner(self, clock: FrameClock, theme: ThemeSource) -> None:
        """Have messages shown above the pages, in the language of now."""
        if self._banner:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = MessagePanel(clock, theme, self.messages)
        self._banner.remedy_chosen.connect(self._recovery.take_remedy)
        self._window.add_banner(self._banner)
        self._banner.setVisible(self.messages.message is not None)

    @Slot(object)
    def note_run(self, file: RunFile) -> None:
        """A run was saved to this file, or opened from it."""
        self.desk.note_run(file)
        if file.path != self._kept_run:
            self.note_file(file.path)

    @Slot(object)
    def note_file(self, path: Path) -> None:
        """This file was opened or saved."""
        self._settings.add_recent_file(path)

    @Slot(object)
    def refuse(self, error: LossvizError) -> None:
        """Say above the pages that something was not opened, or not all of it."""
        self.messages.show_warning(error)

    def _can_continue(self) -> bool:
        return self._keeper.last is not None and self.desk.can_open

    def _continue_last(self) -> None:
        if self._keeper.last:
            self.desk.restore(self._keeper.last)

    def _connect(self) -> None:
        self._table.changed.connect(self._keeper.note_change)
        self._keeper.failed.connect(self.refuse)
        self._drop.refused.connect(self.refuse)
        self._settings.recent_files_changed.connect(self.commands_changed)
        self.desk.opened.connect(self.note_file)
        self.desk.saved.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.note_file(path)
        self._window.statusBar().showMessage(self.tr("The session was saved to {path}.").format(path=path))


def _arrangement(window: MainWindow) -> Arrangement:
    return Arrangement(
        page_names=[entry.name for entry in window.entries],
        page=partial(_page_of, window),
        show_page=window.show_page,
        remember=partial(view_state.remember, window),
        restore=partial(view_state.restore, window),
    )


def _page_of(window: MainWindow) -> str:
    return window.page


def _can_open(path: Path) -> bool:
    return kind_of(path) is not None
