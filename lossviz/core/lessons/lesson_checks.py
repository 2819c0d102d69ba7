"""What a lesson must hold to be played; the same rules for files and for the lesson editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.core.lessons.pressable import PRESSABLE
from lossviz.core.names import PAGE_NAMES

OPTION_COUNTS = range(2, 5)
MOST_STEPS = 60
MOST_MINUTES = 180
MOST_LETTERS = 2000  # of one text
MOST_HANDS = 9999
MOST_NUMBER = 9999

_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True)
class Fault:
    """step: its index, or None for the lesson itself. path: of the entry, as in `Step.lines`.

    why, remedy: marked templates in the context "errors".
    """

    step: int | None
    path: str
    why: str
    remedy: str
    values: dict[str, object] = field(default_factory=dict)


def first_fault(lesson: Lesson) -> Fault | None:
    """What has to be put right first, from the top; None if the lesson can be played."""
    return next(_faults(lesson), None)


def _faults(lesson: Lesson) -> Iterator[Fault]:
    yield from _head_faults(lesson)
    for index, step in enumerate(lesson.steps):
        yield from _step_faults(index, step)
        if step.predict:
            yield from _prediction_faults(index, step.predict)


def _head_faults(lesson: Lesson) -> Iterator[Fault]:
    if not _KEY.fullmatch(lesson.key):
        yield Fault(
            None,
            "key",
            QT_TRANSLATE_NOOP("errors", "“{key}” cannot be a lesson's key."),
            QT_TRANSLATE_NOOP("errors", "Use small letters, digits and _ alone, beginning with a letter."),
            {"key": lesson.key},
        )
    yield from _text_faults(None, "title", lesson.title)
    yield from _text_faults(None, "goal", lesson.goal)
    yield from _range_faults(None, "minutes", lesson.minutes, 1, MOST_MINUTES)
    yield from _range_faults(None, "number", lesson.number, 0, MOST_NUMBER)
    if not 1 <= len(lesson.steps) <= MOST_STEPS:
        yield Fault(
            None,
            "steps",
            QT_TRANSLATE_NOOP("errors", "A lesson has 1 to {most} steps; here there are {count}."),
            QT_TRANSLATE_NOOP("errors", "Add a step, or make two lessons of it."),
            {"most": MOST_STEPS, "count": len(lesson.steps)},
        )


def _step_faults(index: int, step: Step) -> Iterator[Fault]:
    yield from _text_faults(index, "title", step.title)
    yield from _page_faults(index, step)
    yield from _text_faults(index, "caption", step.caption)
    for path, names in (("press", step.press), ("look_at", step.look_at)):
        yield from _name_faults(index, path, names)
    for name in step.shows:
        yield from _name_faults(index, f"shows.{name}", (name,))
    yield from _press_faults(index, step)


def _press_faults(index: int, step: Step) -> Iterator[Fault]:
    for place, name in enumerate(step.press):
        if name not in PRESSABLE:
            yield Fault(
                index,
                f"press.{place}",
                QT_TRANSLATE_NOOP("errors", "A lesson may not press “{name}”."),
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Choose one of the buttons that FORMAT.md lists: they only change what the pages show. "
                    "Leave others to a person.",
                ),
                {"name": name},
            )


def _page_faults(index: int, step: Step) -> Iterator[Fault]:
    if step.page not in PAGE_NAMES:
        yield Fault(
            index,
            "page",
            QT_TRANSLATE_NOOP("errors", "There is no page “{page}”."),
            QT_TRANSLATE_NOOP("errors", "Use one of {pages}."),
            {"page": step.page, "pages": ", ".join(PAGE_NAMES)},
        )
    for place, name in enumerate(step.show):
        if not name.startswith(f"{step.page}."):
            yield Fault(
                index,
                f"show.{place}",
                QT_TRANSLATE_NOOP("errors", "“{name}” is no panel of the page “{page}”."),
                QT_TRANSLATE_NOOP("errors", "Panels are called as in “{page}.plot”; FORMAT.md lists them."),
                {"name": name, "page": step.page},
            )


def _prediction_faults(index: int, predict: Prediction) -> Iterator[Fault]:
    yield from _name_faults(index, "predict.hide", predict.hide)
    yield from _text_faults(index, "predict.question", predict.question)
    if len(predict.options) not in OPTION_COUNTS:
        yield Fault(
            index,
            "predict.options",
            QT_TRANSLATE_NOOP("errors", "A question has two to four options; here there are {count}."),
            QT_TRANSLATE_NOOP("errors", "Add the options that are missing, or keep the best four."),
            {"count": len(predict.options)},
        )
    for place, option in enumerate(predict.options):
        yield from _text_faults(index, f"predict.options.{place}", option)
    if not 1 <= predict.answer <= len(predict.options):
        yield Fault(
            index,
            "predict.answer",
            QT_TRANSLATE_NOOP("errors", "The answer is option {answer}, but there are options 1 to {count}."),
            QT_TRANSLATE_NOOP("errors", "Give the number of the right option; the first one is 1."),
            {"answer": predict.answer, "count": len(predict.options)},
        )
    yield from _text_faults(index, "predict.because", predict.because)
    yield from _tally_faults(index, predict)


def _tally_faults(index: int, predict: Prediction) -> Iterator[Fault]:
    if predict.tally and len(predict.tally) != len(predict.options):
        yield Fault(
            index,
            "predict.tally",
            QT_TRANSLATE_NOOP("errors", "The tally has {found} numbers for {count} options."),
            QT_TRANSLATE_NOOP("errors", "Give one number for each option, or leave the tally out."),
            {"found": len(predict.tally), "count": len(predict.options)},
        )
    for hands in predict.tally:
        yield from _range_faults(index, "predict.tally", hands, 0, MOST_HANDS)


def _text_faults(step: int | None, path: str, words: Words) -> Iterator[Fault]:
    longest = max(len(words.en), len(words.zh_CN))
    name = path.removeprefix("predict.").partition(".")[0]
    if not longest:
        yield Fault(
            step,
            path,
            QT_TRANSLATE_NOOP("errors", "The text of “{name}” is missing."),
            QT_TRANSLATE_NOOP("errors", "Write it in at least one language."),
            {"name": name},
        )
    if longest > MOST_LETTERS:
        yield Fault(
            step,
            path,
            QT_TRANSLATE_NOOP("errors", "The text of “{name}” has more than {most} letters."),
            QT_TRANSLATE_NOOP("errors", "Shorten it; it must be readable from the last row."),
            {"name": name, "most": MOST_LETTERS},
        )


def _name_faults(step: int, path: str, names: tuple[str, ...]) -> Iterator[Fault]:
    for place, name in enumerate(names):
        if "." not in name or len(name.split()) != 1:
            yield Fault(
                step,
                path if path.startswith("shows") else f"{path}.{place}",
                QT_TRANSLATE_NOOP("errors", "“{name}” is no name of a control."),
                QT_TRANSLATE_NOOP("errors", "Controls are called as in “fit.loss_bce”; the README lists them."),
                {"name": name},
            )


def _range_faults(step: int | None, path: str, value: int, low: int, high: int) -> Iterator[Fault]:
    if not low <= value <= high:
        yield Fault(
            step,
            path,
            QT_TRANSLATE_NOOP("errors", "“{name}” is {value}, but must be from {low} to {high}."),
            QT_TRANSLATE_NOOP("errors", "Give a number in that range."),
            {"name": path.removeprefix("predict."), "value": value, "low": low, "high": high},
        )
