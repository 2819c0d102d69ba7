"""A plot in numbers."""

from collections.abc import Iterator

from lossviz.core.tables import Cell, Table, table_of
from lossviz.widgets.plots.picture import Curve, Dots, PlotPicture

_HEADS = ("series", "kind", "x", "y")


def plot_table(picture: PlotPicture) -> Table:
    """A row for each point of each curve, each dot, each rule (which has an x or a y) and each handle."""
    return table_of(_HEADS, _rows(picture))


def _rows(picture: PlotPicture) -> Iterator[tuple[Cell, ...]]:
    for curve in picture.curves:
        yield from _points(curve, curve.name or curve.key, "curve")
    for dots in picture.dots:
        yield from _points(dots, dots.key, "dot")
    for rule in picture.rules:
        value = float(rule.value)
        yield rule.name, "rule", value if rule.is_vertical else None, None if rule.is_vertical else value
    for handle in picture.handles:
        yield handle.text or handle.key, "handle", float(handle.x), float(handle.y)


def _points(series: Curve | Dots, name: str, kind: str) -> Iterator[tuple[Cell, ...]]:
    for x, y in zip(series.xs.tolist(), series.ys.tolist(), strict=True):
        yield name, kind, float(x), float(y)
