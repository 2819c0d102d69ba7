"""The training loop: the same numbers as a plain loop, whatever interrupts it."""

import math
import threading
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lossviz.core.latest_value import LatestValue
from lossviz.core.training import loop as training
from lossviz.core.training import step_recorder
from lossviz.core.training.loop import Ending, Outcome, evaluate
from lossviz.core.training.metric_log import Evaluation, MetricLog, RateChange
from lossviz.core.training.networks import build_network
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import LossName, NetworkName, OptimizerName, Schedule, TrainingSettings
from lossviz.core.training.step_recorder import Diverged
from lossviz.core.training.training_data import TrainingData, shuffled_batches
from lossviz.core.training.training_run import FrozenRun, Leg, TrainingRun, freeze, new_run, steps_per_epoch
from tests.support.training_runs import CPU, ControlAtStep, assert_same_run, go_on, prepared, quick_settings

STEPS = 12  # of a run with the quick settings
PATIENCE_S = 30  # only ever used up by a failure

LossFunction = Callable[[Tensor, Tensor], Tensor]

PLAIN_LOSSES: dict[LossName, LossFunction] = {
    "cross_entropy": F.cross_entropy,
    "mse_softmax": lambda z, y: F.mse_loss(z.softmax(1), F.one_hot(y, 10).float()),
    "mse_logits": lambda z, y: F.mse_loss(z, F.one_hot(y, 10).float()),
    "mse_number": lambda z, y: F.mse_loss(z, y.float().unsqueeze(1)),
    "sigmoid_cross_entropy": lambda z, y: F.binary_cross_entropy_with_logits(z, F.one_hot(y, 10).float()),
    "double_softmax_cross_entropy": lambda z, y: F.cross_entropy(z.softmax(1), y),
}

PLAIN_OPTIMIZERS: dict[OptimizerName, Callable[[list[nn.Parameter], float], torch.optim.Optimizer]] = {
    "sgd": lambda parameters, rate: torch.optim.SGD(parameters, rate, fused=True),
    "momentum": lambda parameters, rate: torch.optim.SGD(parameters, rate, momentum=0.9, fused=True),
    "adam": lambda parameters, rate: torch.optim.Adam(parameters, rate, fused=True),
    "adamw": lambda parameters, rate: torch.optim.AdamW(parameters, rate, fused=True),
}


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


class _PlainLoop:
    """The loop that every tutorial has."""

    def __init__(self, settings: TrainingSettings, data: TrainingData) -> None:
        outputs = 1 if settings.loss == "mse_number" else 10
        generator = torch.Generator().manual_seed(settings.seed)
        self.network = build_network(settings.network, outputs, settings.initialisation, generator)
        self.losses: list[float] = []
        optimizer = PLAIN_OPTIMIZERS[settings.optimizer](list(self.network.parameters()), settings.learning_rate)
        criterion = PLAIN_LOSSES[settings.loss]
        for epoch in range(settings.epochs):
            for batch in shuffled_batches(data.train, settings.batch_size, settings.seed, epoch):
                loss = criterion(self.network(data.train.images.at(batch)), data.train.labels[batch])
                optimizer.zero_grad()
                torch.autograd.backward(loss)
                optimizer.step()
                self.losses.append(float(loss.detach()))


def _completed(settings: TrainingSettings) -> tuple[TrainingRun, TrainingData]:
    run, data = prepared(settings)
    assert go_on(run, data).ending is Ending.COMPLETED
    return run, data


def _stopped_at(settings: TrainingSettings, step: int) -> tuple[TrainingRun, TrainingData]:
    run, data = prepared(settings)
    assert go_on(run, data, ControlAtStep(run, step, RunControl.stop)) == Outcome(Ending.STOPPED)
    assert run.step == len(run.log) == step
    return run, data


def _assert_same_weights(network: nn.Module, plain: nn.Module) -> None:
    for mine, theirs in zip(network.parameters(), plain.parameters(), strict=True):
        assert torch.equal(mine, theirs)


@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
@pytest.mark.parametrize("loss", get_args(LossName))
def test_the_loop_is_the_plain_loop_bit_for_bit(loss: LossName, optimizer: OptimizerName) -> None:
    settings = quick_settings(loss=loss, optimizer=optimizer)
    run, data = _completed(settings)
    plain = _PlainLoop(settings, data)
    _assert_same_weights(run.network, plain.network)
    assert run.log.columns().losses.tolist() == pytest.approx(plain.losses, rel=1e-6)


@pytest.mark.parametrize("network", get_args(NetworkName))
def test_the_loop_is_the_plain_loop_for_every_network(network: NetworkName) -> None:
    settings = quick_settings(network=network, scaling="standardised", epochs=1)
    run, data = _completed(settings)
    _assert_same_weights(run.network, _PlainLoop(settings, data).network)


@pytest.mark.parametrize("loss", ["mse_softmax", "mse_logits", "sigmoid_cross_entropy"])
def test_summing_over_classes_is_the_mean_with_ten_times_the_learning_rate(loss: LossName) -> None:
    summed, _ = _completed(quick_settings(loss=loss, averaging="sum", learning_rate=0.01))
    mean, _ = _completed(quick_settings(loss=loss, averaging="mean", learning_rate=0.1))
    for mine, theirs in zip(summed.network.parameters(), mean.network.parameters(), strict=True):
        torch.testing.assert_close(mine, theirs)
    assert summed.log.columns().losses == pytest.approx(mean.log.columns().losses * 10)


@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
def test_every_choice_of_optimiser_has_torchs_own_rule(optimizer: OptimizerName) -> None:
    run, _ = prepared(quick_settings(optimizer=optimizer))
    kind = {"sgd": torch.optim.SGD, "momentum": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}
    assert type(run.optimizer) is kind[optimizer]
    assert run.optimizer.param_groups[0].get("momentum") == {"sgd": 0, "momentum": 0.9}.get(optimizer)


def test_the_record_of_a_step_is_of_its_batch_before_the_step() -> None:
    settings = quick_settings()
    fresh, data = prepared(settings)
    batch = shuffled_batches(data.train, settings.batch_size, settings.seed, 0)[0]
    outputs, labels = fresh.network(data.train.images.at(batch)), data.train.labels[batch]
    run, _ = _completed(settings)
    columns = run.log.columns()
    assert columns.losses[0] == pytest.approx(float(F.cross_entropy(outputs, labels).detach()))
    assert columns.accuracies[0] == pytest.approx(float((outputs.argmax(1) == labels).float().mean()))


def test_training_learns_the_small_set_by_heart() -> None:
    run, _ = _completed(quick_settings(network="mlp", optimizer="adam", epochs=20))
    assert run.log.columns().accuracies[-4:].mean() > 0.95


def test_the_same_seed_twice_is_the_same_run_and_another_seed_is_not() -> None:
    settings = quick_settings(network="course_cnn", epochs=1)
    one, _ = _completed(settings)
    again, _ = _completed(settings)
    assert_same_run(one, again)
    other, _ = _completed(settings.changed(seed=12))
    assert other.log.columns().losses.tolist() != one.log.columns().losses.tolist()


def test_the_last_batch_of_an_epoch_holds_what_is_left() -> None:
    run, data = _completed(quick_settings(epochs=1, batch_size=69))
    assert len(data.train) == 70
    assert run.step == steps_per_epoch(70, 69) == 2
    assert run.log.columns().accuracies[1] in {0.0, 1.0}


@pytest.mark.parametrize(("images", "batch", "steps"), [(1, 1, 1), (10, 10, 1), (11, 10, 2), (50_000, 100, 500)])
def test_steps_in_an_epoch(images: int, batch: int, steps: int) -> None:
    assert steps_per_epoch(images, batch) == steps


# What interrupts a run


@pytest.mark.parametrize("step", range(STEPS + 1))
@pytest.mark.parametrize(
    ("optimizer", "schedule"),
    [("sgd", "constant"), ("momentum", "one_cycle"), ("adam", "constant"), ("adam", "one_cycle")],
)
def test_stopping_and_going_on_is_the_uninterrupted_run(
    optimizer: OptimizerName, schedule: Schedule, step: int
) -> None:
    settings = quick_settings(optimizer=optimizer, schedule=schedule)
    whole, _ = _completed(settings)
    run, data = _stopped_at(settings, step)
    if step < STEPS:
        run.plan_leg(settings.epochs, len(data.train))
    assert go_on(run, data).ending is Ending.COMPLETED
    assert_same_run(run, whole)


@pytest.mark.parametrize("step", [0, 2, 4, 7])
def test_a_run_on_varied_images_goes_on_with_the_same_variations(step: int) -> None:
    settings = quick_settings(augmentation="pen", drawn_digits=10)
    whole, _ = _completed(settings)
    run, data = _stopped_at(settings, step)
    run.plan_leg(settings.epochs, len(data.train))
    assert go_on(run, data).ending is Ending.COMPLETED
    assert_same_run(run, whole)


def test_a_run_stopped_in_its_last_evaluation_measures_it_when_it_goes_on() -> None:
    settings = quick_settings()
    run, data = _stopped_at(settings, STEPS)
    assert [evaluation.step for evaluation in run.log.evaluations] == [4, 8]
    run.plan_leg(1, len(data.train))
    assert go_on(run, data).ending is Ending.COMPLETED
    assert [evaluation.step for evaluation in run.log.evaluations] == [4, 8, 12, 16]


def test_stopping_in_the_evaluation_of_the_test_part_is_a_stop() -> None:
    run, data = prepared(quick_settings())
    control = RunControl(0.01)

    def stop_at_the_end(evaluation: Evaluation) -> None:
        if evaluation.step == STEPS:
            control.stop()

    assert go_on(run, data, control, on_evaluation=stop_at_the_end) == Outcome(Ending.STOPPED)
    assert [evaluation.step for evaluation in run.log.evaluations] == [4, 8, 12]


@pytest.mark.parametrize("step", [0, 3, 4, 5])
def test_pausing_changes_nothing_and_the_run_stands_still_meanwhile(step: int) -> None:
    settings = quick_settings(optimizer="adam")
    whole, _ = _completed(settings)
    run, data = prepared(settings)
    control = ControlAtStep(run, step, RunControl.pause)
    thread = threading.Thread(target=go_on, args=(run, data, control))
    thread.start()
    polls = threading.Event()
    while not control.is_holding and thread.is_alive():
        polls.wait(0.001)
    frozen = freeze(run)
    assert frozen.step == run.step == len(run.log) == step
    stopped, _ = _stopped_at(settings, step)
    assert all(torch.equal(frozen.weights[name], tensor) for name, tensor in stopped.network.state_dict().items())
    control.resume()
    thread.join(PATIENCE_S)
    assert_same_run(run, whole)


def test_a_run_stopped_before_its_first_step_has_not_moved() -> None:
    run, _ = _stopped_at(quick_settings(), 0)
    fresh, _ = prepared(quick_settings())
    assert_same_run(run, fresh)


def test_an_edited_learning_rate_counts_from_the_next_step() -> None:
    settings = quick_settings(learning_rate=0.5)
    run, data = prepared(settings)

    def slow_down(control: RunControl) -> None:
        control.learning_rate = 1e-6

    go_on(run, data, ControlAtStep(run, 2, slow_down))
    at_two, _ = _stopped_at(settings, 2)
    for late, early in zip(run.network.parameters(), at_two.network.parameters(), strict=True):
        torch.testing.assert_close(late, early, rtol=0, atol=1e-4)
    assert run.optimizer.param_groups[0]["lr"] == 1e-6
    assert run.log.rate_changes == (RateChange(2, 1e-6),)


@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
def test_one_cycle_is_torchs_scheduler(optimizer: OptimizerName) -> None:
    settings = quick_settings(optimizer=optimizer, schedule="one_cycle", learning_rate=0.05)
    run, data = prepared(settings)
    paces = list[tuple[float, object]]()

    class _Watch(RunControl):
        def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
            group = run.optimizer.param_groups[0]
            if run.step and len(paces) < run.step:
                paces.append((group["lr"], group.get("momentum", group.get("betas"))))
            return super().checkpoint(before_holding)

    go_on(run, data, _Watch(settings.learning_rate))
    assert [rate for rate, _ in paces] == pytest.approx([rate for rate, _ in _torch_paces(settings)])
    for (_, mine), (_, theirs) in zip(paces, _torch_paces(settings), strict=True):
        assert mine == pytest.approx(theirs)


def _torch_paces(settings: TrainingSettings) -> list[tuple[float, object]]:
    parameters = [nn.Parameter(torch.zeros(1))]
    optimizer = PLAIN_OPTIMIZERS[settings.optimizer](parameters, settings.learning_rate)
    cycles = settings.optimizer != "sgd"  # there is no momentum to move
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.learning_rate, total_steps=STEPS, cycle_momentum=cycles
    )
    paces: list[tuple[float, object]] = []
    for step in range(STEPS):
        group = optimizer.param_groups[0]
        paces.append((group["lr"], group.get("momentum", group.get("betas"))))
        optimizer.step()
        if step < STEPS - 1:
            scheduler.step()
    return paces


# Legs


def test_a_first_leg_spans_all_epochs() -> None:
    run = new_run(quick_settings(), CPU, MetricLog())
    run.plan_leg(3, 70)
    assert run.leg == Leg(0, 12, 70)


@pytest.mark.parametrize(
    ("step", "epochs", "leg"),
    [
        (5, 3, Leg(0, 12, 70)),  # stopped: the same leg goes on
        (5, 2, Leg(0, 8, 70)),  # shortened
        (5, 9, Leg(0, 36, 70)),  # lengthened
        (5, 1, Leg(5, 9, 70)),  # shortened below where it stands: a new leg
        (12, 3, Leg(12, 24, 70)),  # completed: a new leg
        (12, 4, Leg(12, 28, 70)),  # completed: a new leg, however long
    ],
)
def test_starting_again_goes_on_with_the_leg_or_begins_a_new_one(step: int, epochs: int, leg: Leg) -> None:
    run = new_run(quick_settings(), CPU, MetricLog())
    run.plan_leg(3, 70)
    run.step = step
    run.plan_leg(epochs, 70)
    assert run.leg == leg


def test_a_leg_that_begins_in_mid_epoch_ends_in_mid_epoch_with_an_evaluation() -> None:
    run, data = _stopped_at(quick_settings(), 5)
    run.plan_leg(1, len(data.train))
    assert go_on(run, data).ending is Ending.COMPLETED
    assert run.step == len(run.log) == 9
    assert [evaluation.step for evaluation in run.log.evaluations] == [4, 8, 9]


def test_going_on_after_the_end_takes_fresh_batches_and_a_fresh_cycle() -> None:
    settings = quick_settings(schedule="one_cycle", epochs=1)
    run, data = _completed(settings)
    run.plan_leg(1, len(data.train))
    go_on(run, data)
    assert run.step == len(run.log) == 8
    two, _ = _completed(settings.changed(schedule="constant", epochs=2))
    assert len(two.log) == 8
    assert run.optimizer.param_groups[0]["lr"] == pytest.approx(settings.learning_rate * 4e-6)


# Divergence


@pytest.mark.parametrize("read_seconds", [0, 1e9])
def test_a_run_that_diverges_ends_with_the_step_whose_loss_is_not_finite(
    read_seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_recorder, "READ_SECONDS", read_seconds)
    monkeypatch.setattr(step_recorder, "LARGEST_OUTPUT", math.inf)
    settings = quick_settings(network="mlp", loss="mse_logits", learning_rate=1e6)
    run, data = prepared(settings)
    plain = _PlainLoop(settings, data).losses
    broken_at = next(step for step, loss in enumerate(plain, start=1) if not math.isfinite(loss))
    with pytest.raises(Diverged, match=f"step {broken_at}:.*1e\\+06.*smaller learning rate") as caught:
        go_on(run, data)
    assert caught.value.values == {"step": broken_at, "learning_rate": 1e6}
    losses = run.log.columns().losses
    assert len(losses) == broken_at
    assert all(map(math.isfinite, losses[:-1]))
    assert not math.isfinite(losses[-1])


@pytest.mark.parametrize("optimizer", get_args(OptimizerName))
@pytest.mark.parametrize("loss", get_args(LossName))
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_a_learning_rate_of_a_million_stops_every_run(
    network: NetworkName, loss: LossName, optimizer: OptimizerName
) -> None:
    settings = quick_settings(network=network, loss=loss, optimizer=optimizer, learning_rate=1e6, epochs=10)
    run, data = prepared(settings)
    with pytest.raises(Diverged):
        go_on(run, data)


def test_weights_spoilt_by_the_very_last_step_are_noticed_too() -> None:
    settings = quick_settings(
        network="course_cnn", loss="mse_logits", averaging="sum", learning_rate=1e6, epochs=1, batch_size=70
    )
    run, data = prepared(settings)
    with pytest.raises(Diverged, match="step 1:"):
        go_on(run, data)
    assert run.log.columns().losses.shape == (1,)
    assert run.log.evaluations == ()


# Frozen copies


def test_a_frozen_copy_is_the_run_at_its_step_and_stays_so() -> None:
    settings = quick_settings(optimizer="adam")
    run, data = prepared(settings)
    frozen_out: LatestValue[FrozenRun] = LatestValue()
    go_on(run, data, ControlAtStep(run, 4, lambda _control: frozen_out.ask()), frozen_out)
    frozen = frozen_out.take()
    assert frozen is not None
    assert frozen.step == 5
    stopped, _ = _stopped_at(settings, 5)
    for name, tensor in stopped.network.state_dict().items():
        assert torch.equal(frozen.weights[name], tensor)
        assert not torch.equal(frozen.weights[name], run.network.state_dict()[name])
    for index, state in stopped.optimizer.state_dict()["state"].items():
        assert all(torch.equal(frozen.optimizer_state["state"][index][name], state[name]) for name in state)


def test_nothing_is_frozen_that_nobody_asked_for() -> None:
    run, data = prepared(quick_settings())
    frozen_out: LatestValue[FrozenRun] = LatestValue()
    go_on(run, data, frozen_out=frozen_out)
    assert frozen_out.take() is None


# Evaluation


@pytest.mark.parametrize("chunk", [1, 7, 20, 250])
@pytest.mark.parametrize("loss", get_args(LossName))
def test_an_evaluation_is_the_mean_over_all_images(loss: LossName, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "EVALUATION_CHUNK", chunk)
    run, data = _completed(quick_settings(loss=loss, epochs=1))
    part = data.validation
    evaluation = evaluate(run, part, RunControl(0.1))
    with torch.no_grad():
        one_by_one = [run.network(image.unsqueeze(0)) for image in part.images.within(slice(None))]
    losses = [float(PLAIN_LOSSES[loss](z, y.unsqueeze(0))) for z, y in zip(one_by_one, part.labels, strict=True)]
    digits = [min(max(round(float(z)), 0), 9) if z.numel() == 1 else int(z.argmax()) for z in one_by_one]
    assert evaluation is not None
    assert evaluation.loss == pytest.approx(sum(losses) / len(losses), rel=1e-5)
    assert evaluation.accuracy == sum(a == b for a, b in zip(digits, part.labels.tolist(), strict=True)) / len(part)
    assert evaluation.step == run.step == 4


def test_evaluations_are_recorded_and_reported_after_every_epoch_and_the_test_part_at_the_end() -> None:
    run, data = prepared(quick_settings())
    reported = list[Evaluation]()
    outcome = go_on(run, data, on_evaluation=reported.append)
    assert tuple(reported) == run.log.evaluations
    assert [evaluation.step for evaluation in reported] == [4, 8, 12]
    assert outcome == Outcome(Ending.COMPLETED, evaluate(run, data.test, RunControl(0.1)))


def test_an_evaluation_that_is_stopped_gives_nothing() -> None:
    run, data = prepared(quick_settings())
    control = RunControl(0.1)
    control.stop()
    assert evaluate(run, data.validation, control) is None
