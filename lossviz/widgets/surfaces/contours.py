"""Lines of equal loss, by marching squares over all levels and cells at once."""

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.surfaces.picture import drawable

LEVEL_COUNT = 10
ASIDE = 0.02  # of the area, to either side of a level
LEAST_SLOPE = 1e-4  # of the surface's height within that area

# A cell's corners are 0 bottom left, 1 bottom right, 2 top right, 3 top left; its edges 0 bottom, 1 right, 2 top,
# 3 left. Bit k of a cell's case tells whether corner k lies above the level; each row names the two edges that a line
# joins. The two saddles, 5 and 10, are as here if the middle lies below the level, otherwise each as the other.
FIRST_LINES = np.array(
    [
        [-1, -1], [3, 0], [0, 1], [3, 1], [1, 2], [3, 0], [0, 2], [3, 2],
        [2, 3], [0, 2], [0, 1], [1, 2], [1, 3], [0, 1], [3, 0], [-1, -1],
    ]
)  # fmt: skip
SECOND_LINES = {5: (1, 2), 10: (2, 3)}
CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)


def contour_levels(values: NDArray[np.float64], is_quantile: bool) -> NDArray[np.float64]:
    """Ascending losses: equally far apart, or with equal areas between them. None on a level surface.

    Among those with equal areas there is none on a plateau, where a line would show nothing but rounding.
    """
    known = drawable(values)
    low, high = float(known.min()), float(known.max())
    if not low < high:
        return np.empty(0)
    if is_quantile:
        shares = (np.arange(LEVEL_COUNT) + 0.5) / LEVEL_COUNT
        below, levels, above = np.quantile(known, [shares - ASIDE, shares, shares + ASIDE])
        return np.unique(levels[above - below > LEAST_SLOPE * (high - low)])
    return np.asarray(low + (high - low) * np.arange(1, LEVEL_COUNT + 1) / (LEVEL_COUNT + 1))


def isolines(values: NDArray[np.float64], levels: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """For each level its line in pieces, (k, 2, 2): piece, end, (column, row) on the grid.

    Every end lies on an edge of a cell, where the surface between the grid points is exactly at the level.
    """
    known = drawable(values)
    which, rows, columns, cases = _crossed_cells(known, levels)
    corners = _corner_values(known, rows, columns)
    is_swapped = _is_saddle(cases) & (corners.mean(axis=0) >= levels[which])
    cases = np.where(is_swapped, 15 - cases, cases)
    ends = [_lines(FIRST_LINES[cases], corners, levels[which])]
    cells = [np.arange(len(cases))]
    for saddle, edges in SECOND_LINES.items():
        at = np.flatnonzero(cases == saddle)
        ends.append(_lines(np.tile(edges, (len(at), 1)), corners[:, at], levels[which[at]]))
        cells.append(at)
    cell = np.concatenate(cells)
    pieces = np.concatenate(ends) + np.column_stack([columns, rows])[cell][:, None, :]
    return [pieces[which[cell] == level] for level in range(len(levels))]


def _crossed_cells(values: NDArray[np.float64], levels: NDArray[np.float64]) -> tuple[NDArray[np.intp], ...]:
    """Level, row, column and case of every cell that a line crosses."""
    is_above = (values[None] >= levels[:, None, None]).view(np.uint8)
    cases = is_above[:, :-1, :-1] | is_above[:, :-1, 1:] << 1 | is_above[:, 1:, 1:] << 2 | is_above[:, 1:, :-1] << 3
    which, rows, columns = np.nonzero((cases != 0) & (cases != 15))
    return which, rows, columns, cases[which, rows, columns].astype(np.intp)


def _is_saddle(cases: NDArray[np.intp]) -> NDArray[np.bool_]:
    return np.isin(cases, tuple(SECOND_LINES))


def _corner_values(
    values: NDArray[np.float64], rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[np.float64]:
    """(4, cells)."""
    right, above = columns + 1, rows + 1
    return np.stack([values[rows, columns], values[rows, right], values[above, right], values[above, columns]])


def _lines(edges: NDArray[np.intp], corners: NDArray[np.float64], levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """(lines, 2, 2): where on its two edges each line begins and ends, from the cell's bottom left corner."""
    cells = np.arange(len(edges))[:, None]
    start, stop = edges, (edges + 1) % 4
    from_value, to_value = corners[start, cells], corners[stop, cells]
    share = (levels[:, None] - from_value) / (to_value - from_value)
    return np.asarray(CORNERS[start] + share[..., None] * (CORNERS[stop] - CORNERS[start]))
