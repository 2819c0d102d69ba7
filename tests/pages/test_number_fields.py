"""Number fields: no page has one that makes another number of what is typed, or that the wheel changes by chance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.widgets.messages.field_note import FieldNote
from lossviz.widgets.number_boxes import CountBox, NumberBox
from tests.support.assembly import part, until


def test_every_number_field_of_every_page_refuses_what_it_does_not_understand(assembly: Assembly) -> None:
    fields = [field for kind in (QSpinBox, QDoubleSpinBox) for field in assembly.window.findChildren(kind)]
    assert len({field.objectName().partition(".")[0] for field in fields}) == 5  # fit, softmax, losses, overfit, mnist
    assert [field.objectName() for field in fields if not isinstance(field, CountBox | NumberBox)] == []


@pytest.fixture
def judged(assembly: Assembly, qtbot: QtBot) -> Assembly:
    """The threshold's panel in front, with costs of 1."""
    assembly.window.show_page("fit")
    assembly.pages.fit.show_panel("fit.threshold")
    until(assembly, qtbot, lambda: part(assembly, NumberBox, "fit.cost_fn").value() == 1.0)
    return assembly


def typed(assembly: Assembly, name: str, text: str) -> NumberBox:
    """The field after this was typed into it."""
    box = part(assembly, NumberBox, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    return box


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("fit.threshold", "0,3", 0.3),
        ("fit.threshold", "3e-1", 0.3),
        ("fit.cost_fp", "2,5", 2.5),
        ("fit.cost_fn", "1e3", 1000.0),
    ],
)
def test_threshold_and_costs_are_understood_in_any_notation(
    judged: Assembly, name: str, text: str, number: float
) -> None:
    typed(judged, name, text)
    threshold = judged.engine.fit.threshold
    costs = {"fit.cost_fp": threshold.costs.false_positive, "fit.cost_fn": threshold.costs.false_negative}
    assert {"fit.threshold": threshold.threshold, **costs}[name] == number


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [("fit.threshold", "7", 0.5), ("fit.cost_fp", "0", 1.0), ("fit.cost_fn", "-1", 1.0), ("fit.cost_fn", "1,500", 1.0)],
)
def test_a_threshold_or_cost_that_cannot_be_is_refused_beside_its_field(
    judged: Assembly, name: str, text: str, kept: float
) -> None:
    assert typed(judged, name, text).value() == kept
    note = judged.window.findChild(FieldNote)
    assert note is not None
    assert f"“{text}” was not taken" in note.text()
