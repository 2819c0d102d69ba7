"""Pauses, resumes, stops and awaits the thread that a controller has begun."""

from typing import Protocol

from PySide6.QtCore import QThread

from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_states import RunAction, RunState, available_actions


class Steered(Protocol):
    """The store that tells what is being done."""

    @property
    def state(self) -> RunState:
        """What is being done."""
        ...

    def set_state(self, state: RunState) -> None:
        """Move to `state`."""
        ...


class Steering:
    """Of one thread after the other. What cannot be done in the store's state is not done."""

    def __init__(self, store: Steered) -> None:
        self._store = store
        self._thread: QThread | None = None
        self._control: RunControl | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether a thread was begun and has not been joined."""
        return self._thread is not None

    def begin(self, thread: QThread, control: RunControl) -> None:
        """Start this thread, which heeds `control`."""
        self._thread, self._control = thread, control
        thread.start()

    def toggle_pause(self) -> None:
        """Pause what runs, resume what is paused."""
        actions = available_actions(self._store.state)
        if self._control and RunAction.PAUSE in actions:
            self._control.pause()
            self._store.set_state(RunState.PAUSED)
        elif self._control and RunAction.RESUME in actions:
            self._control.resume()
            self._store.set_state(RunState.RUNNING)

    def stop(self) -> None:
        """End it at its next step."""
        if self._control and RunAction.STOP in available_actions(self._store.state):
            self._store.set_state(RunState.STOPPING)
            self._control.stop()

    def shut_down(self, patience_ms: int) -> bool:
        """Stop the thread, whatever it does, and wait for it; True if it has ended."""
        if self._thread is None or self._control is None:
            return True
        self._control.stop()
        return self._thread.wait(patience_ms)

    def join(self) -> None:
        """Wait for the last moments of a thread that has told of its end."""
        if self._thread:
            self._thread.wait()
            self._thread.deleteLater()
        self._thread = self._control = None
