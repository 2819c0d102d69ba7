"""The one-cycle schedule, against torch's own."""

import pytest
import torch

from lossviz.core.training.schedules import pace

PEAK = 0.04


def _torch_one_cycle(steps: int) -> list[tuple[float, float]]:
    """The learning rate and the momentum of each step."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=PEAK, momentum=0.9)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=PEAK, total_steps=steps)
    taken = []
    for step in range(steps):
        taken.append((optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["momentum"]))
        optimizer.step()
        if step < steps - 1:
            schedule.step()
    return taken


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5, 7, 9, 10, 11, 33, 100, 1001, 2500])
def test_one_cycle_is_torchs_over_whole_runs(steps: int) -> None:
    ours = [pace("one_cycle", step, steps) for step in range(steps)]
    for mine, (rate, momentum) in zip(ours, _torch_one_cycle(steps), strict=True):
        assert PEAK * mine.rate_factor == pytest.approx(rate, rel=1e-9)
        assert mine.momentum == pytest.approx(momentum, rel=1e-9)


@pytest.mark.parametrize("steps", [4, 100, 1001])
def test_one_cycle_rises_once_to_at_most_the_peak_and_falls_to_almost_nothing(steps: int) -> None:
    rates = [pace("one_cycle", step, steps).rate_factor for step in range(steps)]
    top = rates.index(max(rates))
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert max(rates) <= 1
    assert rates[-1] == pytest.approx(4e-6)


def test_a_constant_schedule_leaves_rate_and_momentum_alone() -> None:
    assert {(now.rate_factor, now.momentum) for now in (pace("constant", step, 10) for step in range(10))} == {
        (1.0, None)
    }
