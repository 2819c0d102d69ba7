"""OpinionStore: what each variant says of the drawn digit."""

import numpy as np
import pytest
import torch

from lossviz.core.training.classifier import Classifier
from lossviz.core.training.networks import build_network
from lossviz.core.training.training_data import UNSCALED
from lossviz.stores.opinion_store import OpinionStore

IMAGE = np.arange(784, dtype=np.uint8).reshape(28, 28)


def classifier(seed: int) -> Classifier:
    network = build_network("softmax_regression", 10, "pytorch", torch.Generator().manual_seed(seed))
    return Classifier("softmax_regression", "cross_entropy", UNSCALED, network.state_dict())


def test_each_variant_answers_with_its_own_network() -> None:
    opinions = OpinionStore()
    for seed, key in enumerate("ab"):
        opinions.put_classifier(key, classifier(seed), step=5)
        answer, expected = opinions.answer(key, IMAGE), classifier(seed).answer(IMAGE)
        assert answer is not None
        assert np.array_equal(answer.outputs, expected.outputs)
    assert opinions.answer("c", IMAGE) is None
    assert opinions.answer("a", None) is None


def test_newer_weights_change_the_answer_of_that_variant_alone() -> None:
    opinions = OpinionStore()
    for key in "ab":
        opinions.put_classifier(key, classifier(0), step=5)
    before = [opinions.answer(key, IMAGE) for key in "ab"]
    opinions.set_weights("a", classifier(9).network.state_dict(), step=8)
    after = [opinions.answer(key, IMAGE) for key in "ab"]
    assert before[1] is after[1]
    assert before[0] is not after[0]
    assert (opinions.step("a"), opinions.step("b")) == (8, 5)


def test_another_comparison_begins_with_no_opinions() -> None:
    opinions = OpinionStore()
    opinions.put_classifier("a", classifier(0), step=5)
    opinions.clear()
    assert opinions.answer("a", IMAGE) is None
    with pytest.raises(KeyError):
        opinions.set_weights("a", classifier(0).network.state_dict(), step=6)
