"""Every snippet of every preset is run, and leaves the number that stands on screen."""

import math
from typing import get_args

import numpy as np
import pytest

from lossviz.core.snippets import Snippet
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.float32_range import SigmoidCase
from lossviz.core.softmax.gradients import STEP_LOSSES, StepLoss
from lossviz.core.softmax.network import default_network
from lossviz.core.softmax.presets import PRESETS, Preset
from lossviz.core.softmax.snippets import SnippetKey, softmax_snippet
from lossviz.core.softmax.targets import hard_target
from tests.support.snippet_runs import result_of

KEYS: tuple[SnippetKey, ...] = get_args(SnippetKey)


def facts_of(preset: Preset, temperature: float = 1.0, *, is_double: bool = False) -> SoftmaxFacts:
    return SoftmaxFacts(np.array(preset.logits), temperature, np.array(preset.target), is_double)


def assert_same(snippet: Snippet) -> None:
    result = result_of(snippet.code)
    if math.isnan(snippet.value):
        assert math.isnan(result)
    else:
        assert result == pytest.approx(snippet.value, rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
@pytest.mark.parametrize(("temperature", "is_double"), [(1.0, False), (1.0, True), (0.3, False), (7.0, True)])
def test_the_lines_give_the_number(key: SnippetKey, preset: Preset, temperature: float, is_double: bool) -> None:
    facts = facts_of(preset, temperature, is_double=is_double)
    assert_same(softmax_snippet(key, facts, network=default_network(facts.class_count)))


@pytest.mark.parametrize("kind", STEP_LOSSES)
@pytest.mark.parametrize("rate", [0.01, 1.0, 100.0])
@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_step_of_each_loss_gives_the_number(preset: Preset, rate: float, kind: StepLoss) -> None:
    assert_same(softmax_snippet("step", facts_of(preset), rate=rate, step_loss=kind))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("is_double", [False, True])
def test_ten_classes_with_smoothed_targets(key: SnippetKey, is_double: bool) -> None:
    network = default_network(10)
    facts = SoftmaxFacts(network.logits, 0.7, hard_target(4, 10, 0.1).shares, is_double)
    assert_same(softmax_snippet(key, facts, network=network))


@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("sigmoid_")])
@pytest.mark.parametrize("label", [0.0, 1.0])
@pytest.mark.parametrize("z", [-10000.0, -50.0, -20.0, -0.1, 0.0, 0.3, 17.0, 20.0, 150.0])
def test_one_sigmoid_gives_the_numbers_of_float32_to_the_last_digit(key: SnippetKey, label: float, z: float) -> None:
    snippet = softmax_snippet(key, facts_of(PRESETS["unsure"]), sigmoid=SigmoidCase(z, label))
    result = result_of(snippet.code)
    assert result == snippet.value or (math.isnan(result) and math.isnan(snippet.value))


def test_the_network_keeps_the_nudges() -> None:
    network, nudges = default_network(3), np.array([0.0, -1.5, 0.25])
    facts = SoftmaxFacts(network.logits + nudges, 2.0, np.array([0.0, 1.0, 0.0]))
    snippet = softmax_snippet("network", facts, network=network, nudges=nudges)
    assert snippet.value == facts.probabilities[1]
    assert_same(snippet)
    assert "nudges" not in softmax_snippet("network", facts, network=network, nudges=np.zeros(3)).code


def test_a_network_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="network"):
        softmax_snippet("network", facts_of(PRESETS["unsure"]))


def test_the_lines_need_nothing_but_torch() -> None:
    facts = SoftmaxFacts(default_network(10).logits / 3.0, 1.0, hard_target(0, 10, 0.3).shares)
    for key in KEYS:
        lines = softmax_snippet(key, facts, network=default_network(10)).code.splitlines()
        assert [line for line in lines if line.startswith(("import", "from"))] == ["import torch"]
        assert max(map(len, lines)) <= 120
