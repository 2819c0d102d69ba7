"""One answer to a question: its letter, its text, the hands that went up for it, and whether it was right."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from lossviz.widgets.messages.wrapped_text import wrapped
from lossviz.widgets.theme import ThemeSource

_LEAST_TEXT_LETTERS = 8
_USUAL_TEXT_LETTERS = 26


@dataclass(frozen=True)
class OptionLook:
    """letter: A to D. hands: counted for it, of `most` for any option. is_right: None until it is told."""

    letter: str
    text: str
    hands: int = 0
    most: int = 0
    is_right: bool | None = None


class OptionCard(QAbstractButton):
    """A press counts a hand. Right and wrong are told by a sign and the frame's width, not by colour alone."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._look = OptionLook("A", "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def look(self) -> OptionLook:
        """What it shows."""
        return self._look

    def show_look(self, look: OptionLook) -> None:
        """Show this option."""
        if look != self._look:
            self._look = look
            self.setAccessibleName(self._spoken())
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the whole text takes."""
        return self._lines_height(self._text_width(width)) + 3 * self._air

    def sizeHint(self) -> QSize:
        """A few words in a line."""
        letters = min(self._text_room(), self.fontMetrics().averageCharWidth() * _USUAL_TEXT_LETTERS)
        width = letters + self._taken
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A word in a line."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_TEXT_LETTERS + self._taken
        return QSize(width, self.fontMetrics().height() + 3 * self._air)

    def least_width(self) -> int:
        """The width at which no word has to be broken."""
        words = self._look.text.split()
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        return longest + self._air + self._taken

    def enterEvent(self, event: QEnterEvent) -> None:
        """The frame answers the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And is as it was."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw card, bar of hands, letter, text and number."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_card(painter)
            self._paint_letter(painter)
            self._paint_text(painter)

    @property
    def _air(self) -> int:
        return self._theme.theme.sizes.gap_px

    @property
    def _badge(self) -> int:
        return self.fontMetrics().height()

    @property
    def _taken(self) -> int:
        """What letter, number if any, and the room around them take of the width."""
        hands = self._look.hands
        number = self._air + self.fontMetrics().horizontalAdvance(str(hands)) if hands else 0
        return 3 * self._air + self._badge + number

    def _text_width(self, width: int) -> int:
        return max(1, width - self._taken)

    def _text_room(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._look.text) + self._air

    def _lines_height(self, width: int) -> int:
        return max(
            self.fontMetrics().height(), math.ceil(wrapped(self._look.text, self.font(), width).boundingRect().height())
        )

    def _paint_card(self, painter: QPainter) -> None:
        colours, sizes, look = self._theme.theme.colours, self._theme.theme.sizes, self._look
        is_marked = bool(look.is_right) or self.hasFocus()
        width = sizes.line_px + 1 if look.is_right else sizes.line_px if is_marked else 1
        is_lit = is_marked or self.underMouse()
        edge = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(colours.accent if is_lit else colours.border), width))
        painter.setBrush(QColor(colours.selection if self.isDown() or look.is_right else colours.field))
        painter.drawRoundedRect(edge, sizes.radius_px, sizes.radius_px)
        if look.hands:
            bar = QRectF(edge.left() + width, edge.bottom() - 5, (edge.width() - 2 * width) * look.hands / look.most, 4)
            painter.fillRect(bar, QColor(colours.accent))

    def _paint_letter(self, painter: QPainter) -> None:
        colours, look = self._theme.theme.colours, self._look
        place = QRectF(self._air, (self.height() - self._badge) / 2, self._badge, self._badge)
        is_wrong = look.is_right is False
        painter.setPen(QPen(QColor(colours.text_muted if is_wrong else colours.accent), 1))
        painter.setBrush(QColor(colours.field if is_wrong else colours.accent))
        painter.drawEllipse(place)
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(max(1, round(0.72 * self._badge)))
        painter.setFont(font)
        painter.setPen(QColor(colours.text_muted if is_wrong else colours.accent_text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._sign())

    def _paint_text(self, painter: QPainter) -> None:
        colours, look = self._theme.theme.colours, self._look
        width = self._text_width(self.width())
        layout = wrapped(look.text, self.font(), width)
        height = layout.boundingRect().height()
        painter.setPen(QColor(colours.text_muted if look.is_right is False else colours.text))
        place = QRectF(2 * self._air + self._badge, (self.height() - height) / 2, width, height)
        layout.draw(painter, place.topLeft())
        if look.hands:
            painter.setFont(self.font())
            painter.setPen(QColor(colours.text))
            right = QRectF(self.rect()).adjusted(0, 0, -self._air, 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(look.hands))

    def _sign(self) -> str:
        return self._look.letter if self._look.is_right is None else "✓" if self._look.is_right else "×"

    def _spoken(self) -> str:
        look = self._look
        templates = {
            None: self.tr("{letter}: {text}. Hands: {hands}"),
            True: self.tr("{letter}: {text}. Right. Hands: {hands}"),
            False: self.tr("{letter}: {text}. Not right. Hands: {hands}"),
        }
        return templates[look.is_right].format(letter=look.letter, text=look.text, hands=look.hands)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
