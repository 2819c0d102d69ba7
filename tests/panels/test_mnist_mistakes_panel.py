"""MnistMistakesPanel: the wrongly read digits, the most expensive first, by either loss."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from lossviz.core.data.digits import ImagesU8
from lossviz.core.ink.drawing import opened_picture
from lossviz.panels.mnist_mistakes_panel import MnistMistakesPanel
from lossviz.widgets.evaluation.grid_picture import GridPicture
from lossviz.widgets.evaluation.image_grid import ImageGrid
from tests.support.assembly import choose
from tests.support.evaluation_rig import EvaluationRig, part
from tests.support.evaluations import drawn_outputs
from tests.support.page_checks import assert_named, own_controls
from tests.support.small_digits import small_digits


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[EvaluationRig]:
    rig = EvaluationRig(qtbot)
    yield rig
    rig.end()


@pytest.fixture
def panel(rig: EvaluationRig) -> MnistMistakesPanel:
    panel = MnistMistakesPanel(rig.clock, rig.theme, rig.evaluations, rig.data, rig.classifiers)
    return rig.show(panel, (480, 600))


def grid(panel: MnistMistakesPanel) -> ImageGrid:
    return part(panel, ImageGrid, "mistakes")


def shown(panel: MnistMistakesPanel) -> GridPicture:
    picture = grid(panel).picture
    assert picture is not None
    return picture


def test_the_order_can_be_switched_and_both_losses_stand_under_each(
    rig: EvaluationRig, panel: MnistMistakesPanel
) -> None:
    facts = rig.put("validation").facts
    rig.settle()
    assert shown(panel).places.tolist() == facts.mistakes("log_loss").tolist()
    choose(part(panel, QComboBox, "mistakes_order"), "squared_error")
    rig.settle()
    assert shown(panel).places.tolist() == facts.mistakes("squared_error").tolist()
    worst = int(shown(panel).places[0])
    assert facts.costs.log_losses is not None
    assert [line.text for line in shown(panel).caption_of(worst)] == [
        f"{facts.labelled.labels[worst]} → {facts.costs.predicted[worst]}",
        f"−ln p {facts.costs.log_losses[worst]:.2f}",
        f"MSE {facts.costs.squared_errors[worst]:.4f}",
    ]


def test_the_summary_counts_them_and_what_they_cost(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    facts = rig.put("validation").facts
    rig.settle()
    count, shares = (
        len(facts.mistakes("log_loss")),
        (facts.cost_of_mistakes("log_loss"), facts.cost_of_mistakes("squared_error")),
    )
    expected = f"{count} mistakes make up {shares[0]:.0%} of all −ln p and {shares[1]:.0%} of all MSE."
    assert part(panel, QLabel, "mistakes_summary").text() == expected


def test_the_network_with_one_output_has_one_order(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    rig.put("validation", drawn_outputs(20, 1))
    rig.settle()
    assert not part(panel, QComboBox, "mistakes_order").isEnabled()
    reading, cost = shown(panel).caption_of(int(shown(panel).places[0]))
    assert "→" in reading.text
    assert cost.text.startswith("(z−y)² ")
    assert "squared error" in part(panel, QLabel, "mistakes_summary").text()


def test_a_network_without_mistakes_is_said_to_have_none(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    rig.put("validation", np.eye(10, dtype=np.float32)[small_digits().validation.labels])
    rig.settle()
    assert len(shown(panel)) == 0
    assert grid(panel).accessibleDescription() == "Not one digit was read wrong."


def test_a_click_sends_the_image_off_with_its_label(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    facts = rig.put("validation").facts
    rig.settle()
    sent = list[tuple[ImagesU8, int]]()
    panel.image_chosen.connect(lambda image, label: sent.append((image, label)))
    tile = grid(panel).layout_now.image(1).center().toPoint()
    QTest.mouseClick(grid(panel).viewport(), Qt.MouseButton.LeftButton, pos=tile)
    place = int(facts.mistakes("log_loss")[1])
    ((image, label),) = sent
    assert label == facts.labelled.labels[place]
    assert np.array_equal(image, facts.labelled.images_u8[place])


def test_the_image_that_is_sent_off_is_the_one_on_the_screen(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    rig.put("test")
    facts = rig.put("validation").facts
    rig.settle()
    sent = list[ImagesU8]()
    panel.image_chosen.connect(lambda image, _label: sent.append(image))
    tile = grid(panel).layout_now.image(0).center().toPoint()
    rig.evaluations.set_part("test")  # which is shown in the next frame
    QTest.mouseClick(grid(panel).viewport(), Qt.MouseButton.LeftButton, pos=tile)
    assert np.array_equal(sent[0], facts.labelled.images_u8[facts.mistakes("log_loss")[0]])


def test_what_is_put_on_the_canvas_costs_what_stands_under_it(rig: EvaluationRig, panel: MnistMistakesPanel) -> None:
    """An image of the data keeps its pixels on the canvas, so that the network says the same of it there."""
    rig.controller.evaluate_now()
    rig.settle()
    said = rig.evaluations.predictions
    assert said is not None
    place = int(shown(panel).places[0])
    on_canvas = opened_picture(said.labelled.images_u8[place]).image("mnist", 0.075)
    assert on_canvas is not None
    answer = rig.classifiers.answer(on_canvas)
    assert answer is not None
    assert answer.digit == said.facts.costs.predicted[place]
    assert np.array_equal(on_canvas, said.labelled.images_u8[place])


def test_before_any_evaluation_there_is_a_note(panel: MnistMistakesPanel) -> None:
    assert grid(panel).picture is None
    assert "appear here" in grid(panel).accessibleDescription()
    assert panel.minimumSizeHint().width() <= 480
    assert_named(own_controls(panel, grid(panel)), "mnist")
