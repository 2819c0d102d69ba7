"""Minus signs where a number is below zero, hyphens where words are joined."""

import ast
from pathlib import Path

import pytest

from lossviz.widgets.minus_signs import with_minus_signs

LOSSVIZ = Path(__file__).resolve().parents[2] / "lossviz"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("z = -0.5445", "z = −0.5445"),
        ("w: -1 → -2.5", "w: −1 → −2.5"),
        ("4.2e-17 / 0.01", "4.2e−17 / 0.01"),
        ("(-3, 2)", "(−3, 2)"),
        ("9.76e-07, 1e+06, 2e-10", "9.76e−7, 1e6, 2e−10"),
        ("1.4 / 0 = inf", "1.4 / 0 = ∞"),
        ("10-90%, cross-entropy, 3-D, info", "10-90%, cross-entropy, 3-D, info"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_only_signs_become_signs(written: str, shown: str) -> None:
    assert with_minus_signs(written) == shown


def _is_by_hand(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "replace"
        and [each.value for each in node.args if isinstance(each, ast.Constant)] == ["-", "−"]
    )


def test_no_sign_is_written_by_hand() -> None:
    found = [
        f"{path.relative_to(LOSSVIZ)}:{node.lineno}"
        for path in sorted(LOSSVIZ.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _is_by_hand(node)
    ]
    assert not found, "with_minus_signs does that: " + ", ".join(found)
