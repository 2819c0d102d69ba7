"""Formulas in sentences, in lines of any length."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from lossviz.widgets.messages.wrapped_text import wrapped

SENTENCE = "Only one counts: L = −Σ y ln p = −ln p(A), at the share k/n that was drawn; see /data/k."


def lines_of(text: str, width: int) -> list[str]:
    layout = wrapped(text, QFont(), width)
    lines = (layout.lineAt(index) for index in range(layout.lineCount()))
    return [layout.text()[line.textStart() :][: line.textLength()] for line in lines]


@pytest.mark.parametrize("width", range(90, 420, 6))
def test_no_line_ends_inside_a_term(qapp: QApplication, width: int) -> None:
    ends = [line.rstrip() for line in lines_of(SENTENCE, width)][:-1]
    assert ends
    assert not [end for end in ends if end.endswith(("Σ", "Σ\N{NO-BREAK SPACE}y", "ln", "k/", "k"))]
