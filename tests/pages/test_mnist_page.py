"""MnistPage: every control has its name, for people and for scripts, and finds room on small screens."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.widgets.curves.plot import CurvePlot
from lossviz.widgets.handwriting.drawing_canvas import DrawingCanvas
from lossviz.widgets.number_boxes import CountBox, LearningRateBox
from tests.support.assembly import part, press, until
from tests.support.page_checks import assert_named, assert_room, own_controls
from tests.support.timeline_runs import run_with

FIXED_NAMES: dict[str, type[QWidget]] = {
    "data": QComboBox,
    "network": QComboBox,
    "loss": QComboBox,
    "optimizer": QComboBox,
    "learning_rate": LearningRateBox,
    "batch_size": CountBox,
    "epochs": CountBox,
    "seed": CountBox,
    "device": QComboBox,
    "preset": QComboBox,
    "start": QPushButton,
    "pause": QPushButton,
    "stop": QPushButton,
    "progress": QProgressBar,
    "status": QLabel,
    "loss_plot": CurvePlot,
    "accuracy_plot": CurvePlot,
    "canvas": DrawingCanvas,
    "clear": QAbstractButton,
    "prediction": QLabel,
    "open_image": QAbstractButton,
    "save": QPushButton,
    "load": QPushButton,
}


def test_every_fixed_name_is_there_once_and_is_spoken(assembly: Assembly) -> None:
    for name, kind in FIXED_NAMES.items():
        assert isinstance(part(assembly, QWidget, f"mnist.{name}"), kind), name
        assert part(assembly, QWidget, f"mnist.{name}").accessibleName(), name
    assert assembly.pages.mnist.objectName() == "mnist"


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(assembly: Assembly) -> None:
    controls = own_controls(assembly.pages.mnist, assembly.pages.mnist.messages)
    assert len(controls) > 30
    assert_named(controls, "mnist")


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_everything_lies_within_the_window_and_nothing_over_anything(assembly: Assembly, size: tuple[int, int]) -> None:
    window = assembly.window
    window.resize(*size)
    assert (window.width(), window.height()) == size
    page = assembly.pages.mnist
    assert_room(window, (page.data, page.buttons, page.curves, page.progress, page.canvas, page.answer))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_drawn_in_both_themes(assembly: Assembly, theme: str) -> None:
    assembly.settings.set_theme_name(theme)
    image = assembly.window.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert assembly.theme.source.theme.colours.window in colours
    assert len(colours) > 10


def test_an_earlier_run_is_chosen_in_the_list_and_looked_back_at(assembly: Assembly, qtbot: QtBot) -> None:
    mnist, page = assembly.engine.mnist, assembly.pages.mnist
    for number in (1, 2):
        mnist.training.put_run(run_with((0, 4, 8), 8, number=number))
    page.show_panel("mnist.runs")
    until(assembly, qtbot, lambda: len(page.runs.table.rows) == 2)
    page.runs.table.choose(1)
    until(assembly, qtbot, page.runs.buttons.look_back.isEnabled)
    press(assembly, "run_look_back")
    until(assembly, qtbot, lambda: "run 1, step 8" in part(assembly, QLabel, "mnist.timeline_place").text())
    source = mnist.classifiers.source
    assert source is not None
    assert (source.run_number, source.step) == (1, 8)
    press(assembly, "timeline_live")
    until(assembly, qtbot, lambda: "run 2" in part(assembly, QLabel, "mnist.timeline_place").text())


def test_start_brings_the_curves_to_the_front(assembly: Assembly, qtbot: QtBot) -> None:
    page = assembly.pages.mnist
    page.show_panel("mnist.confusion")
    press(assembly, "start")
    assert page.curves.isVisible()
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.is_free)


def test_the_timeline_leaves_its_room_to_a_comparison(assembly: Assembly) -> None:
    page = assembly.pages.mnist
    page.show_panel("mnist.compare")
    assert not page.timeline.isVisibleTo(page)
    page.show_panel("mnist.timeline")
    assert page.timeline.isVisibleTo(page)
    page.show_panel("mnist.runs")
    assert page.timeline.isVisibleTo(page)
