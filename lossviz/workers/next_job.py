"""What a training thread is asked to do next: a new run, or the next leg of the last one."""

from dataclasses import replace

from lossviz.core.data.digits import Digits
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.thread_counts import useful_threads
from lossviz.stores.training_store import TrainingStore
from lossviz.workers.run_forms import PresentNetwork
from lossviz.workers.snapshot_keeping import snapshots_of
from lossviz.workers.training_thread import TrainingJob


def next_job(training: TrainingStore, digits: Digits, network: PresentNetwork | None) -> TrainingJob:
    """By what the controls say. network: of the last run, for the case that it goes on; None if there is none."""
    run = training.run
    control, epochs = RunControl(training.settings.learning_rate), training.settings.epochs
    wanted = training.wanted_device
    if training.continues and run and network:
        threads = useful_threads(run.settings, training.threads)
        job = TrainingJob(run.number, run.settings, epochs, digits, wanted, threads, run.log, control)
        return replace(job, earlier=network.run, snapshots=snapshots_of(run))
    settings = training.settings
    threads = useful_threads(settings, training.threads)
    return TrainingJob(next_number(training), settings, epochs, digits, wanted, threads, MetricLog(), control)


def next_number(training: TrainingStore) -> int:
    """Of the next run of this sitting."""
    return max((run.number for run in training.runs), default=0) + 1
