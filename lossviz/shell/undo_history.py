"""Takes back and makes again whatever a person has set, on whichever page."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack

from lossviz.core.errors import LossvizError
from lossviz.stores.state_table import State, StateTable
from lossviz.stores.undo_store import UndoStore

MOST_ENTRIES = 100
TICK_MS = 100
QUIET_TICKS = 4  # without another state make an entry of what changed: a drag, typing, and playing are one each


class _Entry(QUndoCommand):
    """Whole states of those stores that differ: the keys of one store belong together."""

    def __init__(self, before: State, after: State, page: str) -> None:
        super().__init__()
        self.before = before
        self.after = after
        self.page = page


class UndoHistory(QObject):
    """Looks at the table of states while something changes, and puts earlier states back.

    What changes without a state becoming another, as numbers of a training do, leaves no entry.
    is_busy: whether something is playing; what it does will be one entry once it holds.
    """

    refused = Signal(object)  # LossvizError: a state cannot be put back now

    def __init__(self, table: StateTable, store: UndoStore, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._table = table
        self._store = store
        self._is_busy = is_busy
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_ENTRIES)
        self._recorded = self._seen = self._marked = table.state()
        self._quiet_ticks = 0
        self._is_looking = True
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        table.changed.connect(self._on_changed)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._stack.canUndo() or self._table.state() != self._recorded

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return self._stack.canRedo() and self._table.state() == self._recorded

    @Slot()
    def undo(self) -> None:
        """Take the last change back, also one that is not quiet yet."""
        self.record()
        entry = self._entry(self._stack.index() - 1)
        if entry and self._put(entry.before):
            self._stack.undo()
            self._tell()

    @Slot()
    def redo(self) -> None:
        """Make the last change that was taken back again."""
        self.record()
        entry = self._entry(self._stack.index())
        if entry and self._put(entry.after):
            self._stack.redo()
            self._tell()

    @Slot()
    def record(self) -> None:
        """Make an entry of what has changed since the last one, if anything has."""
        self._timer.stop()
        now, before = self._table.state(), self._recorded
        keys = [key for key in now if now[key] != before[key]]
        self._recorded = self._seen = now
        if keys:
            was, is_now = ({key: states[key] for key in keys} for states in (before, now))
            self._stack.push(_Entry(was, is_now, self._table.page_of(keys[0])))
        self._tell()

    def as_one(self, act: Callable[[], object]) -> None:
        """Let whatever `act` sets be one entry of its own, apart from what was changed before and will be after."""
        self.record()
        act()
        self.record()

    def mark(self) -> None:
        """Remember how everything is, in case that what comes is to be as if it had never been."""
        self._marked = self._table.state()

    def go_back(self) -> None:
        """Put back what has changed since `mark`; that leaves no entry."""
        now, recorded = self._table.state(), self._recorded
        self._put({key: state for key, state in self._marked.items() if state != now[key]})
        self._recorded = recorded  # what was changed before the mark may not be an entry yet
        self._tell()

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._is_looking = False
        self._timer.stop()

    def _entry(self, index: int) -> _Entry | None:
        return cast(_Entry, self._stack.command(index)) if 0 <= index < self._stack.count() else None

    def _put(self, states: State) -> bool:
        was_looking, self._is_looking = self._is_looking, False
        try:
            self._table.set_state(states)
        except LossvizError as error:
            self.refused.emit(error)
            return False
        finally:
            self._is_looking = was_looking
            self._recorded = self._seen = self._table.state()
        return True

    @Slot()
    def _on_changed(self) -> None:
        if self._is_looking and not self._timer.isActive():
            self._quiet_ticks = 0
            self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        now = self._table.state()
        if now != self._seen:
            self._seen, self._quiet_ticks = now, 0
            self._tell()
            return
        self._quiet_ticks += 1
        is_held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._quiet_ticks >= QUIET_TICKS and not is_held and not self._is_busy():
            self.record()

    def _tell(self) -> None:
        changed = next((key for key in self._seen if self._seen[key] != self._recorded[key]), None)
        last, following = self._entry(self._stack.index() - 1), self._entry(self._stack.index())
        if changed:
            self._store.set_pages(self._table.page_of(changed), "")
        else:
            self._store.set_pages(last.page if last else "", following.page if following else "")
