"""All runs of a curve plot as items of its plotting area."""

from collections.abc import Sequence

import pyqtgraph as pg

from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.frame import PlotFrame
from lossviz.widgets.curves.layers import CurrentRunLayer, GhostRunLayer, RunLayer
from lossviz.widgets.curves.style import CurveStyle

LayerKey = tuple[int, bool]
# What a layer's picture depends on; a run with the same key only ever grows.
Drawn = tuple[PlotFrame, int, int, int]


class CurvePicture:
    """One layer for every run, kept from one update to the next."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._layers: dict[LayerKey, RunLayer] = {}
        self._drawn: dict[LayerKey, Drawn] = {}
        self._looks: dict[LayerKey, tuple[CurveStyle, str, int | None, int]] = {}

    def show(self, runs: Sequence[RunCurve], style: CurveStyle, window: int) -> None:
        """Have a layer in the right style for each of `runs`, and no other."""
        wanted = {(run.key, run.is_ghost) for run in runs}
        for key in self._layers.keys() - wanted:
            self._layers.pop(key).remove()
            self._looks.pop(key)
            self._drawn.pop(key, None)
        for run in runs:
            self._restyle(run, style, window)

    def draw(self, runs: Sequence[RunCurve], frame: PlotFrame, window: int) -> None:
        """Show what of `runs` lies in `frame`; runs that look as before cost nothing."""
        for run in runs:
            key, drawn = (run.key, run.is_ghost), (frame, window, run.step_count, len(run.evaluation_steps))
            if self._drawn.get(key) != drawn:
                self._layers[key].draw(run, frame, window)
                self._drawn[key] = drawn

    def _restyle(self, run: RunCurve, style: CurveStyle, window: int) -> None:
        key, look = (run.key, run.is_ghost), (style, run.colour, run.look, window)
        if key not in self._layers:
            self._layers[key] = GhostRunLayer(self._view) if run.is_ghost else CurrentRunLayer(self._view)
        if self._looks.get(key) != look:
            self._layers[key].apply_style(run, style, window)
            self._looks[key] = look
            self._drawn.pop(key, None)
