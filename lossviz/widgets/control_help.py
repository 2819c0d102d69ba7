"""What controls are for: shown as tool tips and read aloud, where a control brings no words itself."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from lossviz.widgets.control_help_texts import HELP

_WITH_TOOL_TIP = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLabel, QLineEdit)
_NUMBER = re.compile(r"_\d+(?=$|_)")
_CODE_PARTS = ("code", "code_of", "copy_code")


def explain_controls(root: QWidget) -> None:
    """Give every control inside `root` that has no explanation the one of its objectName; name what has no name."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QTabBar):
            _name_tabs(widget)
        elif isinstance(widget, QScrollArea) and not widget.accessibleName():
            _name_scroll_area(widget)
        elif not (widget.toolTip() or widget.accessibleDescription()):
            _explain(widget)


def help_key(object_name: str) -> str:
    """The key of an objectName: numbers are left out, and code is explained the same on every page."""
    last = object_name.rpartition(".")[2]
    return f"code.{last}" if last in _CODE_PARTS else _NUMBER.sub("_#", object_name)


def _explain(widget: QWidget) -> None:
    text = HELP.get(help_key(widget.objectName()))
    if text is None:
        return
    translated = QCoreApplication.translate("help", text)
    if isinstance(widget, _WITH_TOOL_TIP):
        widget.setToolTip(translated)
    else:
        widget.setAccessibleDescription(translated)


def _name_tabs(tabs: QTabBar) -> None:
    if not tabs.accessibleName():
        tabs.setAccessibleName(QCoreApplication.translate("help", "Tabs"))
    if not tabs.accessibleDescription():
        keys = QCoreApplication.translate("help", "The left and right arrow keys go from tab to tab.")
        tabs.setAccessibleDescription(keys)


def _name_scroll_area(area: QAbstractScrollArea) -> None:
    if isinstance(area, QAbstractItemView | QTextEdit | QHeaderView):
        return
    area.setAccessibleName(QCoreApplication.translate("help", "Part that scrolls"))
    area.setAccessibleDescription(QCoreApplication.translate("help", "Arrow keys and page keys scroll it."))
