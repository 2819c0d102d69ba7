"""The first layer of a network: each unit's weights as a picture, and what the unit makes of the digit."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lossviz.core.evaluation.inside import MapsF32
from lossviz.core.tables import Table
from lossviz.widgets.evaluation.evaluation_tables import units_table
from lossviz.widgets.evaluation.signed_colours import ink_image, paint_minus_signs, signed_image
from lossviz.widgets.evaluation.unit_layout import UnitLayout, unit_layout
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus, paint_focus_around
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_MOST_MAP_SIDE_PX, _MOST_WEIGHTS_SIDE_PX = 84, 112
_BAR_PX, _NUMBER_PX = 5.0, 16.0
_MOST_NUMBERS = 20  # units whose numbers have room; more have bars only


@dataclass(frozen=True, eq=False)
class LayerPicture:
    """filters: (units, h, w).

    responses: (units, 28, 28) maps, none of them negative, or (units, 1, 1) numbers; None without ink.
    """

    filters: MapsF32
    responses: MapsF32 | None

    @property
    def has_maps(self) -> bool:
        """Whether a unit answers with a map: it is a small filter that looks at every place."""
        return int(self.filters.shape[1]) < 28

    @property
    def largest_response(self) -> float:
        """What has the full colour, or the full length."""
        return 0.0 if self.responses is None else float(np.abs(self.responses).max())


class LayerUnits(QWidget):
    """A convolution's filters with their maps beside them, or a dense layer's weights with a bar below each."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: LayerPicture | None = None
        self._weights_version = 0
        self._ground = PixmapCache()
        self._maps: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._keyed: int | None = None  # the unit that the keys have gone to
        self.setAccessibleName(self.tr("First layer"))
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme)

    def show_picture(self, picture: LayerPicture | None) -> None:
        """None: there is no network. Filters that are the same array as before are not painted anew."""
        if picture is None or self._picture is None or picture.filters is not self._picture.filters:
            self._weights_version += 1
        self._picture, self._maps = picture, None
        if picture is None or (self._keyed is not None and self._keyed >= len(picture.filters)):
            self._keyed = None
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """How many units there are, and the one that the keys have gone to or that is the most active."""
        picture = self._picture
        if picture is None:
            return self.tr("There is no network yet.")
        count = len(picture.filters)
        if self._keyed is not None:
            return self.tr("{count} units. {unit}").format(count=count, unit=self.unit_text(self._keyed))
        if picture.responses is None:
            return self.tr("{count} units.").format(count=count)
        strongest = int(picture.responses.reshape(count, -1).max(axis=1).argmax())
        text = self.tr("{count} units; the most active is {unit}")
        return text.format(count=count, unit=self.unit_text(strongest))

    def table(self) -> Table:
        """Weights and activations."""
        picture = self._picture
        return units_table(None, None) if picture is None else units_table(picture.filters, picture.responses)

    def sizeHint(self) -> QSize:
        """Room for twenty units."""
        return QSize(420, 220)

    def minimumSizeHint(self) -> QSize:
        """Room for a hundred and twenty-eight that can be told apart."""
        return QSize(140, 100)

    def unit_text(self, index: int) -> str:
        """What can be said of a unit."""
        picture = self._picture
        if picture is None:
            return ""
        weights = picture.filters[index]
        text = self.tr("Unit {number}: weights from {least} to {most}")
        told = text.format(number=index, least=f"{weights.min():.3f}", most=f"{weights.max():.3f}")
        if picture.responses is None:
            return told
        answer = self.tr("largest activation {value}") if picture.has_maps else self.tr("activation {value}")
        return f"{told}; {answer.format(value=f'{picture.responses[index].max():.3f}')}"

    @property
    def layout_now(self) -> UnitLayout | None:
        """Where the units lie; None without a network."""
        if self._picture is None:
            return None
        units = len(self._picture.filters)
        line = _BAR_PX + (_NUMBER_PX if units <= _MOST_NUMBERS else 1.0)
        pictures, line = (2, 0.0) if self._picture.has_maps else (1, line)
        most = _MOST_MAP_SIDE_PX if self._picture.has_maps else _MOST_WEIGHTS_SIDE_PX
        return unit_layout(self.width() - 1, self.height() - 1, units, pictures, line, most)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all units."""
        picture, layout = self._picture, self.layout_now
        if picture is None or layout is None:
            return
        maps, theme = self._map_strip(picture), self._theme.theme
        key = (self._weights_version, layout, theme)
        paint = partial(self._paint_filters, picture=picture, layout=layout)
        with QPainter(self) as painter:
            self._ground.draw(painter, key, self.size(), QColor(theme.colours.window), paint)
            painter.setFont(small_font(self.font(), theme))
            for index in range(len(picture.filters)):
                if picture.has_maps:
                    self._paint_picture(painter, layout.picture(index, 1), maps, index, 28)
                elif picture.responses is not None:
                    self._paint_number(painter, layout, index, float(picture.responses[index, 0, 0]))
            self._paint_keyed(painter, layout)
            paint_focus(painter, self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right tell about one unit after the other, Escape about none."""
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key())
        if step is not None and self._picture is not None:
            last = len(self._picture.filters) - 1
            here = self._keyed if self._keyed is not None else (-1 if step > 0 else last + 1)
            self._go_to(min(max(here + step, 0), last))
        elif event.key() == Qt.Key.Key_Escape and self._keyed is not None:
            self._go_to(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell about none any more."""
        super().focusOutEvent(event)
        self._go_to(None)

    def _go_to(self, unit: int | None) -> None:
        if unit != self._keyed:
            self._keyed = unit
            self.setAccessibleDescription(self.summary())
            self.update()

    def _paint_keyed(self, painter: QPainter, layout: UnitLayout) -> None:
        if self._keyed is None:
            return
        theme, place = self._theme.theme, layout.picture(self._keyed, 0)
        paint_focus_around(painter, place.adjusted(-1, -1, 1, 1), theme)
        lines = self.unit_text(self._keyed).split("; ")
        paint_note(painter, lines, place.center(), QRectF(self.rect()), theme)

    def event(self, event: QEvent) -> bool:
        """Tell about the unit under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._unit_at(QPointF(event.pos()))
            if index is not None:
                QToolTip.showText(event.globalPos(), self.unit_text(index), self)
                return True
        return super().event(event)

    def _paint_filters(self, painter: QPainter, picture: LayerPicture, layout: UnitLayout) -> None:
        """All of them on one scale of colours."""
        height, width = picture.filters.shape[1:]
        strip = picture.filters.reshape(-1, width)
        image = signed_image(strip, float(np.abs(strip).max()), self._theme.theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        largest = float(np.abs(strip).max())
        for index, weights in enumerate(picture.filters):
            place = layout.picture(index, 0)
            self._paint_picture(painter, place, image, index, height)
            paint_minus_signs(painter, place, weights, largest, self._theme.theme)

    def _paint_picture(self, painter: QPainter, place: QRectF, strip: QImage | None, index: int, height: int) -> None:
        theme = self._theme.theme
        if strip is None:
            painter.fillRect(place, QColor(theme.colours.canvas))
        else:
            painter.drawImage(place, strip, QRectF(0, index * height, strip.width(), height))
        painter.setPen(QPen(QColor(theme.colours.border), theme.sizes.line_thin_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _paint_number(self, painter: QPainter, layout: UnitLayout, index: int, value: float) -> None:
        """A bar from the middle, to the right for a positive number, and the number where there is room."""
        theme, line = self._theme.theme, layout.line_of(index)
        largest = self._picture.largest_response if self._picture else 0.0
        length = value / largest * line.width() / 2 if largest > 0 else 0.0
        colour = theme.colours.positive if value > 0 else theme.colours.negative
        middle = line.center().x()
        painter.fillRect(QRectF(line.left(), line.top(), line.width(), _BAR_PX), QColor(theme.colours.bar_track))
        painter.fillRect(QRectF(middle, line.top(), length, _BAR_PX).normalized(), QColor(colour))
        if layout.line > _NUMBER_PX:
            painter.setPen(QColor(theme.colours.text))
            room = QRectF(line.left() - 4, line.top() + _BAR_PX, line.width() + 8, line.height())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"{value:.1f}".replace("-", "−")
            )

    def _map_strip(self, picture: LayerPicture) -> QImage | None:
        if picture.has_maps and picture.responses is not None and self._maps is None:
            self._maps = ink_image(picture.responses.reshape(-1, 28), picture.largest_response)
        return self._maps

    def _unit_at(self, position: QPointF) -> int | None:
        layout, picture = self.layout_now, self._picture
        return layout.unit_at(position, len(picture.filters)) if layout and picture else None

    def _on_theme(self) -> None:
        self._maps = None
        self.update()
