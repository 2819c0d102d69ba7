"""LessonDraftStore: steps are added, moved and removed, and it is known what is not saved."""

from dataclasses import replace
from pathlib import Path

import pytest

from lossviz.core.lessons.lesson import Lesson, Step, Words
from lossviz.stores.lesson_draft_store import LessonDraftStore, empty_step
from tests.support.tellings import Tellings


def step(title: str) -> Step:
    return Step(Words.plain(title), "fit", Words.plain("caption"))


LESSON = Lesson("key", Words("title"), Words("goal"), 5, tuple(map(step, "abc")))


@pytest.fixture
def draft() -> LessonDraftStore:
    draft = LessonDraftStore()
    draft.begin(LESSON, Path("lesson.yaml"))
    return draft


def titles(draft: LessonDraftStore) -> str:
    return "".join(each.title.en for each in draft.lesson.steps)


def test_a_new_draft_has_one_step_and_nothing_to_save() -> None:
    draft = LessonDraftStore()
    assert (len(draft.lesson.steps), draft.is_changed, draft.path) == (1, False, None)


def test_steps_are_added_behind_the_selected_one_moved_and_removed(draft: LessonDraftStore) -> None:
    draft.select(1)
    draft.add_step(step("x"))
    assert (titles(draft), draft.index) == ("abxc", 2)
    draft.move_step(1)
    draft.move_step(1)
    assert (titles(draft), draft.index) == ("abcx", 3)
    draft.move_step(-2)
    assert (titles(draft), draft.index) == ("axbc", 1)
    draft.select(9)
    draft.remove_step()
    assert (titles(draft), draft.index) == ("axb", 2)
    for _ in range(5):
        draft.remove_step()
    assert titles(draft) == "a"


def test_what_is_not_saved_is_known_until_it_is(draft: LessonDraftStore) -> None:
    draft.change_step(replace(draft.step, title=Words("A")))
    assert draft.is_changed
    draft.change_step(step("a"))
    assert not draft.is_changed
    draft.add_step(empty_step("mnist"))
    draft.mark_saved(Path("other.yaml"))
    assert (draft.is_changed, draft.path) == (False, Path("other.yaml"))


def test_discarding_goes_back_to_what_was_saved(draft: LessonDraftStore) -> None:
    draft.remove_step()
    draft.discard()
    assert (titles(draft), draft.is_changed, draft.path) == ("abc", False, Path("lesson.yaml"))


def test_a_change_that_changes_nothing_is_not_told(draft: LessonDraftStore) -> None:
    heard = Tellings(draft.lesson_changed)
    draft.change(replace(LESSON))
    assert heard.count == 0
    draft.change(replace(LESSON, minutes=6))
    assert heard.count == 1
