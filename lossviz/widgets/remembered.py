"""Marks controls of a view that no store knows of, so that they are found again when the view is built anew."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox

_MARK = "isRemembered"

Control = TypeVar("Control", bound=QAbstractButton | QComboBox)


def remembered(control: Control) -> Control:
    """The control, marked: a combo box, or a button that can be checked. It has an objectName when it is shown."""
    control.setProperty(_MARK, True)
    return control


def is_remembered(control: QAbstractButton | QComboBox) -> bool:
    """Whether it is marked."""
    return bool(control.property(_MARK))
