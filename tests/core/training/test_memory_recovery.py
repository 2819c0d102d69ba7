"""Where memory runs out a run goes on with less of it, and computes the same."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NoReturn

import pytest
import torch
from torch import Tensor

from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.training import memory_recovery as module
from lossviz.core.training import step_recorder
from lossviz.core.training.checkpoints import load_run, save_run
from lossviz.core.training.devices import CPU_INSTEAD, DeviceChoice, choose_device
from lossviz.core.training.loop import Ending, Outcome
from lossviz.core.training.losses import predicted_digits
from lossviz.core.training.memory_recovery import RunAndData, is_out_of_memory, made_on, told, train_within_memory
from lossviz.core.training.metric_log import MemoryRelief
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import OptimizerName, TrainingSettings
from lossviz.core.training.side_by_side import prepare_variants, train_side_by_side
from lossviz.core.training.training_run import TrainingRun, freeze
from lossviz.core.training.variants import variants_of
from tests.support.short_memory import MESSAGE, pretend_short_memory
from tests.support.small_digits import small_digits
from tests.support.training_runs import ControlAtStep, assert_same_run, go_on, prepared, quick_settings

HALVES: Literal["half_batches"] = "half_batches"
ON_CPU: Literal["cpu"] = "cpu"


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def whole(settings: TrainingSettings) -> TrainingRun:
    """The run with memory enough."""
    run, data = prepared(settings)
    go_on(run, data)
    return run


def recovered(
    settings: TrainingSettings, control: RunControl | None = None
) -> tuple[RunAndData, Outcome, list[MemoryRelief]]:
    training, told_of = RunAndData(*prepared(settings)), list[MemoryRelief]()
    control = control or RunControl(settings.learning_rate)
    outcome = train_within_memory(training, control, LatestValue(), on_relief=told_of.append)
    return training, outcome, told_of


def assert_nearly_same(one: TrainingRun, other: TrainingRun) -> None:
    """The same steps on the same batches; the numbers equal to rounding."""
    assert one.step == other.step == len(one.log) == len(other.log)
    for mine, theirs in zip(one.network.parameters(), other.network.parameters(), strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-5)
    assert one.log.columns().losses == pytest.approx(other.log.columns().losses, rel=1e-4)
    assert [found.step for found in one.log.evaluations] == [found.step for found in other.log.evaluations]


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("loss", ["cross_entropy", "mse_softmax", "mse_number"])
def test_batches_in_halves_are_the_same_run_to_rounding(
    loss: str, optimizer: OptimizerName, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = quick_settings(loss=loss, optimizer=optimizer, network="mlp")
    expected = whole(settings)
    memory = pretend_short_memory(monkeypatch, most_images=15)  # batches are of 20, the last of an epoch of 10
    training, outcome, told_of = recovered(settings)
    assert outcome.ending is Ending.COMPLETED
    assert told_of == [*training.run.log.memory_reliefs] == [MemoryRelief(0, HALVES)]
    assert memory.sizes[:3] == [("cuda", 20), ("cuda", 10), ("cuda", 10)]
    assert_nearly_same(training.run, expected)


def test_where_halves_do_not_do_the_run_goes_on_on_the_cpu_with_whole_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = quick_settings(optimizer="adam")
    expected = whole(settings)
    memory = pretend_short_memory(monkeypatch, most_images=5)
    training, outcome, told_of = recovered(settings)
    assert outcome.ending is Ending.COMPLETED
    assert told_of == [MemoryRelief(0, HALVES), MemoryRelief(0, ON_CPU)]
    assert memory.sizes[:3] == [("cuda", 20), ("cuda", 10), ("cpu", 20)]
    assert {size for device, size in memory.sizes[2:] if device == "cuda"} == set()
    assert_same_run(training.run, expected)


def test_memory_that_runs_out_on_the_way_costs_no_step(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = quick_settings(optimizer="momentum")
    expected = whole(settings)
    memory = pretend_short_memory(monkeypatch, most_images=1000)
    run, data = prepared(settings)
    told_of: list[MemoryRelief] = []

    control = ControlAtStep(run, 6, lambda _control: setattr(memory, "most_images", 15))
    train_within_memory(RunAndData(run, data), control, LatestValue(), on_relief=told_of.append)
    assert told_of == [MemoryRelief(6, HALVES)]
    assert_nearly_same(run, expected)


def test_an_evaluation_is_done_again_in_smaller_parts_and_then_on_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = quick_settings(epochs=1)
    expected = whole(settings)
    memory = pretend_short_memory(monkeypatch, most_images=1000)
    run, data = prepared(settings)
    assert len(data.validation) >= 10
    told_of: list[MemoryRelief] = []
    control = ControlAtStep(run, run.leg.last_step, lambda _control: setattr(memory, "most_images", 0))
    train_within_memory(RunAndData(run, data), control, LatestValue(), on_relief=told_of.append)
    assert told_of == [MemoryRelief(run.step, HALVES), MemoryRelief(run.step, ON_CPU)]
    assert_same_run(run, expected)


def test_a_cpu_without_memory_is_told_and_what_was_learned_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    run, data = prepared(quick_settings())
    forward: Callable[[torch.nn.Sequential, Tensor], Tensor] = torch.nn.Sequential.forward

    def full_after_step_3(network: torch.nn.Sequential, images: Tensor) -> Tensor:
        if run.step >= 3:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: not enough memory")
        return forward(network, images)

    monkeypatch.setattr(torch.nn.Sequential, "forward", full_after_step_3)
    with pytest.raises(LossvizError, match="DefaultCPUAllocator: not enough memory"):
        train_within_memory(RunAndData(run, data), RunControl(0.01), LatestValue())
    assert run.step == len(run.log) == 3
    assert run.log.memory_reliefs == (MemoryRelief(3, HALVES),)


def test_an_optimiser_that_broke_off_in_its_first_step_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = quick_settings(optimizer="adam", batch_size=1, training_images=12)
    expected = whole(settings)
    training = RunAndData(*prepared(settings))
    step, calls = training.run.optimizer.step, iter(range(1000))

    def fails_once() -> None:
        if next(calls) == 0:
            parameter = next(training.run.network.parameters())
            training.run.optimizer.state[parameter] = {"step": torch.tensor(0.0)}
            raise torch.OutOfMemoryError(MESSAGE)
        step()

    monkeypatch.setattr(training.run.optimizer, "step", fails_once)
    pretend_short_memory(monkeypatch, most_images=1000)
    train_within_memory(training, RunControl(0.01), LatestValue())
    assert training.run.log.memory_reliefs == (MemoryRelief(0, ON_CPU),)  # a batch of one cannot be halved
    assert_same_run(training.run, expected)


def test_nothing_of_the_failed_step_is_alive_when_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[weakref.ref[Tensor]] = []
    is_alive: list[bool] = []
    forward: Callable[[torch.nn.Sequential, Tensor], Tensor] = torch.nn.Sequential.forward

    def fails_at_first(network: torch.nn.Sequential, images: Tensor) -> Tensor:
        given.append(weakref.ref(images))
        if len(given) == 1:
            raise torch.OutOfMemoryError(MESSAGE)
        is_alive.append(given[0]() is not None)
        return forward(network, images)

    monkeypatch.setattr(torch.nn.Sequential, "forward", fails_at_first)
    gc.disable()  # what only the collector would free is not free
    try:
        recovered(quick_settings(epochs=1))
    finally:
        gc.enable()
    assert not is_alive[0]


def test_the_record_of_the_steps_survives_a_device_without_any_memory_left(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = whole(quick_settings(epochs=1))
    real, calls = predicted_digits, iter(range(1000))

    def fails_at_first(outputs: Tensor) -> Tensor:
        if next(calls) == 0:
            raise torch.OutOfMemoryError(MESSAGE)
        return real(outputs)

    monkeypatch.setattr(step_recorder, "predicted_digits", fails_at_first)
    training, _, told_of = recovered(quick_settings(epochs=1))
    assert told_of == []
    assert_same_run(training.run, expected)


def test_other_errors_are_not_taken_for_a_lack_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> NoReturn:
        raise RuntimeError("no kernel image is available for execution on the device")

    monkeypatch.setattr(module, "train", fail)
    with pytest.raises(RuntimeError, match="no kernel image"):
        recovered(quick_settings())


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("anything"),
        RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes"),
    ],
)
def test_every_devices_way_to_say_it_is_known(error: Exception) -> None:
    assert is_out_of_memory(error)


def test_data_that_do_not_fit_are_made_on_the_cpu() -> None:
    gpu = DeviceChoice(torch.device("cuda"), "Some GPU")
    tried = []

    def make(device: torch.device) -> str:
        tried.append(device.type)
        if device.type == "cuda":
            raise torch.OutOfMemoryError(MESSAGE)
        return "data"

    empty_cache_calls: list[bool] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(torch.cuda, "empty_cache", lambda: empty_cache_calls.append(True))
        assert made_on(gpu, make) == ("data", CPU_INSTEAD)
    assert tried == ["cuda", "cpu"]
    assert empty_cache_calls == [True]
    assert made_on(choose_device("cpu"), make) == ("data", choose_device("cpu"))


def test_what_was_done_is_part_of_the_file_and_holds_when_the_run_is_taken_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = quick_settings()
    with monkeypatch.context() as patched:
        pretend_short_memory(patched, most_images=15)
        training, _, _ = recovered(settings)
    path = tmp_path / "run.pt"
    save_run(path, _saved(training))
    loaded = load_run(path)
    assert loaded.log.memory_reliefs == (MemoryRelief(0, HALVES),)
    assert loaded.resumed(torch.device("cpu")).batch_parts == 2


def _saved(training: RunAndData) -> SavedRun:
    run, frozen = training.run, freeze(training.run)
    data = training.data
    return SavedRun(
        run.settings, data.scale, data.identity, frozen.weights, run.log, run.leg, None, {}, frozen.optimizer_state
    )


def test_a_variant_that_runs_out_of_memory_does_not_disturb_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = quick_settings(learning_rate=0.02)
    variants = variants_of([settings.changed(loss=loss) for loss in ("cross_entropy", "mse_softmax")])
    expected = [whole(one.settings) for one in variants]
    control = RunControl(1.0)
    runs = prepare_variants(variants, small_digits(), choose_device("cpu"), control)
    pretend_short_memory(monkeypatch, most_images=5)
    train_side_by_side(runs, control, threads=1)
    for one, alone in zip(runs, expected, strict=True):
        assert [relief.kind for relief in one.run.log.memory_reliefs] == [HALVES, ON_CPU]
        assert one.ending is not None
        assert one.ending.is_completed
        assert_same_run(one.run, alone)


@pytest.mark.parametrize("kind", [HALVES, ON_CPU])
def test_it_is_told_in_words(kind: Literal["half_batches", "cpu"]) -> None:
    relief = MemoryRelief(1200, kind)
    text = str(told(relief, 100))
    assert "step 1,200" in text
    assert ("two halves" if kind == HALVES else "CPU") in text
