"""Every text that a window shows, says on hovering, tells a screen reader, or paints."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)


@dataclass(frozen=True)
class SeenText:
    """where: the widget's kind, its objectName or that of the nearest widget around it, and which of its texts."""

    where: str
    text: str


def texts_of(window: QWidget) -> Iterator[SeenText]:
    """All texts of a window, of what is hidden too."""
    for widget in [window, *window.findChildren(QWidget)]:
        for what, text in texts_of_widget(widget):
            if text:
                yield SeenText(f"{_name(widget)} {what}", text)
    for action in window.findChildren(QAction):
        for what, text in (("text", action.text()), ("tool tip", action.toolTip()), ("status tip", action.statusTip())):
            yield SeenText(f"action {action.objectName()} {what}", text)


def texts_of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    """All texts of one widget, and which they are."""
    yield "tool tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "window title", widget.windowTitle()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    for kind, read in _KINDS.items():
        if isinstance(widget, kind):
            yield from read(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface and not isinstance(widget, QLineEdit):
        yield "accessible value", interface.text(QAccessible.Text.Value)


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    yield "text", label.text()


def _button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    yield "text", button.text()


def _group(group: QGroupBox) -> Iterator[tuple[str, str]]:
    yield "title", group.title()


def _combo(combo: QComboBox) -> Iterator[tuple[str, str]]:
    yield "placeholder", combo.placeholderText()
    yield from _model(combo.model(), "entry")


def _line(line: QLineEdit) -> Iterator[tuple[str, str]]:
    yield "placeholder", line.placeholderText()


def _box(box: QSpinBox | QDoubleSpinBox) -> Iterator[tuple[str, str]]:
    yield "prefix", box.prefix()
    yield "suffix", box.suffix()
    yield "special value", box.specialValueText()


def _tabs(tabs: QTabBar) -> Iterator[tuple[str, str]]:
    for index in range(tabs.count()):
        yield "tab", tabs.tabText(index)
        yield "tab's tool tip", tabs.tabToolTip(index)


def _items(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    if view.model() is not None:
        yield from _model(view.model(), "cell")


def _browser(browser: QTextBrowser) -> Iterator[tuple[str, str]]:
    yield "text", browser.toPlainText()


def _model(model: QAbstractItemModel, what: str) -> Iterator[tuple[str, str]]:
    for column in range(model.columnCount()):
        yield "column's head", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(model.rowCount()):
        yield "row's head", str(model.headerData(row, Qt.Orientation.Vertical) or "")
        for column in range(model.columnCount()):
            index = model.index(row, column)
            yield what, str(index.data() or "")
            yield f"{what}'s tool tip", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


_KINDS: dict[type[QWidget], Callable[[Any], Iterator[tuple[str, str]]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QGroupBox: _group,
    QComboBox: _combo,
    QLineEdit: _line,
    QSpinBox: _box,
    QDoubleSpinBox: _box,
    QTabBar: _tabs,
    QAbstractItemView: _items,
    QTextBrowser: _browser,
}


def _name(widget: QWidget) -> str:
    named: QWidget | None = widget
    while named is not None and not named.objectName():
        named = named.parentWidget()
    return f"{type(widget).__name__} in {named.objectName() if named else 'nothing'}"


@contextmanager
def painted_texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[SeenText]]:
    """What lossviz's own widgets paint meanwhile; Qt's widgets paint the texts that texts_of reads."""
    seen: list[SeenText] = []
    draw = QPainter.drawText

    def noted(painter: QPainter, *arguments: Any) -> Any:
        device = painter.device()
        where = _name(device) if isinstance(device, QWidget) else type(device).__name__
        seen.extend(SeenText(f"{where} painted", text) for text in arguments if isinstance(text, str))
        return draw(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", noted)
        yield seen
