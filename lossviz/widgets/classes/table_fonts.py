"""The type of the table."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import Theme


@dataclass(frozen=True)
class TableFonts:
    """number: figures of equal width. strong: the same, bold. symbol: of a formula. small: of words and scales."""

    number: QFont
    strong: QFont
    symbol: QFont
    small: QFont

    def number_px(self, sample: str) -> float:
        """The room that a number like this takes."""
        return QFontMetricsF(self.strong).horizontalAdvance(sample)


def table_fonts(base: QFont, theme: Theme) -> TableFonts:
    """From the widget's own."""
    number, strong, symbol = (small_font(base, theme, bold=bold) for bold in (False, True, False))
    for font in (number, strong, symbol):
        font.setPixelSize(theme.sizes.font_px)
    symbol.setItalic(True)
    return TableFonts(number, strong, symbol, small_font(base, theme))
