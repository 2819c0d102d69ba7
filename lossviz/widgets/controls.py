"""Small steps that every form takes: name a control, write its caption, show a value without hearing of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from lossviz.widgets.wrapping_row import WrappingRow

Control = TypeVar("Control", bound=QWidget)


def named(control: Control, object_name: str, accessible_name: str, tool_tip: str = "") -> Control:
    """The control, with the name that scripts know it by and the one that is read aloud; a label shows plain text."""
    if isinstance(control, QLabel):
        control.setTextFormat(Qt.TextFormat.PlainText)
    control.setObjectName(object_name)
    control.setAccessibleName(accessible_name)
    control.setToolTip(tool_tip)
    return control


def plain_label(text: str = "") -> QLabel:
    """A label that shows its text as it stands, even what looks like HTML, as a name from a file may."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain_tip(text: str) -> str:
    """What to set as a tool tip so that it shows `text` as it stands: Qt takes a tip for HTML when it looks like it."""
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if Qt.mightBeRichText(text) else text


def push_button(
    object_name: str, text: str, tip: str = "", on_clicked: Callable[[], object] | None = None
) -> QPushButton:
    """A button that is read aloud as its tip, where it has one: what it says may be a sign."""
    button = named(QPushButton(text), object_name, tip or text, tip)
    if on_clicked is not None:
        button.clicked.connect(lambda _checked: on_clicked())
    return button


def caption(text: str) -> QLabel:
    """A label that says what stands beside it."""
    label = plain_label(text)
    label.setProperty("rank", "caption")
    return label


def caption_for(control: QWidget, text: str) -> QLabel:
    """A label that belongs to the control."""
    label = caption(text)
    label.setBuddy(control)
    label.setToolTip(control.toolTip())
    return label


def keeping_its_place(control: Control) -> Control:
    """The control, whose room stays its own while it is hidden."""
    policy = control.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    control.setSizePolicy(policy)
    return control


def row_of(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """The widgets side by side, in two lines where there is no room for one; None stands for the room that is left."""
    row = WrappingRow()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row


def fill_combo(combo: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    """Offer (text, value) choices."""
    for text, value in choices:
        combo.addItem(text, value)


def show_choice(combo: QComboBox, value: object) -> None:
    """Show the entry with this value; nobody hears of it."""
    with QSignalBlocker(combo):
        combo.setCurrentIndex(combo.findData(value))


def show_value(box: QDoubleSpinBox | QSpinBox, value: float) -> None:
    """Show a number, unless a person is typing another; nobody hears of it."""
    if box.value() != value:
        with QSignalBlocker(box):
            box.setValue(value) if isinstance(box, QDoubleSpinBox) else box.setValue(round(value))


def show_range(box: QSpinBox, lowest: int, highest: int) -> None:
    """Let a box take these numbers; nobody hears of it. Setting the same ones again would lay the window out anew."""
    if (box.minimum(), box.maximum()) != (lowest, highest):
        with QSignalBlocker(box):
            box.setRange(lowest, highest)


def show_checked(box: QCheckBox, is_checked: bool) -> None:
    """Tick or clear a box; nobody hears of it."""
    with QSignalBlocker(box):
        box.setChecked(is_checked)
