"""A run's history: taken on the way without a trace in the training, shared out among runs, and found in files."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest
import torch

from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.checkpoints import load_run, made_with, save_run
from lossviz.core.training.classifier import empty_network
from lossviz.core.training.loop import train
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_history import history_in, share_budget
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.sealed_files import write_sealed
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshot_taking import TrainingSlots, keeping
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.training_data import TrainingData
from lossviz.core.training.training_run import FrozenRun, TrainingRun, freeze
from tests.support.small_digits import small_digits
from tests.support.training_runs import CPU, assert_same_run, go_on, prepared, quick_settings

Contents = dict[str, Any]
EPOCH = 4  # steps of the quick settings


class _AskingControl(RunControl):
    """Asks for the weights at every batch."""

    def __init__(self, run: TrainingRun, frozen: LatestValue[FrozenRun]) -> None:
        super().__init__(run.settings.learning_rate)
        self._frozen = frozen

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        self._frozen.ask()
        return super().checkpoint(before_holding)


def _trained(settings: TrainingSettings) -> tuple[TrainingRun, TrainingData, Snapshots]:
    run, data = prepared(settings)
    snapshots, frozen = Snapshots(), LatestValue[FrozenRun]()
    slots = keeping(TrainingSlots(frozen, OutputSlots()), run, snapshots)
    train(run, data, _AskingControl(run, frozen), slots.frozen_out, outputs_out=slots.outputs_out)
    return run, data, snapshots


@pytest.mark.parametrize("network", ["softmax_regression", "course_cnn"])
def test_a_run_with_snapshots_is_the_run_without_them_to_the_last_bit(network: str) -> None:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        settings = quick_settings(network=network, optimizer="adam", epochs=2)
        kept, _, snapshots = _trained(settings)
        plain, data = prepared(settings)
        go_on(plain, data)
    finally:
        torch.set_num_threads(threads)
    assert snapshots.steps == tuple(range(2 * EPOCH + 1))
    assert_same_run(kept, plain)


def test_the_start_and_every_evaluation_are_kept_with_what_the_network_said() -> None:
    run, data, snapshots = _trained(quick_settings())
    assert snapshots.steps[0] == 0
    evaluated = [snapshot for snapshot in snapshots.all if snapshot.outputs is not None]
    assert [snapshot.step for snapshot in evaluated] == [EPOCH, 2 * EPOCH, 3 * EPOCH]
    for snapshot in evaluated:
        assert snapshot.outputs is not None
        network = empty_network(run.settings.network, run.settings.loss)
        network.load_state_dict(snapshot.weights)
        with torch.inference_mode():
            assert np.allclose(network(data.validation.images.within(slice(None))).numpy(), snapshot.outputs, atol=1e-6)
    for name, tensor in run.network.state_dict().items():
        assert torch.equal(snapshots.all[-1].weights[name], tensor)


def test_what_is_kept_is_handed_on_as_well() -> None:
    run, data = prepared(quick_settings(epochs=1))
    slots, snapshots = TrainingSlots(LatestValue(), OutputSlots()), Snapshots()
    slots.frozen_out.ask()
    kept = keeping(slots, run, snapshots)
    train(run, data, RunControl(0.1), kept.frozen_out, outputs_out=kept.outputs_out)
    frozen = slots.frozen_out.take()
    assert frozen is not None
    assert frozen.step == 1
    for part in ("validation", "test"):
        said = slots.outputs_out.take(part)
        assert said is not None
        assert said.step == EPOCH


def test_where_nobody_asks_the_steps_that_are_kept_grow_apart() -> None:
    run, data = prepared(quick_settings(batch_size=2, epochs=1))
    slots, snapshots = TrainingSlots(LatestValue(), OutputSlots()), Snapshots()
    kept = keeping(slots, run, snapshots)
    train(run, data, RunControl(0.1), kept.frozen_out, outputs_out=kept.outputs_out)
    assert snapshots.steps == (0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30, 35)
    assert slots.frozen_out.take() is None


def test_the_present_run_has_half_the_budget_and_earlier_ones_the_rest() -> None:
    runs = [Snapshots() for _ in range(4)]
    share_budget(runs[:1], 600)
    assert runs[0].budget_bytes == 600
    share_budget(runs, 600)
    assert [snapshots.budget_bytes for snapshots in runs] == [100, 100, 100, 300]


# In files


def _saved(run: TrainingRun, data: TrainingData, snapshots: Snapshots | None) -> SavedRun:
    frozen = freeze(run)
    return SavedRun(
        *(run.settings, data.scale, data.identity, frozen.weights, run.log, run.leg, None, made_with("CPU")),
        optimizer_state=frozen.optimizer_state,
        snapshots=snapshots.all if snapshots else (),
    )


@pytest.fixture
def run_file(tmp_path: Path) -> Path:
    save_run(tmp_path / "run.pt", _saved(*_trained(quick_settings())))
    return tmp_path / "run.pt"


@pytest.mark.parametrize("loss", ["cross_entropy", "mse_number"])
@pytest.mark.parametrize("network", ["softmax_regression", "course_cnn"])
def test_a_history_comes_back_from_its_file_as_it_was(network: str, loss: str, tmp_path: Path) -> None:
    run, data, snapshots = _trained(quick_settings(network=network, loss=loss, learning_rate=1e-3, epochs=2))
    save_run(tmp_path / "run.pt", _saved(run, data, snapshots))
    loaded = load_run(tmp_path / "run.pt")
    resumed = loaded.resumed(CPU)
    back = history_in(loaded, resumed)
    assert back.snapshots.steps == snapshots.steps
    for one, other in zip(back.snapshots.all, snapshots.all, strict=True):
        assert torch.equal(one.flat, other.flat)
        assert (one.outputs is None) == (other.outputs is None)
        if one.outputs is not None and other.outputs is not None:
            assert np.array_equal(one.outputs, other.outputs)
    images = small_digits().test.images_u8
    said = back.classifier(loaded.settings, back.snapshots.all[-1]).digits(images)
    assert said.tolist() == loaded.classifier().digits(images).tolist()


def test_a_file_without_a_history_has_the_last_step_to_look_at(tmp_path: Path) -> None:
    run, data, _ = _trained(quick_settings(epochs=1))
    save_run(tmp_path / "run.pt", _saved(run, data, None))
    assert "history" not in torch.load(tmp_path / "run.pt", weights_only=True)
    loaded = load_run(tmp_path / "run.pt")
    assert loaded.snapshots == ()
    assert history_in(loaded, loaded.resumed(CPU)).snapshots.steps == (EPOCH,)


def test_a_history_without_evaluations_comes_back_too(tmp_path: Path) -> None:
    run, data, _ = _trained(quick_settings(epochs=1))
    snapshots = Snapshots()
    snapshots.add(0, run.network.state_dict())
    save_run(tmp_path / "run.pt", _saved(run, data, snapshots))
    assert [snapshot.step for snapshot in load_run(tmp_path / "run.pt").snapshots] == [0]


def _reseal(path: Path, change: Callable[[Contents], object]) -> None:
    contents = torch.load(path, weights_only=True)
    change(contents)
    write_sealed(path, lambda file: torch.save(contents, file))


def _set(name: str, change: Callable[[torch.Tensor], object]) -> Callable[[Contents], object]:
    return lambda contents: contents["history"].update({name: change(contents["history"][name])})


def _fill(name: str, place: int, number: float) -> Callable[[Contents], object]:
    return lambda contents: contents["history"][name].view(-1)[place].fill_(number)


@pytest.mark.parametrize(
    "change",
    [
        lambda contents: contents.update(history=3),
        lambda contents: contents.update(history=[]),
        lambda contents: contents.update(history={}),
        *(lambda contents, name=name: contents["history"].pop(name) for name in ("steps", "weights", "outputs")),
        lambda contents: contents["history"].pop("output_steps"),
        _set("steps", torch.Tensor.tolist),
        _set("steps", torch.Tensor.float),
        _set("steps", lambda steps: steps.flip(0)),
        _set("steps", lambda steps: steps[:-1]),
        _set("steps", lambda steps: steps[None]),
        _set("steps", lambda steps: steps.to("meta")),
        _fill("steps", 0, -1),
        _fill("steps", 0, -(2**63)),
        _fill("steps", 1, 0),
        _fill("steps", -1, 13),
        _fill("steps", -1, 2**62),
        _set("weights", torch.Tensor.double),
        _set("weights", lambda weights: weights[:, :-1].contiguous()),
        _set("weights", lambda weights: weights.t()),
        _set("weights", lambda weights: weights[:1].expand(len(weights), -1)),
        _set("weights", lambda weights: torch.zeros(1).expand(weights.shape)),
        _set("weights", lambda weights: weights.to_sparse()),
        _set("weights", lambda weights: weights.to("meta")),
        _fill("weights", 5, torch.nan),
        _fill("weights", -1, torch.inf),
        _set("outputs", lambda outputs: outputs[:, :, :9].contiguous()),
        _set("outputs", lambda outputs: outputs[:, :0]),
        _set("outputs", lambda outputs: outputs[:2]),
        _set("outputs", lambda outputs: outputs[0]),
        _set("outputs", lambda outputs: torch.zeros(1).expand(3, 10**12, 10)),
        _fill("outputs", 7, torch.nan),
        _fill("output_steps", 0, 9),
        _fill("output_steps", 0, 10**12),
        lambda contents: contents["history"].update(
            {name: torch.zeros(shape, dtype=kind) for name, shape, kind in (
                ("steps", (0,), torch.int64), ("weights", (0, 7850), torch.float32),
                ("output_steps", (0,), torch.int64), ("outputs", (0, 0, 0), torch.float32),
            )}
        ),
        lambda contents: contents.update(facts=_of_another_network(contents["facts"])),
    ],
)  # fmt: skip
def test_a_history_that_cannot_be_the_runs_is_refused(change: Callable[[Contents], object], run_file: Path) -> None:
    load_run(run_file)
    _reseal(run_file, change)
    with pytest.raises(LossvizError, match="could not be opened as a run"):
        load_run(run_file)


def _of_another_network(facts: str) -> str:
    changed = json.loads(facts)
    changed["settings"]["network"] = "mlp"
    return json.dumps(changed)


def _write(content: bytes, file: IO[bytes]) -> None:
    file.write(content)


def test_damage_inside_a_history_never_ends_in_another_error(run_file: Path) -> None:
    content = run_file.read_bytes()
    random = np.random.default_rng(4)
    for _ in range(100):
        damaged = bytearray(content[:-81])
        for place in random.integers(0, len(damaged), 6):
            damaged[place] = int(random.integers(256))
        write_sealed(run_file, partial(_write, bytes(damaged)))
        try:
            loaded = load_run(run_file)
        except LossvizError:
            continue
        history_in(loaded, loaded.resumed(CPU))
