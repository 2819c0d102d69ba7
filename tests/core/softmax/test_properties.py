"""What holds for any logits, temperature and target: ten thousand cases, torch as the oracle."""

from dataclasses import dataclass

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from torch.nn import functional

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.gradients import STEP_LOSSES, Problem, StepLoss, gradient, torch_loss
from lossviz.core.softmax.losses import cross_entropy, double_softmax_least
from lossviz.core.softmax.softmax import log_softmax, softmax
from lossviz.core.softmax.targets import Target, soft_target, with_share

LARGEST = 1e4
CASES = 10_000
PROPERTY_EXAMPLES = 250


@dataclass(frozen=True, eq=False)
class Batch:
    """Cases of one class count, (n, K) and (n,): logits of every size up to LARGEST, hard and soft targets."""

    logits: NDArray[np.float64]
    targets: NDArray[np.float64]
    temperatures: Column


def drawn_batch(count: int) -> Batch:
    random = np.random.default_rng(count)
    n = CASES // 9 + 1
    sizes = 10.0 ** random.uniform(-3.0, 4.0, (n, 1))
    targets = random.dirichlet(np.full(count, 0.5), n)
    hard = random.random(n) < 0.5
    targets[hard] = np.eye(count)[random.integers(count, size=int(hard.sum()))]
    return Batch(random.uniform(-1.0, 1.0, (n, count)) * sizes, targets, 10.0 ** random.uniform(-1.0, 1.0, n))


BATCHES = {count: drawn_batch(count) for count in range(2, 11)}


def torch_gradients(kind: StepLoss, batch: Batch, *, is_double: bool) -> NDArray[np.float64]:
    """All cases at once: the sum of their losses has each case's gradient in its row."""
    z = torch.tensor(batch.logits, requires_grad=True)
    y = torch.tensor(batch.targets)
    scores = z / torch.tensor(batch.temperatures)[:, None]
    if is_double:
        scores = torch.softmax(scores, dim=1)
    if kind == "bce":
        loss = functional.cross_entropy(scores, y, reduction="sum")
    else:
        loss = functional.mse_loss(torch.softmax(scores, dim=1), y, reduction="none").mean(dim=1).sum()
    return np.asarray(torch.autograd.grad(loss, z)[0].numpy())


@pytest.mark.parametrize("count", BATCHES)
def test_softmax_sums_to_1_and_is_torchs(count: int) -> None:
    batch = BATCHES[count]
    p = softmax(batch.logits)
    np.testing.assert_allclose(p.sum(axis=1), 1.0, rtol=0, atol=1e-12)
    assert (p >= 0.0).all()
    np.testing.assert_allclose(p, torch.softmax(torch.tensor(batch.logits), dim=1).numpy(), rtol=1e-12, atol=1e-300)
    logs = torch.log_softmax(torch.tensor(batch.logits), dim=1).numpy()
    np.testing.assert_allclose(log_softmax(batch.logits), logs, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("kind", STEP_LOSSES)
@pytest.mark.parametrize("is_double", [False, True])
@pytest.mark.parametrize("count", BATCHES)
def test_gradients_are_autograds(count: int, is_double: bool, kind: StepLoss) -> None:
    """Within 1e-9 of a case's largest entry, and what rounding of p - y leaves where that is nearly 0."""
    batch = BATCHES[count]
    expected = torch_gradients(kind, batch, is_double=is_double)
    rows = zip(batch.logits, batch.temperatures, batch.targets, strict=True)
    found = np.array([gradient(kind, Problem(z, float(t), y, is_double)) for z, t, y in rows])
    allowed = 1e-9 * np.abs(expected).max(axis=1) + 1e-15 / batch.temperatures
    assert (np.abs(found - expected).max(axis=1) <= allowed).all()


@pytest.mark.parametrize("count", BATCHES)
def test_a_constant_on_all_logits_changes_nothing(count: int) -> None:
    """To the rounding of z + c, which is all that p can lose."""
    batch = BATCHES[count]
    constants = np.random.default_rng(0).uniform(-LARGEST, LARGEST, (len(batch.logits), 1))
    lost = np.spacing(np.abs(batch.logits).max(axis=1) + np.abs(constants[:, 0]))
    difference = np.abs(softmax(batch.logits + constants) - softmax(batch.logits)).max(axis=1)
    assert (difference <= 2.0 * lost + 1e-15).all()
    whole = np.round(batch.logits)  # whole numbers lose nothing
    np.testing.assert_array_equal(softmax(whole + 4096.0), softmax(whole))


@pytest.mark.parametrize("is_double", [False, True])
@pytest.mark.parametrize("count", BATCHES)
def test_no_number_is_nan_and_no_loss_is_below_its_floor(count: int, is_double: bool) -> None:
    batch = BATCHES[count]
    rows = zip(batch.logits, batch.temperatures, batch.targets, strict=True)
    for z, t, y in list(rows)[int(is_double) :: 2]:
        facts = SoftmaxFacts(z, float(t), y, is_double)
        columns = (facts.output, facts.log_output, facts.terms, facts.gradient, facts.mse_gradient, facts.shifted_exps)
        assert all(np.isfinite(column).all() for column in columns)
        assert not np.isnan(facts.exps).any()
        assert all(map(np.isfinite, (facts.loss, facts.mse, facts.entropy, facts.divergence, facts.floor)))
        assert facts.loss >= facts.floor - 1e-12 * max(1.0, facts.loss)
        assert facts.entropy + facts.divergence == pytest.approx(facts.loss, rel=1e-12, abs=1e-14)
        assert np.isfinite(facts.float32.shifted_probabilities).all()


numbers = st.floats(-LARGEST, LARGEST)
logit_rows = st.integers(2, 10).flatmap(lambda count: arrays(np.float64, count, elements=numbers))


@settings(max_examples=PROPERTY_EXAMPLES)
@given(logit_rows, st.floats(0.1, 10.0), st.integers(0, 9), st.booleans())
def test_any_logits_give_numbers_and_a_badge_that_agrees(z: Column, t: float, label: int, is_double: bool) -> None:
    facts = SoftmaxFacts(z, t, np.eye(len(z))[label % len(z)], is_double)
    assert facts.probabilities.sum() == pytest.approx(1.0, abs=1e-12)
    assert facts.output.sum() == pytest.approx(1.0, abs=1e-12)
    assert np.isfinite(facts.loss)
    assert facts.check.agrees
    assert facts.mse_check.agrees
    by_torch = torch_loss("bce", facts.problem, torch.tensor(z)).item()
    assert facts.loss == pytest.approx(by_torch, rel=1e-12, abs=1e-14)


@settings(max_examples=PROPERTY_EXAMPLES)
@given(st.integers(2, 10), st.lists(st.tuples(st.integers(0, 9), st.floats(0.0, 1.0)), min_size=1, max_size=30))
def test_targets_that_are_dragged_keep_their_sum(count: int, drags: list[tuple[int, float]]) -> None:
    target = Target(np.eye(count)[0], 0)
    for index, share in drags:
        target = with_share(target, index % count, share)
        assert target.shares[index % count] == share
        assert target.shares.sum() == pytest.approx(1.0, abs=1e-12)
        assert (target.shares >= 0.0).all()


@settings(max_examples=60)
@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=10).filter(lambda row: sum(row) > 0.01))
def test_the_floor_of_two_softmaxes_is_reached_and_not_passed(weights: list[float]) -> None:
    target = soft_target(np.array(weights) / sum(weights), len(weights)).shares
    floor = double_softmax_least(target)
    random = np.random.default_rng(1)
    inputs = random.dirichlet(np.full(len(target), 0.3), 300)
    assert min(cross_entropy(target, log_softmax(p)) for p in inputs) >= floor - 1e-12
    assert least_by_descent(target) == pytest.approx(floor, abs=1e-6)


def least_by_descent(target: Column) -> float:
    """The least cross-entropy of softmax(p) over distributions p, by steps that are projected back onto them."""
    p = np.full(len(target), 1.0 / len(target))
    for _ in range(3000):
        p = projected(p - (softmax(p) - target))
    return cross_entropy(target, log_softmax(p))


def projected(values: Column) -> Column:
    """The nearest distribution.

    Source: Duchi et al. 2008, figure 1.
    """
    ordered = np.sort(values)[::-1]
    excess = (np.cumsum(ordered) - 1.0) / np.arange(1, len(values) + 1)
    return np.asarray(np.maximum(values - excess[np.flatnonzero(ordered > excess)[-1]], 0.0))
