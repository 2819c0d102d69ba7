"""LossesLikelihoodPanel: the product beside the sum, and the same number as on the Fit page."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.fit.logistic import Parameters
from lossviz.panels.losses_likelihood_panel import LossesLikelihoodPanel
from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.likelihood.likelihood_pictures import SHARE_HANDLE
from lossviz.widgets.theme import ThemeSource
from tests.panels.chance_rig import LEFT, SMALL, ChanceRig, window_look
from tests.support.page_checks import assert_named, assert_room, own_controls


class LikelihoodRig(ChanceRig[LossesLikelihoodPanel]):
    """Four blue and six white balls on the table."""

    def __init__(self, qtbot: QtBot, theme: ThemeSource) -> None:
        self.balls, self.fit = BoxesStore(), FitStore()
        for is_blue in (True, False, False, True, False) * 2:
            self.balls.put_ball(is_blue)
        clock = FrameClock()
        super().__init__(qtbot, clock, LossesLikelihoodPanel(clock, theme, self.balls, self.fit))


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[LikelihoodRig]:
    with window_look(qapp, tmp_path) as theme:
        yield LikelihoodRig(qtbot, theme)


def test_product_and_sum_are_those_of_brute_force(rig: LikelihoodRig) -> None:
    rig.type_into("share", "0.3")
    likelihood = 0.3**4 * 0.7**6
    assert float(rig.text("float_product")) == pytest.approx(likelihood, rel=1e-3)
    assert rig.text("product") == "9.530 × 10⁻⁴"
    assert float(rig.text("log_sum")) == pytest.approx(-math.log(likelihood), rel=1e-7)
    assert float(rig.text("log_mean")) == pytest.approx(-math.log(likelihood) / 10, rel=1e-7)
    assert rig.text("draws") == "10"


@pytest.mark.parametrize("form", ["product", "sum"])
def test_p_is_dragged_along_the_curve(rig: LikelihoodRig, form: str) -> None:
    rig.choose("likelihood_form", form)
    plot = rig.panel.plot
    start = plot.handle_position(SHARE_HANDLE).toPoint()
    end = QPointF(plot.position(0.8, 0.5).x(), start.y()).toPoint()
    QTest.mousePress(plot, LEFT, pos=start)
    QTest.mouseMove(plot, (start + end) / 2)
    QTest.mouseMove(plot, end)
    QTest.mouseRelease(plot, LEFT, pos=end)
    rig.settle()
    assert rig.balls.share == pytest.approx(0.8, abs=0.02)
    assert float(rig.box("share").text()) == pytest.approx(rig.balls.share, rel=1e-5)


def test_the_best_share_is_k_over_n(rig: LikelihoodRig) -> None:
    rig.click("best_share")
    assert rig.balls.share == 0.4
    assert not rig.button("best_share").isEnabled()


def test_the_bridge_gives_the_fits_number_to_the_last_digit(rig: LikelihoodRig) -> None:
    rig.choose("draw_source", "labels")
    for w, b in ((0.3, 0.6), (1.7, -4.4), (-2.0, 3.0), (30.0, -80.0)):
        rig.fit.set_parameters(Parameters(w, b))
        rig.settle()
        assert rig.text("log_mean") == rig.text("fit_bce") == f"{rig.fit.loss('bce'):.17g}"
        assert float(rig.text("log_mean")) == rig.fit.loss("bce")
        assert rig.text("same") == "="


def test_the_bridge_follows_while_a_case_is_dragged(rig: LikelihoodRig) -> None:
    rig.choose("draw_source", "labels")
    texts = [rig.text("log_mean")]
    rig.fit.begin_move(0)
    for x in (1.0, 2.0, 3.0):
        rig.fit.move_case(x, 1.0)
        rig.settle()
        texts.append(rig.text("log_mean"))
        assert float(texts[-1]) == rig.fit.loss("bce")
    rig.fit.finish_move()
    rig.settle()
    assert len(set(texts)) == 4


def test_the_case_under_the_mouse_is_pointed_at_on_the_fit_page(rig: LikelihoodRig) -> None:
    rig.choose("draw_source", "labels")
    place = rig.panel.plot.dot_position("positive", 0).toPoint()
    QTest.mouseMove(rig.panel.plot, place)
    rig.settle()
    hovered = rig.fit.hovered
    assert hovered is not None
    assert rig.fit.cases.y[hovered] == 1.0
    first = rig.panel.plot.position(float(rig.fit.cases.x[hovered]), 0.5)
    assert first.x() == pytest.approx(place.x(), abs=4)


def test_a_product_too_small_for_float64_is_told_of(rig: LikelihoodRig) -> None:
    rig.balls.draw(2000)
    rig.settle()
    assert rig.text("float_product") == "0"
    assert "× 10⁻" in rig.text("product")
    assert "float64 gives 0" in rig.text("likelihood_note")


@pytest.mark.parametrize("share", ["0", "1"])
def test_a_share_that_rules_a_ball_out_is_explained(rig: LikelihoodRig, share: str) -> None:
    rig.type_into("share", share)
    assert rig.text("log_sum") == "∞"
    assert rig.text("product") == "0"
    assert "rules out a ball" in rig.text("likelihood_note")


@pytest.mark.parametrize("text", ["inf", "1.5", "x", "nan"])
def test_a_share_that_is_none_is_explained_and_the_last_one_stays(rig: LikelihoodRig, text: str) -> None:
    rig.type_into("share", text)
    assert rig.balls.share == 0.5
    assert "was not taken" in rig.text("likelihood_note")


def test_without_balls_it_says_what_to_do(rig: LikelihoodRig) -> None:
    rig.balls.clear()
    rig.settle()
    assert "No ball has been drawn yet" in rig.text("likelihood_note")
    assert (rig.text("product"), rig.text("log_sum"), rig.text("log_mean")) == ("1", "0", "–")


@pytest.mark.parametrize("source", ["balls", "labels"])
def test_the_table_ends_with_all_draws(rig: LikelihoodRig, source: str) -> None:
    rig.choose("draw_source", source)
    rig.choose("likelihood_view", 1)
    model = rig.panel.table.model()
    count = {"balls": 10, "labels": len(rig.fit.cases)}[source]
    assert model.rowCount() == count
    assert float(model.index(count - 1, 3).data()) == pytest.approx(float(rig.text("log_sum")), rel=1e-5)


def test_product_and_sum_stand_side_by_side_where_there_is_room(rig: LikelihoodRig) -> None:
    assert rig.panel.product_plot.isVisible()
    assert not rig.panel.sum_plot.isVisible()
    rig.choose("likelihood_form", "sum")
    assert not rig.panel.product_plot.isVisible()
    rig.panel.resize(950, 500)
    rig.qtbot.waitUntil(lambda: rig.panel.product_plot.isVisible() and rig.panel.sum_plot.isVisible())
    rig.panel.resize(490, 300)
    rig.qtbot.waitUntil(lambda: not rig.panel.product_plot.isVisible())


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(rig: LikelihoodRig) -> None:
    controls = own_controls(rig.panel, QWidget())
    assert_named(controls, "losses")


@pytest.mark.parametrize("source", ["balls", "labels"])
@pytest.mark.parametrize("view", range(3))
def test_it_fits_half_of_a_small_window(rig: LikelihoodRig, source: str, view: int) -> None:
    rig.choose("draw_source", source)
    rig.choose("likelihood_view", view)
    assert (rig.panel.width(), rig.panel.height()) == SMALL
    right = (rig.panel.product_plot, rig.panel.table, rig.panel.truth)[view]
    assert_room(rig.panel, [rig.panel.plot, right, rig.panel.numbers])
