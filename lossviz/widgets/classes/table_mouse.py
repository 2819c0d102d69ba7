"""What the mouse does in the table: it drags logits and targets, chooses the true class, points."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal

from lossviz.widgets.classes.bar_scale import SHARES, BarScale
from lossviz.widgets.classes.row_fields import MOST_LOGIT
from lossviz.widgets.classes.table_layout import Hit
from lossviz.widgets.classes.table_scene import KeyColumn, TableScene

_DRAG_BEGINS_PX = 3.0


@dataclass(frozen=True)
class _Grip:
    """The bar that was taken hold of, and where."""

    index: int
    column: KeyColumn
    start: QPointF
    is_moving: bool = False


class TableMouse(QObject):
    """Turns mouse events into what they ask for. `scene` is always what the table shows at that moment.

    A logit goes where the mouse presses; a target only once the mouse moves, for a double click means something else.
    """

    drag_started = Signal()
    logit_dragged = Signal(int, float)
    target_dragged = Signal(int, float)
    drag_ended = Signal()
    true_class_chosen = Signal(int)
    cell_chosen = Signal(int, str)  # the class and the column of the keyboard
    rename_asked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grip: _Grip | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether a bar is held."""
        return self._grip is not None

    def press(self, scene: TableScene, place: QPointF) -> None:
        """The left button goes down."""
        hit = scene.layout.hit(place)
        if hit is None or hit.index is None:
            return
        if hit.column == "mark":
            self.true_class_chosen.emit(hit.index)
        column = _drag_column(hit)
        self.cell_chosen.emit(hit.index, column or "z_bar")
        if column is not None:
            self._grip = _Grip(hit.index, column, place, is_moving=column == "z_bar")
            self.drag_started.emit()
            self.move(scene, place)

    def move(self, scene: TableScene, place: QPointF) -> None:
        """The mouse goes on, with the left button down."""
        grip = self._grip
        if grip is None or grip.index >= scene.layout.count:
            return
        if not grip.is_moving:
            if (place - grip.start).manhattanLength() < _DRAG_BEGINS_PX:
                return
            grip = self._grip = _Grip(grip.index, grip.column, grip.start, is_moving=True)
        cell = scene.layout.bar(grip.index, grip.column)
        if grip.column == "z_bar":
            self.logit_dragged.emit(grip.index, _value_at(scene.logit_scale, place, cell, MOST_LOGIT))
        else:
            self.target_dragged.emit(grip.index, max(_value_at(SHARES, place, cell, 1.0), 0.0))

    def release(self) -> None:
        """The left button goes up."""
        grip, self._grip = self._grip, None
        if grip is not None:
            self.drag_ended.emit()

    def double_click(self, scene: TableScene, place: QPointF) -> None:
        """The left button goes down a second time."""
        hit = scene.layout.hit(place)
        if hit is None or hit.index is None:
            return
        if hit.column == "name":
            self.rename_asked.emit(hit.index)
        elif _drag_column(hit) == "y_bar":
            self.true_class_chosen.emit(hit.index)
        else:
            self.press(scene, place)


def cursor_over(hit: Hit | None) -> Qt.CursorShape:
    """What the mouse looks like there."""
    if hit is not None and _drag_column(hit) is not None:
        return Qt.CursorShape.SizeHorCursor
    is_mark = hit is not None and hit.part == "row" and hit.column == "mark"
    return Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor


def _drag_column(hit: Hit) -> KeyColumn | None:
    """The bar that can be dragged there."""
    if hit.part != "row":
        return None
    return "z_bar" if hit.column == "z_bar" else "y_bar" if hit.column == "y_bar" else None


def _value_at(scale: BarScale, place: QPointF, cell: QRectF, most: float) -> float:
    return min(max(scale.value_at(place.x(), cell), -most), most)
