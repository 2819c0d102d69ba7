"""Is there room for the texts that Qt's own widgets write? One function for each kind of widget."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionGroupBox,
    QStyleOptionHeader,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from tests.support.looks.finding import Finding, finding, seen_widgets

_HIGH_PX = 10_000
_SLACK_PX = 1  # what rounding takes
_LINE_EDIT_AIR_PX = 2  # that QLineEdit keeps free on either side of its text


def cut_texts(window: QWidget) -> list[Finding]:
    """Texts that need more room than they have.

    A text may be shortened on purpose: then all of it is in the tool tip of the widget, cell, tab or column.
    """
    return [found for widget in seen_widgets(window) for found in _cut_in(widget)]


def _cut_in(widget: QWidget) -> Iterator[Finding]:
    for kind, look in _LOOKS.items():
        if isinstance(widget, kind):
            yield from look(widget)
            return


def _label(label: QLabel) -> Iterator[Finding]:
    if not label.text():
        return
    text = label.text()
    least = label.minimumSizeHint().width() if label.hasHeightForWidth() else label.sizeHint().width()
    if least > label.width() + _SLACK_PX:
        yield from _too_narrow(label, text, least, label.width())
    needed = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
    if needed > label.height() + _SLACK_PX:
        yield finding("cut", label, text, f"needs {needed} px of height and has {label.height()}")


def _push_button(button: QPushButton) -> Iterator[Finding]:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    icon_px = option.iconSize.width() + 4 if not option.icon.isNull() else 0
    yield from _in_rect(button, button.text(), option, QStyle.SubElement.SE_PushButtonContents, icon_px)


def _check_box(box: QCheckBox) -> Iterator[Finding]:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    yield from _in_rect(box, box.text(), option, QStyle.SubElement.SE_CheckBoxContents)


def _radio_button(button: QRadioButton) -> Iterator[Finding]:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    yield from _in_rect(button, button.text(), option, QStyle.SubElement.SE_RadioButtonContents)


def _in_rect(
    widget: QWidget, text: str, option: QStyleOptionButton, element: QStyle.SubElement, icon_px: int = 0
) -> Iterator[Finding]:
    room = widget.style().subElementRect(element, option, widget)
    size = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)
    needed = size.width() + icon_px
    if needed > room.width() + _SLACK_PX:
        yield from _too_narrow(widget, text, needed, room.width())
    if size.height() > widget.height() + _SLACK_PX:
        yield finding("cut", widget, text, f"needs {size.height()} px of height and has {widget.height()}")


def _tool_button(button: QToolButton) -> Iterator[Finding]:
    needed = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    shows_text = button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly or button.icon().isNull()
    if (
        shows_text
        and button.text()
        and needed > button.width() - 2 + _SLACK_PX
        and not isinstance(button.parent(), QTabBar)
    ):
        yield from _too_narrow(button, button.text(), needed, button.width() - 2)


def _combo_box(combo: QComboBox) -> Iterator[Finding]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    icon_px = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
    needed = combo.fontMetrics().horizontalAdvance(combo.currentText()) + icon_px
    if needed > room + _SLACK_PX:
        yield from _too_narrow(combo, combo.currentText(), needed, room)


def _group_box(group: QGroupBox) -> Iterator[Finding]:
    option = QStyleOptionGroupBox()
    group.initStyleOption(option)
    label = QStyle.SubControl.SC_GroupBoxLabel
    room = group.style().subControlRect(QStyle.ComplexControl.CC_GroupBox, option, label, group).width()
    needed = group.fontMetrics().horizontalAdvance(group.title())
    if group.title() and needed > min(room, group.width()) + _SLACK_PX:
        yield from _too_narrow(group, group.title(), needed, room)


def _line_edit(line: QLineEdit) -> Iterator[Finding]:
    """Of number fields; what a person types may be longer than the field. A hint in an empty field is always read."""
    is_number = isinstance(line.parent(), QAbstractSpinBox)
    text = line.text() if is_number else line.placeholderText()
    if not text or (not is_number and line.text()):
        return
    margins = line.textMargins()
    room = line.contentsRect().width() - margins.left() - margins.right() - 2 * _LINE_EDIT_AIR_PX
    needed = line.fontMetrics().horizontalAdvance(text)
    if needed > room + _SLACK_PX:
        yield from _too_narrow(line, text, needed, room)


def _tab_bar(tabs: QTabBar) -> Iterator[Finding]:
    for index in range(tabs.count()):
        needed = tabs.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, tabs.tabText(index)).width()
        if needed > tabs.tabRect(index).width() + _SLACK_PX:
            yield from _too_narrow(
                tabs, tabs.tabText(index), needed, tabs.tabRect(index).width(), tabs.tabToolTip(index)
            )


def _header(header: QHeaderView) -> Iterator[Finding]:
    model, orientation = header.model(), header.orientation()
    for section in range(header.count() if model else 0):
        text = str(model.headerData(section, orientation) or "")
        if header.isSectionHidden(section) or not text:
            continue
        room, needed = _section_px(header, section)
        tip = str(model.headerData(section, orientation, Qt.ItemDataRole.ToolTipRole) or "")
        if needed > room + _SLACK_PX:
            yield from _too_narrow(header, text, needed, room, tip)


def _section_px(header: QHeaderView, section: int) -> tuple[int, int]:
    """What the text of a section has and needs."""
    text = str(header.model().headerData(section, header.orientation()) or "")
    if header.orientation() is Qt.Orientation.Vertical:
        return header.sectionSize(section), header.fontMetrics().height()
    option = QStyleOptionHeader()
    header.initStyleOption(option)
    air = 2 * header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, option, header)
    lines = text.split("\n")
    return header.sectionSize(section), max(map(header.fontMetrics().horizontalAdvance, lines)) + air


def _items(view: QAbstractItemView) -> Iterator[Finding]:
    model = view.model()
    if model is None or isinstance(view, QHeaderView):
        return
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield from _cell(view, model.index(row, column))


def _cell(view: QAbstractItemView, index: QModelIndex) -> Iterator[Finding]:
    text, room = str(index.data() or ""), view.visualRect(index)
    if not text or not room.intersects(view.viewport().rect()):
        return
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    needed = view.sizeHintForIndex(index).width()
    is_wrapped = isinstance(view, QTableView | QTreeView | QListView) and view.wordWrap()
    if is_wrapped and _wrapped_px(view, text, room.width()) <= room.height() + _SLACK_PX:
        return
    if needed > room.width() + _SLACK_PX:
        yield from _too_narrow(view, text, needed, room.width(), tip)


def _wrapped_px(view: QAbstractItemView, text: str, width_px: int) -> int:
    """How high the lines are, where words may go on in the next one."""
    air = 2 * (view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    room = QRect(0, 0, width_px - air, _HIGH_PX)
    return view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()


def _too_narrow(widget: QWidget, text: str, needed: int, room: int, tip: str = "") -> Iterator[Finding]:
    """Nothing where a tool tip has all of it."""
    if text not in (tip or widget.toolTip()):
        yield finding("cut", widget, text, f"needs {needed} px of width and has {room}")


_LOOKS: dict[type[QWidget], Callable[[Any], Iterator[Finding]]] = {
    QLabel: _label,
    QPushButton: _push_button,
    QCheckBox: _check_box,
    QRadioButton: _radio_button,
    QToolButton: _tool_button,
    QComboBox: _combo_box,
    QGroupBox: _group_box,
    QLineEdit: _line_edit,
    QTabBar: _tab_bar,
    QHeaderView: _header,
    QAbstractItemView: _items,
}
