"""Which numbers a person can read in a window at this moment, and which of them are the answer to a question."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QWidget

from lossviz.core.lessons.lesson import Step
from lossviz.panels.lesson_panel import LessonPanel
from lossviz.widgets.exports.plot_export import export_of
from lossviz.widgets.lessons.cover import Cover

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:\.\d+)?(?![\w.]*\d)")
_CLOSE = 0.01  # of the number: nobody takes 1.25051 for another number than 1.25


def is_seen(widget: QWidget) -> bool:
    """Whether any of it is within everything around it: tabs in front, scroll areas where it is not scrolled away."""
    window = widget.window()
    seen, around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()), widget.parentWidget()
    while around is not None and around is not window:
        seen = seen.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return widget.isVisible() and not seen.isEmpty()


def answers_in_sight(window: QWidget, step: Step, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each text in the window, outside the lesson's strip, that has a number of which only the right option speaks."""
    telling = telling_numbers(step)
    if not telling:
        return []
    texts = [*_texts_in_sight(window), *_painted_in_sight(window, monkeypatch)]
    return sorted({f"{name}: {text!r}" for name, text in texts if _tells(text, telling)})


def telling_numbers(step: Step) -> list[str]:
    """The numbers of the right option that stand neither in another option nor in what the step says or sets."""
    if step.predict is None:
        return []
    right = step.predict.answer - 1
    said = [option.en for place, option in enumerate(step.predict.options) if place != right]
    said += [step.title.en, step.caption.en, step.predict.question.en, str(step.state)]
    known = _NUMBER.findall(" ".join(said))
    told = _NUMBER.findall(step.predict.options[right].en)
    return [number for number in told if float(number) and float(number) not in map(float, known)]


def _tells(text: str, telling: list[str]) -> bool:
    numbers = _NUMBER.findall(text.replace("−", "-"))
    return any(_is_meant(number, answer) for number in numbers for answer in telling)


def _is_meant(number: str, answer: str) -> bool:
    """A single digit alone, as at an axis, says nothing; the same with decimals does."""
    if len(answer) == 1 and "." not in number:
        return False
    return abs(float(number) - float(answer)) <= _CLOSE * abs(float(answer))


def _texts_in_sight(window: QWidget) -> Iterator[tuple[str, str]]:
    for widget in window.findChildren(QWidget):
        if widget.window() is window and _is_open(widget):
            export = export_of(widget)
            if export is not None:
                export.describe()
            yield from ((_called(widget), text) for text in (_text(widget), widget.accessibleDescription()))


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _painted_in_sight(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    painted: list[tuple[str, str]] = []
    draw = QPainter.drawText

    def noted(painter: QPainter, *arguments: Any) -> Any:
        device = painter.device()
        if isinstance(device, QWidget) and _is_open(device):
            painted.extend((_called(device), text) for text in arguments if isinstance(text, str))
        return draw(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", noted)
        window.grab()
    return painted


def _is_open(widget: QWidget) -> bool:
    return is_seen(widget) and not any(_is_closed(around) for around in _with_all_around(widget))


def _is_closed(widget: QWidget) -> bool:
    return isinstance(widget, LessonPanel | Cover) or any(
        isinstance(child, Cover) and not child.isHidden() for child in widget.children()
    )


def _with_all_around(widget: QWidget) -> Iterator[QWidget]:
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()


def _called(widget: QWidget) -> str:
    return next((around.objectName() for around in _with_all_around(widget) if around.objectName()), "")
