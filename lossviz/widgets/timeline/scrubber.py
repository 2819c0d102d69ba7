"""The slider of the time machine."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from lossviz.core.tables import Table, table_of
from lossviz.widgets.drag_watch import DragBegun, DragTakenBack, watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.pixmap_cache import PixmapCache
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.timeline.timeline_marks import TimelineMarks, TimelineScale
from lossviz.widgets.timeline.timeline_painting import EVALUATION_PX, HANDLE_PX, RAIL_PX, TimelinePainter

WHEEL_NOTCH = 120
WHEEL_SHARE = 0.01  # of the snapshots, in a notch


class Scrubber(QAbstractSlider):
    """Its value is the step that is looked at; at the end that is the run as it is now.

    Drag and wheel; left and right go from one snapshot to the next, the page keys from one evaluation to the next, Home
    to the start, End and Escape to now.
    """

    step_chosen = Signal(object)  # a step with a snapshot as an int; None: the run as it is now

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._marks = TimelineMarks()
        self._step: int | None = None
        self._step_before: int | None = None
        self._notches = 0.0
        self._cache = PixmapCache()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        offer_export(self, self)
        watch_drags(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_timeline(self, marks: TimelineMarks, step: int | None) -> None:
        """Show these steps, and which of them is looked at."""
        self._marks, self._step = marks, step
        self.setEnabled(bool(marks.steps))
        self.setRange(0, marks.last_step)
        self.setValue(marks.last_step if step is None else step)
        self.setAccessibleDescription(self.summary())
        self.update()

    def words(self) -> str:
        """What is looked at, in a sentence."""
        if not self._marks.steps:
            return self.tr("There is nothing to look back at yet.")
        if self._step is None:
            return self.tr("The run as it is now, after {step} steps.").format(step=f"{self._marks.last_step:,}")
        return self.tr("The run as it was after {step} of {last} steps.").format(
            step=f"{self._step:,}", last=f"{self._marks.last_step:,}"
        )

    def summary(self) -> str:
        """What is looked at."""
        return self.words()

    def table(self) -> Table:
        """A row for each step that can be looked at."""
        marks = self._marks
        evaluated = set(marks.evaluated)
        rows = ((step, step in evaluated, step == self._step) for step in marks.steps)
        return table_of(("step", "evaluated", "looked_at"), rows)

    def x_of(self, step: int) -> float:
        """Where a step stands in the widget."""
        return self._scale().x_of(step)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        """The least on which steps can be told apart."""
        return QSize(160, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from snapshot to snapshot."""
        chosen = self._step_for(event.key()) if self._marks.steps else None
        if chosen is not None:
            self._choose(chosen)
        elif event.key() in {Qt.Key.Key_End, Qt.Key.Key_Escape}:
            self._choose(None)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch is a hundredth of the snapshots."""
        self._notches += event.angleDelta().y() / WHEEL_NOTCH
        count, self._notches = int(self._notches), self._notches - int(self._notches)
        event.accept()
        if count and self._marks.steps:
            stride = max(1, round(WHEEL_SHARE * len(self._marks.steps)))
            self._choose(self._marks.neighbour(self._here(), count * stride))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._choose_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self.isSliderDown():
            self._choose_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def customEvent(self, event: QEvent) -> None:
        """A drag that is taken back ends where it began."""
        if isinstance(event, DragBegun):
            self._step_before = self._step
        elif isinstance(event, DragTakenBack):
            self._choose(self._step_before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is at hand, and the handle."""
        theme = self._theme.theme
        key = (self._marks, theme, self.font().toString())
        with QPainter(self) as painter:
            self._cache.draw(painter, key, self.size(), QColor(theme.colours.window), self._paint_marks)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._marks.steps:
                TimelinePainter(painter, theme, self._scale()).paint_handle(self._step)
            paint_focus(painter, self, theme)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setFont(small_font(self.font(), self._theme.theme))
        TimelinePainter(painter, self._theme.theme, self._scale()).paint_marks(self._marks)

    def _scale(self) -> TimelineScale:
        side = HANDLE_PX + self._theme.theme.sizes.line_px
        top = EVALUATION_PX + self._theme.theme.sizes.gap_px
        return TimelineScale(QRectF(side, top, self.width() - 2 * side, RAIL_PX), self._marks.last_step)

    def _height(self) -> int:
        area, font = self._scale().area, small_font(self.font(), self._theme.theme)
        return round(area.bottom() + HANDLE_PX) + QFontMetrics(font).height() + self._theme.theme.sizes.line_px

    def _step_for(self, key: int) -> int | None:
        """Where a key leads."""
        here, marks = self._here(), self._marks
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            return marks.neighbour(here, -1)
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            return marks.neighbour(here, 1)
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            return marks.next_evaluated(here, forwards=key == Qt.Key.Key_PageUp)
        return marks.steps[0] if key == Qt.Key.Key_Home else None

    def _here(self) -> int:
        return self._marks.steps[-1] if self._step is None else self._step

    def _choose_at(self, place: QPointF) -> None:
        if self._marks.steps:
            self._choose(self._marks.nearest(self._scale().step_at(place.x())))

    def _choose(self, step: int | None) -> None:
        if step != self._step:
            self.step_chosen.emit(step)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
