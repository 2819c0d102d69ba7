"""A selected row that is only tinted, so that its lines and bars can be seen."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from lossviz.widgets.theme import Theme


def tint_selection(view: QWidget, theme: Theme) -> None:
    """Let the list or table `view` show what is selected by a tint, with its words as everywhere."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.colours.selection))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.colours.text))
    view.setPalette(palette)
