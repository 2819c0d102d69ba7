"""SoftmaxCodePanel: lines that give the number beside them."""

import math
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.snippets import SnippetKey
from lossviz.panels.softmax_code_panel import SoftmaxCodePanel
from tests.support.assembly import choose
from tests.support.logits_rig import LogitsRig, part, text_of
from tests.support.snippet_runs import result_of


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def test_every_snippet_is_offered(rig: LogitsRig) -> None:
    panel = rig.show(SoftmaxCodePanel(rig.clock, rig.logits))
    box = part(panel, QComboBox, "code_of")
    assert {box.itemData(index) for index in range(box.count())} == set(get_args(SnippetKey))


@pytest.mark.parametrize("source", ["hand", "network", "digit"])
@pytest.mark.parametrize("key", get_args(SnippetKey))
def test_the_lines_give_the_number_beside_them(rig: LogitsRig, key: str, source: str) -> None:
    panel = rig.show(SoftmaxCodePanel(rig.clock, rig.logits))
    if source == "network":
        rig.logits.set_source("network")
        rig.logits.set_logit(1, 2.25)
    elif source == "digit":
        rig.logits.set_source("digit")
        rig.logits.feed([str(digit) for digit in range(10)], [0.25 * digit for digit in range(10)], None)
    choose(part(panel, QComboBox, "code_of"), key)
    rig.settle()
    result = result_of(part(panel, QPlainTextEdit, "code").toPlainText())
    said = float(text_of(panel, "code_result").partition(" = ")[2])
    assert math.isclose(result, said, rel_tol=1e-11)
