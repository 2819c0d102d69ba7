"""The curves of runs in numbers."""

from collections.abc import Iterator, Sequence

from lossviz.core.tables import Cell, Table, table_of
from lossviz.widgets.curves.data import RunCurve

_HEADS = ("run", "step", "batch", "validation")


def curve_table(runs: Sequence[RunCurve]) -> Table:
    """A row for each step of each run; validation is filled where it was measured."""
    return table_of(_HEADS, (row for run in runs for row in _rows(run)))


def _rows(run: RunCurve) -> Iterator[tuple[Cell, ...]]:
    measured = dict(zip(run.evaluation_steps.tolist(), run.evaluation_values.tolist(), strict=True))
    values = run.batch_values.tolist()
    for step in range(1, run.last_step + 1):
        batch = float(values[step - 1]) if step <= len(values) else None
        yield run.name, step, batch, measured.get(step)
    if 0 in measured:  # before the first batch
        yield run.name, 0, None, measured[0]
