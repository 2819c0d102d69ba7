"""The bridge: -ln likelihood / n of the labels is the fit's cross-entropy, bit for bit."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters, mean_loss
from lossviz.core.likelihood.labels import label_product

WORDS = CaseWords("size", "cm", "benign", "malignant")
NUMBERS = st.floats(-50, 50)


@given(st.lists(st.tuples(NUMBERS, st.sampled_from([0.0, 1.0])), min_size=1, max_size=300), NUMBERS, NUMBERS)
def test_the_mean_is_the_cross_entropy_to_the_last_digit(rows: list[tuple[float, float]], w: float, b: float) -> None:
    xs, ys = (np.array(column) for column in zip(*rows, strict=True))
    cases = Cases(xs, ys, WORDS)
    product = label_product(Parameters(w, b), cases)
    assert product.total / len(cases) == product.mean == mean_loss("bce", Parameters(w, b), cases)


@pytest.mark.parametrize("count", [1, 2, 7, 8, 9, 127, 128, 129, 1000, 4097])
@pytest.mark.parametrize("seed", range(5))
def test_the_mean_is_the_cross_entropy_of_any_number_of_cases(count: int, seed: int) -> None:
    random = np.random.default_rng([count, seed])
    cases = Cases(random.normal(3.0, 2.0, count), (random.random(count) < 0.5).astype(np.float64), WORDS)
    parameters = Parameters(*random.normal(0.0, 3.0, 2))
    assert label_product(parameters, cases).mean == mean_loss("bce", parameters, cases)


def test_the_product_is_torchs_likelihood_of_the_labels() -> None:
    cases, _law = draw_cases(SCENARIOS["overlapping"], 60, 1.0, 3)
    w, b = 1.2, -3.0
    probabilities = torch.sigmoid(w * torch.from_numpy(cases.x) + b)
    labels = torch.from_numpy(cases.y)
    product = label_product(Parameters(w, b), cases)
    likelihood = torch.where(labels == 1, probabilities, 1 - probabilities).prod()
    assert product.product == pytest.approx(float(likelihood), rel=1e-10)
    summed = torch.nn.functional.binary_cross_entropy(probabilities, labels, reduction="sum")
    assert product.total == pytest.approx(float(summed), rel=1e-12)


def test_a_saturated_sigmoid_leaves_a_sum_where_float64_has_no_product() -> None:
    cases = Cases(np.array([1.0, 2.0]), np.array([0.0, 1.0]), WORDS)
    product = label_product(Parameters(1000.0, 0.0), cases)
    assert product.product == 0.0
    assert product.total == 1000.0
    assert product.underflow_at == 1
