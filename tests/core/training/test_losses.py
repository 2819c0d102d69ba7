"""Each loss against a formula written out here, and against the course's figures."""

import math
from typing import get_args

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from lossviz.core.training.losses import LOSSES, digit_as_number, one_hot, predicted_digits
from lossviz.core.training.settings import Averaging, LossName

Array = NDArray[np.float64]

# COURSE B4: two images, three classes. Labels 2 and 1.
COURSE_LOGITS = torch.tensor([[2, 0.5, 6], [0.1, 0, 3]], dtype=torch.float64)
COURSE_LABELS = torch.tensor([2, 1])
COURSE_ONE_HOT = torch.tensor([[0, 0, 1], [0, 1, 0]], dtype=torch.float64)


def _softmax(z: Array) -> Array:
    exponentials: Array = np.exp(z - z.max(axis=1, keepdims=True))
    shares: Array = exponentials / exponentials.sum(axis=1, keepdims=True)
    return shares


def _by_hand(name: LossName, z: Array, labels: NDArray[np.int64], averaging: Averaging) -> float:
    rows, hot = np.arange(len(z)), np.eye(10)[labels]
    over_classes = np.mean if averaging == "mean" else np.sum
    if name == "cross_entropy":
        images = -np.log(_softmax(z)[rows, labels])
    elif name == "double_softmax_cross_entropy":
        images = -np.log(_softmax(_softmax(z))[rows, labels])
    elif name == "mse_number":
        images = (z[:, 0] - labels) ** 2
    else:
        sigmoid = 1 / (1 + np.exp(-z))
        terms = {
            "mse_softmax": (_softmax(z) - hot) ** 2,
            "mse_logits": (z - hot) ** 2,
            "sigmoid_cross_entropy": -hot * np.log(sigmoid) - (1 - hot) * np.log(1 - sigmoid),
        }[name]
        images = over_classes(terms, axis=1)
    return float(np.mean(images))


@pytest.mark.parametrize("averaging", get_args(Averaging))
@pytest.mark.parametrize("name", get_args(LossName))
def test_each_loss_is_the_formula_of_its_name(name: LossName, averaging: Averaging) -> None:
    loss = LOSSES[name]
    random = np.random.default_rng(1)
    z, labels = random.normal(0, 3, (50, loss.outputs)), random.integers(0, 10, 50)
    ours = loss.mean(torch.from_numpy(z), loss.targets(torch.from_numpy(labels)), averaging)
    assert float(ours) == pytest.approx(_by_hand(name, z, labels, averaging), rel=1e-6)


@pytest.mark.parametrize("name", get_args(LossName))
def test_summing_over_the_classes_is_ten_times_their_mean_where_there_is_a_choice(name: LossName) -> None:
    loss = LOSSES[name]
    outputs, targets = torch.randn(8, loss.outputs), loss.targets(torch.arange(8))
    ratio = loss.mean(outputs, targets, "sum") / loss.mean(outputs, targets, "mean")
    is_choice = name in {"mse_softmax", "mse_logits", "sigmoid_cross_entropy"}
    assert float(ratio) == pytest.approx(10 if is_choice else 1)
    assert loss.is_per_class == is_choice


@pytest.mark.parametrize(
    ("name", "targets", "figures"),
    [
        ("cross_entropy", COURSE_LABELS, [0.02215516, 3.09967364]),
        ("double_softmax_cross_entropy", COURSE_LABELS, [0.56551919, 1.4743222]),
        (
            "sigmoid_cross_entropy",
            COURSE_ONE_HOT,
            [[2.12692801, 0.97407698, 0.00247569], [0.74439666, 0.69314718, 3.04858735]],
        ),
        (
            "mse_softmax",
            COURSE_ONE_HOT,
            [[0.01791432**2, 0.00399722**2, (1 - 0.97808846) ** 2], [0.04980332**2, 0.95493609**2, 0.90513277**2]],
        ),
        ("mse_logits", COURSE_ONE_HOT, [[4, 0.25, 25], [0.01, 1, 9]]),
    ],
)
def test_the_courses_figures_come_out(name: LossName, targets: Tensor, figures: list[float]) -> None:
    terms = LOSSES[name].score(COURSE_LOGITS, targets, "none")
    torch.testing.assert_close(terms, torch.tensor(figures, dtype=torch.float64), rtol=0, atol=1e-7)


def test_the_courses_means_come_out() -> None:
    once = LOSSES["cross_entropy"].mean(COURSE_LOGITS, COURSE_LABELS, "mean")
    twice = LOSSES["double_softmax_cross_entropy"].mean(COURSE_LOGITS, COURSE_LABELS, "mean")
    assert float(once) == pytest.approx(1.5609144, abs=1e-7)
    assert float(twice) == pytest.approx(1.01992069, abs=1e-7)


@pytest.mark.parametrize(("classes", "floor"), [(2, 0.313262), (3, 0.551445), (10, 1.461150)])
def test_softmax_applied_twice_cannot_get_below_its_floor(classes: int, floor: float) -> None:
    certain_and_right = torch.full((1, classes), -1e3, dtype=torch.float64)
    certain_and_right[0, 0] = 1e3
    loss = float(LOSSES["double_softmax_cross_entropy"].score(certain_and_right, torch.tensor([0]), "none"))
    assert loss == pytest.approx(floor, abs=5e-7)
    assert loss == pytest.approx(math.log(1 + (classes - 1) / math.e))


@pytest.mark.parametrize("name", ["cross_entropy", "sigmoid_cross_entropy"])
def test_extreme_scores_give_finite_losses_and_gradients(name: LossName) -> None:
    loss = LOSSES[name]
    scores = torch.full((2, 10), -1e4, requires_grad=True)
    value = loss.mean(scores, loss.targets(torch.tensor([0, 9])), "mean")
    (gradient,) = torch.autograd.grad(value, scores)
    assert torch.isfinite(value)
    assert torch.isfinite(gradient).all()


def test_one_hot_rows_are_those_of_the_identity_matrix() -> None:
    assert torch.equal(one_hot(torch.arange(10)), torch.eye(10))
    assert torch.equal(digit_as_number(torch.tensor([0, 9])), torch.tensor([[0.0], [9.0]]))


def test_the_best_score_is_the_digit() -> None:
    scores = np.random.default_rng(2).normal(size=(100, 10)).astype(np.float32)
    assert predicted_digits(torch.from_numpy(scores)).tolist() == scores.argmax(axis=1).tolist()


def test_a_number_is_rounded_into_the_digits() -> None:
    numbers = [-1e30, -3, -0.6, -0.4, 0.49, 0.51, 4.4, 4.6, 8.51, 9.4, 9.6, 12, 1e30]
    digits = predicted_digits(torch.tensor(numbers).unsqueeze(1))
    assert digits.tolist() == [min(max(round(number), 0), 9) for number in numbers]
    assert digits.dtype == torch.int64
