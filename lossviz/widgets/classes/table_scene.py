"""All that a table of classes shows at one moment."""

from dataclasses import dataclass
from typing import Literal

from lossviz.widgets.classes.bar_scale import BarScale
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.table_fonts import TableFonts
from lossviz.widgets.classes.table_layout import TableLayout
from lossviz.widgets.theme import Theme

KeyColumn = Literal["z_bar", "y_bar"]


@dataclass(frozen=True)
class Light:
    """What is pointed at, here or in another view; a term that no column stands for lights none."""

    index: int | None = None
    term: str | None = None


@dataclass(frozen=True)
class TableScene:
    """keyed: the cell that the keyboard moves; None without the focus."""

    rows: ClassRows
    layout: TableLayout
    logit_scale: BarScale
    slope_scale: BarScale
    fonts: TableFonts
    theme: Theme
    light: Light
    keyed: tuple[int, KeyColumn] | None

    @property
    def ground_key(self) -> object:
        """All that the ground is painted from."""
        rows = self.rows
        words = (rows.names, rows.true_class, rows.once is None)
        target = tuple(rows.target.tolist())
        scales = (self.logit_scale, self.slope_scale)
        return words, target, self.layout, scales, self.theme, self.light, self.keyed
