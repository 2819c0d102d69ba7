"""SoftmaxTablePanel: the store's numbers in the table, and the table's wishes in the store."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.panels.softmax_table_panel import SoftmaxTablePanel
from lossviz.widgets.number_boxes import NumberBox
from tests.support.logits_by_hand import set_logits
from tests.support.logits_rig import LogitsRig, drag, part, text_of, type_into

FIGURES: dict[PresetKey, tuple[str, ...]] = {
    "three_classes": ("0.87887824", "0.11894324", "0.00217852"),
    "four_classes": ("0.95002734", "0.04729908", "0.00235488", "0.00031870"),
    "b4_first": ("0.01791432", "0.00399722", "0.97808846"),
    "b4_second": ("0.04980332", "0.04506391", "0.90513277"),
}
TWICE: dict[PresetKey, tuple[str, ...]] = {
    "b4_first": ("0.21747023", "0.21446464", "0.56806514"),
    "b4_second": ("0.23002143", "0.22893385", "0.54104472"),
}


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


@pytest.fixture
def panel(rig: LogitsRig) -> SoftmaxTablePanel:
    return rig.show(SoftmaxTablePanel(rig.clock, rig.theme, rig.logits), (1000, 280))


def shown(panel: SoftmaxTablePanel, count: int) -> tuple[str, ...]:
    return tuple(text_of(panel, f"probability_{index}") for index in range(count))


@pytest.mark.parametrize("key", FIGURES)
def test_the_courses_probabilities_are_shown_to_eight_decimals(
    rig: LogitsRig, panel: SoftmaxTablePanel, key: PresetKey
) -> None:
    rig.logits.apply_preset(key)
    rig.settle()
    assert shown(panel, len(FIGURES[key])) == FIGURES[key]


@pytest.mark.parametrize("key", TWICE)
def test_a_second_softmax_gives_the_courses_probabilities(
    rig: LogitsRig, panel: SoftmaxTablePanel, key: PresetKey
) -> None:
    rig.logits.apply_preset(key)
    rig.logits.set_double(True)
    rig.settle()
    assert shown(panel, 3) == TWICE[key]


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_is_painted(rig: LogitsRig, panel: SoftmaxTablePanel, key: PresetKey) -> None:
    rig.logits.apply_preset(key)
    rig.settle()
    assert not panel.grab().isNull()


def test_a_dragged_logit_moves_every_probability(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    table = panel.table
    drag(table, table.logit_place(0, 3.0), table.logit_place(0, -2.0))
    rig.settle()
    assert rig.logits.logits[0] == pytest.approx(-2.0, abs=0.1)
    expected = torch.softmax(torch.tensor(rig.logits.logits), 0)
    assert shown(panel, 3) == tuple(f"{share:.8f}" for share in expected.tolist())
    assert part(panel, NumberBox, "logit_0").value() == rig.logits.logits[0]


def test_a_dragged_target_keeps_the_sum_at_one(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    cell = panel.table._scene().layout.bar(0, "y_bar")
    end = QPointF(cell.left() + 0.4 * cell.width(), cell.center().y())
    drag(panel.table, QPointF(cell.right() - 1, cell.center().y()), end)
    assert rig.logits.target[0] == pytest.approx(0.4, abs=0.02)
    assert rig.logits.target.sum() == pytest.approx(1.0, abs=1e-12)
    assert rig.logits.true_class is None
    QTest.mouseDClick(panel.table, Qt.MouseButton.LeftButton, pos=panel.table.cell_centre(2, "y_bar").toPoint())
    QTest.mouseRelease(panel.table, Qt.MouseButton.LeftButton, pos=panel.table.cell_centre(2, "y_bar").toPoint())
    assert rig.logits.target.tolist() == [0.0, 0.0, 1.0]


def test_a_logit_is_typed_and_a_bad_one_explained_in_place(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    box, refusal = part(panel, NumberBox, "logit_1"), part(panel, QLabel, "table_refusal")
    type_into(box, "2.5")
    assert rig.logits.logits.tolist() == [3.0, 2.5, -3.0]
    for typed in ("inf", "nan", "1e308", ""):
        type_into(box, typed)
        assert refusal.isVisible()
        assert (typed or "nothing") in refusal.text()
        assert rig.logits.logits.tolist() == [3.0, 2.5, -3.0]
    type_into(box, "1")
    assert not refusal.isVisible()


def test_a_name_is_taken_and_a_taken_one_explained(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    field = panel.table.name_field
    for name in ("cat", "C"):
        panel.table.setFocus()
        QTest.keyClick(panel.table, Qt.Key.Key_F2)
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert rig.logits.names == ("cat", "B", "C")
    assert "“C”" in text_of(panel, "table_refusal")


def test_pointing_goes_to_the_store_and_comes_from_it(rig: LogitsRig, panel: SoftmaxTablePanel, qtbot: QtBot) -> None:
    QTest.mouseMove(panel.table, panel.table.cell_centre(2, "exp").toPoint())
    qtbot.waitUntil(lambda: (rig.logits.hovered, rig.logits.term) == (2, "exp"))
    rig.settle()
    lit = panel.table.grab().toImage()
    rig.logits.point(None, None)
    rig.settle()
    assert panel.table.grab().toImage() != lit


def test_nudges_of_what_is_fed_are_drawn_beside_what_it_was(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    rig.logits.set_source("digit")
    rig.logits.feed([str(digit) for digit in range(10)], np.linspace(-3.0, 6.0, 10), None)
    panel.resize(1000, 400)
    rig.settle()
    plain = panel.table.grab().toImage()
    QTest.keyClick(panel.table, Qt.Key.Key_Right)
    rig.settle()
    assert rig.logits.nudges[0] == pytest.approx(0.1)
    assert panel.table.grab().toImage() != plain


def test_probabilities_are_labels_whose_text_moves_nothing(rig: LogitsRig, panel: SoftmaxTablePanel) -> None:
    places = [part(panel, QLabel, f"probability_{index}").geometry() for index in range(3)]
    set_logits(rig.logits, (900.0, -900.0, 0.1))
    rig.settle()
    assert [part(panel, QLabel, f"probability_{index}").geometry() for index in range(3)] == places
