"""The curves of runs as a table that any program reads: a row for every step."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from lossviz.core.reports.report_run import ReportRun
from lossviz.core.training.metric_log import MetricLog

COLUMNS = ("step", "batch_loss", "batch_accuracy", "validation_loss", "validation_accuracy")
RUN_COLUMN = "run"
_ROWS_AT_ONCE = 2000

Row = tuple[object, ...]


def metrics_csv(log: MetricLog) -> Iterator[bytes]:
    """One run in pieces, as UTF-8; the validation columns are filled where the validation part was measured."""
    return _pieces(COLUMNS, _rows(log))


def runs_csv(runs: Sequence[ReportRun]) -> Iterator[bytes]:
    """Runs below each other, each row led by its run's name; a single run as `metrics_csv` gives it."""
    if len(runs) == 1:
        return metrics_csv(runs[0].log)
    rows = ((run.name, *row) for run in runs for row in _rows(run.log))
    return _pieces((RUN_COLUMN, *COLUMNS), rows)


def _rows(log: MetricLog) -> Iterator[Row]:
    columns = log.columns()
    evaluations = {evaluation.step: evaluation for evaluation in log.evaluations}
    # Read in stretches: a run of a million steps would stand in memory three times as Python's numbers.
    for start in range(0, len(columns.losses), _ROWS_AT_ONCE):
        stretch = slice(start, start + _ROWS_AT_ONCE)
        values = zip(columns.losses[stretch].tolist(), columns.accuracies[stretch].tolist(), strict=True)
        for step, (loss, accuracy) in enumerate(values, start=start + 1):
            evaluation = evaluations.get(step)
            measured = (evaluation.loss, evaluation.accuracy) if evaluation else ("", "")
            yield (step, loss, accuracy, *measured)


def _pieces(heads: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    for count, row in enumerate(rows, start=1):
        writer.writerow(row)
        if count % _ROWS_AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    piece = text.getvalue().encode("utf-8")
    text.seek(0)
    text.truncate()
    return piece
