"""LossesEntropyPanel: bars and fields show one pair of distributions, and infinity is explained."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lossviz.panels.losses_entropy_panel import LossesEntropyPanel
from lossviz.stores.distributions_store import SIDES, DistributionsStore, Side
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource
from tests.panels.chance_rig import LEFT, SMALL, ChanceRig, window_look
from tests.support.page_checks import assert_named, assert_room, own_controls

PRESETS = ("apart", "equal", "one_hot", "uniform", "impossible")


class EntropyRig(ChanceRig[LossesEntropyPanel]):
    """store: under the panel."""

    def __init__(self, qtbot: QtBot, theme: ThemeSource) -> None:
        self.store = DistributionsStore()
        clock = FrameClock()
        super().__init__(qtbot, clock, LossesEntropyPanel(clock, theme, self.store))

    def number(self, name: str) -> float:
        return float(self.text(name).replace("−", "-").replace("∞", "inf"))


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[EntropyRig]:
    with window_look(qapp, tmp_path) as theme:
        yield EntropyRig(qtbot, theme)


def assert_the_numbers_are_torchs(rig: EntropyRig) -> None:
    p, q = (torch.from_numpy(rig.store.distribution(side)) for side in SIDES)
    cross = float(-torch.xlogy(p, q).sum())
    entropy = float(-torch.xlogy(p, p).sum())
    assert rig.number("entropy_p") == pytest.approx(entropy, abs=6e-5)
    assert rig.number("cross_entropy") == pytest.approx(cross, abs=6e-5)
    assert rig.number("divergence") == pytest.approx(cross - entropy, abs=6e-5)
    terms = [rig.number(f"cross_{index}") for index in range(rig.store.count)]
    assert sum(terms) == pytest.approx(cross, abs=4e-4)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_shows_its_numbers(rig: EntropyRig, preset: str) -> None:
    rig.choose("distribution_preset", preset)
    assert_the_numbers_are_torchs(rig)


@pytest.mark.parametrize("side", SIDES)
def test_a_bar_is_dragged_and_everything_follows(rig: EntropyRig, side: Side) -> None:
    bars = rig.panel.bars[side]
    QTest.mousePress(bars, LEFT, pos=bars.top_px(1).toPoint())
    for share in (0.4, 0.6):
        QTest.mouseMove(bars, bars.place_px(1, share).toPoint())
        rig.settle()
    QTest.mouseRelease(bars, LEFT, pos=bars.place_px(1, 0.6).toPoint())
    shares = rig.store.distribution(side)
    assert shares[1] == pytest.approx(0.6, abs=0.02)
    assert math.fsum(shares) == pytest.approx(1.0, abs=1e-12)
    assert_the_numbers_are_torchs(rig)
    assert float(rig.box(f"share_{side}_1").text()) == pytest.approx(shares[1], abs=1e-3)


def test_a_bar_is_moved_by_keys(rig: EntropyRig) -> None:
    bars = rig.panel.bars["q"]
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_PageUp)
    rig.settle()
    assert rig.store.distribution("q")[1] == pytest.approx(0.4)
    assert_the_numbers_are_torchs(rig)


def test_a_share_is_typed_and_the_others_make_room(rig: EntropyRig) -> None:
    rig.type_into("share_p_0", "0.2")
    assert rig.store.distribution("p").tolist() == pytest.approx([0.2, 0.6, 0.2])
    assert_the_numbers_are_torchs(rig)


@pytest.mark.parametrize("text", ["1.2", "inf", "x", "-1", "nan"])
def test_a_share_that_is_none_is_explained_and_the_last_one_stays(rig: EntropyRig, text: str) -> None:
    before = rig.store.distribution("p").tolist()
    rig.type_into("share_p_0", text)
    assert rig.store.distribution("p").tolist() == before
    assert "was not taken" in rig.text("entropy_note")


def test_what_q_rules_out_costs_infinitely_much_and_says_why(rig: EntropyRig) -> None:
    rig.type_into("share_q_2", "0")
    for name in ("cross_entropy", "divergence", "cross_2", "divergence_2"):
        assert rig.text(name) == "∞"
    assert "C happens although q gives it 0" in rig.text("entropy_note")
    assert math.isfinite(rig.number("reverse_divergence"))
    rig.type_into("share_p_2", "0")
    assert_the_numbers_are_torchs(rig)
    assert rig.text("cross_2") == "0.0000"


def test_p_and_q_change_places(rig: EntropyRig) -> None:
    divergence, reverse = rig.text("divergence"), rig.text("reverse_divergence")
    assert divergence != reverse
    rig.click("swap")
    assert (rig.text("divergence"), rig.text("reverse_divergence")) == (reverse, divergence)


def test_bits_are_nats_by_ln_2(rig: EntropyRig) -> None:
    nats = rig.number("cross_entropy")
    rig.choose("unit", "bits")
    assert rig.number("cross_entropy") == pytest.approx(nats / math.log(2), abs=2e-4)


@pytest.mark.parametrize("count", [2, 6])
def test_there_are_as_many_rows_as_outcomes(rig: EntropyRig, count: int) -> None:
    rig.type_into("outcomes", str(count))
    boxes = [rig.box(f"share_p_{index}") for index in range(6)]
    assert [box.isVisible() for box in boxes] == [index < count for index in range(6)]
    assert_the_numbers_are_torchs(rig)
    assert (rig.panel.width(), rig.panel.height()) == SMALL
    assert_room(rig.panel, [*rig.panel.bars.values(), rig.panel.stack])


def test_the_outcome_under_the_mouse_is_set_off_in_both_and_in_the_table(rig: EntropyRig) -> None:
    before = rig.panel.bars["q"].grab().toImage()
    QTest.mouseMove(rig.panel.bars["p"], rig.panel.bars["p"].place_px(2, 0.5).toPoint())
    rig.settle()
    assert rig.store.hovered == 2
    assert rig.panel.bars["q"].grab().toImage() != before
    (term,) = rig.panel.findChildren(QLabel, "losses.cross_2")
    assert term.font().bold()


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(rig: EntropyRig) -> None:
    controls = own_controls(rig.panel, QWidget())
    assert len(controls) >= 16
    assert_named(controls, "losses")
