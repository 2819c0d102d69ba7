"""SoftmaxFormulaPanel: live numbers in typeset formulas, linked both ways."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.panels.softmax_formula_panel import SoftmaxFormulaPanel
from lossviz.widgets.formulas.formula_view import FormulaView
from tests.support.logits_by_hand import set_logits
from tests.support.logits_rig import SIZES, LogitsRig, point_at, text_of


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


@pytest.fixture
def panel(rig: LogitsRig) -> SoftmaxFormulaPanel:
    return rig.show(SoftmaxFormulaPanel(rig.clock, rig.theme, rig.logits))


def numbers(view: FormulaView) -> dict[str, str]:
    """What is written into the slots, by their names."""
    pairs = ((str(name), str(text)) for name, text in view.table().rows)
    return {name: text for name, text in pairs if not view.slot_place(name).isEmpty()}


def test_the_numbers_are_those_of_the_target_class(panel: SoftmaxFormulaPanel) -> None:
    softmax, loss, term, slope = (numbers(view) for view in panel.views)
    assert softmax == {"scaled": "3", "sum": "22.8536", "exp": "20.0855", "sum_again": "22.8536", "p": "0.8789"}
    assert loss == {"entropy": "0", "kl": "0.1291", "loss": "0.1291"}
    assert term == {"y": "1", "p_lost": "0.8789", "term": "0.1291"}
    assert slope == {"p_slope": "0.8789", "y_slope": "1", "temperature": "1", "grad": "−0.1211"}


def test_large_numbers_are_written_as_in_the_table(rig: LogitsRig, panel: SoftmaxFormulaPanel) -> None:
    """Logits of 9, 6, 3 and 1: course, B1."""
    for logits, exp, total in (([9.0, 6.0, 3.0, 1.0], "8103", "8529"), ([100.0, 90.0, 20.0], "2.688e43", "2.688e43")):
        rig.logits.set_class_count(len(logits))
        set_logits(rig.logits, logits)
        rig.settle()
        shown = numbers(panel.views[0])
        assert (shown["exp"], shown["sum"]) == (exp, total)


def test_pointing_at_a_class_elsewhere_shows_its_numbers(rig: LogitsRig, panel: SoftmaxFormulaPanel) -> None:
    rig.logits.point(2, "exp")
    rig.settle()
    assert numbers(panel.views[0])["p"] == "0.0022"
    assert "pointed at" in text_of(panel, "formula_class")


@pytest.mark.parametrize(
    ("view", "slot", "term"),
    [(0, "exp", "exp"), (0, "sum", "sum"), (1, "loss", "loss"), (2, "y", "y"), (3, "grad", "grad")],
)
def test_pointing_at_a_number_lights_the_same_term_everywhere(
    rig: LogitsRig, panel: SoftmaxFormulaPanel, view: int, slot: str, term: str
) -> None:
    point_at(panel.views[view], panel.views[view].slot_place(slot).center())
    assert (rig.logits.hovered, rig.logits.term) == (0, term)
    QTest.mouseMove(panel.views[view], QPoint(1, 1))
    assert (rig.logits.hovered, rig.logits.term) == (None, None)


def test_a_term_that_is_pointed_at_elsewhere_lights_its_numbers(rig: LogitsRig, panel: SoftmaxFormulaPanel) -> None:
    before = panel.views[3].grab().toImage()
    rig.logits.point(0, "grad")
    rig.settle()
    assert panel.views[3].grab().toImage() != before


def test_two_softmaxes_have_formulas_of_their_own(rig: LogitsRig, panel: SoftmaxFormulaPanel) -> None:
    rig.logits.apply_preset("b4_first")
    rig.logits.set_double(is_double=True)
    rig.settle()
    assert numbers(panel.views[0])["p"] == "0.9781"
    assert numbers(panel.views[0])["q"] == "0.5681"
    assert numbers(panel.views[1])["loss"] == "0.5655"
    assert numbers(panel.views[2])["term"] == "0.5655"
    assert numbers(panel.views[3])["grad"] == f"{rig.logits.facts.gradient[2]:.4f}".replace("-", "−")


@pytest.mark.parametrize("is_double", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_no_formula_is_cut(rig: LogitsRig, panel: SoftmaxFormulaPanel, size: tuple[int, int], is_double: bool) -> None:
    rig.logits.set_double(is_double)
    panel.resize(*size)
    rig.settle()
    for view in panel.views:
        assert panel.rect().contains(view.geometry())
        assert all(view.rect().contains(view.slot_place(name).toRect()) for name in numbers(view))


def test_numbers_beyond_all_bounds_have_a_sign_of_their_own(rig: LogitsRig, panel: SoftmaxFormulaPanel) -> None:
    set_logits(rig.logits, [1000.0, 0.0, -1000.0])
    rig.settle()
    assert numbers(panel.views[0])["sum"] == "∞"
    assert numbers(panel.views[0])["p"] == "1"
