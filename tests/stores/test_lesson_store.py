"""LessonStore: a lesson given with a clicker, left, resumed and counted."""

import pytest

from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.stores.lesson_store import LessonStore, Phase
from tests.support.tellings import Tellings

WORDS = Words.plain("words")
PREDICT = Prediction(WORDS, (WORDS, WORDS, WORDS), 2, WORDS)
LESSON = Lesson(
    *("key", WORDS, WORDS, 5),
    (Step(WORDS, "fit", WORDS), Step(WORDS, "softmax", WORDS, predict=PREDICT), Step(WORDS, "fit", WORDS)),
)


@pytest.fixture
def store() -> LessonStore:
    store = LessonStore()
    store.begin(LESSON)
    return store


def test_next_reveals_before_it_goes_on_and_stops_at_the_end(store: LessonStore) -> None:
    places = []
    while store.has_next:
        places.append((store.index, store.phase))
        store.next()
    assert places == [(0, Phase.SHOWING), (1, Phase.ASKED), (1, Phase.REVEALED)]
    store.next()
    assert (store.index, store.phase) == (2, Phase.SHOWING)


def test_back_goes_to_the_step_before_as_it_was_left(store: LessonStore) -> None:
    store.back()
    assert store.index == 0
    assert not store.has_previous
    for _ in range(3):
        store.next()
    store.back()
    assert (store.index, store.phase) == (1, Phase.REVEALED)
    store.back()
    store.next()
    assert (store.index, store.phase) == (1, Phase.REVEALED)


def test_back_from_a_question_leaves_it_unanswered(store: LessonStore) -> None:
    store.next()
    store.back()
    store.next()
    assert store.phase is Phase.ASKED


def test_who_explores_is_brought_back_to_the_same_step_by_any_key_of_the_clicker(store: LessonStore) -> None:
    store.next()
    for come_back in (store.resume, store.next, store.back):
        store.leave()
        assert store.is_exploring
        heard = Tellings(store.step_changed)
        come_back()
        assert (store.is_exploring, store.index, store.phase) == (False, 1, Phase.ASKED)
        assert heard.count == 1


def test_hands_are_counted_step_by_step_and_never_below_none(store: LessonStore) -> None:
    assert list(store.tally) == []
    store.add_hands(0)
    store.next()
    assert list(store.tally) == [0, 0, 0]
    store.add_hands(1)
    store.add_hands(1, 11)
    store.add_hands(0, -1)
    store.add_hands(3)
    store.set_hands(2, 5)
    assert list(store.tally) == [0, 12, 5]
    store.next()
    store.next()
    assert list(store.tally) == []
    store.back()
    assert list(store.tally) == [0, 12, 5]


def test_the_tally_is_in_the_lesson_only_where_it_is_asked_for(store: LessonStore) -> None:
    store.next()
    store.add_hands(2, 7)
    assert store.lesson is LESSON
    counted = store.lesson_with_tally
    assert counted
    assert counted.steps[1].predict
    assert counted.steps[1].predict.tally == (0, 0, 7)


def test_a_lesson_that_begins_again_begins_from_nothing(store: LessonStore) -> None:
    store.next()
    store.add_hands(1)
    store.reveal()
    store.leave()
    store.begin(LESSON, 1)
    assert (store.index, store.phase, store.tally, store.is_exploring) == (1, Phase.ASKED, (0, 0, 0), False)
    store.begin(LESSON, 99)
    assert store.index == 2


def test_without_a_lesson_nothing_happens(store: LessonStore) -> None:
    store.end()
    assert (store.lesson, store.step, store.phase, store.tally) == (None, None, Phase.SHOWING, ())
    heard = Tellings(store.step_changed)
    for act in (store.next, store.back, store.reveal, store.leave, store.resume, store.end):
        act()
    store.go_to(1)
    store.add_hands(0)
    assert heard.count == 0
    assert (store.has_next, store.has_previous, store.is_exploring) == (False, False, False)
    assert store.lesson_with_tally is None


def test_a_new_step_is_told_once_with_all_that_comes_with_it(store: LessonStore) -> None:
    heard = [Tellings(signal) for signal in (store.step_changed, store.phase_changed, store.tally_changed)]
    store.next()
    assert [each.count for each in heard] == [1, 1, 1]
    store.reveal()
    store.reveal()
    assert [each.count for each in heard] == [1, 2, 1]
