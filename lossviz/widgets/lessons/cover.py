"""A card that lies over a widget until the class has guessed what it shows."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lossviz.widgets.lessons.out_of_reach import OutOfReach
from lossviz.widgets.theme import ThemeSource

_SIGN = "?"
_SHARE = 0.7  # of the card's shorter side that the sign takes
_LARGEST_PX = 160
_LEAST_PX = 9


class Cover(QWidget):
    """Opaque and always on top of `target`, which keeps its place; neither mouse nor keys nor readers get through."""

    def __init__(self, target: QWidget, theme: ThemeSource) -> None:
        super().__init__()
        hint = self.tr("Hidden until the answer is revealed")
        self._target = target
        self._window = target.window()
        self._theme = theme
        self._out_of_reach = OutOfReach(target, hint)
        self.setParent(target)
        self.setObjectName("lesson.cover")
        self.setAccessibleName(hint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ForbiddenCursor)
        for watched in (target, self._window):
            watched.installEventFilter(self)
        theme.theme_changed.connect(self._on_theme_changed)
        self._fit()
        self.show()

    def lift(self) -> None:
        """Show again what lies below."""
        for watched in (self._target, self._window):
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        self._out_of_reach.end()
        self.hide()
        self.setObjectName("")  # it lives until the event loop turns
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget's size, stay above what is added to it, and silence what a drawing has told anew."""
        kind = event.type()
        if kind == QEvent.Type.UpdateRequest:
            self._out_of_reach.renew()
        elif watched is self._target and kind == QEvent.Type.Resize:
            self._fit()
        elif watched is self._target and kind == QEvent.Type.ChildPolished:
            self.raise_()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take what the mouse does and asks, and do nothing with it: else it would go to the widget below."""
        if event.type() in _MOUSE_EVENTS:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        colours, sizes = self._theme.theme.colours, self._theme.theme.sizes
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.window))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), sizes.line_thin_px))
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(edge, sizes.radius_px, sizes.radius_px)
            font = painter.font()
            font.setBold(True)
            shorter = min(self.width(), self.height())
            font.setPixelSize(max(_LEAST_PX, min(_LARGEST_PX, round(_SHARE * shorter))))
            painter.setFont(font)
            painter.setPen(QColor(colours.accent))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _SIGN)

    def _on_theme_changed(self) -> None:
        self.update()

    def _fit(self) -> None:
        self.setGeometry(self._target.rect())
        self.raise_()


_MOUSE_EVENTS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
)
