"""A lesson on paper: picture and caption of each step, the questions, and on the last page the answers and hands."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import write_whole

translate = QCoreApplication.translate

SUFFIX = ".pdf"
_LETTERS = "ABCD"
_MARGIN_MM = 20  # what QTextDocument leaves free around what it prints
_MM_PER_INCH = 25.4
_PICTURE_SHARE = 0.34  # of a page's height, at most: two steps with short captions share a page
_SPARE = 0.03  # of a page's height: what the measured heights may differ from the printed ones
_DOTS_PER_INCH = 300
_TYPE_PT = 10.5
_STYLE = "p { margin: 0 0 6px 0 } h1 { margin: 0 0 4px 0 } h2 { margin: 10px 0 4px 0 }"


@dataclass(frozen=True)
class _Room:
    """A page without its margins, in the pixels of a text document."""

    width: float
    height: float


def write_handout(path: Path, lesson: Lesson, language: str, pictures: Sequence[QImage]) -> None:
    """Write the handout as PDF on A4. pictures: one for each step; those that are null are left out.

    Raises: LossvizError if the path cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(lesson.title.in_language(language))
    writer.setCreator("lossviz")
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    handout_document(lesson, language, pictures).print_(writer)
    del writer  # what it has left is written when it goes
    try:
        write_whole(path, (bytes(buffer.data().data()),))
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The handout could not be written to {path}."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
            path=path,
            reason=system_reason(error),
        ) from error


def handout_document(lesson: Lesson, language: str, pictures: Sequence[QImage]) -> QTextDocument:
    """The handout's text and pictures; a step that does not fit on the rest of a page begins the next one."""
    room = _room()
    blocks = [_head(lesson, language)]
    blocks += [
        _step(number, step, language, _picture(number, picture, room))
        for number, (step, picture) in enumerate(zip(lesson.steps, pictures, strict=True), start=1)
    ]
    document = QTextDocument()
    document.setDefaultFont(_type())
    document.setDefaultStyleSheet(_STYLE)
    for number, picture in enumerate(pictures, start=1):
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"step-{number}"), picture)
    document.setHtml("".join(_on_pages(blocks, document, room)) + _answers(lesson, language))
    return document


def _type() -> QFont:
    """The window's, in points: a size in pixels would be taken for as many dots of the paper's."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_TYPE_PT)
    return font


def _room() -> _Room:
    screen = QGuiApplication.primaryScreen()
    per_mm = (screen.logicalDotsPerInch() if screen else 96.0) / _MM_PER_INCH
    size = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Millimeter)
    return _Room((size.width() - 2 * _MARGIN_MM) * per_mm, (size.height() - 2 * _MARGIN_MM) * per_mm)


def _on_pages(blocks: Sequence[str], document: QTextDocument, room: _Room) -> list[str]:
    """The blocks, each marked to begin a page where it would be cut by the end of one."""
    placed, used = [], 0.0
    for block in blocks:
        document.setHtml(block)
        document.setTextWidth(room.width)
        height = document.size().height()
        if used and used + height > room.height * (1 - _SPARE):
            block, used = f'<div style="page-break-before: always">{block}</div>', 0.0
        placed.append(block)
        used = (used + height) % room.height
    return placed


def _head(lesson: Lesson, language: str) -> str:
    minutes = translate("handout", "{minutes} minutes").format(minutes=lesson.minutes)
    title, goal = (escape(words.in_language(language)) for words in (lesson.title, lesson.goal))
    return f"<h1>{title}</h1><p>{goal} ({minutes})</p>"


def _step(number: int, step: Step, language: str, picture: str) -> str:
    title = f"{number}. {step.title.in_language(language)}"
    asked = _question(step.predict, language) if step.predict else ""
    return f"<h2>{escape(title)}</h2>{picture}{_paragraphs(step.caption, language)}{asked}"


def _picture(number: int, picture: QImage, room: _Room) -> str:
    if picture.isNull():
        return ""
    width = min(room.width, _PICTURE_SHARE * room.height * picture.width() / picture.height())
    return f'<p align="center"><img src="step-{number}" width="{round(width)}"></p>'


def _question(predict: Prediction, language: str) -> str:
    rows = "".join(f"<br>☐ {letter}  {text}" for letter, text in _lettered(predict, language))
    return f"<p><b>{escape(predict.question.in_language(language))}</b>{rows}</p>"


def _answers(lesson: Lesson, language: str) -> str:
    asked = [(number, step.predict) for number, step in enumerate(lesson.steps, start=1) if step.predict]
    if not asked:
        return ""
    title = escape(translate("handout", "Answers"))
    told = "".join(_answer(number, predict, language) for number, predict in asked)
    return f'<h1 style="page-break-before: always">{title}</h1>{told}'


def _answer(number: int, predict: Prediction, language: str) -> str:
    letter, text = list(_lettered(predict, language))[predict.answer - 1]
    return f"<p><b>{number}. {letter}  {text}</b></p>{_paragraphs(predict.because, language)}{_tally(predict)}"


def _tally(predict: Prediction) -> str:
    """The hands that were counted in class; nothing where nobody counted."""
    if not any(predict.tally):
        return ""
    counts = ", ".join(f"{letter} {hands}" for letter, hands in zip(_LETTERS, predict.tally, strict=False))
    text = translate("handout", "Hands in class: {counts}").format(counts=counts)
    return f"<p>{escape(text)}</p>"


def _lettered(predict: Prediction, language: str) -> list[tuple[str, str]]:
    texts = [escape(option.in_language(language)) for option in predict.options]
    return list(zip(_LETTERS, texts, strict=False))


def _paragraphs(words: Words, language: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in words.in_language(language).split("\n") if line)
