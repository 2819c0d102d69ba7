"""The course's figures on softmax, A4 and B1 to B8, each as it stands there."""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional

from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.float32_range import LARGEST_EXPONENT, float32_softmax, sigmoid_losses
from lossviz.core.softmax.network import default_network
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.core.softmax.targets import one_hot


def facts_of(key: PresetKey, *, is_double: bool = False) -> SoftmaxFacts:
    preset = PRESETS[key]
    return SoftmaxFacts(np.array(preset.logits), 1.0, np.array(preset.target), is_double)


def test_a4_two_softmax_outputs_are_one_sigmoid() -> None:
    two = facts_of("two_classes").two_classes
    assert two is not None
    assert two.difference == pytest.approx(0.405465, abs=5e-7)
    assert two.sigmoid == pytest.approx(0.6, abs=1e-15)
    assert (two.p0, two.p1) == pytest.approx((0.4, 0.6), abs=1e-15)
    assert facts_of("three_classes").two_classes is None


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("three_classes", (0.87887824, 0.11894324, 0.00217852)),
        ("four_classes", (0.950027343, 0.047299076, 0.002354882, 0.000318699)),
    ],
)
def test_b1_scores_become_probabilities(key: PresetKey, figures: tuple[float, ...]) -> None:
    np.testing.assert_allclose(facts_of(key).probabilities, figures, rtol=0, atol=5e-9)


def test_b2_a_layer_is_w_x_plus_b() -> None:
    network = default_network(4)
    layer = torch.nn.Linear(3, 4, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(network.weights))
        layer.bias.copy_(torch.tensor(network.bias))
        expected = layer(torch.tensor(network.x)).numpy()
    np.testing.assert_allclose(network.logits, expected, rtol=1e-15)


def test_b3_labels_0_1_2_give_the_identity_matrix() -> None:
    np.testing.assert_array_equal([one_hot(index, 3) for index in range(3)], np.eye(3))


@pytest.mark.parametrize(
    ("key", "once", "twice", "loss_once", "loss_twice"),
    [
        (
            "b4_first",
            (0.01791432, 0.00399722, 0.97808846),
            (0.21747023, 0.21446464, 0.56806514),
            0.02215516,
            0.56551919,
        ),
        (
            "b4_second",
            (0.04980332, 0.04506391, 0.90513277),
            (0.23002143, 0.22893385, 0.54104472),
            3.09967364,
            1.4743222,
        ),
    ],
)
def test_b4_the_double_softmax(
    key: PresetKey, once: tuple[float, ...], twice: tuple[float, ...], loss_once: float, loss_twice: float
) -> None:
    right, wrong = facts_of(key), facts_of(key, is_double=True)
    np.testing.assert_allclose(right.output, once, rtol=0, atol=5.1e-9)
    np.testing.assert_allclose(wrong.output, twice, rtol=0, atol=5.1e-9)
    assert (right.loss, wrong.loss) == pytest.approx((loss_once, loss_twice), abs=5.1e-9)
    assert right.loss_twice == wrong.loss


def test_b4_the_means() -> None:
    first, second = facts_of("b4_first"), facts_of("b4_second")
    assert (first.loss + second.loss) / 2 == pytest.approx(1.5609144, abs=5.1e-8)
    assert (first.loss_twice + second.loss_twice) / 2 == pytest.approx(1.01992069, abs=5.1e-9)


@pytest.mark.parametrize(("count", "figure"), [(2, 0.313262), (3, 0.551445), (10, 1.461150)])
def test_b4_the_floor(count: int, figure: float) -> None:
    least = math.log1p((count - 1) / math.e)  # the second softmax sees at most (1, 0, ..., 0)
    assert least == pytest.approx(figure, abs=5.1e-7)
    sure = SoftmaxFacts(one_hot(0, count) * 1e4, 1.0, one_hot(0, count), is_double=True)
    assert sure.loss == pytest.approx(sure.floor, abs=1e-14)
    assert sure.floor == pytest.approx(least, abs=1e-14)


@pytest.mark.parametrize(("key", "figure"), [("soft_first", 2.17215516), ("soft_second", 2.76967364)])
def test_b5_soft_labels(key: PresetKey, figure: float) -> None:
    facts = facts_of(key)
    assert facts.loss == pytest.approx(figure, abs=5.1e-9)
    assert facts.entropy + facts.divergence == pytest.approx(facts.loss, abs=1e-14)


@pytest.mark.parametrize(("key", "label", "figure"), [("b4_first", 2, 0.02215516), ("b4_second", 1, 3.09967364)])
def test_b6_an_index_costs_what_its_one_hot_row_costs(key: PresetKey, label: int, figure: float) -> None:
    facts = facts_of(key)
    by_index = functional.cross_entropy(torch.tensor(facts.logits), torch.tensor(label)).item()
    assert facts.target_class == label
    assert (facts.loss, by_index) == pytest.approx((figure, figure), abs=5.1e-9)


@pytest.mark.parametrize("key", PRESETS)
@pytest.mark.parametrize("is_double", [False, True])
def test_b7_the_gradients_are_autograds(key: PresetKey, is_double: bool) -> None:
    facts = facts_of(key, is_double=is_double)
    for check in (facts.check, facts.mse_check):
        assert check.agrees
        np.testing.assert_allclose(check.by_formula, check.by_autograd, rtol=1e-9, atol=1e-15)
        np.testing.assert_allclose(check.by_differences, check.by_autograd, atol=1e-7)


def test_b8_exp_overflows_above_88_72_in_float32() -> None:
    assert pytest.approx(88.72, abs=5e-3) == LARGEST_EXPONENT
    label = one_hot(0, 2)
    assert math.isfinite(float32_softmax(np.array([88.72, 0.0]), 1.0, label).total)
    assert float32_softmax(np.array([88.73, 0.0]), 1.0, label).total == math.inf


def test_b8_the_naive_form_shows_inf_and_nan_where_the_shifted_one_is_right() -> None:
    facts = facts_of("overflow")
    naive = facts.float32
    assert naive.exps.dtype == np.float32
    assert np.isinf(naive.exps[:2]).all()
    assert naive.total == math.inf
    assert np.isnan(naive.probabilities[:2]).all()
    assert math.isnan(naive.loss)
    np.testing.assert_allclose(naive.shifted_probabilities, facts.probabilities, rtol=1e-6)
    assert naive.shifted_loss == pytest.approx(facts.loss, abs=2.0**-23)  # the last digit of 1 in float32
    assert np.isfinite(facts_of("three_classes").float32.probabilities).all()


def test_b8_very_low_scores_divide_0_by_0() -> None:
    low = float32_softmax(np.array([-200.0, -210.0]), 1.0, one_hot(0, 2))
    assert low.total == 0.0
    assert np.isnan(low.probabilities).all()
    np.testing.assert_allclose(low.shifted_probabilities, [1 / (1 + math.exp(-10)), 1 / (1 + math.exp(10))], rtol=1e-6)


def test_b8_bceloss_stops_at_100_on_a_saturated_sigmoid() -> None:
    losses = sigmoid_losses(np.array([5.0, 50.0, 1000.0]), np.zeros(3))
    np.testing.assert_allclose(losses.by_logit, [math.log1p(math.exp(5.0)), 50.0, 1000.0], rtol=1e-6)
    np.testing.assert_allclose(losses.by_probability, [math.log1p(math.exp(5.0)), 100.0, 100.0], rtol=1e-4)
    assert np.isinf(losses.by_formula[1:]).all() or np.isnan(losses.by_formula[1:]).any()
    np.testing.assert_array_equal(losses.slopes_by_probability[1:], 0.0)
    np.testing.assert_array_equal(losses.slopes_by_logit[1:], 1.0)


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("b4_first", (2.12692801, 0.97407698, 0.00247569)),
        ("b4_second", (0.74439666, 0.69314718, 3.04858735)),
    ],
)
def test_c6_a_sigmoid_for_each_class(key: PresetKey, figures: tuple[float, ...]) -> None:
    losses = facts_of(key).sigmoids
    np.testing.assert_allclose(losses.by_logit, figures, rtol=2e-7, atol=1e-8)
    np.testing.assert_allclose(losses.by_probability, figures, rtol=2e-7, atol=2.0**-23)  # 1 - p is formed
