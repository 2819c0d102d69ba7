"""Every snippet is run, and leaves the number that stands on screen."""

from pathlib import Path
from typing import get_args

import pytest

from lossviz.core.fit.case_files import write_cases
from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, DescentSettings, OptimizerName
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters
from lossviz.core.fit.snippets import CASES_FILE, FitKind, FitPanel, fit_snippet
from tests.core.fit.sample_cases import drawn_cases
from tests.support.snippet_runs import result_of

HERE = Parameters(1.3, -2.2)
SETTINGS = DescentSettings("bce", "adam", 0.1)
KINDS: tuple[FitKind, ...] = ("mse", "bce", "line_mse")


@pytest.mark.parametrize("panel", get_args(FitPanel))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cases", [drawn_cases(60), drawn_cases(8, middle=38.0), drawn_cases(1)])
def test_the_lines_give_the_number(panel: FitPanel, kind: FitKind, cases: Cases) -> None:
    snippet = fit_snippet(panel, kind, cases, HERE, SETTINGS)
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("panel", get_args(FitPanel))
def test_many_cases_are_read_from_the_exported_table(
    panel: FitPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = drawn_cases(200)
    monkeypatch.chdir(tmp_path)
    write_cases(tmp_path / CASES_FILE, cases)
    snippet = fit_snippet(panel, "bce", cases, HERE, SETTINGS)
    assert "200 cases" in snippet.code
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("loss", LOSS_KINDS)
@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_one_step_of_each_optimizer_gives_the_number(loss: LossKind, optimizer: OptimizerName) -> None:
    snippet = fit_snippet("descent", "bce", drawn_cases(20), HERE, DescentSettings(loss, optimizer, 0.3, 8))
    assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12)


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.75, 1.5])
@pytest.mark.parametrize("kind", KINDS)
def test_the_accuracy_is_that_at_the_threshold(threshold: float, kind: FitKind) -> None:
    snippet = fit_snippet("threshold", kind, drawn_cases(40), HERE, threshold=threshold)
    assert result_of(snippet.code) == snippet.value


def test_the_lines_need_nothing_but_torch() -> None:
    for panel in get_args(FitPanel):
        lines = fit_snippet(panel, "mse", drawn_cases(60), HERE, SETTINGS).code.splitlines()
        assert [line for line in lines if line.startswith(("import", "from"))] == ["import torch"]
        assert max(map(len, lines)) <= 120


def test_a_descent_without_settings_is_refused() -> None:
    with pytest.raises(ValueError, match="settings"):
        fit_snippet("descent", "bce", drawn_cases(8), HERE)
