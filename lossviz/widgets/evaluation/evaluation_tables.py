"""What the views of an evaluation show, in numbers."""

from collections.abc import Iterator

import numpy as np

from lossviz.core.evaluation.confusion import Counts
from lossviz.core.evaluation.inside import MapsF32
from lossviz.core.tables import Cell, Table, table_of
from lossviz.widgets.evaluation.grid_picture import GridPicture

MOST_IMAGES = 1000  # whose captions are asked for


def matrix_table(counts: Counts | None) -> Table:
    """A row for each true digit: how often it was read as each."""
    size = 10 if counts is None else len(counts)
    heads = ("true", *(f"read_as_{digit}" for digit in range(size)))
    rows = [] if counts is None else [(true, *row) for true, row in enumerate(counts.tolist())]
    return table_of(heads, rows)


def images_table(picture: GridPicture | None) -> Table:
    """A row for each of the first images, in the order shown: its place among all, and what is said of it."""
    places = [] if picture is None else picture.places[:MOST_IMAGES].tolist()
    spoken = [] if picture is None else [picture.spoken_of(place) for place in places]
    return table_of(("place", "image"), zip(places, spoken, strict=True))


def units_table(filters: MapsF32 | None, responses: MapsF32 | None) -> Table:
    """A row for each unit: its largest activation, then its weights row by row."""
    if filters is None:
        return Table(("unit", "activation"))
    weights = filters.reshape(len(filters), -1)
    heads = ("unit", "activation", *(f"weight_{place}" for place in range(weights.shape[1])))
    return table_of(heads, _units(weights, responses))


def _units(weights: MapsF32, responses: MapsF32 | None) -> Iterator[tuple[Cell, ...]]:
    for unit, row in enumerate(weights.tolist()):
        yield unit, None if responses is None else float(responses[unit].max()), *row


def pixels_table(values: np.ndarray[tuple[int, ...], np.dtype[np.uint8 | np.float32]] | None) -> Table:
    """A row for each row of pixels."""
    if values is None:
        return Table(("column_0",))
    return table_of([f"column_{column}" for column in range(values.shape[1])], values.tolist())
