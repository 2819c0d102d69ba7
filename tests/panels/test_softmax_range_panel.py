"""SoftmaxRangePanel: where float32 ends, and what goes on."""

import math
from collections.abc import Iterator

import pytest
import torch
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from lossviz.panels.softmax_range_panel import SoftmaxRangePanel
from lossviz.widgets.classes.number_table import NumberTable
from lossviz.widgets.number_boxes import NumberBox
from tests.support.assembly import choose
from tests.support.logits_by_hand import set_logits
from tests.support.logits_rig import LogitsRig, part, point_at, press, text_of, type_into


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LogitsRig]:
    rig = LogitsRig(qtbot)
    yield rig
    rig.clock.stop()


def shown(rig: LogitsRig) -> SoftmaxRangePanel:
    return rig.show(SoftmaxRangePanel(rig.clock, rig.theme, rig.logits), (950, 300))


def cells(table: NumberTable, column: int) -> list[str]:
    return [row.cells[column] for row in table.rows]


def test_beyond_88_72_the_formula_as_written_gives_inf_and_nan_and_the_shifted_one_goes_on(rig: LogitsRig) -> None:
    panel = shown(rig)
    press(panel, "overflow")
    rig.settle()
    assert rig.logits.preset == "overflow"
    assert cells(panel.table, 2) == ["inf", "inf", "4.852e8", "inf"]
    assert cells(panel.table, 3) == ["NaN", "NaN", "0", "NaN"]
    expected = torch.softmax(torch.tensor([100.0, 90.0, 20.0]), 0).tolist()
    assert [float(cell.replace("−", "-")) for cell in cells(panel.table, 5)[:3]] == pytest.approx(expected, rel=1e-3)
    assert [row.warned for row in panel.table.rows] == [{2, 3}, {2, 3}, set(), {2, 3}]
    text = text_of(panel, "float32_explanation")
    assert "e^100 is larger than the largest float32, 3.4e38" in text
    assert "inf / inf is NaN" in text
    assert "NaN as written" in text


def test_the_heads_say_that_logits_are_divided_by_the_temperature_before_the_exponential(rig: LogitsRig) -> None:
    rig.logits.set_temperature(2.0)
    panel = shown(rig)
    assert cells(panel.table, 2)[0] == f"{math.exp(rig.logits.logits[0] / 2):.4g}"
    assert "e^(z/T)" in panel.table.summary()
    assert "e^(z/T−max)" in panel.table.summary()


@pytest.mark.parametrize(("z", "is_right"), [(88.72, True), (88.73, False)])
def test_the_end_is_where_float32_ends(rig: LogitsRig, z: float, is_right: bool) -> None:
    set_logits(rig.logits, [z, -50.0, -50.0])
    panel = shown(rig)
    assert ("agree" in text_of(panel, "float32_explanation")) == is_right
    assert (cells(panel.table, 2)[0] == "inf") != is_right


def test_a_sum_that_overflows_and_exponentials_that_all_vanish_are_told_apart(rig: LogitsRig) -> None:
    set_logits(rig.logits, [88.5, 88.5, 88.5])
    panel = shown(rig)
    assert "sum is larger" in text_of(panel, "float32_explanation")
    assert cells(panel.table, 3) == ["0", "0", "0", "0"]
    set_logits(rig.logits, [-200.0, -210.0, -220.0])
    rig.settle()
    assert "0 / 0 is NaN" in text_of(panel, "float32_explanation")
    assert cells(panel.table, 3) == ["NaN"] * 4


@pytest.mark.parametrize(("z", "y"), [(20.0, 0.0), (200.0, 0.0), (-200.0, 1.0), (20.0, 1.0), (-50.0, 1.0), (0.5, 1.0)])
def test_both_losses_of_a_sigmoid_are_what_torch_gives_in_float32(rig: LogitsRig, z: float, y: float) -> None:
    panel = shown(rig)
    type_into(part(panel, NumberBox, "saturated_z"), str(z))
    choose(part(panel, QComboBox, "saturated_label"), y)
    rig.settle()
    for row, loss_of in ((1, "probability"), (2, "logit")):
        logit = torch.tensor([z], requires_grad=True)
        label = torch.tensor([y])
        if loss_of == "probability":
            loss = torch.nn.BCELoss()(torch.sigmoid(logit), label)
        else:
            loss = torch.nn.BCEWithLogitsLoss()(logit, label)
        (slope,) = torch.autograd.grad(loss, logit)
        _, _, loss_text, slope_text = panel.losses.rows[row].cells
        assert float(loss_text.replace("−", "-")) == pytest.approx(loss.item(), rel=1e-3)
        assert float(slope_text.replace("−", "-")) == pytest.approx(slope.item(), rel=1e-3)


@pytest.mark.parametrize(
    ("z", "y", "words"),
    [("20", 0.0, "100 whatever z is"), ("20", 1.0, "NaN"), ("-50", 1.0, "1e−12"), ("0.5", 1.0, "All agree")],
)
def test_what_torch_does_is_explained(rig: LogitsRig, z: str, y: float, words: str) -> None:
    panel = shown(rig)
    type_into(part(panel, NumberBox, "saturated_z"), z)
    choose(part(panel, QComboBox, "saturated_label"), y)
    rig.settle()
    assert words in text_of(panel, "saturated_explanation")


def test_a_logit_that_is_none_is_refused_and_the_last_one_stays(rig: LogitsRig) -> None:
    panel = shown(rig)
    box, refusal = part(panel, NumberBox, "saturated_z"), part(panel, QLabel, "saturated_refusal")
    for nonsense in ("inf", "nan", "1e308", "large", ""):
        type_into(box, nonsense)
        assert refusal.isVisible()
        assert "−10000 to 10000" in refusal.text()
        assert box.value() == 20.0
    type_into(box, "3")
    assert not refusal.isVisible()


def test_pointing_at_a_row_points_at_its_class_everywhere(rig: LogitsRig) -> None:
    panel = shown(rig)
    point_at(panel.table, panel.table.row_rect(1).center())
    assert rig.logits.hovered == 1
    point_at(panel.table, panel.table.row_rect(3).center())  # the sum is no class
    assert rig.logits.hovered is None


def test_ten_classes_have_ten_rows_and_a_sum(rig: LogitsRig) -> None:
    rig.logits.set_class_count(10)
    panel = shown(rig)
    assert len(panel.table.rows) == 11
    assert math.isclose(sum(float(cell) for cell in cells(panel.table, 5)[:10]), 1.0, abs_tol=1e-3)


@pytest.mark.parametrize(
    ("size", "is_below"), [((940, 560), True), ((940, 200), False), ((480, 200), True)], ids=["large", "wide", "small"]
)
def test_the_losses_stand_below_the_softmax_where_that_fits_and_beside_it_where_it_is_wide_but_low(
    rig: LogitsRig, size: tuple[int, int], is_below: bool
) -> None:
    panel = rig.show(SoftmaxRangePanel(rig.clock, rig.theme, rig.logits), size)
    top, beside = panel.table.mapTo(panel, QPoint()), panel.losses.mapTo(panel, QPoint())
    assert (beside.x() == top.x()) is is_below


def test_more_classes_than_have_room_bring_the_losses_beside_the_softmax(rig: LogitsRig, qtbot: QtBot) -> None:
    panel = rig.show(SoftmaxRangePanel(rig.clock, rig.theme, rig.logits), (940, 380))
    assert panel.losses.mapTo(panel, QPoint()).x() == 0
    rig.logits.set_class_count(10)
    qtbot.waitUntil(lambda: panel.losses.mapTo(panel, QPoint()).x() > 400)
