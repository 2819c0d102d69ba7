"""What a table of classes remembers from picture to picture: rows, places of the cells, scales, painted ground."""

import math
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPainter

from lossviz.widgets.classes.bar_scale import LogitAxis, SlopeAxis
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.table_fonts import table_fonts
from lossviz.widgets.classes.table_layout import TableLayout, foot_px, head_px, least_width, row_px, table_layout
from lossviz.widgets.classes.table_painting import paint_ground
from lossviz.widgets.classes.table_scene import KeyColumn, Light, TableScene
from lossviz.widgets.classes.table_words import TableWords
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.theme import Theme

_FEWEST_ROWS = 3  # that there is room for before any are shown


class TableView:
    """Nothing to be seen before `show_rows` and `lay_out`."""

    def __init__(self, font: QFont, theme: Theme) -> None:
        self.rows: ClassRows | None = None
        self.layout: TableLayout | None = None
        self.restyle(font, theme)
        self._logit_axis = LogitAxis()
        self._slope_axis = SlopeAxis()
        self._ground = PixmapCache()

    def restyle(self, font: QFont, theme: Theme) -> None:
        """Use another theme from now on; the cells are to be laid out anew."""
        self._theme = theme
        self.fonts = table_fonts(font, theme)

    def show_rows(self, rows: ClassRows) -> bool:
        """Show these; whether the cells are to be laid out anew."""
        before, self.rows = self.rows, rows
        self._follow()
        return before is None or (len(before), before.once is None) != (len(rows), rows.once is None)

    def lay_out(self, size: QSize) -> None:
        """Place the cells in a widget of `size`."""
        if self.rows is not None:
            self.layout = table_layout(size, len(self.rows), self.fonts, has_once=self.rows.once is not None)

    def hold_scales(self) -> None:
        """A bar is dragged: what it is measured by stays."""
        self._logit_axis.hold()
        self._slope_axis.hold()

    def release_scales(self) -> None:
        """The scales follow the rows again."""
        self._logit_axis.release()
        self._slope_axis.release()
        self._follow()

    def scene(self, light: Light, keyed: tuple[int, KeyColumn] | None) -> TableScene:
        """What there is to see. Raises: LookupError if nothing is shown yet."""
        if self.rows is None or self.layout is None:
            raise LookupError("nothing is shown yet")
        return TableScene(
            rows=self.rows,
            layout=self.layout,
            logit_scale=self._logit_axis.scale,
            slope_scale=self._slope_axis.scale,
            fonts=self.fonts,
            theme=self._theme,
            light=light,
            keyed=keyed,
        )

    def draw_ground(self, painter: QPainter, scene: TableScene, words: TableWords, size: QSize) -> None:
        """What is painted once and stays while a bar is dragged."""
        paint = partial(paint_ground, scene=scene, words=words)
        self._ground.draw(painter, scene.ground_key, size, QColor(scene.theme.colours.surface), paint)

    @property
    def row_px(self) -> tuple[int, int]:
        """The least and the greatest height of a row."""
        return row_px(self.fonts)

    def size_for(self, row_px: int) -> QSize:
        """All columns, and rows of this height."""
        has_once = self.rows is not None and self.rows.once is not None
        count = _FEWEST_ROWS if self.rows is None else len(self.rows)
        height = head_px(self.fonts) + count * row_px + foot_px(self.fonts)
        return QSize(math.ceil(least_width(self.fonts, has_once=has_once)), height)

    def _follow(self) -> None:
        if self.rows is not None:
            self._logit_axis.follow(self.rows.logits)
            self._slope_axis.follow(self.rows.bce_slopes, self.rows.mse_slopes)
