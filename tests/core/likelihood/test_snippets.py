"""Every snippet is run, and leaves the number that stands on screen."""

import math
from pathlib import Path

import numpy as np
import pytest

from lossviz.core.entropy import UNITS, Comparison, Unit
from lossviz.core.fit.case_files import write_cases
from lossviz.core.fit.cases import Cases
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters, mean_loss
from lossviz.core.fit.snippets import CASES_FILE
from lossviz.core.likelihood.boxes import Box, Boxes
from lossviz.core.likelihood.distribution_presets import DISTRIBUTION_PRESETS, DistributionPreset
from lossviz.core.likelihood.snippets import bridge_snippet, entropy_snippet, likelihood_snippet, posterior_snippet
from lossviz.core.snippets import Snippet
from tests.support.snippet_runs import result_of

HERE = Parameters(1.3, -2.2)


def drawn_cases(count: int) -> Cases:
    return draw_cases(SCENARIOS["overlapping"], count, 1.0, 3)[0]


def assert_gives_its_number(snippet: Snippet) -> None:
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12, abs=1e-15, nan_ok=True)
    assert max(map(len, snippet.code.splitlines())) <= 120


@pytest.mark.parametrize("drawn", [(0, 0), (0, 1), (1, 0), (3, 7), (0, 900)])
@pytest.mark.parametrize(
    "boxes", [Boxes(), Boxes(prior_first=0.125), Boxes(prior_first=0.0), Boxes(Box(5, 0), Box(1, 2)), Boxes(Box(1, 0))]
)
def test_the_posterior(boxes: Boxes, drawn: tuple[int, int]) -> None:
    assert_gives_its_number(posterior_snippet(boxes, *drawn))


def test_the_posterior_of_the_course() -> None:
    assert result_of(posterior_snippet(Boxes(), 0, 1).code) == pytest.approx(0.99, rel=1e-14)


def test_the_posterior_of_impossible_balls_is_none() -> None:
    snippet = posterior_snippet(Boxes(Box(1, 0), Box(1, 0)), 0, 1)
    assert math.isnan(snippet.value)
    assert_gives_its_number(snippet)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("drawn", [(0, 0), (3, 7), (4000, 6000), (0, 2), (2, 0)])
def test_the_likelihood(share: float, drawn: tuple[int, int]) -> None:
    assert_gives_its_number(likelihood_snippet(share, *drawn))


@pytest.mark.parametrize("count", [2, 8, 60])
def test_the_bridge(count: int) -> None:
    snippet = bridge_snippet(HERE, drawn_cases(count))
    assert snippet.value == mean_loss("bce", HERE, drawn_cases(count))
    assert_gives_its_number(snippet)


def test_the_bridge_reads_many_cases_from_the_exported_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_cases(tmp_path / CASES_FILE, drawn_cases(200))
    assert_gives_its_number(bridge_snippet(HERE, drawn_cases(200)))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("preset", DISTRIBUTION_PRESETS)
def test_the_cross_entropy(preset: DistributionPreset, unit: Unit) -> None:
    p, q = (shape(4) for shape in DISTRIBUTION_PRESETS[preset])
    assert_gives_its_number(entropy_snippet(Comparison(p, q, unit)))
    assert_gives_its_number(entropy_snippet(Comparison(q, p, unit)))


def test_certain_outcomes() -> None:
    hot = np.array([0.0, 1.0])
    assert result_of(entropy_snippet(Comparison(hot, hot)).code) == 0.0
