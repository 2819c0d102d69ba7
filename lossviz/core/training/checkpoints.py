"""Runs as files: weights, settings, curves and what they were made from, sealed with a SHA-256.

A file is what torch.save writes, so that plain PyTorch opens it too, followed by one line with the digest of all
bytes before it. Nothing is unpickled before the digest is right, and then only with weights_only=True.
"""

import json
import math
import pickle
import platform
import zipfile
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import numpy as np
import torch
from torch import Tensor

import lossviz
from lossviz.core.data.digits import DataIdentity
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.system_reasons import system_reason
from lossviz.core.training.metric_log import Column, Evaluation, MemoryRelief, MetricLog, RateChange
from lossviz.core.training.piecewise_reader import piecewise_reader
from lossviz.core.training.saved_history import contents_of, snapshots_in
from lossviz.core.training.saved_run import (
    MOST_IMAGES,
    SavedRun,
    check_history,
    check_optimizer_state,
    is_finite,
    problem_of_weights,
)
from lossviz.core.training.sealed_files import read_sealed, refused, write_sealed
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import Leg

FORMAT = 1

_Fact = TypeVar("_Fact", InputScale, DataIdentity, Leg, Evaluation, RateChange, MemoryRelief)


def made_with(device_label: str) -> dict[str, str]:
    """The versions and the device that a run is made with."""
    return {
        "lossviz": lossviz.__version__,
        "torch": torch.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "device": device_label,
    }


def save_run(path: Path, run: SavedRun) -> None:
    """Write `run` to `path`; what was there stays until the new file is whole.

    Raises: LossvizError if the folder cannot be written, the disk is full, or `load_run` would refuse the weights.
    """
    if problem := problem_of_weights(run):
        why, layer = problem
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run could not be saved to {path}."),
            why,
            QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Start again with a smaller learning rate."),
            path=path,
            layer=layer,
        )
    contents = _contents(run)
    try:
        write_sealed(path, lambda file: torch.save(contents, file))
    except OSError as error:
        raise run_not_written(path, error) from error


def run_not_written(path: Path, error: OSError) -> LossvizError:
    """The error for a place where no run can be saved."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The run could not be saved to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
        path=path,
        reason=system_reason(error),
    )


def load_run(path: Path) -> SavedRun:
    """The run in `path`.

    Raises: LossvizError if it is not a run file, is damaged, or does not fit the network that it names.
    """
    content = read_sealed(path)
    try:
        _check_size(content)
        run = _run(torch.load(piecewise_reader(content), map_location="cpu", weights_only=True))
        problem = problem_of_weights(run)
        if not problem:
            check_history(run)
            check_optimizer_state(run)
    except _UNUSABLE as error:
        raise refused(path, QT_TRANSLATE_NOOP("errors", "Its contents are not those of a lossviz run.")) from error
    if problem:
        why, layer = problem
        raise refused(path, why, layer=layer)
    return run


# What torch.load, json and the checks below raise on contents that were not written by save_run.
_UNUSABLE = (
    LossvizError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    pickle.UnpicklingError,
    zipfile.BadZipFile,
)


def _contents(run: SavedRun) -> dict[str, Any]:
    columns = run.log.columns()
    facts = {
        "settings": run.settings.as_dict(),
        "scale": asdict(run.scale),
        # The folder's name says enough; where it lies is the business of the machine that the run was made on.
        "data": {**asdict(run.data), "origin": Path(run.data.origin).name},
        "evaluations": [asdict(evaluation) for evaluation in run.log.evaluations],
        "rate_changes": [asdict(change) for change in run.log.rate_changes],
        "memory_reliefs": [asdict(relief) for relief in run.log.memory_reliefs],
        "leg": asdict(run.leg),
        "test": asdict(run.test) if run.test else None,
        "made_with": run.made_with,
    }
    contents = {
        "lossviz_run": FORMAT,
        "facts": json.dumps(facts),
        "weights": run.weights,
        "losses": torch.from_numpy(columns.losses.copy()),
        "accuracies": torch.from_numpy(columns.accuracies.copy()),
        "optimizer_state": _worth_keeping(run.optimizer_state),
    }
    return {**contents, "history": contents_of(run.snapshots)} if run.snapshots else contents


def _worth_keeping(state: dict[str, Any]) -> dict[str, Any]:
    """Moments may overflow before the weights do; an optimiser that begins anew goes on better than from there."""
    return state if is_finite(state["state"]) else {**state, "state": {}}


def _run(contents: dict[str, Any]) -> SavedRun:
    if contents["lossviz_run"] != FORMAT:
        raise ValueError(contents["lossviz_run"])
    facts = json.loads(contents["facts"])
    log = MetricLog()
    log.extend(_column(contents["losses"]), _column(contents["accuracies"]))
    for evaluation in facts["evaluations"]:
        log.append_evaluation(_fact(Evaluation, evaluation))
    for change in facts.get("rate_changes", []):  # the run that ships has none
        log.append_rate_change(_fact(RateChange, change))
    for relief in facts.get("memory_reliefs", []):  # nor has it any of these
        log.append_memory_relief(_fact(MemoryRelief, relief))
    settings, history = TrainingSettings.from_dict(facts["settings"]), contents.get("history")
    return SavedRun(
        settings,
        _fact(InputScale, facts["scale"]),
        _fact(DataIdentity, facts["data"]),
        dict(contents["weights"]),
        log,
        _fact(Leg, facts["leg"]),
        None if facts["test"] is None else _fact(Evaluation, facts["test"]),
        {str(name): str(value) for name, value in facts["made_with"].items()},
        contents["optimizer_state"],
        () if history is None else snapshots_in(history, settings, len(log), MOST_IMAGES),
    )


def _fact(kind: type[_Fact], values: dict[str, Any]) -> _Fact:
    for field in fields(kind):
        value = values[field.name]
        if not _is_of(field.type, value) or (isinstance(value, float) and not math.isfinite(value)):
            raise ValueError(f"{field.name}={value}")
    return kind(**values)


def _is_of(kind: Any, value: object) -> bool:
    return value in get_args(kind) if get_origin(kind) is Literal else type(value) is kind


def _column(values: Any) -> Column:
    # One that is not contiguous may stand for far more numbers than the file has bytes.
    if not isinstance(values, Tensor) or values.dtype != torch.float64 or values.dim() != 1:
        raise TypeError(type(values))
    if not values.is_contiguous() or not bool(torch.isfinite(values).all()):
        raise ValueError(values.shape)
    column: Column = values.numpy()
    return column


def _check_size(content: memoryview) -> None:
    """Raises: ValueError if the archive would unpack to more bytes than it has."""
    with zipfile.ZipFile(piecewise_reader(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > len(content):
            raise ValueError("compressed")
