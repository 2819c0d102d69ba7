"""What of the window's state goes into a recorded step."""

from lossviz.core.lessons.lesson import Lesson, Step, Words
from lossviz.core.lessons.recording import recorded_state

WORDS = Words.plain("words")
DEFAULTS: dict[str, dict[str, object]] = {
    "fit": {"w": 0.0, "b": 1.0},
    "softmax": {"double": False},
    "training": {"seed": 0, "device": "auto"},
}


def lesson(*states: dict[str, object]) -> Lesson:
    return Lesson("key", WORDS, WORDS, 5, tuple(Step(WORDS, "fit", WORDS, state=state) for state in states))


def test_only_stores_that_are_not_as_at_the_start_are_recorded_and_those_wholly() -> None:
    now: dict[str, dict[str, object]] = {**DEFAULTS, "fit": {"w": 2.0, "b": 1.0}}
    assert recorded_state(now, DEFAULTS, lesson({}), 0) == {"fit": {"w": 2.0, "b": 1.0}}


def test_a_store_that_an_earlier_step_sets_is_recorded_too() -> None:
    earlier = lesson({"softmax": {"double": True}}, {}, {"fit": {"w": 1.0}})
    assert recorded_state(DEFAULTS, DEFAULTS, earlier, 1) == {"softmax": {"double": False}}
    assert recorded_state(DEFAULTS, DEFAULTS, earlier, 0) == {}


def test_what_belongs_to_the_machine_stays_out() -> None:
    now: dict[str, dict[str, object]] = {**DEFAULTS, "training": {"seed": 3, "device": "cuda"}}
    assert recorded_state(now, DEFAULTS, lesson({}), 0) == {"training": {"seed": 3}}
