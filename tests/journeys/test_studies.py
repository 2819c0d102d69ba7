"""A stranger's way through what the MNIST page knows of a run, with the mouse in the whole window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.run_states import BUSY
from lossviz.widgets.evaluation.confusion_matrix import ConfusionMatrix
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.timeline.scrubber import Scrubber
from tests.support.assembly import PATIENCE_MS, Home, choose, draw, part, press, settle, until
from tests.support.tiny_runs import HELD_OUT_COUNT, TINY_RUN

LEFT = Qt.MouseButton.LeftButton
TABS = ("curves", "compare", "matrix", "mistakes", "landscape", "runs")


@pytest.fixture
def trained(assembly: Assembly, qtbot: QtBot) -> Assembly:
    """A window in which a tiny run has been trained to its end."""
    press(assembly, "start")
    until(assembly, qtbot, lambda: bool(assembly.engine.mnist.training.run and assembly.engine.mnist.training.run.test))
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state not in BUSY)
    return assembly


def show_tab(assembly: Assembly, qtbot: QtBot, name: str) -> None:
    tabs = part(assembly, QTabWidget, "mnist.tabs")
    place = tabs.tabBar().tabRect(TABS.index(name)).center()
    QTest.mouseClick(tabs.tabBar(), LEFT, pos=place)
    assert tabs.currentIndex() == TABS.index(name)
    settle(assembly, qtbot)


def click_first(grid: ImageGrid) -> None:
    """The first image of a grid."""
    assert grid.layout_now is not None
    QTest.mouseClick(grid.viewport(), LEFT, pos=grid.layout_now.image(0).center().toPoint())


def test_the_matrix_counts_every_image_once_and_a_cell_shows_its_images(trained: Assembly, qtbot: QtBot) -> None:
    show_tab(trained, qtbot, "matrix")
    predictions = trained.engine.mnist.evaluations.predictions
    assert predictions is not None
    counts = predictions.facts.counts
    labels, read = predictions.labelled.labels, predictions.outputs.argmax(axis=1)
    assert counts.sum() == HELD_OUT_COUNT
    assert all(
        counts[true, said] == np.sum((labels == true) & (read == said)) for true in range(10) for said in range(10)
    )
    matrix = part(trained, ConfusionMatrix, "mnist.confusion")
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    settle(trained, qtbot)
    assert trained.engine.mnist.evaluations.cell is not None


def test_a_mistake_that_is_clicked_is_on_the_canvas_and_on_the_softmax_page(trained: Assembly, qtbot: QtBot) -> None:
    show_tab(trained, qtbot, "mistakes")
    predictions = trained.engine.mnist.evaluations.predictions
    assert predictions is not None
    grid = part(trained, ImageGrid, "mnist.mistakes")
    assert grid.picture is not None
    click_first(grid)
    settle(trained, qtbot)
    image = trained.engine.mnist.digit.image_u8
    assert image is not None
    answer = trained.engine.mnist.classifiers.answer(image)
    assert answer is not None
    assert trained.engine.softmax.logits.source == "digit"
    assert trained.engine.softmax.logits.logits.tolist() == answer.outputs.tolist()
    assert trained.engine.softmax.logits.true_class != answer.digit  # it was a mistake
    assert "on the Softmax page" in trained.window.statusBar().currentMessage()


def test_the_scrubber_brings_the_network_of_then_and_back_again(trained: Assembly, qtbot: QtBot) -> None:
    draw(trained, (0.5, 0.15), (0.5, 0.5), (0.5, 0.85))
    settle(trained, qtbot)
    image = trained.engine.mnist.digit.image_u8
    now = trained.engine.mnist.classifiers.answer(image)
    scrubber = part(trained, Scrubber, "mnist.scrubber")
    scrubber.setFocus()
    QTest.keyClick(scrubber, Qt.Key.Key_Home)
    settle(trained, qtbot)
    then, source = trained.engine.mnist.classifiers.answer(image), trained.engine.mnist.classifiers.source
    assert now is not None
    assert then is not None
    assert source is not None
    assert source.step == 0
    assert then.outputs.tolist() != now.outputs.tolist()
    assert "step 0" in part(trained, QLabel, "mnist.timeline_place").text()
    press(trained, "timeline_live")
    settle(trained, qtbot)
    again = trained.engine.mnist.classifiers.answer(image)
    assert again is not None
    assert again.outputs.tolist() == now.outputs.tolist()


def test_a_comparison_runs_to_its_sentence_while_nothing_else_can_be_trained(assembly: Assembly, qtbot: QtBot) -> None:
    show_tab(assembly, qtbot, "compare")
    choose(part(assembly, QComboBox, "mnist.compare_difference"), "loss")
    settle(assembly, qtbot)
    press(assembly, "compare")
    assert not assembly.engine.mnist.training.is_free
    until(assembly, qtbot, lambda: assembly.engine.mnist.comparison.state not in BUSY)
    settle(assembly, qtbot)
    assert assembly.engine.mnist.training.is_free
    records = assembly.engine.mnist.comparison.records
    assert len(records) == len(assembly.engine.mnist.comparison.plan.variants)
    assert all(len(record.log) == TINY_RUN.epochs * 8 for record in records)
    assert part(assembly, QLabel, "mnist.compare_verdict").text() != ""


def test_a_landscape_is_computed_around_the_trained_weights(trained: Assembly, qtbot: QtBot) -> None:
    show_tab(trained, qtbot, "landscape")
    press(trained, "landscape_compute")
    until(trained, qtbot, lambda: trained.engine.mnist.landscapes.state == "done")
    settle(trained, qtbot)
    landscape = trained.engine.mnist.landscapes.landscape
    assert landscape is not None
    surface_map = part(trained, SurfaceMap, "mnist.landscape_left")
    assert surface_map.isVisible()
    assert not surface_map.grab().toImage().isNull()


def test_a_saved_run_opens_in_another_window_under_its_files_name(
    trained: Assembly, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    trained.engine.training.save(tmp_path / "my run.pt", with_history=True)
    until(trained, qtbot, lambda: (tmp_path / "my run.pt").exists())
    other = home.build()
    qtbot.addWidget(other.window)
    other.open_file(tmp_path / "my run.pt")
    qtbot.waitUntil(lambda: other.engine.mnist.training.run is not None, timeout=PATIENCE_MS)
    run = other.engine.mnist.training.run
    assert run is not None
    assert other.engine.mnist.run_list.given_name(run.number) == "my run"
    assert other.engine.mnist.timeline.snapshots[0].step == 0
    assert len(load_run(tmp_path / "my run.pt").log) == len(run.log)
    assert other.shut_down()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("tab", TABS)
def test_every_study_finds_room(trained: Assembly, qtbot: QtBot, size: tuple[int, int], tab: str) -> None:
    trained.window.resize(*size)
    show_tab(trained, qtbot, tab)
    page = trained.pages.mnist
    assert (trained.window.width(), trained.window.height()) == size
    for panel in (page.tabs, page.timeline, page.canvas):
        place = panel.mapTo(trained.window, QPoint())
        assert trained.window.rect().contains(place.x(), place.y()), type(panel)
        assert panel.minimumSizeHint().width() <= panel.width(), (type(panel), panel.width())
        assert place.x() + panel.width() <= trained.window.width()


def test_the_tab_names_are_those_of_the_window(assembly: Assembly) -> None:
    tabs = part(assembly, QTabWidget, "mnist.tabs")
    assert [tabs.tabText(index).lower() for index in range(tabs.count())] == list(TABS)
    assert all(isinstance(tabs.widget(index), QWidget) for index in range(tabs.count()))
