"""What the training controller knows of a run, in the forms that others take it in."""

import math
from dataclasses import dataclass
from pathlib import Path

from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.checkpoints import made_with
from lossviz.core.training.part_outputs import PartName
from lossviz.core.training.run_history import RunHistory, history_in
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import FrozenRun, TrainingRun, Weights
from lossviz.stores.classifier_store import ClassifierSource
from lossviz.stores.training_store import RunRecord
from lossviz.workers.training_thread import Prepared, TrainingJob


@dataclass(frozen=True, eq=False)
class PresentNetwork:
    """The network of the present or last run, which can be continued and saved."""

    run: TrainingRun
    scale: InputScale
    device_label: str


@dataclass(frozen=True)
class RunFile:
    """A file that holds the run of that number as it was after `steps` steps.

    sha256: of the file's bytes, in hex; empty if they could not be read.
    """

    path: Path
    number: int
    steps: int
    sha256: str


def are_finite(weights: Weights) -> bool:
    """Whether the canvas can be answered with them; where not, the run is about to end with that."""
    return all(math.isfinite(tensor.abs().max()) for tensor in weights.values())


def held_out_parts(digits: Digits) -> tuple[tuple[PartName, LabelledImages], ...]:
    """The parts that a run is measured on, by name."""
    return ("validation", digits.validation), ("test", digits.test)


def record_of_job(job: TrainingJob, prepared: Prepared) -> RunRecord:
    """Of a run that stands ready to be trained."""
    run, history = prepared.run, RunHistory(prepared.scale, job.snapshots)
    versions = made_with(prepared.device.label)
    return RunRecord(
        job.number, run.settings, job.digits.identity, run.log, run.leg, history=history, made_with=versions
    )


def record_of(number: int, run: TrainingRun, saved: SavedRun) -> RunRecord:
    """Of a run from a file."""
    return RunRecord(
        number,
        run.settings,
        saved.data,
        run.log,
        run.leg,
        saved.test,
        history=history_in(saved, run),
        made_with=saved.made_with,
    )


def saved_run(record: RunRecord, network: PresentNetwork, frozen: FrozenRun) -> SavedRun:
    """For a file, as it was frozen."""
    return SavedRun(
        settings=record.settings,
        scale=network.scale,
        data=record.data,
        weights=frozen.weights,
        log=record.log.until(frozen.step),
        leg=record.leg,
        test=record.test,
        made_with=made_with(network.device_label),
        optimizer_state=frozen.optimizer_state,
    )


def source_of(record: RunRecord, step: int) -> ClassifierSource:
    """Where the network of this step comes from."""
    accuracy = record.test.accuracy if record.test else None
    return ClassifierSource(record.number, step, record.data.name, accuracy)


def nothing_to_save() -> LossvizError:
    """There is no network worth a file."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "There is no run to save."),
        QT_TRANSLATE_NOOP("errors", "No training has left a network with finite weights yet."),
        QT_TRANSLATE_NOOP("errors", "Start a run first, then save it."),
    )


def another_goes_on() -> LossvizError:
    """A run cannot be opened in the place of one that is being trained."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run was not opened."),
        QT_TRANSLATE_NOOP("errors", "A network is being trained, and the run would take its place."),
        QT_TRANSLATE_NOOP("errors", "Wait until the training is done, or stop it, and open the run again."),
    )
