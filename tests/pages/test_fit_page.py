"""FitPage: names, room, and numbers that follow from the state on screen."""

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.thresholds import counts_at
from lossviz.pages.fit_page import FitPage
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.messages.field_note import FieldNote
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from tests.support.assembly import part, settle
from tests.support.page_checks import assert_named, assert_room, own_controls

FIXED_NAMES: dict[str, type[QWidget]] = {
    "plot": CasePlot,
    "weight": QDoubleSpinBox,
    "bias": QDoubleSpinBox,
    "loss_kind": QComboBox,
    "loss_mse": QLabel,
    "loss_bce": QLabel,
    "play": QPushButton,
    "step": QPushButton,
    "step_back": QPushButton,
    "reset": QPushButton,
    "learning_rate": QDoubleSpinBox,
    "optimizer": QComboBox,
    "surface_mse": SurfaceMap,
    "surface_bce": SurfaceMap,
    "view_3d": QWidget,
}


@pytest.fixture
def page(assembly: Assembly, qtbot: QtBot) -> FitPage:
    assembly.window.show_page("fit")
    settle(assembly, qtbot)
    return assembly.pages.fit


def show_tabs(page: FitPage, left: int, right: int) -> None:
    for name, index in (("left", left), ("right", right)):
        (tabs,) = page.findChildren(QTabWidget, f"fit.{name}_tabs")
        tabs.setCurrentIndex(index)


def type_into(box: QDoubleSpinBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_every_fixed_name_is_there_once_and_is_spoken(page: FitPage, assembly: Assembly) -> None:
    for name, kind in FIXED_NAMES.items():
        assert isinstance(part(assembly, QWidget, f"fit.{name}"), kind), name
        assert part(assembly, QWidget, f"fit.{name}").accessibleName(), name
    assert page.objectName() == "fit"


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(page: FitPage) -> None:
    controls = own_controls(page, page.messages)
    assert len(controls) > 40
    assert_named(controls, "fit")


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize(("left", "right"), [(0, 0), (1, 1), (2, 2), (3, 0)])
def test_everything_lies_within_the_window_and_nothing_over_anything(
    page: FitPage, assembly: Assembly, qtbot: QtBot, size: tuple[int, int], left: int, right: int
) -> None:
    assembly.window.resize(*size)
    show_tabs(page, left, right)
    settle(assembly, qtbot)
    assert (assembly.window.width(), assembly.window.height()) == size
    lower = (
        (page.losses, page.threshold, page.calibration, page.code)[left],
        (page.descent, page.slow_motion, page.slice)[right],
    )
    assert_room(assembly.window, (page.data, page.plot, page.surfaces, *lower))


def test_the_meters_are_torchs_losses(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit = assembly.engine.fit.fit
    fit.set_parameters(Parameters(1.25, -4.0))
    settle(assembly, qtbot)
    logits = torch.from_numpy(1.25 * fit.cases.x - 4.0)
    labels = torch.from_numpy(fit.cases.y)
    bce = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
    mse = torch.nn.functional.mse_loss(logits.sigmoid(), labels)
    assert float(part(assembly, QLabel, "fit.loss_bce").text()) == pytest.approx(float(bce), rel=1e-5)
    assert float(part(assembly, QLabel, "fit.loss_mse").text()) == pytest.approx(float(mse), rel=1e-5)


def test_the_table_counts_the_cases(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    show_tabs(page, 1, 0)
    fit = assembly.engine.fit.fit
    fit.set_parameters(Parameters(1.25, -4.0))
    assembly.engine.fit.threshold.set_threshold(0.3)
    settle(assembly, qtbot)
    scores = 1 / (1 + np.exp(-(1.25 * fit.cases.x - 4.0)))
    expected = counts_at(scores, fit.cases.y, 0.3)
    for name in ("tp", "fp", "tn", "fn"):
        assert int(part(assembly, QLabel, f"fit.sigmoid_{name}").text()) == getattr(expected, name)


@pytest.mark.parametrize("text", ["inf", "1e308", "", "nan", "hello"])
@pytest.mark.parametrize("name", ["weight", "bias", "learning_rate", "overlap"])
def test_a_number_that_is_none_is_explained_and_the_last_good_one_stays(
    page: FitPage, assembly: Assembly, qtbot: QtBot, name: str, text: str
) -> None:
    box = part(assembly, QDoubleSpinBox, f"fit.{name}")
    before, parameters = box.value(), assembly.engine.fit.fit.parameters
    type_into(box, text or " ")
    settle(assembly, qtbot)
    assert box.value() == before
    assert assembly.engine.fit.fit.parameters == parameters
    note = part(assembly, FieldNote, "field_note")
    assert note.isVisible()
    assert f"“{text or 'nothing'}” was not taken" in note.text()


def test_exact_numbers_can_be_typed(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    type_into(part(assembly, QDoubleSpinBox, "fit.weight"), "1,234567891")
    type_into(part(assembly, QDoubleSpinBox, "fit.bias"), "-2.5e-3")
    assert assembly.engine.fit.fit.parameters == (1.234567891, -0.0025)


def test_cases_are_saved_and_opened_again_with_their_units(
    page: FitPage, assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit, file = assembly.engine.fit.fit, tmp_path / "cases.csv"
    fit.draw(scenario="valve")
    settle(assembly, qtbot)
    before = fit.cases
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(file.with_suffix("")), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    QTest.mouseClick(page.data.save_button, Qt.MouseButton.LeftButton)
    assert len(list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))) == len(before) + 1
    fit.draw(scenario="clean")
    QTest.mouseClick(page.data.open_button, Qt.MouseButton.LeftButton)
    settle(assembly, qtbot)
    assert fit.recipe is None
    np.testing.assert_array_equal(fit.cases.x, before.x)
    np.testing.assert_array_equal(fit.cases.y, before.y)
    assert fit.cases.words.unit == "°C"
    assert not page.messages.isVisible()


@pytest.mark.parametrize("count", [2, 5000])
def test_a_file_of_any_length_is_counted_as_it_is(
    page: FitPage, assembly: Assembly, qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    table = tmp_path / "table.csv"
    rows = [f"{number / 7},{number % 2}" for number in range(count)]
    table.write_text("\n".join(["size,class", *rows]), encoding="utf-8")
    page.open_file(table)
    settle(assembly, qtbot)
    box = part(assembly, QSpinBox, "fit.count")
    assert box.value() == len(assembly.engine.fit.fit.cases) == count
    assembly.engine.fit.fit.draw(scenario="clean")
    settle(assembly, qtbot)
    assert (box.value(), box.maximum()) == (60, 1000)


def test_a_file_that_is_no_table_is_explained_and_the_cases_stay(
    page: FitPage, assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    before = assembly.engine.fit.fit.cases
    bad = tmp_path / "bad.csv"
    bad.write_text("size,class\n1.0,0\nbig,1\n", encoding="utf-8")
    page.open_file(bad)
    settle(assembly, qtbot)
    assert assembly.engine.fit.fit.cases is before
    assert page.messages.isVisible()
    assert "3" in page.messages.banner.accessibleName() + page.messages.banner.accessibleDescription()


def test_a_folder_that_cannot_be_written_is_explained(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    page.save_file(Path("/nowhere/at/all/cases.csv"))
    settle(assembly, qtbot)
    assert page.messages.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scenario", ["clean", "overlapping", "far_outliers", "separable", "valve"])
def test_every_preset_is_drawn_in_both_themes(
    page: FitPage, assembly: Assembly, qtbot: QtBot, theme: str, scenario: str
) -> None:
    assembly.settings.set_theme_name(theme)
    assembly.engine.fit.fit.draw(scenario=scenario)
    assembly.engine.fit.fit.set_law_shown(True)
    settle(assembly, qtbot)
    image = assembly.window.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert assembly.theme.source.theme.colours.window in colours
    assert len(colours) > 50


class Layouts(QObject):
    """at: which widgets with a layout were asked to lay out what is in them."""

    def __init__(self, page: FitPage) -> None:
        super().__init__()
        self.at: list[str] = []
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget) and watched.layout() is not None:
            self.at.append(watched.objectName())
        return False


@pytest.mark.parametrize(("left", "right"), [(0, 0), (1, 1)])
def test_a_drag_moves_nothing_around_the_numbers_that_it_changes(
    page: FitPage, assembly: Assembly, qtbot: QtBot, left: int, right: int
) -> None:
    show_tabs(page, left, right)
    settle(assembly, qtbot)
    plot = part(assembly, CasePlot, "fit.plot")
    start = plot.case_position(0)
    places = [start + QPointF(3 * step, 0) for step in (*range(1, 12), *range(10, 0, -1))]
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start.toPoint())
    texts = set()
    for round_of_two in range(2):  # in the first each text takes the room that it will need
        layouts = Layouts(page) if round_of_two else None
        for place in places:
            QTest.mouseMove(plot, place.toPoint())
            settle(assembly, qtbot)
            texts.add(part(assembly, QLabel, "fit.gradient_ratio").text())
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=places[-1].toPoint())
    assert len(texts) > 5
    assert layouts is not None
    assert layouts.at == []


def test_a_case_that_is_taken_hold_of_changes_the_formula_and_not_its_height(
    page: FitPage, assembly: Assembly, qtbot: QtBot
) -> None:
    term, plot = part(assembly, FormulaView, "fit.term"), part(assembly, CasePlot, "fit.plot")
    height, start, before = term.height(), plot.case_position(0).toPoint(), term.grab().toImage()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, start + QPoint(9, 0))
    settle(assembly, qtbot)
    assert term.grab().toImage() != before
    assert (term.height(), term.sizeHint().height()) == (height, height)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=start)


def test_play_that_becomes_pause_moves_no_button(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    buttons = [part(assembly, QPushButton, f"fit.{name}") for name in ("reset", "play", "step")]
    places = [button.geometry() for button in buttons]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: buttons[1].text() == "Pause")
    assert [button.geometry() for button in buttons] == places
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    settle(assembly, qtbot)
