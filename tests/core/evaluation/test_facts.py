"""Costs and orders against torch's own losses, image by image."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from lossviz.core.data.digits import LabelledImages
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.evaluation.mistakes import MistakeOrder, image_costs
from lossviz.core.training.losses import one_hot
from tests.support.evaluations import drawn_outputs
from tests.support.small_digits import small_digits

COUNT = 30


def facts(outputs: int = 10, seed: int = 0) -> EvaluationFacts:
    return EvaluationFacts(small_digits().test, drawn_outputs(COUNT, outputs, seed))


def test_costs_are_torchs_losses_of_each_image_alone() -> None:
    found = facts()
    scores, labels = torch.from_numpy(found.outputs).double(), torch.from_numpy(found.labelled.labels)
    assert found.costs.log_losses is not None
    for place in range(COUNT):
        log_loss = F.cross_entropy(scores[place : place + 1], labels[place : place + 1])
        squared = F.mse_loss(scores[place].softmax(0), one_hot(labels)[place].double())
        assert found.costs.log_losses[place] == pytest.approx(float(log_loss), abs=1e-12)
        assert found.costs.squared_errors[place] == pytest.approx(float(squared), abs=1e-12)
        assert found.costs.predicted[place] == int(scores[place].argmax())


def test_a_sure_mistake_costs_its_margin_by_log_loss_and_a_fifth_by_mse() -> None:
    outputs = np.zeros((1, 10), np.float32)
    outputs[0, 3] = 500.0
    costs = image_costs(outputs, np.array([4]))
    assert costs.log_losses is not None
    assert costs.log_losses[0] == pytest.approx(500.0)
    assert costs.squared_errors[0] == pytest.approx(0.2)


def test_the_network_with_one_output_has_its_squared_distance_and_no_log_loss() -> None:
    found = facts(outputs=1)
    assert found.costs.log_losses is None
    numbers, labels = found.outputs[:, 0].astype(float), found.labelled.labels
    assert found.costs.squared_errors == pytest.approx((numbers - labels) ** 2)
    assert found.costs.predicted.tolist() == [min(max(round(number), 0), 9) for number in numbers.tolist()]
    assert found.mistakes("log_loss").tolist() == found.mistakes("squared_error").tolist()


@pytest.mark.parametrize("order", ["log_loss", "squared_error"])
@pytest.mark.parametrize("outputs", [1, 10])
def test_mistakes_are_all_wrong_images_and_only_those_the_most_expensive_first(
    order: MistakeOrder, outputs: int
) -> None:
    found = facts(outputs)
    costs = found.costs.in_order(order)
    wrong = [place for place in range(COUNT) if found.costs.predicted[place] != found.labelled.labels[place]]
    assert found.mistakes(order).tolist() == sorted(wrong, key=lambda place: -costs[place])
    assert found.cost_of_mistakes(order) == pytest.approx(sum(costs[place] for place in wrong) / costs.sum())


def test_the_two_orders_differ() -> None:
    assert facts().mistakes("log_loss").tolist() != facts().mistakes("squared_error").tolist()


def test_the_images_of_the_cells_are_all_images_once() -> None:
    found = facts()
    cells = [found.of_cell(true, predicted) for true in range(10) for predicted in range(10)]
    assert [len(cell) for cell in cells] == found.counts.reshape(-1).tolist()
    assert sorted(np.concatenate(cells).tolist()) == list(range(COUNT))
    assert found.accuracy == sum(len(found.of_cell(digit, digit)) for digit in range(10)) / COUNT


def test_equal_costs_keep_the_order_of_the_data() -> None:
    labelled = LabelledImages(np.zeros((4, 28, 28), np.uint8), np.array([1, 1, 1, 1]))
    outputs = np.zeros((4, 10), np.float32)
    outputs[:, 2] = 1.0
    assert EvaluationFacts(labelled, outputs).mistakes("log_loss").tolist() == [0, 1, 2, 3]


def test_outputs_of_other_images_are_refused() -> None:
    with pytest.raises(ValueError, match="29 outputs for 30 images"):
        EvaluationFacts(small_digits().test, drawn_outputs(29, 10))
