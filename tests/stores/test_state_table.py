"""StateTable: the states of several stores, put back together or not at all."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Signal

from lossviz.core.errors import LossvizError
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.state_table import StateTable
from lossviz.stores.store import Store


class Counter(Store):
    """A store with one number; it notes in `log` when it is set."""

    changed = Signal()

    def __init__(self, name: str, log: list[str]) -> None:
        super().__init__()
        self.name, self.log = name, log
        self.count = 0

    def state(self) -> dict[str, object]:
        return {"count": self.count}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        reader = StateReader(state, self.name)
        count = reader.whole("count", 0, 9)
        reader.finish()

        def put_in_force() -> None:
            self.log.append(self.name)
            self.count = self.count if count is None else count
            self._tell(self.changed)

        return put_in_force


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def first(log: list[str]) -> Counter:
    return Counter("first", log)


@pytest.fixture
def second(log: list[str]) -> Counter:
    return Counter("second", log)


@pytest.fixture
def table(first: Counter, second: Counter) -> StateTable:
    return StateTable({"one": {"first": first}, "other": {"second": second}}, [first.changed, second.changed])


def test_a_state_that_was_taken_can_be_put_back(table: StateTable, first: Counter) -> None:
    first.count = 5
    before = table.state()
    first.count = 6
    table.set_state(before)
    assert first.count == 5
    assert table.state() == before == {"first": {"count": 5}, "second": {"count": 0}}


def test_each_store_is_on_its_page(table: StateTable) -> None:
    assert [table.page_of(key) for key in table.state()] == ["one", "other"]


def test_the_first_states_are_kept_as_the_defaults(table: StateTable) -> None:
    table.set_state({"first": {"count": 5}, "second": {"count": 6}})
    table.set_state(table.defaults)
    assert table.state() == {"first": {"count": 0}, "second": {"count": 0}}


def test_stores_are_set_in_the_order_of_the_table_and_only_those_that_are_named(
    table: StateTable, log: list[str]
) -> None:
    table.set_state({"second": {"count": 1}, "first": {"count": 1}})
    table.set_state({"second": {}})
    assert log == ["first", "second", "second"]


@pytest.mark.parametrize(
    ("partial", "key"),
    [
        ({"first": {"count": 1}, "second": {"count": 10}}, "second.count"),
        ({"first": {"count": 1}, "second": {"size": 1}}, "second.size"),
        ({"first": {"count": 1}, "third": {"count": 1}}, "third"),
        ({"first": {"count": 1}, "second": 1}, "second"),
    ],
)
def test_one_wrong_part_changes_nothing_at_all(
    table: StateTable, log: list[str], partial: dict[str, object], key: str
) -> None:
    with pytest.raises(LossvizError) as told:
        table.set_state(partial)
    assert told.value.values["key"] == key
    assert log == []


def test_a_change_of_any_store_is_told(table: StateTable) -> None:
    told: list[int] = []
    table.changed.connect(lambda: told.append(1))
    table.set_state({"first": {"count": 1}, "second": {"count": 1}})
    assert len(told) == 2
