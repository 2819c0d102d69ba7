"""Edges of fields and of boxes to tick that stand out from the page.

Fusion draws them in a shade of the window's colour, which on a light or a dark page is next to nothing. Those widgets
fill no ground with that colour themselves, so they get one whose shade is the theme's border.
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

# Fusion's shade is the window's colour made darker by as much, in per cent. A radio button's ring is smoothed as well.
_DARKER = {
    "QAbstractSpinBox": 140,
    "QCheckBox": 127,
    "QComboBox": 140,
    "QLineEdit": 140,
    "QListView": 130,
    "QPlainTextEdit": 130,
    "QRadioButton": 140,
    "QSlider": 140,
    "QTableView": 130,
    "QTreeView": 130,
}
_ENABLED = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


def framed_palettes(palette: QPalette, border: QColor) -> dict[str, QPalette]:
    """For each class of widgets with such an edge: `palette`, but for the shade of an edge that can be used."""
    return {kind: _framed(palette, border.lighter(percent)) for kind, percent in _DARKER.items()}


def framed_palette(widget: QWidget, palette: QPalette, border: QColor) -> QPalette:
    """The one of them for `widget`; `palette` where that has no such edge."""
    percent = next((percent for kind, percent in _DARKER.items() if widget.inherits(kind)), None)
    return palette if percent is None else _framed(palette, border.lighter(percent))


def _framed(palette: QPalette, shaded: QColor) -> QPalette:
    framed = QPalette(palette)
    for group in _ENABLED:
        framed.setColor(group, QPalette.ColorRole.Window, shaded)
    return framed
