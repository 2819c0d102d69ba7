"""LossesBoxesPanel: balls are drawn with the mouse, and what was refused is explained in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.likelihood.boxes import Boxes
from lossviz.core.likelihood.draws import MOST_DRAWS
from lossviz.panels.losses_boxes_panel import LossesBoxesPanel
from lossviz.stores.boxes_store import BoxesStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource
from tests.panels.chance_rig import SMALL, ChanceRig, window_look
from tests.support.page_checks import assert_named, assert_room, own_controls


class BoxesRig(ChanceRig[LossesBoxesPanel]):
    """balls: the store under the panel."""

    def __init__(self, qtbot: QtBot, theme: ThemeSource) -> None:
        self.balls = BoxesStore()
        clock = FrameClock()
        super().__init__(qtbot, clock, LossesBoxesPanel(clock, theme, self.balls))

    @property
    def note(self) -> str:
        return self.text("boxes_note")

    @property
    def posterior(self) -> str:
        return self.panel.beliefs.accessibleDescription().rpartition("; ")[2]


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[BoxesRig]:
    with window_look(qapp, tmp_path) as theme:
        yield BoxesRig(qtbot, theme)


def test_one_blue_ball_makes_box_2_99_per_cent_sure(rig: BoxesRig) -> None:
    rig.click("put_blue")
    assert rig.posterior == "→ posterior: 0.01, 0.99"
    bars = [rig.panel.beliefs.bar_rect(2, side).width() for side in (0, 1)]
    assert bars[1] / bars[0] == pytest.approx(99, rel=1e-6)
    assert "99 times as likely from box 2" in rig.note


def test_one_ten_and_a_hundred_are_drawn_and_put_back(rig: BoxesRig) -> None:
    for name, count in (("draw_1", 1), ("draw_10", 11), ("draw_100", 111), ("take_back", 110), ("clear_balls", 0)):
        rig.click(name)
        assert len(rig.balls.is_blue) == count


def test_the_box_stays_hidden_until_it_is_revealed(rig: BoxesRig) -> None:
    rig.click("draw_10")
    hidden = rig.panel.boxes.grab().toImage()
    rig.click("reveal")
    assert rig.balls.is_revealed
    assert rig.panel.boxes.grab().toImage() != hidden


def test_the_teacher_may_draw_from_a_known_box(rig: BoxesRig) -> None:
    rig.choose("ball_source", "second")
    rig.click("draw_10")
    assert (rig.balls.source, rig.balls.source_index) == ("second", 1)


def test_the_seed_is_shown_and_its_balls_come_again(rig: BoxesRig) -> None:
    rig.click("draw_100")
    before = rig.balls.is_blue.tolist()
    rig.click("next_ball_seed")
    (seed,) = rig.panel.findChildren(QSpinBox, "losses.ball_seed")
    assert (seed.value(), len(rig.balls.is_blue)) == (2, 0)
    rig.type_into("ball_seed", "1")
    rig.click("draw_100")
    assert rig.balls.is_blue.tolist() == before


def test_counts_and_prior_are_typed(rig: BoxesRig) -> None:
    rig.type_into("box_1_blue", "33")
    rig.type_into("box_2_white", "7")
    rig.type_into("prior", "0,25")
    boxes = rig.balls.boxes
    assert (boxes.first.blues, boxes.second.whites, boxes.prior_first) == (33, 7, 0.25)


@pytest.mark.parametrize(("prior", "number"), [("0", 2), ("1", 1)])
def test_a_prior_that_is_sure_is_explained(rig: BoxesRig, prior: str, number: int) -> None:
    rig.type_into("prior", prior)
    rig.click("put_blue")
    assert f"only box {number}" in rig.note
    assert "no ball can ever change the posterior" in rig.note


@pytest.mark.parametrize("text", ["inf", "2", "", "nonsense", "-1", "nan"])
def test_a_prior_that_is_none_is_explained_and_the_last_one_stays(rig: BoxesRig, text: str) -> None:
    rig.type_into("prior", text)
    assert rig.balls.boxes == Boxes()
    assert "was not taken" in rig.note


def test_the_last_ball_of_a_box_stays_and_says_why(rig: BoxesRig) -> None:
    rig.type_into("box_1_blue", "0")
    rig.type_into("box_1_white", "0")
    (white,) = rig.panel.findChildren(QSpinBox, "losses.box_1_white")
    assert (white.value(), rig.balls.boxes.first.whites) == (99, 99)
    assert "empty box" in rig.note
    rig.type_into("box_1_blue", "2")
    assert "empty box" not in rig.note


def test_a_colour_that_a_box_lacks_rules_it_out(rig: BoxesRig) -> None:
    rig.type_into("box_1_blue", "0")
    rig.click("put_blue")
    assert rig.posterior == "→ posterior: 0, 1"
    assert "Box 1 cannot give these balls" in rig.note


def test_balls_that_no_box_can_give_leave_no_posterior_and_say_so(rig: BoxesRig) -> None:
    rig.click("put_blue")
    rig.type_into("box_1_blue", "0")
    rig.type_into("box_2_white", "5")
    rig.type_into("box_2_blue", "0")
    assert rig.posterior == "→ posterior: –, –"
    assert "Neither box can give these balls" in rig.note
    rig.type_into("prior", "1")
    assert "Neither box" in rig.note


def test_balls_that_only_the_excluded_box_can_give_leave_no_posterior(rig: BoxesRig) -> None:
    rig.click("put_blue")
    rig.type_into("box_1_blue", "0")
    rig.type_into("prior", "1")
    assert "only box that the prior allows" in rig.note


def test_a_thousand_draws_do_not_underflow(rig: BoxesRig) -> None:
    rig.choose("ball_source", "second")
    for _ in range(10):
        rig.click("draw_100")
    assert "× 10⁻" in rig.posterior
    assert ", 1 − " in rig.posterior
    assert "As float64 the likelihood of box 1 is 0" in rig.note


def test_a_full_table_has_no_button_to_press(rig: BoxesRig) -> None:
    rig.balls.draw(MOST_DRAWS)
    rig.settle()
    button = rig.button("draw_1")
    assert not button.isEnabled()
    rig.click("clear_balls")
    assert button.isEnabled()


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(rig: BoxesRig) -> None:
    controls = own_controls(rig.panel, QWidget())
    assert len(controls) >= 15
    assert_named(controls, "losses")


def test_it_fits_half_of_a_small_window(rig: BoxesRig) -> None:
    for name in ("draw_1", "draw_100", "reveal"):
        rig.click(name)
        assert (rig.panel.width(), rig.panel.height()) == SMALL
        assert_room(rig.panel, [rig.panel.boxes, rig.panel.beliefs])
