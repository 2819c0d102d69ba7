"""A batch's loss and gradient, in parts and in mixed precision, against plain autograd."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lossviz.core.training.batch_pass import BatchPass, pass_batch
from lossviz.core.training.loop import Ending, evaluate
from lossviz.core.training.metric_log import MemoryRelief
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import LossName, NetworkName, OptimizerName, TrainingSettings
from lossviz.core.training.training_run import TrainingRun
from tests.support.training_runs import assert_same_run, go_on, prepared, quick_settings


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def passed(settings: TrainingSettings, *, in_halves: bool = False, count: int = 21) -> tuple[TrainingRun, BatchPass]:
    run, data = prepared(settings)
    if in_halves:
        run.log.append_memory_relief(MemoryRelief(0, "half_batches"))
    return run, pass_batch(run, list(run.network.parameters()), data.train.images, data.train, torch.arange(count))


@pytest.mark.parametrize("loss", get_args(LossName))
@pytest.mark.parametrize("count", [1, 2, 21])
def test_two_halves_give_the_batchs_own_loss_outputs_and_gradient(loss: LossName, count: int) -> None:
    settings = quick_settings(loss=loss, network="mlp")
    _, whole = passed(settings, count=count)
    _, halves = passed(settings, count=count, in_halves=True)
    torch.testing.assert_close(halves.loss, whole.loss)
    torch.testing.assert_close(halves.outputs, whole.outputs)
    for mine, theirs in zip(halves.gradients, whole.gradients, strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("loss", get_args(LossName))
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_mixed_precision_multiplies_in_bfloat16_and_measures_in_float32(network: NetworkName, loss: LossName) -> None:
    seen: list[torch.dtype] = []

    def note(_layer: nn.Module, _inputs: object, output: Tensor) -> None:
        seen.append(output.dtype)

    settings = quick_settings(network=network, loss=loss, precision="mixed")
    run, data = prepared(settings)
    for layer in run.network:
        if isinstance(layer, nn.Linear | nn.Conv2d):
            layer.register_forward_hook(note)
    batch = torch.arange(20)
    found = pass_batch(run, list(run.network.parameters()), data.train.images, data.train, batch)
    assert set(seen) == {torch.bfloat16}
    assert {found.loss.dtype, found.outputs.dtype, *(one.dtype for one in found.gradients)} == {torch.float32}
    assert {parameter.dtype for parameter in run.network.parameters()} == {torch.float32}
    _, full = passed(replace(settings, precision="full"), count=20)
    torch.testing.assert_close(found.outputs, full.outputs, rtol=0.05, atol=0.05 * float(full.outputs.abs().max()))
    assert not torch.equal(found.outputs, full.outputs)


def test_the_loss_of_mixed_precision_is_that_of_its_outputs_to_the_last_digit_of_float32() -> None:
    run, found = passed(quick_settings(network="mlp", precision="mixed"))
    _, data = prepared(run.settings)
    expected = F.cross_entropy(found.outputs.double(), data.train.labels[:21])
    assert float(found.loss) == pytest.approx(float(expected), rel=1e-6)


@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
def test_a_run_in_mixed_precision_stays_finite_and_learns(optimizer: OptimizerName) -> None:
    rate = 0.01 if optimizer.startswith("adam") else 0.1
    settings = quick_settings(
        network="mlp", optimizer=optimizer, learning_rate=rate, epochs=30, batch_size=10, precision="mixed"
    )
    run, data = prepared(settings)
    assert go_on(run, data).ending is Ending.COMPLETED
    columns = run.log.columns()
    assert columns.losses[-7:].mean() < 0.5 * columns.losses[:7].mean()
    assert all(bool(torch.isfinite(parameter).all()) for parameter in run.network.parameters())


def test_the_same_seed_twice_is_the_same_run_in_mixed_precision_too() -> None:
    settings = quick_settings(network="course_cnn", epochs=1, precision="mixed")
    one, data = prepared(settings)
    again, _ = prepared(settings)
    go_on(one, data)
    go_on(again, data)
    assert_same_run(one, again)


def test_what_is_measured_is_what_the_network_says_in_full_precision() -> None:
    mixed, data = prepared(quick_settings(network="mlp", precision="mixed"))
    full, _ = prepared(quick_settings(network="mlp"))
    control = RunControl(0.01)
    assert evaluate(mixed, data.validation, control) == evaluate(full, data.validation, control)
