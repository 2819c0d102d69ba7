"""The first layer of a network: each unit's weights as a picture, and what the unit makes of the digit."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.evaluation.evaluation_tables import units_table
from lossviz.widgets.evaluation.layer_picture import LayerPicture
from lossviz.widgets.evaluation.signed_colours import ink_image
from lossviz.widgets.evaluation.unit_layout import UnitLayout, unit_layout, units_at_once
from lossviz.widgets.evaluation.unit_painting import line_px, paint_filters, paint_number, paint_picture
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus, paint_focus_around
from lossviz.widgets.plots.key_steps import stepped
from lossviz.widgets.plots.notes import paint_note
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_MOST_MAP_SIDE_PX, _MOST_WEIGHTS_SIDE_PX = 84, 112
_LEAST_MAP_SIDE_PX, _LEAST_WEIGHTS_SIDE_PX = 18, 24  # the weights of a dense layer are 28 pixels to a side
_NOTCH = 120


class LayerUnits(QWidget):
    """A convolution's filters with their maps beside them, or a dense layer's weights with a bar below each.

    Those that have no room stand on further pages: the wheel and the page keys turn them.
    """

    page_changed = Signal()  # other units are in sight

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: LayerPicture | None = None
        self._weights_version = 0
        self._first = 0  # of the units in sight
        self._told_seen = range(0)
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
        self._tell_page()
        self.update()

    @property
    def count(self) -> int:
        """How many units there are."""
        return 0 if self._picture is None else len(self._picture.filters)

    @property
    def seen(self) -> range:
        """Those in sight."""
        picture = self._picture
        if picture is None:
            return range(0)
        least = _LEAST_MAP_SIDE_PX if picture.has_maps else _LEAST_WEIGHTS_SIDE_PX
        pictures, line = self._form(picture)
        at_once = units_at_once(self.width() - 1, self.height() - 1, self.count, pictures, line, least)
        first = min(self._first, self.count - 1) // at_once * at_once
        return range(first, min(first + at_once, self.count))

    def turn(self, pages: int) -> None:
        """Show the units so many pages on, or back."""
        seen = self.seen
        if seen:
            self._show_unit(min(max(seen.start + pages * max(len(seen), 1), 0), self.count - 1))

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
        """Room for a dozen that can be told apart."""
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
        """Where the units in sight lie; None without a network."""
        if self._picture is None:
            return None
        pictures, line = self._form(self._picture)
        most = _MOST_MAP_SIDE_PX if self._picture.has_maps else _MOST_WEIGHTS_SIDE_PX
        return unit_layout(self.width() - 1, self.height() - 1, len(self.seen), pictures, line, most)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the units in sight."""
        picture, layout = self._picture, self.layout_now
        if picture is None or layout is None:
            return
        maps, theme = self._map_strip(picture), self._theme.theme
        seen = self.seen
        key = (self._weights_version, layout, seen, theme)
        paint = partial(paint_filters, picture=picture, layout=layout, seen=seen, theme=theme)
        with QPainter(self) as painter:
            self._ground.draw(painter, key, self.size(), QColor(theme.colours.window), paint)
            painter.setFont(small_font(self.font(), theme))
            for place, index in enumerate(seen):
                if picture.has_maps:
                    paint_picture(painter, layout.picture(place, 1), maps, index, theme)
                elif picture.responses is not None:
                    share = picture.share_of_largest(index)
                    paint_number(painter, layout.line_of(place), float(picture.responses[index, 0, 0]), share, theme)
            self._paint_keyed(painter, layout)
            paint_focus(painter, self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right tell about one unit after the other, Escape about none; the page keys turn."""
        pages = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1}.get(event.key())
        keyed = stepped(event.key(), self._keyed, self.count)
        if keyed is not None:
            self._go_to(keyed)
        elif event.key() == Qt.Key.Key_Escape and self._keyed is not None:
            self._go_to(None)
        elif pages is not None and len(self.seen) < self.count:
            self.turn(pages)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn a page for each notch."""
        notches = round(event.angleDelta().y() / _NOTCH)
        if len(self.seen) < self.count and notches:
            self.turn(-notches)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more units, or for fewer."""
        super().resizeEvent(event)
        self._tell_page()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell about none any more."""
        super().focusOutEvent(event)
        self._go_to(None)

    def _go_to(self, unit: int | None) -> None:
        if unit != self._keyed:
            self._keyed = unit
            if unit is not None:
                self._show_unit(unit)
            self.setAccessibleDescription(self.summary())
            self.update()

    def _show_unit(self, unit: int) -> None:
        """Turn to its page."""
        self._first = unit
        self._tell_page()

    def _tell_page(self) -> None:
        if self.seen != self._told_seen:
            self._told_seen = self.seen
            self.update()
            self.page_changed.emit()

    def _form(self, picture: LayerPicture) -> tuple[int, float]:
        """How many pictures a unit has, and the height of the line below."""
        return (2, 0.0) if picture.has_maps else (1, line_px(len(picture.filters)))

    def _paint_keyed(self, painter: QPainter, layout: UnitLayout) -> None:
        if self._keyed is None or self._keyed not in self.seen:
            return
        theme, place = self._theme.theme, layout.picture(self.seen.index(self._keyed), 0)
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

    def _map_strip(self, picture: LayerPicture) -> QImage | None:
        if picture.has_maps and picture.responses is not None and self._maps is None:
            self._maps = ink_image(picture.responses.reshape(-1, 28), picture.largest_response)
        return self._maps

    def _unit_at(self, position: QPointF) -> int | None:
        layout, seen = self.layout_now, self.seen
        place = layout.unit_at(position, len(seen)) if layout else None
        return None if place is None else seen[place]

    def _on_theme(self) -> None:
        self._maps = None
        self.update()
