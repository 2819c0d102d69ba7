"""MnistInsidePanel: it follows the pen and the training, for every network."""

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from lossviz.core.evaluation.inside import saliency
from lossviz.core.training.settings import LossName, NetworkName
from lossviz.panels.mnist_inside_panel import MnistInsidePanel
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.widgets.evaluation.layer_units import LayerUnits
from lossviz.widgets.evaluation.saliency_view import SaliencyView
from tests.support.assembly import choose
from tests.support.evaluation_rig import EvaluationRig, part
from tests.support.evaluations import drawn_classifier
from tests.support.page_checks import assert_named, own_controls
from tests.support.small_digits import small_digits
from tests.support.surface_pictures import turn_wheel

LOSSES: tuple[LossName, ...] = ("cross_entropy", "mse_number")


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[EvaluationRig]:
    rig = EvaluationRig(qtbot)
    yield rig
    rig.end()


@pytest.fixture
def panel(rig: EvaluationRig) -> MnistInsidePanel:
    return rig.show(MnistInsidePanel(rig.clock, rig.theme, rig.digit, rig.classifiers), (480, 600))


def told(panel: MnistInsidePanel) -> str:
    return part(panel, QLabel, "saliency_told").text()


def arrow_px(button: QToolButton) -> int:
    """How high the arrow in the middle of a button is."""
    image, middle = button.grab().toImage(), button.rect().center()
    ground = image.pixelColor(5, middle.y())
    columns = range(middle.x() - 6, middle.x() + 7)
    return max(sum(image.pixelColor(x, y) != ground for y in range(middle.y() - 6, middle.y() + 7)) for x in columns)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("network", get_args(NetworkName))
def test_every_network_can_be_looked_into_with_and_without_ink(
    rig: EvaluationRig, panel: MnistInsidePanel, network: NetworkName, loss: LossName
) -> None:
    rig.classifiers.set_trained(drawn_classifier(network, loss), ClassifierSource(2, 40, "small digits", None))
    rig.settle()
    panel.grab()
    assert told(panel) == "Draw a digit: the pixels that matter light up here."
    rig.digit.open_picture(small_digits().test.images_u8[1])
    rig.settle()
    panel.grab()
    assert told(panel).startswith("Orange: more ink here raises ")
    assert part(panel, QLabel, "inside_title").text() == "Inside run 2, step 40, for the digit on the canvas"
    assert "activation" in part(panel, LayerUnits, "first_layer").accessibleDescription()


def test_loss_and_digit_can_be_chosen(rig: EvaluationRig, panel: MnistInsidePanel) -> None:
    rig.digit.open_picture(small_digits().test.images_u8[1])
    rig.settle()
    image = rig.digit.image_u8
    assert image is not None
    read = saliency(drawn_classifier(), image, "score").digit
    assert f"raises the score of {read}." in told(panel)
    choose(part(panel, QComboBox, "saliency_of"), "loss")
    choose(part(panel, QComboBox, "saliency_digit"), 7)
    rig.settle()
    assert "raises −ln p of 7." in told(panel)
    steepest = abs(saliency(drawn_classifier(), image, "loss", 7).gradient).max()
    view = part(panel, SaliencyView, "saliency")
    assert view.scale == f"±{steepest:.2g} a pixel"
    assert view.accessibleDescription() == f"{told(panel)} {view.scale}"


def test_it_follows_the_pen_and_newer_weights(rig: EvaluationRig, panel: MnistInsidePanel) -> None:
    units, seen = part(panel, LayerUnits, "first_layer"), set[str]()
    rig.classifiers.set_trained(drawn_classifier("mlp"), ClassifierSource(2, 40, "small digits", None))
    rig.digit.begin_stroke(0.3, 0.3)
    for place in (0.5, 0.7):
        rig.digit.extend_stroke(place, place)
        rig.settle()
        seen.add(units.accessibleDescription())
    weights = drawn_classifier("mlp", seed=1).network.state_dict()
    rig.classifiers.set_trained_weights(weights, ClassifierSource(2, 41, "small digits", None))
    rig.settle()
    seen.add(units.accessibleDescription())
    assert len(seen) == 3
    assert "step 41" in part(panel, QLabel, "inside_title").text()


def test_without_a_network_the_panel_says_so(rig: EvaluationRig) -> None:
    panel = rig.show(MnistInsidePanel(rig.clock, rig.theme, rig.digit, ClassifierStore()), (490, 300))
    assert part(panel, QLabel, "inside_title").text() == "There is no network to look into yet: start a run."
    panel.grab()


def test_it_finds_room_beside_other_tabs_and_every_control_has_a_name(panel: MnistInsidePanel) -> None:
    assert panel.minimumSizeHint().width() <= 480
    assert panel.minimumSizeHint().height() <= 300
    assert_named(own_controls(panel, part(panel, SaliencyView, "saliency")), "mnist")


def test_units_that_have_no_room_stand_on_pages_that_buttons_keys_and_wheel_turn(
    rig: EvaluationRig, panel: MnistInsidePanel
) -> None:
    rig.classifiers.set_trained(drawn_classifier("mlp"), ClassifierSource(2, 40, "small digits", None))
    panel.resize(300, 300)
    rig.settle()
    units, said = part(panel, LayerUnits, "first_layer"), part(panel, QLabel, "units_in_sight")
    back, on = part(panel, QToolButton, "units_back"), part(panel, QToolButton, "units_on")
    first = units.seen
    assert said.isVisible()
    assert said.text() == f"1–{len(first)} / 128"
    assert units.layout_now is not None
    assert units.layout_now.side >= 24
    assert not back.isEnabled()
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert units.seen.start == first.stop
    assert arrow_px(on) >= 6
    QTest.keyClick(units, Qt.Key.Key_PageDown)
    assert units.seen.start == 2 * len(first)
    for notches, start in ((1, first.stop), (-1, 2 * len(first))):
        turn_wheel(units, QPointF(20, 20), notches)
        assert units.seen.start == start
    while on.isEnabled():
        QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert units.seen.stop == 128
    for _key in range(128 - units.seen.start):
        QTest.keyClick(units, Qt.Key.Key_Left)
    QTest.keyClick(units, Qt.Key.Key_Left)
    assert 127 not in units.seen
    panel.grab()


def test_units_that_all_have_room_need_no_pages(rig: EvaluationRig, panel: MnistInsidePanel) -> None:
    rig.classifiers.set_trained(drawn_classifier("softmax_regression"), ClassifierSource(2, 40, "small digits", None))
    rig.settle()
    assert not part(panel, QLabel, "units_in_sight").isVisible()
    assert part(panel, LayerUnits, "first_layer").seen == range(10)
