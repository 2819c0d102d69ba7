"""The Lessons menu: the lessons that ship, the way through the one that is given, and what teachers do with files."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from lossviz.core.lessons.lesson import Lesson
from lossviz.shell.classroom import Classroom
from lossviz.shell.commands import Command
from lossviz.shell.lesson_dialogs import LessonDialogs
from lossviz.stores.lesson_store import Phase
from lossviz.widgets.lessons.question_view import MOST_OPTIONS

translate = QCoreApplication.translate

_WAY, _SHIPPED, _FILES = 0, 1, 2  # groups of the menu


def lesson_commands(room: Classroom, dialogs: LessonDialogs) -> list[Command]:
    """Everything for the menu, in the language of now."""
    return [*_way_commands(room), *_hand_commands(room), *_shipped_commands(room), *_file_commands(room, dialogs)]


def _way_commands(room: Classroom) -> list[Command]:
    lesson = room.lesson
    is_given: Callable[[], bool] = partial(_is_given, room)
    commands = [
        Command(
            "lessons.next",
            "lessons",
            translate("commands", "&Next"),
            translate("commands", "Reveal the answer, or go to the next step of the lesson."),
            lesson.next,
            shortcuts=("PgDown", "Ctrl+PgDown"),
            is_enabled=lambda: lesson.has_next,
        ),
        Command(
            "lessons.back",
            "lessons",
            translate("commands", "&Back"),
            translate("commands", "Go to the step before."),
            lesson.back,
            shortcuts=("PgUp", "Ctrl+PgUp"),
            is_enabled=lambda: lesson.has_previous,
        ),
        Command(
            "lessons.reveal",
            "lessons",
            translate("commands", "&Reveal"),
            translate("commands", "Tell the answer and uncover what is hidden."),
            lesson.reveal,
            shortcuts=("Ctrl+Return",),
            is_enabled=lambda: lesson.phase is Phase.ASKED,
        ),
        Command(
            "lessons.explore",
            "lessons",
            translate("commands", "E&xplore on your own"),
            translate("commands", "Leave the lesson for a while; again, to come back to the step."),
            lambda: lesson.resume() if lesson.is_exploring else lesson.leave(),
            is_checked=lambda: lesson.is_exploring,
            is_enabled=is_given,
        ),
        Command(
            "lessons.end",
            "lessons",
            translate("commands", "&End the lesson"),
            translate("commands", "Take the lesson off the window; what it has set stays."),
            lesson.end,
            is_enabled=is_given,
        ),
        Command(
            "lessons.restore",
            "lessons",
            translate("commands", "End and &put back"),
            translate("commands", "End the lesson and set everything as it was before it."),
            partial(_end_and_put_back, room),
            is_enabled=lambda: room.player.state_before is not None,
        ),
    ]
    return [replace(command, group=_WAY) for command in commands]


def _hand_commands(room: Classroom) -> list[Command]:
    submenu = translate("commands", "&Count hands")
    text, help_text = translate("commands", "For answer {letter}"), translate("commands", "Count a hand for an answer.")
    return [
        Command(
            f"lessons.hand_{option + 1}",
            "lessons",
            text.format(letter="ABCD"[option]),
            help_text,
            partial(room.lesson.add_hands, option),
            shortcuts=(str(option + 1),),
            is_enabled=partial(_has_option, room, option),
            group=_WAY,
            submenu=submenu,
        )
        for option in range(MOST_OPTIONS)
    ]


def _shipped_commands(room: Classroom) -> list[Command]:
    return [
        Command(
            f"lessons.give_{lesson.key}",
            "lessons",
            _entry(place, lesson, room.language()),
            lesson.goal.in_language(room.language()),
            partial(room.begin, lesson),
            group=_SHIPPED,
        )
        for place, lesson in enumerate(room.lessons, 1)
    ]


def _entry(place: int, lesson: Lesson, language: str) -> str:
    text = translate("commands", "{number}. {title} ({minutes} min)")
    title = lesson.title.in_language(language).replace("&", "&&")
    return text.format(number=place, title=title, minutes=lesson.minutes)


def _file_commands(room: Classroom, dialogs: LessonDialogs) -> list[Command]:
    is_given: Callable[[], bool] = partial(_is_given, room)
    commands = [
        Command(
            "lessons.open",
            "lessons",
            translate("commands", "&Open lesson…"),
            translate("commands", "Give a lesson from a file."),
            dialogs.open,
        ),
        Command(
            "lessons.new",
            "lessons",
            translate("commands", "Ne&w lesson…"),
            translate("commands", "Write a lesson of your own, step by step from what stands in the window."),
            lambda: room.show_editor().begin_new(),
        ),
        Command(
            "lessons.edit",
            "lessons",
            translate("commands", "E&dit a lesson…"),
            translate("commands", "Change a lesson in a file."),
            lambda: room.show_editor().open(),
        ),
        Command(
            "lessons.handout",
            "lessons",
            translate("commands", "&Handout…"),
            translate("commands", "Write the running lesson as a PDF with pictures, questions and answers."),
            dialogs.make_handout,
            is_enabled=is_given,
        ),
        Command(
            "lessons.save_tally",
            "lessons",
            translate("commands", "&Save lesson with tally…"),
            translate("commands", "Write the running lesson to a file, with the hands that were counted."),
            dialogs.save_with_tally,
            is_enabled=is_given,
        ),
    ]
    return [replace(command, group=_FILES) for command in commands]


def _is_given(room: Classroom) -> bool:
    return room.lesson.lesson is not None


def _has_option(room: Classroom, option: int) -> bool:
    return option < len(room.lesson.tally)


def _end_and_put_back(room: Classroom) -> None:
    room.lesson.end()
    room.player.restore()
