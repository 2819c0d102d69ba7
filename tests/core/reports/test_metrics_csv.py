"""The table of a run's steps: read back, it is the log."""

import csv
import io
from collections.abc import Iterable

import pytest

from lossviz.core.reports.metrics_csv import metrics_csv, runs_csv
from lossviz.core.training.metric_log import Evaluation
from tests.support.report_runs import filled_log, report_run


def read_back(pieces: Iterable[bytes]) -> list[dict[str, str]]:
    text = b"".join(pieces).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("steps", [0, 1, 30, 4001])
def test_a_table_read_back_equals_the_log_to_the_last_bit(steps: int) -> None:
    log = filled_log(steps)
    rows = read_back(metrics_csv(log))
    assert [int(row["step"]) for row in rows] == list(range(1, steps + 1))
    assert [float(row["batch_loss"]) for row in rows] == log.columns().losses.tolist()
    assert [float(row["batch_accuracy"]) for row in rows] == log.columns().accuracies.tolist()
    measured = [row for row in rows if row["validation_loss"]]
    evaluations = [
        Evaluation(int(row["step"]), float(row["validation_loss"]), float(row["validation_accuracy"]))
        for row in measured
    ]
    assert tuple(evaluations) == log.evaluations


def test_a_single_run_has_no_column_of_names() -> None:
    run = report_run()
    assert b"".join(runs_csv([run])) == b"".join(metrics_csv(run.log))


def test_several_runs_are_told_apart_by_their_names_however_odd() -> None:
    runs = [report_run('a, "b"\nc', seed=1), report_run("ü=1", steps=12, seed=2)]
    rows = read_back(runs_csv(runs))
    for run in runs:
        mine = [float(row["batch_loss"]) for row in rows if row["run"] == run.name]
        assert mine == run.log.columns().losses.tolist()
    assert len(rows) == 42
