"""What is believed of either box, as bars that grow from the middle to its side."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.joints import listed_phrases
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_BAR_SHARE_OF_ROW = 0.62
_ROW_SHARE_OF_FONT = 1.75
_USUAL_NUMBER = "1 − 9.99 × 10⁻⁹⁹"
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class BeliefRow:
    """shares: how long the bars are, 0-1, for the box on the left and that on the right. texts: their numbers."""

    name: str
    shares: tuple[float, float]
    texts: tuple[str, str]
    is_answer: bool = False


class BeliefBars(QWidget):
    """Rows one below the other. colours: tokens of the theme for the left and the right side."""

    def __init__(self, theme: ThemeSource, colours: tuple[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._colours = colours
        self._rows: tuple[BeliefRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What is believed of either box"))
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_rows(self, rows: tuple[BeliefRow, ...]) -> None:
        """Show these."""
        if rows == self._rows:
            return
        has_other_height, self._rows = len(rows) != len(self._rows), rows
        if has_other_height:
            self.updateGeometry()
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """Every row with both numbers."""
        text = self.tr("{name}: {left}, {right}")
        spoken = (text.format(name=row.name, left=row.texts[0], right=row.texts[1]) for row in self._rows)
        return listed_phrases(spoken) or self.tr("Nothing is believed yet.")

    def table(self) -> Table:
        """Every row with both shares."""
        return table_of(("what", "box_1", "box_2"), ((row.name, *row.shares) for row in self._rows))

    def bar_rect(self, row: int, side: int) -> QRectF:
        """Where a bar is drawn; side: 0 for the left one, 1 for the right one."""
        track = self._track(row, side)
        length = min(max(self._rows[row].shares[side], 0.0), 1.0) * track.width()
        left = track.right() - length if side == 0 else track.left()
        return QRectF(left, track.top(), length, track.height())

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(480, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Rows that can be read."""
        return QSize(300, round(max(len(self._rows), 1) * _ROW_SHARE_OF_FONT * self._theme.theme.sizes.font_small_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all rows."""
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, row in enumerate(self._rows):
                painter.setFont(small_font(self.font(), theme, bold=row.is_answer))
                self._paint_name(painter, index, row)
                for side in (0, 1):
                    self._paint_bar(painter, index, side)
                    self._paint_number(painter, index, side, row.texts[side])
            paint_focus(painter, self, theme)

    def _paint_name(self, painter: QPainter, index: int, row: BeliefRow) -> None:
        painter.setPen(QColor(self._theme.theme.colours.text))
        place = QRectF((self.width() - self._name_px()) / 2, index * self._row_px(), self._name_px(), self._row_px())
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | _MIDDLE, row.name)

    def _paint_bar(self, painter: QPainter, index: int, side: int) -> None:
        theme = self._theme.theme
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, place in (
            (theme.colours.bar_track, self._track(index, side)),
            (getattr(theme.colours, self._colours[side]), self.bar_rect(index, side)),
        ):
            radius = min(theme.sizes.radius_px, place.width() / 2, place.height() / 2)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(place, radius, radius)

    def _paint_number(self, painter: QPainter, index: int, side: int, text: str) -> None:
        """At the outer end."""
        left = 0.0 if side == 0 else self.width() - self._number_px()
        place = QRectF(left, index * self._row_px(), self._number_px(), self._row_px())
        painter.setPen(QColor(self._theme.theme.colours.text))
        painter.drawText(place, (_LEFT if side == 0 else _RIGHT) | _MIDDLE, text)

    def _track(self, row: int, side: int) -> QRectF:
        gap, height = self._theme.theme.sizes.gap_px, self._row_px()
        inner = (self.width() - self._name_px()) / 2 - gap
        outer = self._number_px() + gap
        width, bar = max(inner - outer, 1.0), _BAR_SHARE_OF_ROW * height
        left = outer if side == 0 else self.width() - outer - width
        return QRectF(left, row * height + (height - bar) / 2, width, bar)

    def _row_px(self) -> float:
        return self.height() / max(len(self._rows), 1)

    def _name_px(self) -> float:
        metrics = self._bold_metrics()
        return max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0) + 2

    def _number_px(self) -> float:
        """As wide as usual numbers, so that the bars hold still; wider for others."""
        texts = (_USUAL_NUMBER, *(text for row in self._rows for text in row.texts))
        return max(map(self._bold_metrics().horizontalAdvance, texts))

    def _bold_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(small_font(self.font(), self._theme.theme, bold=True))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
