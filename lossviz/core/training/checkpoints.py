"""Runs as files: weights, settings, curves and what they were made from, sealed with a SHA-256.

A file is what torch.save writes, so that plain PyTorch opens it too, followed by one line with the digest of all
bytes before it. Nothing is unpickled before the digest is right, and then only with weights_only=True.
"""

import hashlib
import io
import json
import math
import os
import pickle
import platform
import zipfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import numpy as np
import torch
from torch import Tensor

import lossviz
from lossviz.core.data.digits import DataIdentity
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.classifier import Classifier, empty_network
from lossviz.core.training.loop import Leg, TrainingRun, Weights, build_optimizer
from lossviz.core.training.metric_log import Column, Evaluation, MetricLog
from lossviz.core.training.settings import LIMITS, TrainingSettings
from lossviz.core.training.training_data import InputScale

FORMAT = 1
MAX_BYTES = 1 << 30
_SEAL = b"\nlossviz-sha256:"
_SEAL_LENGTH = len(_SEAL) + 64 + 1
_MOST_IMAGES = LIMITS["training_images"][1] + LIMITS["drawn_digits"][1]

_Fact = TypeVar("_Fact", InputScale, DataIdentity, Leg, Evaluation)


@dataclass(frozen=True, eq=False)
class SavedRun:
    """All that is known of a run, on the CPU.

    log: ends with the step whose weights these are. made_with: versions and device, for people to read.
    """

    settings: TrainingSettings
    scale: InputScale
    data: DataIdentity
    weights: Weights
    log: MetricLog
    leg: Leg
    test: Evaluation | None
    made_with: dict[str, str]
    optimizer_state: dict[str, Any]

    def classifier(self) -> Classifier:
        """The network as it was saved."""
        return Classifier(self.settings.network, self.settings.loss, self.scale, self.weights)

    def resumed(self, device: torch.device) -> TrainingRun:
        """The run, ready to go on from where it was saved."""
        network = empty_network(self.settings.network, self.settings.loss).train()
        network.load_state_dict(self.weights)
        network.to(device)
        optimizer = build_optimizer(self.settings, network)
        # The groups are the fresh optimiser's: what they hold follows from the settings and the device.
        optimizer.load_state_dict({**optimizer.state_dict(), "state": self.optimizer_state["state"]})
        return TrainingRun(self.settings, network, optimizer, self.log, len(self.log), self.leg)


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
    if problem := _problem_of_weights(run):
        why, layer = problem
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run could not be saved to {path}."),
            why,
            QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Start again with a smaller learning rate."),
            path=path,
            layer=layer,
        )
    buffer = io.BytesIO()
    torch.save(_contents(run), buffer)
    content = buffer.getvalue()
    seal = _SEAL + hashlib.sha256(content).hexdigest().encode("ascii") + b"\n"
    try:
        _replace(path, content + seal)
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run could not be saved to {path}."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
            path=path,
            reason=error.strerror or error,
        ) from error


def load_run(path: Path) -> SavedRun:
    """The run in `path`.

    Raises: LossvizError if it is not a run file, is damaged, or does not fit the network that it names.
    """
    content = _unsealed(path)
    try:
        _check_size(content)
        run = _run(torch.load(io.BytesIO(content), map_location="cpu", weights_only=True))
        problem = _problem_of_weights(run)
        if not problem:
            _check_history(run)
            _check_optimizer_state(run)
    except _UNUSABLE as error:
        raise _refused(path, QT_TRANSLATE_NOOP("errors", "Its contents are not those of a lossviz run.")) from error
    if problem:
        why, layer = problem
        raise _refused(path, why, layer=layer)
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
        "leg": asdict(run.leg),
        "test": asdict(run.test) if run.test else None,
        "made_with": run.made_with,
    }
    return {
        "lossviz_run": FORMAT,
        "facts": json.dumps(facts),
        "weights": run.weights,
        "losses": torch.from_numpy(columns.losses.copy()),
        "accuracies": torch.from_numpy(columns.accuracies.copy()),
        "optimizer_state": run.optimizer_state,
    }


def _run(contents: dict[str, Any]) -> SavedRun:
    if contents["lossviz_run"] != FORMAT:
        raise ValueError(contents["lossviz_run"])
    facts = json.loads(contents["facts"])
    log = MetricLog()
    log.extend(_column(contents["losses"]), _column(contents["accuracies"]))
    for evaluation in facts["evaluations"]:
        log.append_evaluation(_fact(Evaluation, evaluation))
    return SavedRun(
        TrainingSettings.from_dict(facts["settings"]),
        _fact(InputScale, facts["scale"]),
        _fact(DataIdentity, facts["data"]),
        dict(contents["weights"]),
        log,
        _fact(Leg, facts["leg"]),
        None if facts["test"] is None else _fact(Evaluation, facts["test"]),
        {str(name): str(value) for name, value in facts["made_with"].items()},
        contents["optimizer_state"],
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


def _check_size(content: bytes) -> None:
    """Raises: ValueError if the archive would unpack to more bytes than it has."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > len(content):
            raise ValueError("compressed")


def _check_history(run: SavedRun) -> None:
    """Raises: ValueError if the steps, the evaluations, the leg and the scale do not go together."""
    steps, leg = len(run.log), run.leg
    evaluations = (*run.log.evaluations, *([run.test] if run.test else []))
    if not all(0 <= evaluation.step <= steps and 0 <= evaluation.accuracy <= 1 for evaluation in evaluations):
        raise ValueError(evaluations)
    most_steps = LIMITS["epochs"][1] * _MOST_IMAGES
    if not (0 <= leg.first_step <= steps <= leg.last_step <= leg.first_step + most_steps):
        raise ValueError(leg)
    if not 0 <= leg.images <= _MOST_IMAGES or run.scale.deviation <= 0:
        raise ValueError(leg, run.scale)


def _check_optimizer_state(run: SavedRun) -> None:
    """Raises: ValueError if the state is not what the run's optimiser keeps for the run's network after a step."""
    network = empty_network(run.settings.network, run.settings.loss)
    optimizer = build_optimizer(run.settings, network)
    for parameter in network.parameters():
        parameter.grad = torch.zeros_like(parameter)
    optimizer.step()
    state = run.optimizer_state["state"]
    if state and _shapes(state) != _shapes(optimizer.state_dict()["state"]):
        raise ValueError(state.keys())


def _shapes(state: dict[int, dict[str, Tensor]]) -> dict[tuple[int, str], tuple[torch.dtype, tuple[int, ...]]]:
    return {
        (index, name): (tensor.dtype, tuple(tensor.shape))
        for index, tensors in state.items()
        for name, tensor in tensors.items()
    }


def _unsealed(path: Path) -> bytes:
    """The bytes before the seal, once they have been found to be the ones that were sealed."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(path, QT_TRANSLATE_NOOP("errors", "It is far larger than any run of these networks."))
        sealed = path.read_bytes()
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run {path} could not be read."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Check that the file is there and that you may read it."),
            path=path,
            reason=error.strerror or error,
        ) from error
    content, seal = sealed[:-_SEAL_LENGTH], sealed[-_SEAL_LENGTH:]
    if not seal.startswith(_SEAL):
        raise _refused(path, QT_TRANSLATE_NOOP("errors", "It was not written by lossviz, or its end is missing."))
    if seal != _SEAL + hashlib.sha256(content).hexdigest().encode("ascii") + b"\n":
        raise _refused(path, QT_TRANSLATE_NOOP("errors", "Its checksum is wrong: some of its bytes have changed."))
    return content


def _problem_of_weights(run: SavedRun) -> tuple[str, str] | None:
    """Why the weights cannot be those of the run's network, and the first layer for which; None if they can."""
    expected = empty_network(run.settings.network, run.settings.loss).state_dict()
    for name in sorted(set(expected) ^ set(run.weights), key=str):
        return QT_TRANSLATE_NOOP("errors", "Its weights are of another network ({layer})."), name
    for name, tensor in run.weights.items():
        if tensor.shape != expected[name].shape or tensor.dtype != expected[name].dtype:
            return QT_TRANSLATE_NOOP("errors", "Its layer {layer} is of another size."), name
        if not bool(torch.isfinite(tensor).all()):
            return QT_TRANSLATE_NOOP("errors", "Its layer {layer} holds numbers that are not finite."), name
    return None


def _refused(path: Path, why: str, **values: object) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{path} could not be opened as a run."),
        why,
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. Choose a file that lossviz saved, or a fresh copy of it."),
        path=path,
        **values,
    )


def _replace(path: Path, content: bytes) -> None:
    temporary = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
