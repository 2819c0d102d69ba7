"""The loss as a meter: the entropy of the targets, which no model gets rid of, and what the model adds to it."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.axis_ticks import linear_ticks, tick_spacing, value_text
from lossviz.core.tables import Table, table_of
from lossviz.widgets.curves.colours import faint_colour
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.likelihood.entropy_stack import DIVERGENCE_COLOUR
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import Theme, ThemeSource

_FILL_SHARE = 0.4
_TICK_PX = 70.0  # between two numbers of the scale, at least
_TOPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)  # full scales, times a power of ten
_ROOM = 1.04  # of the scale beyond what is shown


@dataclass(frozen=True)
class LossSplitPicture:
    """loss = entropy + divergence, in nats. floor: the least loss that any logits can give."""

    entropy: float
    divergence: float
    floor: float

    @property
    def loss(self) -> float:
        """The cross-entropy."""
        return self.entropy + self.divergence


class LossSplit(QWidget):
    """A stacked bar with its sum above and its scale below."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture = LossSplitPicture(0.0, 0.0, 0.0)
        self._known_bar: tuple[object, QRectF] | None = None
        self._ground = PixmapCache()  # what stays while a logit moves
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Parts of the loss"))
        offer_export(self, self)
        theme.theme_changed.connect(self.update)

    def show_picture(self, picture: LossSplitPicture) -> None:
        """Show these parts."""
        if picture != self._picture:
            self._picture = picture
            self.setAccessibleDescription(self.equation)
            self.update()

    @property
    def equation(self) -> str:
        """The sum in words and numbers."""
        picture = self._picture
        text = self.tr("L = {loss:.4f}: {entropy}, {divergence}, floor {floor:.4f}")
        entropy, divergence = self._terms()
        return text.format(entropy=entropy, divergence=divergence, loss=picture.loss, floor=picture.floor)

    def summary(self) -> str:
        """The same."""
        return self.equation

    def table(self) -> Table:
        """Every part."""
        shown = self._picture
        parts = {"entropy": shown.entropy, "divergence": shown.divergence, "loss": shown.loss, "floor": shown.floor}
        return table_of(("part", "nats"), parts.items())

    def place_of(self, value: float) -> float:
        """Where a loss lies from left to right in this widget, in pixels."""
        bar = self._bar()
        return bar.left() + bar.width() * value / _full_scale(self._picture)

    def sizeHint(self) -> QSize:
        """The terms, the bar and its scale."""
        return QSize(400, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        line = QFontMetricsF(small_font(self.font(), self._theme.theme)).height()
        return QSize(200, math.ceil(3.3 * line + self._theme.theme.sizes.gap_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the meter."""
        theme, font = self._theme.theme, small_font(self.font(), self._theme.theme)

        def paint_ground(ground_painter: QPainter) -> None:
            ground_painter.setFont(font)
            self._paint_scale(ground_painter, theme)
            self._paint_tag(ground_painter, theme)

        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            key = (theme, font, _full_scale(self._picture), self._floor_text(), self._picture.floor)
            self._ground.draw(painter, key, self.size(), QColor(theme.colours.surface), paint_ground)
            painter.setFont(font)
            self._paint_terms(painter, theme)
            self._paint_bar(painter, theme)
            self._paint_floor(painter, theme)
            paint_focus(painter, self, theme)

    def _terms(self) -> tuple[str, str]:
        entropy = self.tr("H(y) = {value:.4f}").format(value=self._picture.entropy)
        return entropy, self.tr("KL = {value:.4f}").format(value=self._picture.divergence)

    def _bar(self) -> QRectF:
        """Kept, as each part of it is measured from there."""
        depends_on = self.width(), self._theme.theme, self.font().key()
        if self._known_bar is None or self._known_bar[0] != depends_on:
            line = QFontMetricsF(small_font(self.font(), self._theme.theme)).height()
            gap = self._theme.theme.sizes.gap_px
            self._known_bar = depends_on, QRectF(gap, line + gap / 2, self.width() - 3 * gap, 1.3 * line)
        return self._known_bar[1]

    def _paint_terms(self, painter: QPainter, theme: Theme) -> None:
        """Each term beside its hatch, in the order in which they are stacked."""
        metrics, left, gap = QFontMetricsF(painter.font()), self._bar().left(), theme.sizes.gap_px
        sample_px = metrics.height() * 0.8
        for text, (colour, hatch) in zip(self._terms(), _looks(theme), strict=True):
            _paint_part(painter, theme, QRectF(left, gap / 4 + 1, sample_px, sample_px - 1), colour, hatch)
            left += sample_px + gap / 2
            painter.setPen(QColor(theme.colours.text))
            painter.drawText(QPointF(left, gap / 4 + metrics.ascent()), text)
            left += metrics.horizontalAdvance(text) + 1.5 * gap

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        bar, top = self._bar(), _full_scale(self._picture)
        painter.fillRect(bar, QColor(theme.colours.bar_track))
        spacing = tick_spacing(0.0, top, max(2, int(bar.width() / _TICK_PX)))
        height, tag = QFontMetricsF(painter.font()).height(), self._tag(painter)
        for value in linear_ticks(0.0, top, spacing):
            x_px = self.place_of(value)
            painter.setPen(QPen(QColor(theme.colours.text_muted), theme.sizes.line_thin_px))
            painter.drawLine(QLineF(x_px, bar.bottom(), x_px, bar.bottom() + 3))
            text = value_text(value, spacing)
            width = _tick_px(painter, text)
            place = QRectF(x_px - width / 2, bar.bottom() + 3, width, height)
            if not place.intersects(tag):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        picture, bar = self._picture, self._bar()
        ends = (0.0, picture.entropy, picture.loss)
        for start, end, (colour, hatch) in zip(ends, ends[1:], _looks(theme), strict=False):
            left, right = self.place_of(start), self.place_of(end)
            _paint_part(painter, theme, QRectF(left, bar.top(), right - left, bar.height()), colour, hatch)

    def _paint_floor(self, painter: QPainter, theme: Theme) -> None:
        """A line through the bar, to its name."""
        bar, x_px = self._bar(), self.place_of(self._picture.floor)
        painter.setPen(QPen(QColor(theme.colours.text), theme.sizes.line_px))
        painter.drawLine(QLineF(x_px, bar.top() - 3, x_px, self._tag(painter).top() + 1))

    def _paint_tag(self, painter: QPainter, theme: Theme) -> None:
        """The floor's name in a box on the scale."""
        place = self._tag(painter)
        painter.setPen(QPen(QColor(theme.colours.text), theme.sizes.line_thin_px))
        painter.setBrush(QColor(theme.colours.surface))
        painter.drawRoundedRect(
            place.adjusted(0.5, 0.5, -0.5, -0.5), theme.sizes.radius_px / 2, theme.sizes.radius_px / 2
        )
        painter.setPen(QColor(theme.colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._floor_text())

    def _tag(self, painter: QPainter) -> QRectF:
        """The box of the floor's name, within the widget and right of the scale's 0."""
        metrics, bar = QFontMetricsF(painter.font()), self._bar()
        width = metrics.horizontalAdvance(self._floor_text()) + self._theme.theme.sizes.gap_px
        least = bar.left() + _tick_px(painter, "0") / 2 + 3
        left = min(max(self.place_of(self._picture.floor) - width / 2, least), self.width() - width)
        return QRectF(left, bar.bottom() + 3, width, metrics.height())

    def _floor_text(self) -> str:
        return self.tr("floor {floor:.4f}").format(floor=self._picture.floor)


def _tick_px(painter: QPainter, text: str) -> float:
    """How wide a number of the scale is."""
    return QFontMetricsF(painter.font()).horizontalAdvance(text) + 2


def _looks(theme: Theme) -> tuple[tuple[QColor, Qt.BrushStyle], ...]:
    return (
        (QColor(theme.colours.target), Qt.BrushStyle.Dense6Pattern),
        (QColor(getattr(theme.colours, DIVERGENCE_COLOUR)), Qt.BrushStyle.BDiagPattern),
    )


def _paint_part(painter: QPainter, theme: Theme, place: QRectF, colour: QColor, hatch: Qt.BrushStyle) -> None:
    if place.width() <= 0:
        return
    painter.fillRect(place, faint_colour(colour, QColor(theme.colours.surface), _FILL_SHARE))
    painter.setPen(QPen(colour, theme.sizes.line_thin_px))
    painter.setBrush(QBrush(colour, hatch))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def _full_scale(picture: LossSplitPicture) -> float:
    """A round number that holds the loss and its floor; 1 at least, so that small losses look small."""
    needed = max(_ROOM * max(picture.loss, picture.floor), 1.0)
    power = 10.0 ** math.floor(math.log10(needed))
    return next(top * power for top in _TOPS if top * power >= needed * (1 - 1e-12))
