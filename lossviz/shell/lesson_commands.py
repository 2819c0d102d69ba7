"""The Lessons menu: the lessons that ship, the way through the one that is given, and what teachers do with files."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from lossviz.core.lessons.lesson import Lesson
from lossviz.shell.classroom import Classroom
from lossviz.shell.commands import Command
from lossviz.shell.lesson_dialogs import LessonDialogs
from lossviz.shell.undo_history import UndoHistory
from lossviz.stores.lesson_store import Phase
from lossviz.widgets.lessons.question_view import MOST_OPTIONS

translate = QCoreApplication.translate

_WAY, _SHIPPED, _FILES = 0, 1, 2  # groups of the menu


def lesson_commands(room: Classroom, dialogs: LessonDialogs, history: UndoHistory) -> list[Command]:
    """Everything for the menu, in the language of now."""
    return [
        *_step_commands(room),
        *_leave_commands(room, history),
        *_hand_commands(room),
        *_shipped_commands(room),
        *_writing_commands(room, dialogs),
        *_file_commands(room, dialogs),
    ]


def _step_commands(room: Classroom) -> list[Command]:
    lesson, command = room.lesson, partial(Command, menu="lessons", group=_WAY)
    return [
        command(
            "lessons.next",
            text=translate("commands", "&Next"),
            help=translate("commands", "Reveal the answer, or go to the next step of the lesson."),
            run=lesson.next,
            shortcuts=("PgDown", "Ctrl+PgDown"),
            is_enabled=lambda: lesson.has_next,
        ),
        command(
            "lessons.back",
            text=translate("commands", "&Back"),
            help=translate("commands", "Go to the step before."),
            run=lesson.back,
            shortcuts=("PgUp", "Ctrl+PgUp"),
            is_enabled=lambda: lesson.has_previous,
        ),
        command(
            "lessons.reveal",
            text=translate("commands", "&Reveal"),
            help=translate("commands", "Tell the answer and uncover what is hidden."),
            run=lesson.reveal,
            shortcuts=("Ctrl+Return",),
            is_enabled=lambda: lesson.phase is Phase.ASKED,
        ),
    ]


def _leave_commands(room: Classroom, history: UndoHistory) -> list[Command]:
    lesson, command = room.lesson, partial(Command, menu="lessons", group=_WAY)
    return [
        command(
            "lessons.explore",
            text=translate("commands", "E&xplore on your own"),
            help=translate("commands", "Leave the lesson for a while; again, to come back to the step."),
            run=lambda: lesson.resume() if lesson.is_exploring else lesson.leave(),
            is_checked=lambda: lesson.is_exploring,
            is_enabled=partial(_is_given, room),
        ),
        command(
            "lessons.end",
            text=translate("commands", "&End the lesson"),
            help=translate("commands", "Take the lesson off the window; what it has set stays."),
            run=lesson.end,
            is_enabled=partial(_is_given, room),
        ),
        command(
            "lessons.restore",
            text=translate("commands", "End and &put back"),
            help=translate("commands", "End the lesson and set everything as it was before it."),
            run=partial(history.as_one, partial(_end_and_put_back, room)),
            is_enabled=lambda: _is_given(room) and room.player.state_before is not None,
        ),
    ]


def _hand_commands(room: Classroom) -> list[Command]:
    command = partial(Command, menu="lessons", group=_WAY, submenu=translate("commands", "&Count hands"))
    text, help_text = translate("commands", "For answer {letter}"), translate("commands", "Count a hand for an answer.")
    return [
        command(
            f"lessons.hand_{option + 1}",
            text=text.format(letter="ABCD"[option]),
            help=help_text,
            run=partial(room.lesson.add_hands, option),
            shortcuts=(str(option + 1),),
            is_enabled=partial(_has_option, room, option),
        )
        for option in range(MOST_OPTIONS)
    ]


def _shipped_commands(room: Classroom) -> list[Command]:
    command = partial(Command, menu="lessons", group=_SHIPPED)
    return [
        command(
            f"lessons.give_{lesson.key}",
            text=_entry(place, lesson, room.language()),
            help=lesson.goal.in_language(room.language()),
            run=partial(room.begin, lesson),
        )
        for place, lesson in enumerate(room.lessons, 1)
    ]


def _entry(place: int, lesson: Lesson, language: str) -> str:
    text = translate("commands", "{number}. {title} ({minutes} min)")
    title = lesson.title.in_language(language).replace("&", "&&")
    return text.format(number=place, title=title, minutes=lesson.minutes)


def _writing_commands(room: Classroom, dialogs: LessonDialogs) -> list[Command]:
    command = partial(Command, menu="lessons", group=_FILES)
    return [
        command(
            "lessons.open",
            text=translate("commands", "&Open lesson…"),
            help=translate("commands", "Give a lesson from a file."),
            run=dialogs.open,
        ),
        command(
            "lessons.new",
            text=translate("commands", "Ne&w lesson…"),
            help=translate("commands", "Write a lesson of your own, step by step from what stands in the window."),
            run=lambda: room.show_editor().begin_new(),
        ),
        command(
            "lessons.edit",
            text=translate("commands", "E&dit a lesson…"),
            help=translate("commands", "Change a lesson in a file."),
            run=lambda: room.show_editor().open(),
        ),
    ]


def _file_commands(room: Classroom, dialogs: LessonDialogs) -> list[Command]:
    command = partial(Command, menu="lessons", group=_FILES, is_enabled=partial(_is_given, room))
    return [
        command(
            "lessons.handout",
            text=translate("commands", "&Handout…"),
            help=translate("commands", "Write the running lesson as a PDF with pictures, questions and answers."),
            run=dialogs.make_handout,
        ),
        command(
            "lessons.save_tally",
            text=translate("commands", "&Save lesson with tally…"),
            help=translate("commands", "Write the running lesson to a file, with the hands that were counted."),
            run=dialogs.save_with_tally,
        ),
    ]


def _is_given(room: Classroom) -> bool:
    return room.lesson.lesson is not None


def _has_option(room: Classroom, option: int) -> bool:
    return option < len(room.lesson.tally)


def _end_and_put_back(room: Classroom) -> None:
    room.lesson.end()
    room.player.restore()
