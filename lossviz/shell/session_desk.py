"""Saves and opens sessions: the states of all pages, how the window is arranged, and what they refer to."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

import lossviz
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.sessions.session import DataReference, Session
from lossviz.core.sessions.session_file import read_session, refused, write_session
from lossviz.core.training.saved_run import SavedRun
from lossviz.shell.open_run import OpenRun, find_run
from lossviz.stores.data_store import DataStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.workers.run_forms import RunFile


@dataclass(frozen=True)
class Arrangement:
    """What a session takes from the window and gives back to it. page_names: of all pages."""

    page_names: Collection[str]
    page: Callable[[], str]
    show_page: Callable[[str], object]
    remember: Callable[[], Mapping[str, object]]
    restore: Callable[[Mapping[str, object]], object]


@dataclass(frozen=True)
class Outside:
    """What brings in what a session refers to. adopt_run: make a saved run, read from a file, the present one.

    keep_run: write the present run once nothing is being trained any more.
    """

    keep_run: Callable[[Path], object]
    adopt_run: Callable[[SavedRun, Path], RunRecord]
    open_data: Callable[[Path], object]
    use_built_in: Callable[[], object]


@dataclass(frozen=True, eq=False)
class _Found:
    """A run that a session refers to, or why there is none."""

    path: Path
    run: SavedRun | None = None
    sha256: str = ""
    problem: LossvizError | None = None


class SessionDesk(QObject):
    """A session is opened as a whole or not at all; only what is outside of its file may be missing, which is told."""

    saved = Signal(object)  # Path
    opened = Signal(object)  # Path
    path_changed = Signal()

    def __init__(
        self,
        table: StateTable,
        training: TrainingStore,
        data: DataStore,
        arrangement: Arrangement,
        outside: Outside,
        messages: MessageStore,
    ) -> None:
        super().__init__()
        self._table = table
        self._training = training
        self._data = data
        self._arrangement = arrangement
        self._outside = outside
        self._messages = messages
        self._open_run = OpenRun(training)
        self._path: Path | None = None

    @property
    def path(self) -> Path | None:
        """The file that the session was saved to or opened from last."""
        return self._path

    @property
    def can_open(self) -> bool:
        """Whether a session can be opened: nothing is being trained."""
        return self._training.is_free

    @Slot(object)
    def note_run(self, file: RunFile) -> None:
        """A run was saved to this file, or opened from it."""
        self._open_run.note(file)

    def keep_run(self, path: Path) -> None:
        """Write the present run to `path` for the session to refer to, unless there is none or a file holds it."""
        run = self._training.run
        if run and run.has_network and len(run.log) and not self._open_run.is_saved:
            self._outside.keep_run(path)

    def present(self) -> Session:
        """All that there is now."""
        digits, window = self._data.digits, self._arrangement
        data = None
        if digits:
            identity = digits.identity
            path = "" if identity.kind == "built_in" else str(Path(identity.origin).absolute())
            data = DataReference(identity.name, path, identity.sha256)
        states, view = self._table.state(), window.remember()
        return Session(lossviz.__version__, window.page(), states, view, data, self._open_run.reference)

    def worth_keeping(self) -> Session | None:
        """All that there is now; None as long as everything is as it is at the start."""
        session = self.present()
        return session if session.run or session.states != self._table.defaults else None

    def save(self, path: Path) -> bool:
        """Write the session to `path`; a message says why if that fails."""
        try:
            write_session(path, self.present())
        except LossvizError as error:
            self._messages.show_error(error)
            return False
        self._set_path(path)
        self.saved.emit(path)
        return True

    def open(self, path: Path) -> bool:
        """Put the session in `path` in the place of the present one, which stays if anything in it is refused."""
        if not self._put(path):
            return False
        self._set_path(path)
        self.opened.emit(path)
        return True

    def restore(self, path: Path) -> bool:
        """The same for one that was kept by itself: it has no name yet."""
        is_restored = self._put(path)
        if is_restored:
            self._set_path(None)
        return is_restored

    def reset(self) -> bool:
        """Set all that can be set as it is at the start; a message says why if that is not possible now."""
        try:
            self._table.set_state(self._table.defaults)
        except LossvizError as error:
            self._messages.show_error(error)
            return False
        self._set_path(None)
        return True

    def _put(self, path: Path) -> bool:
        try:
            problems = self._put_in_force(path)
        except LossvizError as error:
            self._messages.show_error(error)
            return False
        self._messages.clear()
        if problems:
            self._messages.show_warning(problems[0] if len(problems) == 1 else _without_both())
        return True

    def _put_in_force(self, path: Path) -> list[LossvizError]:
        if not self.can_open:
            raise _is_training()
        session = read_session(path)
        if session.page and session.page not in self._arrangement.page_names:
            why = QT_TRANSLATE_NOOP("errors", "There is no page “{page}” in this version.")
            raise refused(path, why, page=session.page)
        put_states = self._table.prepare(session.states)
        found = self._find_run(session, path)
        if found and found.run:
            record = self._outside.adopt_run(found.run, found.path)
            self._open_run.note(RunFile(found.path, record.number, len(record.log), found.sha256))
        put_states()  # after the run, which brings its own settings
        self._arrange(session)
        data_problem = self._want_data(session.data)
        return [problem for problem in (found and found.problem, data_problem) if problem]

    def _find_run(self, session: Session, session_file: Path) -> _Found | None:
        if session.run is None or self._open_run.is_as_in(session.run):
            return None
        try:
            return _Found(*find_run(session.run, session_file), session.run.sha256)
        except LossvizError as error:
            return _Found(session_file, problem=error)

    def _arrange(self, session: Session) -> None:
        self._arrangement.restore(session.view)
        if session.page:
            self._arrangement.show_page(session.page)

    def _want_data(self, wanted: DataReference | None) -> LossvizError | None:
        digits = self._data.digits
        if wanted is None or (digits and digits.identity.sha256 == wanted.sha256):
            return None
        if not wanted.path:
            self._outside.use_built_in()
        elif _is_there(Path(wanted.path)):
            self._outside.open_data(Path(wanted.path))
        else:
            return _without_data(wanted)
        return None

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_training() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The session was not opened."),
        QT_TRANSLATE_NOOP("errors", "A network is being trained, and the session would change its settings."),
        QT_TRANSLATE_NOOP("errors", "Wait until the training is done, or stop it, and open the session again."),
    )


def _without_data(wanted: DataReference) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The session was opened without its data."),
        QT_TRANSLATE_NOOP("errors", "“{name}” was in {path}, which is not there any more."),
        QT_TRANSLATE_NOOP("errors", "The data in use stay. Choose others on the MNIST page."),
        name=wanted.name,
        path=wanted.path,
    )


def _without_both() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The session was opened without its run and its data."),
        QT_TRANSLATE_NOOP("errors", "Both are outside of its file, and neither is where it was."),
        QT_TRANSLATE_NOOP("errors", "Everything else is as it was saved. Open the run and the data if you have them."),
    )
