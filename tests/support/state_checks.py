"""What must hold of every store's state: it is JSON, it comes back, and what is refused changes nothing."""

import json
from collections.abc import Mapping

import pytest

from lossviz.core.errors import LossvizError
from lossviz.stores.state_table import Stateful


def as_saved(store: Stateful) -> dict[str, object]:
    """The state as it is after it was written to a file and read again."""
    state: dict[str, object] = json.loads(json.dumps(store.state(), allow_nan=False))
    return state


def assert_comes_back(store: Stateful, other: Stateful) -> None:
    """The other store, whatever it is, comes to the same state."""
    saved = as_saved(store)
    other.prepare(saved)()
    assert as_saved(other) == saved


def assert_refused(store: Stateful, state: Mapping[str, object], named: str) -> None:
    """The state is refused with the key's name, and nothing has changed."""
    before = as_saved(store)
    with pytest.raises(LossvizError) as caught:
        store.prepare(state)
    assert named in str(caught.value)
    assert as_saved(store) == before


def assert_preparing_changes_nothing(store: Stateful, state: Mapping[str, object]) -> None:
    """Until what `prepare` returned is called, all is as it was; then it is not."""
    before = as_saved(store)
    put_in_force = store.prepare(state)
    assert as_saved(store) == before
    put_in_force()
    assert as_saved(store) != before
