"""The presenter's window: what is presented, the lesson's strip, and what a clicker's keys do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QVBoxLayout, QWidget

from lossviz.shell.explanation_overlay import ExplanationOverlay
from lossviz.shell.stage import Stage
from lossviz.shell.theme_application import dress, hand_down
from lossviz.widgets.halo import Halo
from lossviz.widgets.panel_entry import PanelEntry
from lossviz.widgets.theme import ThemeSource

_MARGIN_PX = 16


class PresentationWindow(QWidget):
    """Wears its own theme. Panels come in and go out; it knows neither pages nor lessons."""

    step_wanted = Signal(int)  # 1 for the next, -1 for the one before
    choice_wanted = Signal()
    left = Signal()

    def __init__(self, theme: ThemeSource, *, is_moving: bool) -> None:
        super().__init__()
        self._strip: QWidget | None = None
        self.setObjectName("present.window")
        dress(self, theme.theme)
        self.stage = Stage()
        self.stage.needs_changed.connect(self._on_needs_changed)
        self.holder = QWidget(self)
        self.holder.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._rows.addWidget(self.stage, 1)
        self.explanations = ExplanationOverlay(self, lambda: self.stage.entries)
        self.cover = _cover(self)
        self.halo = Halo(self, theme, is_moving=is_moving)
        self._add_keys()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_black(self) -> bool:
        """Whether nothing is to be seen."""
        return not self.cover.isHidden()

    @property
    def strip(self) -> QWidget | None:
        """What is shown below."""
        return self._strip

    def show_panels(self, entries: Sequence[PanelEntry], message_areas: Sequence[QWidget]) -> None:
        """Show these panels, and above them what their pages have to say when something goes wrong."""
        self.stage.give_back(self.holder)
        for area in message_areas:
            self._rows.insertWidget(0, area)
        self.stage.show_panels(entries)
        for part in (*message_areas, self.stage):
            hand_down(self, part)
        self.setWindowTitle(" · ".join(entry.title for entry in entries))

    def set_strip(self, strip: QWidget | None) -> None:
        """Show this below the panels, and end the one before."""
        if self._strip is not None:
            self._rows.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
        self._strip = strip
        if strip is not None:
            self._rows.addWidget(strip)
            hand_down(self, strip)

    def show_on(self, screen: QScreen) -> None:
        """Fill this screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    @Slot()
    def toggle_black(self) -> None:
        """Hide everything behind black, or show it again."""
        self.cover.setGeometry(self.rect())
        self.cover.setVisible(not self.is_black)
        self.cover.raise_()

    @Slot()
    def toggle_halo(self) -> None:
        """Show the ring around the pointer, or not."""
        self.halo.setVisible(self.halo.isHidden())
        self.halo.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """What is shown for the first time takes the application's colours."""
        super().showEvent(event)
        hand_down(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Black covers everything."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever opened it takes care of the rest."""
        super().closeEvent(event)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter of the clicker is not typed into a field for numbers."""
        is_asking = event.type() == QEvent.Type.ShortcutOverride
        if is_asking and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_B, Qt.Key.Key_H):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add_keys(self) -> None:
        for keys, on_activated in (
            (("PgDown",), self._on_next),
            (("PgUp",), self._on_back),
            (("B", "."), self.toggle_black),
            (("H",), self.toggle_halo),
            (("Shift+F5",), self.choice_wanted.emit),
            (("Shift+F1",), self._on_explain),
            (("Esc",), self._on_escape),
        ):
            for text in keys:
                QShortcut(QKeySequence(text), self).activated.connect(on_activated)

    @Slot()
    def _on_needs_changed(self) -> None:
        """A panel may have got new parts."""
        hand_down(self, self.stage)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_back(self) -> None:
        self._step(-1)

    @Slot()
    def _on_explain(self) -> None:
        """Say in words what is on the screen, or show it again."""
        if self.explanations.is_open:
            self.explanations.dismiss()
            return
        self.explanations.open()
        hand_down(self, self.explanations)

    @Slot()
    def _on_escape(self) -> None:
        if self.explanations.is_open:
            self.explanations.dismiss()
        else:
            self.close()

    def _step(self, by: int) -> None:
        self.explanations.dismiss()
        if self.is_black:
            self.toggle_black()
        self.step_wanted.emit(by)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, after: QWidget | None) -> None:
        """Numbers have no letters; a field for words keeps them."""
        for widget, watch in ((before, False), (after, True)):
            if isinstance(widget, QAbstractSpinBox) and self.isAncestorOf(widget):
                widget.installEventFilter(self) if watch else widget.removeEventFilter(self)


def _cover(parent: QWidget) -> QWidget:
    cover = QWidget(parent)
    cover.setObjectName("present.black")
    palette = cover.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    cover.setPalette(palette)
    cover.setAutoFillBackground(True)
    cover.setCursor(Qt.CursorShape.BlankCursor)
    cover.hide()
    return cover
