"""What a person has set of the loss surfaces, as a state of plain values."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.grid_range import GridRange
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.changes import Changes
from lossviz.stores.surface_store import SliceAxis, SurfaceStore

SLICE_AXES: tuple[SliceAxis, ...] = get_args(SliceAxis)
_FARTHEST = 1e150


class SurfaceChoices:
    """The state of a surface store; the fit's and the descent's have to be put in force before.

    range: [w from, w to, b from, b to], which stays as it is; automatic: whether the range follows the minimum and the
    marker instead, from `range` if that is given, too.
    in_3d; by_rank: whether each colour covers the same area; line: whether the straight line's surface is shown;
    curvature: whether places that are not convex are marked; slice: along "w" or "b".
    """

    def __init__(self, surfaces: SurfaceStore) -> None:
        self._surfaces = surfaces

    def state(self) -> dict[str, object]:
        """The range and the look."""
        shown = self._surfaces
        seen = shown.range
        return {
            "range": [seen.w_low, seen.w_high, seen.b_low, seen.b_high],
            "automatic": shown.is_automatic,
            "in_3d": shown.is_3d,
            "by_rank": shown.is_quantile,
            "line": shown.shows_line,
            "curvature": shown.shows_curvature,
            "slice": shown.slice_axis,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, surfaces = StateReader(state, "surfaces"), Changes(self._surfaces), self._surfaces
        self._read_range(reader, changes)
        axis = reader.choice("slice", SLICE_AXES)
        changes.then(surfaces.set_3d, reader.flag("in_3d"))
        changes.then(surfaces.set_quantile, reader.flag("by_rank"))
        changes.then(surfaces.set_shows_line, reader.flag("line"))
        changes.then(surfaces.set_shows_curvature, reader.flag("curvature"))
        if axis:
            changes.then_do(partial(surfaces.set_slice_axis, axis))
        reader.finish()
        return changes

    def _read_range(self, reader: StateReader, changes: Changes) -> None:
        bounds, is_automatic = reader.numbers("range", -_FARTHEST, _FARTHEST, 4, 4), reader.flag("automatic")
        if bounds is None:
            changes.then(self._set_automatic, is_automatic)
            return
        if bounds[0] >= bounds[1] or bounds[2] >= bounds[3]:
            why = QT_TRANSLATE_NOOP("errors", "Expected are w from, w to, b from and b to; it is {found}.")
            raise reader.refusal("range", why)
        wanted = GridRange(*bounds)
        if not wanted.is_drawable:
            why = QT_TRANSLATE_NOOP("errors", "From and to are too close to each other to be drawn apart: {found}.")
            raise reader.refusal("range", why)
        changes.then_do(lambda: self._surfaces.set_range(wanted, bool(is_automatic)))

    def _set_automatic(self, is_automatic: bool) -> None:
        if is_automatic:
            self._surfaces.fit_view()
        else:
            self._surfaces.set_range(self._surfaces.range)
