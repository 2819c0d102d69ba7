"""Store: several changes are told as one, and tellings carry nothing."""

import pytest
from PySide6.QtCore import Signal

from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.store import Store
from lossviz.stores.training_store import TrainingStore


class Pair(Store):
    first_changed = Signal()
    second_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.first_changed.connect(self._on_first_changed)
        self.second_changed.connect(self._on_second_changed)

    def change_first(self) -> None:
        self._tell(self.first_changed)

    def change_second(self) -> None:
        self._tell(self.second_changed)

    def _on_first_changed(self) -> None:
        self.told.append("first")

    def _on_second_changed(self) -> None:
        self.told.append("second")


def test_a_change_is_told_at_once() -> None:
    pair = Pair()
    pair.change_first()
    assert pair.told == ["first"]


def test_editing_tells_each_kind_of_change_once_at_its_end() -> None:
    pair = Pair()
    with pair.editing():
        pair.change_second()
        pair.change_first()
        pair.change_second()
        assert pair.told == []
    assert pair.told == ["second", "first"]


def test_only_the_outermost_editing_tells() -> None:
    pair = Pair()
    with pair.editing():
        with pair.editing():
            pair.change_first()
        assert pair.told == []
    assert pair.told == ["first"]


def change_first_and_fail(pair: Pair) -> None:
    with pair.editing():
        pair.change_first()
        raise ZeroDivisionError


def test_what_changed_before_an_exception_is_told_all_the_same() -> None:
    pair = Pair()
    with pytest.raises(ZeroDivisionError):
        change_first_and_fail(pair)
    assert pair.told == ["first"]
    pair.change_second()
    assert pair.told == ["first", "second"]


STORES = [ClassifierStore, DataStore, DigitStore, MessageStore, SettingsStore, TrainingStore]


@pytest.mark.parametrize("kind", STORES)
def test_no_signal_of_a_store_carries_data(kind: type[Store]) -> None:
    own = [str(value) for name, value in vars(kind).items() if isinstance(value, Signal)]
    assert own
    assert all(signature.endswith("()") for signature in own)
