"""What a state that was checked asks a store to do."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from lossviz.stores.store import Store

Value = TypeVar("Value")


class Changes:
    """Calls of a store's setters, made together and told once when these changes are called."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steps: list[Callable[[], object]] = []

    def then(self, setter: Callable[[Value], object], value: Value | None) -> None:
        """Next, set this value; None stands for a key that is absent and leaves things as they are."""
        if value is not None:
            self._steps.append(partial(setter, value))

    def then_do(self, step: Callable[[], object]) -> None:
        """Next, do this."""
        self._steps.append(step)

    def __call__(self) -> None:
        with self._store.editing():
            for step in self._steps:
                step()
