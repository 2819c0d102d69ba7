"""How a plot is reached for being copied or read aloud: right click, keys, and what a screen reader is told."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QStatusTipEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from lossviz.widgets.exports.plot_export import Exportable, PlotExport
from lossviz.widgets.exports.plot_menu import PlotMenu, open_plot_menu
from lossviz.widgets.exports.table_export import TableExport

AT_REST_MS = 500  # after the last change; a screen reader cannot follow a drag

Kind = QEvent.Type


def offer_export(
    widget: QWidget, source: Exportable, *mouse_on: QWidget, has_right_button_of_its_own: bool = False
) -> PlotExport:
    """Let the widget be copied, saved and described: with the right button, the menu key, Shift+F10 and Ctrl+C.

    The widget can have the keyboard's focus from now on, and has to show it (`paint_focus`). Its accessible description
    is `source.summary()`, asked for when the focus or the mouse comes, and, while a screen reader is in use, after
    each change. mouse_on: further widgets in it that get the mouse. has_right_button_of_its_own: it does something else
    with right clicks; the menu opens by keys alone.
    """
    export = PlotExport(widget, source)
    _give_access(export, mouse_on, has_right_button=not has_right_button_of_its_own)
    return export


def offer_table(widget: QWidget, source: Exportable) -> TableExport:
    """`offer_export` for a table: Ctrl+C copies the selected rows."""
    export = TableExport(widget, source)
    _give_access(export, (), has_right_button=True)
    return export


def _give_access(export: PlotExport, mouse_on: Sequence[QWidget], *, has_right_button: bool) -> None:
    widget = export.widget
    access = _PlotAccess(export, has_right_button=has_right_button)
    areas = (widget.viewport(),) if isinstance(widget, QAbstractScrollArea) else ()
    for place in (widget, *areas, *mouse_on):
        place.installEventFilter(access)
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class _PlotAccess(QObject):
    """Watches one plot."""

    _SOONER: ClassVar[tuple[QEvent.Type, ...]] = (Kind.FocusIn, Kind.Enter)
    _LATER: ClassVar[tuple[QEvent.Type, ...]] = (Kind.Paint, Kind.Show)

    def __init__(self, export: PlotExport, *, has_right_button: bool) -> None:
        super().__init__(export)
        self._export = export
        self._has_right_button = has_right_button
        self._pressed_at: QPoint | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(AT_REST_MS)
        self._rest.timeout.connect(export.describe)
        export.copied.connect(self._on_copied)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is not to reach the plot."""
        kind = event.type()
        if isinstance(event, QKeyEvent):
            return self._is_for_plot(watched) and self._key(event)
        if isinstance(event, QContextMenuEvent):
            return self._context_menu(event)
        if isinstance(event, QMouseEvent):
            self._mouse(event)
        elif kind in self._SOONER:
            self._focus_or_mouse_came(watched)
        elif kind in self._LATER and QAccessible.isActive():
            self._rest.start()
        return False

    def _is_for_plot(self, watched: QObject) -> bool:
        """Keys that a field inside the plot has left over come by too."""
        return watched is self._export.widget and self._export.widget.hasFocus()

    def _key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == Kind.KeyPress:
                self._export.copy_by_key()
            event.accept()
            return True
        is_menu_key = event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        )
        if is_menu_key and event.type() == Kind.KeyPress:
            self._open(None)
        return is_menu_key and event.type() != Kind.ShortcutOverride

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        """By mouse it opens when the button goes up in place, because a right drag may pan."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._open(None)
        return True

    def _mouse(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.RightButton or not self._has_right_button:
            return
        place = event.globalPosition().toPoint()
        if event.type() == Kind.MouseButtonPress:
            self._pressed_at = place
        elif event.type() == Kind.MouseButtonRelease and self._pressed_at is not None:
            moved, self._pressed_at = (place - self._pressed_at).manhattanLength(), None
            if moved < QApplication.startDragDistance():
                self._open(place)

    def _focus_or_mouse_came(self, watched: QObject) -> None:
        if watched is self._export.widget:
            self._export.describe()

    def _open(self, place: QPoint | None) -> None:
        """Some systems tell of the menu key twice."""
        if not isinstance(QApplication.activePopupWidget(), PlotMenu):
            self._export.describe()
            open_plot_menu(self._export, place)

    def _on_copied(self, what: str) -> None:
        texts = {
            "picture": self.tr("The picture is on the clipboard."),
            "summary": self.tr("The summary is on the clipboard."),
            "data": self.tr("The numbers are on the clipboard."),
            "rows": self.tr("The rows are on the clipboard."),
        }
        QApplication.sendEvent(self._export.widget, QStatusTipEvent(texts[what]))
