"""Lesson files: YAML of version 1, as resources/lessons/FORMAT.md describes it."""

from pathlib import Path

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.lessons.file_faults import FileFault
from lossviz.core.lessons.lesson import Lesson, Prediction, Step
from lossviz.core.lessons.lesson_checks import first_fault
from lossviz.core.lessons.lesson_writing import text_of
from lossviz.core.lessons.tree_reading import TableReader, words_of
from lossviz.core.lessons.yaml_tree import LARGEST_BYTES, Tree, tree_of
from lossviz.core.regular_files import require_regular_file
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import write_whole

SUFFIX = ".yaml"
SHORT_SUFFIX = ".yml"
VERSION = 1

_HEAD_KEYS = ("lossviz_lesson", "key", "number", "title", "goal", "minutes", "steps")
_STEP_KEYS = ("title", "page", "show", "state", "press", "caption", "look_at", "predict", "shows")
_PREDICT_KEYS = ("hide", "question", "options", "answer", "because", "tally")


def read(source: Path | str, name: str = "") -> Lesson:
    """The lesson in a file, or in the text of one. name: of the file, for messages about a text.

    Raises: LossvizError that names file and line for everything that cannot be used.
    """
    text = _text_in(source) if isinstance(source, Path) else source
    file = str(source) if isinstance(source, Path) else name
    try:
        return _lesson(tree_of(text.removeprefix("\ufeff")))
    except FileFault as fault:
        raise fault.told(file) from fault


def write(lesson: Lesson) -> str:
    """The text of the lesson's file; read again it is equal to the lesson."""
    return text_of(lesson, VERSION)


def save(path: Path, lesson: Lesson) -> None:
    """Write the lesson's file; what was there stays until the new one is whole.

    Raises: LossvizError if the path cannot be written.
    """
    try:
        write_whole(path, (write(lesson).encode(),))
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The lesson could not be saved to {file}."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
            file=path,
            reason=system_reason(error),
        ) from error


def _text_in(path: Path) -> str:
    try:
        require_regular_file(path)
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)  # one more than is taken, so that the reader sees what is too large
        return content.decode("utf-8", "strict" if len(content) <= LARGEST_BYTES else "ignore")
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The lesson {file} could not be read."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Please check that the file is there and that you may read it."),
            file=path,
            reason=system_reason(error),
        ) from error
    except UnicodeDecodeError as error:
        raise _not_text(content.count(b"\n", 0, error.start) + 1).told(str(path)) from error


def _not_text(line: int) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "It is not text in UTF-8."),
        QT_TRANSLATE_NOOP("errors", "In your editor, save the file with the encoding UTF-8."),
    )


def _lesson(tree: Tree) -> Lesson:
    head = TableReader(tree, "lesson")
    _check_version(head)
    head.expect(*_HEAD_KEYS)
    lesson = Lesson(
        key=head.text("key"),
        title=head.words("title"),
        goal=head.words("goal"),
        minutes=head.whole("minutes"),
        number=head.whole("number") if head.has("number") else 0,
        steps=tuple(map(_step, head.items("steps"))),
        lines=head.lines,
    )
    _check(lesson)
    return lesson


def _check_version(head: TableReader) -> None:
    version = head.whole("lossviz_lesson")
    if version != VERSION:
        raise FileFault(
            head.lines["lossviz_lesson"],
            QT_TRANSLATE_NOOP(
                "errors", "It is written in version {version} of the format; this lossviz reads {known}."
            ),
            QT_TRANSLATE_NOOP("errors", "Open it with a newer lossviz."),
            version=version,
            known=VERSION,
        )


def _step(tree: Tree) -> Step:
    entry = TableReader(tree, "step")
    entry.expect(*_STEP_KEYS)
    return Step(
        title=entry.words("title"),
        page=entry.text("page"),
        show=entry.texts("show"),
        state=entry.values_by_name("state"),
        press=entry.texts("press"),
        caption=entry.words("caption"),
        look_at=entry.texts("look_at"),
        predict=_prediction(entry.part("predict")) if entry.has("predict") else None,
        shows=entry.texts_by_name("shows"),
        lines=entry.lines,
    )


def _prediction(entry: TableReader) -> Prediction:
    entry.expect(*_PREDICT_KEYS)
    return Prediction(
        question=entry.words("question"),
        options=tuple(words_of(item, "options") for item in entry.items("options")),
        answer=entry.whole("answer"),
        because=entry.words("because"),
        hide=entry.texts("hide"),
        tally=entry.wholes("tally"),
    )


def _check(lesson: Lesson) -> None:
    """Raises: FileFault for the first thing that the rules refuse."""
    fault = first_fault(lesson)
    if fault is None:
        return
    raise FileFault(lesson.line_of(fault.step, fault.path) or 1, fault.why, fault.remedy, **fault.values)
