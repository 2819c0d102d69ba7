"""All that a person has set, store by store: what sessions, lessons and undo save and put back."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

State = dict[str, dict[str, object]]


class Stateful(Protocol):
    """A store that can tell what a person has set, and be set to it."""

    def state(self) -> dict[str, object]:
        """Everything a person has set, seeds included and nothing derived, as JSON takes it; finite numbers only."""
        ...

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state that may hold only some keys, and change nothing.

        Returns what puts it in force, in one `editing()`; keys that are absent stay as they are.
        Raises: LossvizError that names the key.
        """
        ...


class StateTable(QObject):
    """The states of all stores by key.

    They are put back in the order of `stores`: a store that follows another one comes after it.
    """

    changed = Signal()  # any of the stores may hold another state

    def __init__(self, stores: Mapping[str, Mapping[str, Stateful]], signals: Iterable[SignalInstance]) -> None:
        """stores: by page and by key. signals: past facts after which the state of some store may be another."""
        super().__init__()
        self._stores = {key: store for of_page in stores.values() for key, store in of_page.items()}
        self._pages = {key: page for page, of_page in stores.items() for key in of_page}
        self._wait: Callable[[], object] = lambda: None
        self._defaults = self.state()
        for signal in signals:
            signal.connect(self.changed)

    @property
    def defaults(self) -> State:
        """The states when the table was made; not to be changed."""
        return self._defaults

    def page_of(self, key: str) -> str:
        """The name of the page on which a store is set."""
        return self._pages[key]

    def state(self) -> State:
        """The states of all stores now."""
        return {key: store.state() for key, store in self._stores.items()}

    def wait_with(self, wait: Callable[[], object]) -> None:
        """Let `wait` bring what is still on its way; it is called before states are put back."""
        self._wait = wait

    def wait(self) -> None:
        """Let all come first that was asked for before, like a run that is being read, which brings its settings."""
        self._wait()

    def prepare(self, partial: Mapping[str, object]) -> Callable[[], None]:
        """Check the states of some stores and change nothing; what is returned puts them in force.

        Raises: LossvizError that names the key.
        """
        self.wait()
        for key, state in partial.items():
            if key not in self._stores or not isinstance(state, Mapping):
                raise self._unknown(key)
        steps = [store.prepare(_mapping(partial[key])) for key, store in self._stores.items() if key in partial]

        def put_in_force() -> None:
            for step in steps:
                step()

        return put_in_force

    def set_state(self, partial: Mapping[str, object]) -> None:
        """Put the states of some stores in force: all of it, or nothing.

        Raises: LossvizError that names the key.
        """
        self.prepare(partial)()

    def _unknown(self, key: str) -> LossvizError:
        return LossvizError(
            QT_TRANSLATE_NOOP("errors", "“{key}” was not taken."),
            QT_TRANSLATE_NOOP("errors", "Expected are names with values below one of {known}."),
            QT_TRANSLATE_NOOP("errors", "Correct it where it is written, or leave it out."),
            key=key,
            known=", ".join(self._stores),
        )


def _mapping(state: object) -> Mapping[str, object]:
    assert isinstance(state, Mapping)
    return state
