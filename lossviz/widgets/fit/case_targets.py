"""What the mouse points at in a case plot."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QPointF

from lossviz.widgets.fit.case_markers import marker_radius
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.case_places import CasePlaces
from lossviz.widgets.fit.curve_handles import CurveHandle, curve_handles
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import Theme

TargetKind = Literal["case", "midpoint", "steepness", "threshold", "empty", "outside"]

_AROUND_CASE_PX = 4.0
_AROUND_HANDLE_PX = 3.0
_AROUND_THRESHOLD_PX = 4.0


@dataclass(frozen=True)
class Target:
    """index: of the case, if it is one."""

    kind: TargetKind
    index: int | None = None


@dataclass(frozen=True, eq=False)
class CaseScene:
    """What is shown and where it stands."""

    picture: CasePicture
    frame: PlotFrame
    theme: Theme

    @cached_property
    def places(self) -> CasePlaces:
        """Of all cases."""
        return CasePlaces(self.picture.cases, self.frame)

    @cached_property
    def handles(self) -> tuple[CurveHandle, CurveHandle]:
        """Of the sigmoid."""
        return curve_handles(self.picture.sigmoid, self.frame.x)

    def handle_px(self, handle: CurveHandle) -> QPointF:
        """The middle of a handle."""
        return self.frame.point_px(handle.x, handle.level)

    def target_at(self, position: QPointF) -> Target:
        """The handle or case that is nearest for its size; otherwise the threshold's line, or nothing."""
        area = self.frame.area
        is_on_line = abs(position.y() - self.frame.y_px(self.picture.threshold)) <= _AROUND_THRESHOLD_PX
        if not area.adjusted(-1, -1, 1, 1).contains(position):
            is_on_tag = is_on_line and 0.0 <= position.x() <= area.left()
            return Target("threshold") if is_on_tag else Target("outside")
        found = [(self._nearness(position, handle), Target(handle.name)) for handle in self.handles]
        nearest = self.places.nearest(position)
        if nearest is not None:
            reach = marker_radius(self.theme, len(self.picture.cases)) + _AROUND_CASE_PX
            found.append((nearest[1] / reach, Target("case", nearest[0])))
        share, target = min(found, key=lambda pair: pair[0])
        if share <= 1.0:
            return target
        return Target("threshold") if is_on_line else Target("empty")

    def _nearness(self, position: QPointF, handle: CurveHandle) -> float:
        """1 at the edge of what counts as the handle, 0 in its middle."""
        offset = position - self.handle_px(handle)
        reach = handle_radius(self.theme) + _AROUND_HANDLE_PX
        return float((offset.x() ** 2 + offset.y() ** 2) ** 0.5 / reach)


def handle_radius(theme: Theme) -> float:
    """In pixels."""
    return 0.85 * theme.sizes.marker_px
