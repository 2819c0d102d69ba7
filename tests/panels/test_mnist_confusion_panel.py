"""MnistConfusionPanel: the last evaluation in numbers, the images of a cell, and measuring at once."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.core.data.digits import ImagesU8
from lossviz.panels.mnist_confusion_panel import MnistConfusionPanel
from lossviz.stores.classifier_store import ClassifierSource
from lossviz.widgets.classes.number_table import NumberTable
from lossviz.widgets.evaluation.confusion_matrix import ConfusionMatrix
from lossviz.widgets.evaluation.image_grid import ImageGrid
from tests.support.assembly import choose
from tests.support.evaluation_rig import EvaluationRig, part
from tests.support.evaluations import drawn_classifier
from tests.support.page_checks import assert_named, own_controls
from tests.support.small_digits import small_digits
from tests.support.tellings import Tellings


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[EvaluationRig]:
    rig = EvaluationRig(qtbot)
    yield rig
    rig.end()


@pytest.fixture
def panel(rig: EvaluationRig) -> MnistConfusionPanel:
    panel = MnistConfusionPanel(rig.clock, rig.theme, rig.evaluations, rig.data, rig.classifiers)
    panel.evaluate_pressed.connect(rig.controller.evaluate_now)
    panel.cancel_pressed.connect(rig.controller.cancel)
    return rig.show(panel, (480, 600))


def matrix(panel: MnistConfusionPanel) -> ConfusionMatrix:
    return part(panel, ConfusionMatrix, "confusion")


def grid(panel: MnistConfusionPanel) -> ImageGrid:
    return part(panel, ImageGrid, "cell_images")


def text(panel: MnistConfusionPanel, name: str) -> str:
    return part(panel, QLabel, f"confusion_{name}").text()


def test_before_any_evaluation_the_panel_says_when_there_will_be_one(panel: MnistConfusionPanel) -> None:
    assert "after every epoch" in text(panel, "title")
    assert matrix(panel).accessibleDescription() == "Not measured yet"
    assert part(panel, QPushButton, "confusion_evaluate").isEnabled()


def test_the_title_tells_network_step_part_count_data_and_share(rig: EvaluationRig, panel: MnistConfusionPanel) -> None:
    said = rig.put("validation")
    rig.settle()
    right = said.facts.accuracy
    assert text(panel, "title") == f"Run 1, step 8, on 20 validation images of small digits: {right:.2%} right"
    assert text(panel, "note") == "The shipped network, which answers the canvas, is not measured yet."


def test_each_evaluation_is_shown_when_it_comes(rig: EvaluationRig, panel: MnistConfusionPanel) -> None:
    for step in (8, 16):
        said = rig.put("validation", step=step)
        rig.settle()
        right = int(np.trace(said.facts.counts))
        assert matrix(panel).accessibleDescription().startswith(f"{right} of 20 images were read right")
        rows = part(panel, NumberTable, "class_scores").rows
        recall = said.facts.scores.recall
        assert [row.cells[2] for row in rows[:10]] == ["0/0" if np.isnan(r) else f"{r:.1%}" for r in recall]
        assert rows[10].cells[1:] == tuple(f"{share:.1%}" for share in said.facts.scores.macro())


def test_weights_that_change_while_a_run_goes_on_draw_nothing_anew(
    rig: EvaluationRig, panel: MnistConfusionPanel
) -> None:
    rig.put("validation")
    rig.settle()
    before = grid(panel).picture
    rig.classifiers.set_trained(drawn_classifier(), ClassifierSource(1, 9, "small digits", None))
    rig.settle()
    assert text(panel, "note") == ""
    assert grid(panel).picture is before


def test_a_click_on_a_cell_shows_its_images_and_a_click_on_one_sends_it_off(
    rig: EvaluationRig, panel: MnistConfusionPanel
) -> None:
    said = rig.put("validation")
    rig.settle()
    true, predicted = divmod(int(said.facts.counts.argmax()), 10)
    place = matrix(panel).layout_now.rect(true, predicted).center().toPoint()
    QTest.mouseClick(matrix(panel), Qt.MouseButton.LeftButton, pos=place)
    rig.settle()
    assert rig.evaluations.cell == (true, predicted)
    shown = grid(panel).picture
    assert shown is not None
    assert shown.places.tolist() == said.facts.of_cell(true, predicted).tolist()
    sent = list[tuple[ImagesU8, int]]()
    panel.image_chosen.connect(lambda image, label: sent.append((image, label)))
    tile = grid(panel).layout_now.image(0).center().toPoint()
    QTest.mouseClick(grid(panel).viewport(), Qt.MouseButton.LeftButton, pos=tile)
    ((image, label),) = sent
    assert label == true
    assert np.array_equal(image, small_digits().validation.images_u8[shown.places[0]])


def test_the_images_of_the_chosen_cell_follow_each_evaluation(rig: EvaluationRig, panel: MnistConfusionPanel) -> None:
    rig.put("validation")
    rig.evaluations.choose_cell((1, 1))
    rig.settle()
    said = rig.put("validation", step=16)
    rig.settle()
    shown = grid(panel).picture
    assert shown is not None
    assert shown.places.tolist() == said.facts.of_cell(1, 1).tolist()


def test_measuring_now_asks_the_network_that_answers_about_the_chosen_part(
    rig: EvaluationRig, panel: MnistConfusionPanel
) -> None:
    choose(part(panel, QComboBox, "confusion_part"), "test")
    assert rig.evaluations.part == "test"
    rig.settle()
    assert "at its end" in text(panel, "title")
    QTest.mouseClick(part(panel, QPushButton, "confusion_evaluate"), Qt.MouseButton.LeftButton)
    rig.until(lambda: text(panel, "title").startswith("The shipped network, on 30 test images of small digits"))
    assert text(panel, "note") == ""


def test_an_evaluation_that_goes_on_can_be_cancelled(rig: EvaluationRig, panel: MnistConfusionPanel) -> None:
    told = Tellings(panel.cancel_pressed)
    rig.evaluations.set_progress(0.5)
    rig.settle()
    assert not part(panel, QPushButton, "confusion_evaluate").isVisible()
    QTest.mouseClick(part(panel, QPushButton, "confusion_cancel"), Qt.MouseButton.LeftButton)
    assert told.count == 1
    rig.evaluations.set_progress(None)


@pytest.mark.parametrize(("size", "sees_both"), [((480, 600), True), ((900, 800), True), ((600, 300), False)])
def test_where_room_is_scarce_the_chosen_cell_s_images_take_the_table_s_place(
    rig: EvaluationRig, size: tuple[int, int], sees_both: bool
) -> None:
    panel = MnistConfusionPanel(rig.clock, rig.theme, rig.evaluations, rig.data, rig.classifiers)
    rig.put("validation")
    rig.show(panel, size)
    table = part(panel, NumberTable, "class_scores")
    assert (table.isVisible(), grid(panel).isVisible()) == (True, sees_both)
    rig.evaluations.choose_cell((3, 3))
    rig.settle()
    assert (table.isVisible(), grid(panel).isVisible()) == (sees_both, True)
    smallest = panel.minimumSizeHint()
    assert smallest.width() <= 480
    assert smallest.height() <= 300


@pytest.mark.parametrize("height_px", [300, 480])
def test_where_the_figures_have_no_room_beside_the_table_it_stands_below_the_matrix(
    rig: EvaluationRig, height_px: int
) -> None:
    panel = MnistConfusionPanel(rig.clock, rig.theme, rig.evaluations, rig.data, rig.classifiers)
    rig.put("validation")
    rig.evaluations.choose_cell((3, 3))
    rig.show(panel, (450, height_px))
    table, shown = part(panel, NumberTable, "class_scores"), matrix(panel)
    assert table.isVisible()
    assert table.y() >= shown.geometry().bottom()
    assert shown.width() >= shown.minimumSizeHint().width()
    assert shown.height() >= shown.minimumSizeHint().height()


def test_every_control_has_a_name(panel: MnistConfusionPanel) -> None:
    assert_named(own_controls(panel, grid(panel)), "mnist")


def test_without_a_network_nothing_can_be_measured(rig: EvaluationRig) -> None:
    panel = MnistConfusionPanel(rig.clock, rig.theme, rig.evaluations, rig.data, type(rig.classifiers)())
    rig.show(panel, (480, 600))
    assert not part(panel, QPushButton, "confusion_evaluate").isEnabled()
    assert text(panel, "title") == "No network can be measured yet: start a run."
    QTest.mouseClick(matrix(panel), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert rig.evaluations.cell is None
