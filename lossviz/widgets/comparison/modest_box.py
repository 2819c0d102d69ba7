"""A box that asks for no more room than it needs at least."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget


class ModestBox(QWidget):
    """In a column whose height follows its texts' width, a widget is given the height it would like to have.

    So plots that would like to be high push a column out of the window although they could be lower.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Pages behind the one in front would have their heights counted, too."""
        return False
