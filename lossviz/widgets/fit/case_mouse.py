"""What the mouse does in a case plot: it takes hold of cases, of the curve, of the threshold, or of the view."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Signal

from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_targets import CaseScene, Target
from lossviz.widgets.fit.curve_handles import with_midpoint, with_steep_end
from lossviz.widgets.plots.plot_frame import panned, zoomed

_DRAG_BEGINS_PX = 2.0
_ZOOM_PER_NOTCH = 0.85
_LEAST_REACH_PX = 1.0  # of the steepness handle from the midpoint


@dataclass(frozen=True)
class _Grip:
    """What was taken hold of. start: of the mouse. offset: from the mouse to what is held, in data units.

    parameters: the sigmoid's when it was taken hold of, so that what a drag keeps is kept exactly.
    """

    target: Target
    start: QPointF
    offset: QPointF
    parameters: Parameters
    is_moving: bool = False


class CaseMouse(QObject):
    """Turns mouse events into what they ask for. `scene` is always what the plot shows at that moment."""

    case_drag_started = Signal(int)
    case_dragged = Signal(int, float, float)
    case_drag_ended = Signal()
    case_selected = Signal(object)
    case_hovered = Signal(object)
    case_added = Signal(float, float)
    threshold_dragged = Signal(float)
    sigmoid_drag_started = Signal()
    sigmoid_dragged = Signal(object)
    sigmoid_drag_ended = Signal()
    view_changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grip: _Grip | None = None

    @property
    def held(self) -> Target | None:
        """What is being dragged; None while nothing is."""
        return self._grip.target if self._grip is not None and self._grip.is_moving else None

    def press(self, scene: CaseScene, position: QPointF) -> None:
        """The left button goes down."""
        target = scene.target_at(position)
        if target.kind == "outside":
            return
        held = _place_of(scene, target, position)
        offset = held - QPointF(scene.frame.x_at(position.x()), scene.frame.y_at(position.y()))
        self._grip = _Grip(target, position, offset, scene.picture.sigmoid)
        if target.kind == "case" and target.index != scene.picture.selected:
            self.case_selected.emit(target.index)

    def move(self, scene: CaseScene, position: QPointF) -> None:
        """The mouse goes on, with the left button down."""
        grip = self._grip
        if grip is None:
            return
        if not grip.is_moving:
            if (position - grip.start).manhattanLength() < _DRAG_BEGINS_PX:
                return
            grip = replace(grip, is_moving=True)
            self._grip = grip
            self._begin(grip.target)
        self._drag(scene, grip, position)

    def release(self, scene: CaseScene) -> None:
        """The left button goes up."""
        grip, self._grip = self._grip, None
        if grip is None:
            return
        kind = grip.target.kind
        if not grip.is_moving:
            if kind == "empty" and scene.picture.selected is not None:
                self.case_selected.emit(None)
        elif kind == "case":
            self.case_drag_ended.emit()
        elif kind in ("midpoint", "steepness"):
            self.sigmoid_drag_ended.emit()

    def double_click(self, scene: CaseScene, position: QPointF) -> None:
        """The left button goes down a second time."""
        if scene.target_at(position).kind == "empty":
            x, y = scene.frame.x_at(position.x()), scene.frame.y_at(position.y())
            self.case_added.emit(scene.frame.tidy_x(x), _nearer_class(y))
        else:
            self.press(scene, position)

    def turn_wheel(self, scene: CaseScene, position: QPointF, notches: float) -> None:
        """Zoom the sizes about the one under the mouse."""
        view = scene.frame.x
        self.view_changed.emit(zoomed(view, scene.frame.x_at(position.x()), _ZOOM_PER_NOTCH**notches))

    def point(self, scene: CaseScene, position: QPointF | None) -> None:
        """The mouse points there, None for nowhere, with no button down."""
        index = None if position is None else scene.target_at(position).index
        if index != scene.picture.hovered:
            self.case_hovered.emit(index)

    def _begin(self, target: Target) -> None:
        if target.kind == "case":
            self.case_drag_started.emit(target.index)
        elif target.kind in ("midpoint", "steepness"):
            self.sigmoid_drag_started.emit()

    def _drag(self, scene: CaseScene, grip: _Grip, position: QPointF) -> None:
        frame, index = scene.frame, grip.target.index
        x, y = frame.x_at(position.x()) + grip.offset.x(), frame.y_at(position.y()) + grip.offset.y()
        match grip.target.kind:
            case "case" if index is not None and index < len(scene.picture.cases):
                self.case_dragged.emit(index, frame.tidy_x(x), _nearer_class(y))
            case "midpoint":
                self.sigmoid_dragged.emit(with_midpoint(grip.parameters, frame.tidy_x(x)))
            case "steepness":
                least = _LEAST_REACH_PX * frame.x.span / max(frame.area.width(), 1.0)
                self.sigmoid_dragged.emit(with_steep_end(grip.parameters, x, frame.x, least))
            case "threshold":
                self.threshold_dragged.emit(min(max(y, 0.0), 1.0))
            case "empty":
                self._pan(scene, grip, position)

    def _pan(self, scene: CaseScene, grip: _Grip, position: QPointF) -> None:
        distance = scene.frame.x_at(grip.start.x()) - scene.frame.x_at(position.x())
        self._grip = replace(grip, start=position)
        self.view_changed.emit(panned(scene.frame.x, distance))


def _place_of(scene: CaseScene, target: Target, position: QPointF) -> QPointF:
    """Where what is pointed at stands, in data units; the mouse itself if it is nothing."""
    frame, cases = scene.frame, scene.picture.cases
    here = QPointF(frame.x_at(position.x()), frame.y_at(position.y()))
    if target.kind == "case" and target.index is not None:
        return QPointF(float(cases.x[target.index]), here.y())
    for handle in scene.handles:
        if handle.name == target.kind:
            return QPointF(handle.x, here.y())
    return QPointF(here.x(), scene.picture.threshold) if target.kind == "threshold" else here


def _nearer_class(y: float) -> float:
    return 1.0 if y >= 0.5 else 0.0
