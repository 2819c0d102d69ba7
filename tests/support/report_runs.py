"""Runs for the tests of reports."""

import numpy as np

from lossviz.core.reports.report_run import LineLook, ReportRun
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.settings import TrainingSettings
from tests.support.tiny_runs import TINY_RUN, tiny_digits


def filled_log(steps: int, evaluate_every: int = 10, seed: int = 0) -> MetricLog:
    """A log with `steps` steps whose numbers no short decimal gives exactly."""
    log, random = MetricLog(), np.random.default_rng(seed)
    log.extend(2.3 * np.exp(-np.arange(steps) / 30) + random.random(steps) / 10, random.random(steps))
    for step in range(evaluate_every, steps + 1, evaluate_every):
        log.append_evaluation(Evaluation(step, 1 / step, 1 - 1 / step))
    return log


def report_run(name: str = "Run 1", steps: int = 30, settings: TrainingSettings = TINY_RUN, seed: int = 0) -> ReportRun:
    """A run that reached its end."""
    test = Evaluation(steps, 0.123456, 0.98765)
    made_with = {"lossviz": "0.1", "torch": "2.10", "numpy": "2.0", "python": "3.12", "device": "CPU"}
    log = filled_log(steps, seed=seed)
    return ReportRun(name, settings, tiny_digits().identity, log, test, made_with, LineLook("#0a0b0c", (3.0, 2.0)))
