"""The type of the plots' numbers and names."""

from PySide6.QtGui import QFont

from lossviz.widgets.theme import Theme


def small_font(base: QFont, theme: Theme, *, bold: bool = False) -> QFont:
    """The theme's small size of `base`, with figures of equal width, so that a changing number holds still."""
    font = QFont(base)
    font.setPixelSize(theme.sizes.font_small_px)
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
