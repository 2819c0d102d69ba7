"""A typeset formula whose numbers follow the state, and whose terms can be pointed at."""

import math
import re
from collections.abc import Mapping, Set

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.formulas.formula_picture import FormulaPicture
from lossviz.widgets.formulas.spoken_numbers import spoken_numbers
from lossviz.widgets.formulas.typesetting import SLOT_EDGE, TYPE_PX, Formula, typeset
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.key_steps import stepped
from lossviz.widgets.theme import Theme, ThemeSource

_SLOT = re.compile(r"\\slot\{(\w+)\}\{[^{}]*\}")
_FIGURE_HEIGHT = 0.74  # of a type's size
_PATIENCE_MS = 100  # between two looks whether a drag is over


class FormulaView(QWidget):
    """Only numbers are drawn anew while the state changes; the formula around them was set once."""

    hovered = Signal(object)  # the slot's name, or None

    def __init__(self, theme: ThemeSource, type_px: float | None = None, *, is_still: bool = False) -> None:
        """type_px: of the formula's letters; by default a third more than the window's text.

        is_still: whether it has room for each formula shown or prepared so far, so that another one moves nothing.
        """
        super().__init__()
        self._is_still = is_still
        self._room = QSizeF()
        self._theme = theme
        self._type_px = type_px
        self._formula: Formula | None = None
        self._picture = FormulaPicture()
        self._tex = ""
        self._numbers: dict[str, str] = {}
        self._lit: Set[str] = frozenset()
        self._hovered: str | None = None
        self._unprepared: list[str] = []
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._prepare_next)
        self.setMouseTracking(True)
        offer_export(self, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_formula(self, tex: str) -> None:
        r"""Show `tex`, in which \slot{name}{0.00} leaves room for a number as wide as 0.00."""
        self._tex = tex
        formula = typeset(tex)
        if formula is not self._formula:
            self._formula = formula
            self._make_room(formula)
            self.updateGeometry()
            self.update()

    def prepare(self, *formulas: str) -> None:
        """Set these while nothing else is to be done and no mouse button is down: a drag is not held up by them."""
        self._unprepared += formulas
        self._idle.start(0)

    def show_numbers(self, numbers: Mapping[str, str]) -> None:
        """Write these into their slots; a slot without a number stays empty."""
        if self._numbers != numbers:
            self._numbers = dict(numbers)
            self.setAccessibleDescription(spoken_numbers(numbers))
            self.update()

    def light(self, names: Set[str]) -> None:
        """Light these slots."""
        if self._lit != names:
            self._lit = names
            self.update()

    def summary(self) -> str:
        """The numbers in the formula; the formula itself, as TeX, where it has none."""
        numbers = spoken_numbers(self._numbers)
        if numbers or not self._tex:
            return numbers or self.tr("There is no formula yet.")
        return self.tr("In TeX: {tex}").format(tex=_SLOT.sub(r"\1", self._tex))

    def table(self) -> Table:
        """The numbers as they are written."""
        return table_of(("name", "value"), self._numbers.items())

    def sizeHint(self) -> QSize:
        """The formula at its size."""
        if self._formula is None:
            return QSize(0, 0)
        size = (self._room if self._is_still else self._formula.view.size()) * self._full_scale()
        return QSize(math.ceil(size.width()), math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        """As wide as with its letters at the theme's least size, to which a formula shrinks where it lacks room."""
        hint = self.sizeHint()
        return QSize(math.ceil(hint.width() * self.least_share), hint.height())

    @property
    def least_share(self) -> float:
        """How small the formula may be, of its own size."""
        least, full = self._theme.theme.sizes.font_least_px, self._full_scale() * TYPE_PX
        return min(least / full, 1.0)

    @property
    def letters_px(self) -> float:
        """How large its letters are now; indices are smaller."""
        return self._scale() * TYPE_PX if self._formula else 0.0

    def slot_place(self, name: str) -> QRectF:
        """Where a slot is on the widget; empty for one that the formula does not have."""
        if self._formula is None or name not in self._formula.slots:
            return QRectF()
        scale, origin, room = self._scale(), self._origin(), self._formula.slots[name]
        place = QRectF(origin + room.topLeft() * scale, room.size() * scale)
        edge = SLOT_EDGE * scale
        return place.adjusted(-edge, -edge, edge, edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the term under the mouse."""
        names = self._formula.slots if self._formula else ()
        self._hover(next((name for name in names if self.slot_place(name).contains(event.position())), None))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right point at one term after the other, Escape at none."""
        names = list(self._formula.slots) if self._formula else []
        here = names.index(self._hovered) if self._hovered in names else None
        place = stepped(event.key(), here, len(names))
        if place is not None:
            self._hover(names[place])
        elif event.key() == Qt.Key.Key_Escape and self._hovered is not None:
            self._hover(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._hover(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The formula's picture, and the numbers in it."""
        if self._formula is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for name in self._formula.slots:
                self._paint_room(painter, name)
            self._paint_formula(painter, self._formula)
            for name, text in self._numbers.items():
                self._paint_number(painter, name, text)
            paint_focus(painter, self, self._theme.theme)

    def _paint_room(self, painter: QPainter, name: str) -> None:
        """What is behind a number: lit where it is pointed at, in whichever view."""
        theme = self._theme.theme
        is_lit = name == self._hovered or name in self._lit
        painter.setPen(QColor(theme.colours.accent) if is_lit else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.selection if is_lit else theme.colours.bar_track))
        painter.drawRoundedRect(self.slot_place(name), theme.sizes.radius_px, theme.sizes.radius_px)

    def _paint_formula(self, painter: QPainter, formula: Formula) -> None:
        corner = self._origin() + self._view_offset()
        self._picture.paint(painter, formula, self._theme.theme.colours.text, corner, self._shown_size())

    def _paint_number(self, painter: QPainter, name: str, text: str) -> None:
        place = self.slot_place(name)
        if place.isEmpty():
            return
        assert self._formula is not None
        height_px = self._formula.slots[name].height() * self._scale() / _FIGURE_HEIGHT
        sample = self._formula.samples[name]
        painter.setFont(_number_font(self.font(), height_px, sample, text, place.width()))
        painter.setPen(QColor(self._theme.theme.colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _full_scale(self) -> float:
        return (self._type_px or _type_px(self._theme.theme)) / TYPE_PX

    def _scale(self) -> float:
        """What fits: the formula's own size, or less."""
        assert self._formula is not None
        view = self._formula.view
        return min(self._full_scale(), self.width() / view.width(), self.height() / view.height())

    def _shown_size(self) -> QSize:
        assert self._formula is not None
        size = self._formula.view.size() * self._scale()
        return QSize(max(math.ceil(size.width()), 1), max(math.ceil(size.height()), 1))

    def _view_offset(self) -> QPointF:
        assert self._formula is not None
        return self._formula.view.topLeft() * self._scale()

    def _origin(self) -> QPointF:
        """Where the formula's own (0, 0) is: on the left, in the middle of the height."""
        assert self._formula is not None
        height = self._formula.view.height() * self._scale()
        return QPointF(0, (self.height() - height) / 2) - self._view_offset()

    @Slot()
    def _prepare_next(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._idle.setInterval(_PATIENCE_MS)
            return
        self._idle.setInterval(0)
        self._make_room(typeset(self._unprepared.pop(0)))
        if not self._unprepared:
            self._idle.stop()

    def _make_room(self, formula: Formula) -> None:
        room = self._room.expandedTo(formula.view.size())
        if room != self._room:
            self._room = room
            if self._is_still:
                self.updateGeometry()

    def _hover(self, name: str | None) -> None:
        if name != self._hovered:
            self._hovered = name
            self.hovered.emit(name)
            self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _type_px(theme: Theme) -> float:
    return theme.sizes.font_px * 4 / 3


def _number_font(font: QFont, height_px: float, sample: str, text: str, width_px: float) -> QFont:
    """Figures as high as the formula's own, or less, so that the sample fits; less again for a longer text."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    for written in (sample, text):
        font.setPixelSize(max(int(height_px), 1))
        width = QFontMetricsF(font).horizontalAdvance(written)
        height_px = min(height_px, height_px * width_px / max(width, 1.0))
    font.setPixelSize(max(int(height_px), 1))
    return font
