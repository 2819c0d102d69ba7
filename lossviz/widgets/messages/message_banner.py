"""A message inside a page: what happened, why, what to do, with buttons to do it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QToolButton

from lossviz.widgets.joints import titled
from lossviz.widgets.messages.banner_places import EDGE_PX, BannerParts, banner_places, words_left
from lossviz.widgets.messages.message_icon import MessageIcon, MessageKind, kind_colours
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.theme import ThemeSource

__all__ = ["BannerAction", "MessageBanner", "MessageKind"]

_LEAST_WIDTH_PX = 220
_USUAL_WIDTH_PX = 480
_CLOSE_IN_TYPE = 1.85  # the side of the close button in sizes of the type: 24 px for the usual one
_CLOSE_STYLE = """
QToolButton { padding: 0; border: 1px solid transparent; background: transparent; }
QToolButton:hover { border-color: palette(highlight); }
QToolButton:focus { padding: 0; border: 2px solid palette(highlight); }
"""


@dataclass(frozen=True)
class BannerAction:
    """A button. It does not close the banner. object_name: for the automation interface."""

    text: str
    on_triggered: Callable[[], None]
    object_name: str = ""


class MessageBanner(QFrame):
    """Hidden until there is something to say. It never takes the focus; Escape closes it if the focus is inside.

    Contents margins are air around it.
    """

    closed = Signal()  # by the user

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._kind = MessageKind.INFO
        self._icon = MessageIcon(theme, self)
        self._title = WrappedText(self)
        self._text = WrappedText(self)
        self._buttons: list[QPushButton] = []
        self.close_button = self._make_close_button()
        self._copy = self._add_copying()
        self._write_words()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.theme_changed.connect(self._on_theme_changed)
        self.hide()

    def _make_close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("×")
        button.setStyleSheet(_CLOSE_STYLE)
        button.clicked.connect(self._on_close_clicked)
        return button

    def _add_copying(self) -> QAction:
        copy = QAction(self)
        copy.triggered.connect(self._on_copy_triggered)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return copy

    def _write_words(self) -> None:
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self._copy.setText(self.tr("Copy message"))

    def show_message(self, kind: MessageKind, title: str, text: str, actions: Sequence[BannerAction] = ()) -> None:
        """Show this instead of what was shown, with a button for each action."""
        self._kind = kind
        self._icon.show_kind(kind)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(titled(self._icon.accessibleName(), title))
        self.setAccessibleDescription(text)
        self._replace_buttons(actions)
        self._apply_theme()
        self._place_parts()
        self.updateGeometry()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hide_message(self) -> None:
        """Say nothing."""
        self.hide()

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that everything takes at `width` pixels."""
        margins = self.contentsMargins()
        width -= margins.left() + margins.right()
        return banner_places(self._parts(), width).height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence or two; no text makes it wider."""
        return QSize(_USUAL_WIDTH_PX, self.heightForWidth(_USUAL_WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        """The widest button fits; the text wraps."""
        gap = self._theme.theme.sizes.gap_px
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        margins = self.contentsMargins()
        beside_words = words_left(self._parts()) + self._close_size().width() + 2 * gap
        width = max(_LEAST_WIDTH_PX, widest + beside_words) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        """What can be done is said in the new language; the message stays as it was told."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text and place the buttons anew."""
        super().resizeEvent(event)
        self._place_parts()

    def _parts(self) -> BannerParts:
        return BannerParts(
            icon=self._icon.sizeHint(),
            title_height=self._title.heightForWidth,
            text_height=self._text.heightForWidth if self._text.text() else lambda _width: 0,
            buttons=[button.sizeHint() for button in self._buttons],
            close=self._close_size(),
            gap_px=self._theme.theme.sizes.gap_px,
        )

    def _close_size(self) -> QSize:
        side = round(_CLOSE_IN_TYPE * self._theme.theme.sizes.font_px)
        return QSize(side, side)

    def _place_parts(self) -> None:
        room = self.contentsRect()
        places = banner_places(self._parts(), room.width())
        placed = (places.icon, places.title, places.text, places.close, *places.buttons)
        parts = (self._icon, self._title, self._text, self.close_button, *self._buttons)
        for part, place in zip(parts, placed, strict=True):
            part.setGeometry(place.translated(room.topLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the edge in the colours of the kind."""
        ground, edge = kind_colours(self._kind, self._theme.theme.colours)
        radius = self._theme.theme.sizes.radius_px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(edge))
            painter.drawRoundedRect(self.contentsRect(), radius, radius)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(self.contentsRect().adjusted(EDGE_PX, 1, -1, -1), radius - 1, radius - 1)

    def _on_theme_changed(self) -> None:
        self._apply_theme()
        self._place_parts()
        self.updateGeometry()
        self.update()

    def _apply_theme(self) -> None:
        theme = self._theme.theme
        for label in (self._title, self._text):
            font = label.font()
            font.setPixelSize(theme.sizes.font_px)
            font.setBold(label is self._title)
            label.setFont(font)
        for widget in (self._title, self._text, self.close_button):
            palette = widget.palette()
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
                palette.setColor(role, QColor(theme.colours.text))
            widget.setPalette(palette)
        font = self.close_button.font()
        font.setPixelSize(theme.sizes.font_title_px)
        self.close_button.setFont(font)
        self.update()

    def _replace_buttons(self, actions: Sequence[BannerAction]) -> None:
        for button in self._buttons:
            button.hide()
            button.setObjectName("")  # it lives until the event loop turns, and its successor may bear its name
            button.deleteLater()
        self._buttons = [self._make_button(action) for action in actions]
        for before, after in pairwise((*self._buttons, self.close_button)):
            self.setTabOrder(before, after)

    def _make_button(self, action: BannerAction) -> QPushButton:
        button = QPushButton(action.text, self)
        button.setObjectName(action.object_name)
        button.setAccessibleName(action.text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: action.on_triggered())
        button.show()
        return button

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_copy_triggered(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._title.text()}\n{self._text.text()}".strip())
