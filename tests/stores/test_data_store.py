"""DataStore and MessageStore: each fact is told when it changes, and only then."""

from lossviz.core.errors import LossvizError
from lossviz.stores.data_store import DataStore, Fetching
from lossviz.stores.message_store import MessageStore
from tests.support.tellings import Tellings
from tests.support.tiny_runs import tiny_digits


def test_sets_that_have_been_loaded_are_remembered_once_each() -> None:
    store, first, second = DataStore(), tiny_digits(), tiny_digits(1, "other")
    told = Tellings(store.digits_changed)
    for digits in (first, second, second, first):
        store.set_digits(digits)
    assert store.digits is first
    assert store.known == (first.identity, second.identity)
    assert told.count == 3


def test_the_progress_of_a_download_is_told_when_it_moves() -> None:
    store = DataStore()
    told = Tellings(store.fetching_changed)
    for share in (0.0, 0.0, 0.5):
        store.set_fetching(Fetching(is_download=True, share=share))
    store.set_fetching(None)
    store.set_fetching(None)
    assert told.count == 3


def test_a_problem_is_told_when_it_comes_and_when_it_goes() -> None:
    store, problem = DataStore(), LossvizError("what", "why", "remedy")
    told = Tellings(store.problem_changed)
    for fact in (None, problem, problem, None):
        store.set_problem(fact)
    assert told.count == 2


def test_a_newer_message_takes_the_place_of_the_one_before() -> None:
    store = MessageStore()
    told = Tellings(store.message_changed)
    store.clear()
    assert told.count == 0
    store.show_error(LossvizError("first", "", ""))
    store.show_error(LossvizError("second", "", ""), "download_again")
    assert store.message is not None
    assert (store.message.error.what, store.message.remedies) == ("second", ("download_again",))
    store.clear()
    assert store.message is None
    assert told.count == 3
