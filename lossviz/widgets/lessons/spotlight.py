"""A frame around what a lesson asks to look at."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from lossviz.widgets.theme import ThemeSource

_WIDTH_IN_LINES = 1.5
_AIR_PX = 2


class Spotlight(QWidget):
    """Lies in the window of `target` and follows it; it takes neither the mouse nor the focus, and has no inside."""

    def __init__(self, target: QWidget, theme: ThemeSource) -> None:
        super().__init__(target.window())
        self._window = target.window()
        self._target = target
        self._theme = theme
        self._watched: list[QWidget] = []
        self.setObjectName("lesson.spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.theme_changed.connect(self._follow)
        target.destroyed.connect(self._on_target_destroyed)
        self._watch()
        self._follow()

    def put_out(self) -> None:
        """Frame nothing any more."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self.hide()
        self.setObjectName("")  # it lives until the event loop turns
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow whatever moves the target."""
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the frame, which is all that the mask leaves."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.theme.colours.accent))

    def _watch(self) -> None:
        """The target and everything around it up to the window."""
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _follow(self) -> None:
        seen = self._seen()
        self.setVisible(not seen.isEmpty())
        if seen.isEmpty():
            return
        width = round(_WIDTH_IN_LINES * self._theme.theme.sizes.line_px)
        air = width + _AIR_PX
        around = seen.adjusted(-air, -air, air, air).intersected(self._window.rect())
        self.setGeometry(around)
        whole = QRect(QPoint(0, 0), around.size())
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(width, width, -width, -width)))
        self.raise_()

    def _seen(self) -> QRect:
        """The part of the target that scroll areas leave, in the window's pixels; empty while it cannot be seen."""
        window = self._window
        if not self._target.isVisible() or not window.isAncestorOf(self._target):
            return QRect()
        seen = QRect(self._target.mapTo(window, QPoint(0, 0)), self._target.size())
        for widget in self._watched[1:]:
            seen = seen.intersected(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
        return seen

    def _on_target_destroyed(self) -> None:
        self.put_out()


_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
)
