"""Every snippet is run, and leaves the number that stands on screen."""

import contextlib
import io
from typing import get_args

import pytest

from lossviz.core.by_hand.settings import ByHandSettings
from lossviz.core.by_hand.snippets import ByHandSnippet, by_hand_snippet
from lossviz.core.snippets import Snippet


def run(snippet: Snippet) -> tuple[float, str]:
    """The result, and what was printed."""
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(snippet.code, names)
    result = names["result"]
    assert isinstance(result, float)
    return result, printed.getvalue()


@pytest.mark.parametrize("what", get_args(ByHandSnippet))
@pytest.mark.parametrize(
    "settings",
    [
        ByHandSettings(),
        ByHandSettings(seed=7, binary_samples=1, multiclass_samples=2, features=1, classes=2),
        ByHandSettings(features=100, classes=10),
    ],
)
def test_the_lines_give_the_number(what: ByHandSnippet, settings: ByHandSettings) -> None:
    snippet = by_hand_snippet(what, settings, (0, 2))
    assert run(snippet)[0] == pytest.approx(snippet.value, rel=1e-6 if "class" in what or what == "binary" else 1e-12)
    assert max(map(len, snippet.code.splitlines())) <= 120


def test_the_course_s_figures_are_in_the_snippets() -> None:
    values = {what: by_hand_snippet(what, ByHandSettings(), (2, 1)).value for what in get_args(ByHandSnippet)}
    assert f"{values['binary']:.6f}" == "0.796195"
    assert f"{values['multiclass']:.6f}" == "1.159102"
    assert values["index_labels"] == pytest.approx(1.5609144, abs=5e-8)


def test_the_refusal_of_float_labels_is_printed() -> None:
    _result, printed = run(by_hand_snippet("index_labels", ByHandSettings(), (2, 1)))
    assert "Long" in printed
