"""Runs as the training store has them, for the tests of the list of runs."""

from lossviz.core.training.metric_log import Evaluation
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_run import Leg
from lossviz.stores.training_store import RunRecord
from tests.support.report_runs import filled_log
from tests.support.tiny_runs import TINY_RUN, tiny_digits


def listed_run(number: int, settings: TrainingSettings = TINY_RUN, steps: int = 24) -> RunRecord:
    """A run as the training store has it."""
    log = filled_log(steps, evaluate_every=8, seed=number)
    test = Evaluation(steps, 0.5, 0.875)
    return RunRecord(number, settings, tiny_digits().identity, log, Leg(0, steps, 160), test)
