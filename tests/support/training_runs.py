"""Short trainings that are stopped, paused or looked at after an exact number of steps."""

from collections.abc import Callable

import torch

from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import Outcome, train
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import TrainingData, prepare_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun, new_run
from tests.support.small_digits import small_digits

CPU = torch.device("cpu")


def quick_settings(**changes: object) -> TrainingSettings:
    """Three epochs of four steps over the small digits; the last batch of each is a smaller one."""
    return TrainingSettings(network="softmax_regression", batch_size=20, epochs=3, seed=11).changed(**changes)


class ControlAtStep(RunControl):
    """Calls `act` once, at the first checkpoint at which `run` has taken `step` steps."""

    def __init__(self, run: TrainingRun, step: int, act: Callable[[RunControl], None]) -> None:
        super().__init__(run.settings.learning_rate)
        self._run, self._step, self._act = run, step, act
        self._has_acted = False

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        if self._run.step == self._step and not self._has_acted:
            self._has_acted = True
            self._act(self)
        return super().checkpoint(before_holding)


def prepared(settings: TrainingSettings) -> tuple[TrainingRun, TrainingData]:
    """A new run over the small digits with its leg planned, and its data."""
    data = prepare_data(small_digits(), settings, CPU)
    run = new_run(settings, CPU, MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    return run, data


def go_on(
    run: TrainingRun,
    data: TrainingData,
    control: RunControl | None = None,
    frozen_out: LatestValue[FrozenRun] | None = None,
    on_evaluation: Callable[[Evaluation], None] = lambda _: None,
    outputs_out: OutputSlots | None = None,
) -> Outcome:
    """Train to the end of the leg, or as far as `control` lets it."""
    control = control or RunControl(run.settings.learning_rate)
    return train(run, data, control, frozen_out or LatestValue(), on_evaluation, outputs_out)


def assert_same_run(one: TrainingRun, other: TrainingRun) -> None:
    """Equal to the last bit: steps, weights, optimiser, curves and evaluations."""
    assert one.step == other.step == len(one.log) == len(other.log)
    assert one.leg == other.leg
    assert one.log.columns().losses.tolist() == other.log.columns().losses.tolist()
    assert one.log.columns().accuracies.tolist() == other.log.columns().accuracies.tolist()
    assert one.log.evaluations == other.log.evaluations
    for mine, theirs in zip(one.network.parameters(), other.network.parameters(), strict=True):
        assert torch.equal(mine, theirs)
        _assert_same_state(one.optimizer.state[mine], other.optimizer.state[theirs])


def _assert_same_state(mine: dict[str, torch.Tensor], theirs: dict[str, torch.Tensor]) -> None:
    assert mine.keys() == theirs.keys()
    for name, tensor in mine.items():
        assert torch.equal(tensor, theirs[name])
