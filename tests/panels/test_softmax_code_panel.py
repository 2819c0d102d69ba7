"""SoftmaxCodePanel: lines that give the number beside them."""

import math
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.snippets import SnippetKey
from lossviz.panels.softmax_code_panel import SoftmaxCodePanel
from lossviz.panels.softmax_range_panel import SoftmaxRangePanel
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


@pytest.mark.parametrize("row", [0, 1, 2])
@pytest.mark.parametrize(("z", "label"), [(20.0, 0.0), (-50.0, 1.0), (0.3, 1.0)])
def test_the_lines_of_one_sigmoid_give_the_numbers_of_the_range_panel(
    rig: LogitsRig, z: float, label: float, row: int
) -> None:
    code, numbers = SoftmaxCodePanel(rig.clock, rig.logits), SoftmaxRangePanel(rig.clock, rig.theme, rig.logits)
    rig.logits.set_sigmoid(z, label)
    rig.show(numbers)
    rig.show(code)
    ways = ("sigmoid_formula", "sigmoid_bce", "sigmoid_logit")
    for column, key in ((2, ways[row]), (3, f"{ways[row]}_slope")):
        on_screen = numbers.losses.rows[row].cells[column].replace("−", "-")
        if on_screen:  # the formula has no slope
            choose(part(code, QComboBox, "code_of"), key)
            rig.settle()
            result = result_of(part(code, QPlainTextEdit, "code").toPlainText())
            assert f"{result:.4g}" == f"{float(on_screen):.4g}"


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
