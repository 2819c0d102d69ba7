"""OverfitPage: names, room, and numbers that follow from the state on screen."""

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPlainTextEdit, QPushButton, QSlider, QSpinBox, QWidget

from lossviz.core.polynomial.presets import PRESETS, PresetKey
from lossviz.widgets.plots.line_plot import LinePlot
from tests.support.overfit_rig import LARGE, SMALL, OverfitRig, rig
from tests.support.page_checks import assert_named, assert_room, own_controls
from tests.support.snippet_runs import result_of

__all__ = ["rig"]

FIXED_NAMES: dict[str, type[QWidget]] = {
    "preset": QComboBox,
    "count": QSpinBox,
    "noise": QDoubleSpinBox,
    "seed": QSpinBox,
    "train_share": QSpinBox,
    "resample": QPushButton,
    "undo": QPushButton,
    "redo": QPushButton,
    "plot": LinePlot,
    "degree": QSpinBox,
    "degree_slider": QSlider,
    "ridge": QDoubleSpinBox,
    "ridge_slider": QSlider,
    "errors": LinePlot,
    "question_plot": LinePlot,
    "train_error": QLabel,
    "held_out_error": QLabel,
    "code": QPlainTextEdit,
}


def type_into(box: QDoubleSpinBox | QSpinBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def shown_error(rig: OverfitRig, name: str) -> str:
    return rig.part(QLabel, name).text().split("<b>")[1].removesuffix("</b>")


def test_every_fixed_name_is_there_once_and_is_spoken(rig: OverfitRig) -> None:
    for name, kind in FIXED_NAMES.items():
        assert isinstance(rig.part(QWidget, name), kind), name
        assert rig.part(QWidget, name).accessibleName(), name
    assert rig.page.objectName() == "overfit"


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(rig: OverfitRig) -> None:
    controls = own_controls(rig.page, QWidget())
    assert len(controls) > 20
    assert_named(controls, "overfit")


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("tab", [0, 1, 2])
@pytest.mark.parametrize("preset", ["underfit", "more_points"])
def test_everything_lies_within_the_page_and_nothing_over_anything(
    rig: OverfitRig, size: tuple[int, int], tab: int, preset: PresetKey
) -> None:
    page = rig.page
    page.resize(*size)
    rig.store.apply_preset(preset)
    rig.show_tab(tab)
    assert (page.width(), page.height()) == size
    assert_room(page, (page.data, page.model, page.plot, (page.errors, page.question, page.code)[tab]))
    assert page.plot.plot.height() > 0.45 * page.height()


@pytest.mark.parametrize("preset", PRESETS)
def test_the_errors_are_torchs(rig: OverfitRig, preset: PresetKey) -> None:
    store = rig.store
    store.apply_preset(preset)
    rig.settle()
    for name, (x, y) in (("train_error", store.points.train), ("held_out_error", store.points.held_out)):
        error = torch.nn.functional.mse_loss(torch.from_numpy(store.fit.values(x)), torch.from_numpy(y))
        assert float(shown_error(rig, name)) == pytest.approx(float(error), rel=5e-3)


@pytest.mark.parametrize("choice", ["train", "held_out"])
@pytest.mark.parametrize("preset", PRESETS)
def test_the_code_of_every_preset_gives_the_number_beside_it(rig: OverfitRig, preset: PresetKey, choice: str) -> None:
    rig.show_tab(2)
    rig.store.apply_preset(preset)
    combo = rig.part(QComboBox, "code_of")
    combo.setCurrentIndex(combo.findData(choice))
    rig.settle()
    result = result_of(rig.part(QPlainTextEdit, "code").toPlainText())
    shown = float(rig.part(QLabel, "code_result").text().split(" = ")[1])
    assert result == pytest.approx(shown, rel=1e-9)
    assert float(shown_error(rig, f"{choice}_error")) == pytest.approx(shown, rel=5e-3)


@pytest.mark.parametrize("text", ["inf", "1e308", " ", "nan", "hello", "-1"])
@pytest.mark.parametrize(("name", "notice"), [("noise", "data_notice"), ("ridge", "ridge_notice")])
def test_a_number_that_is_none_is_explained_and_the_last_good_one_stays(
    rig: OverfitRig, name: str, notice: str, text: str
) -> None:
    box, points = rig.part(QDoubleSpinBox, name), rig.store.points
    before = box.value()
    type_into(box, text)
    rig.settle()
    assert box.value() == before
    assert rig.store.points is points
    assert rig.part(QLabel, notice).isVisible()
    assert "Type a number from 0 to" in rig.part(QLabel, notice).text()
    type_into(box, "0.125")
    rig.settle()
    assert not rig.part(QLabel, notice).isVisible()
    assert (rig.store.recipe.noise if name == "noise" else rig.store.ridge) == 0.125


@pytest.mark.parametrize(
    ("share", "degree", "words"),
    [
        (0.2, 12, "13 coefficients for training points in 6 places"),
        (0.2, 5, "As many coefficients as places of training points, 6"),
        (1.0, 4, "No point is held out"),
    ],
)
def test_what_keeps_a_fit_from_being_believed_is_said_beside_it(
    rig: OverfitRig, share: float, degree: int, words: str
) -> None:
    rig.store.set_train_share(share)
    rig.store.set_degree(degree)
    rig.settle()
    assert words in rig.part(QLabel, "notice").text()
    assert np.isfinite(rig.store.fit.coefficients).all()


def test_without_held_out_points_every_view_says_so(rig: OverfitRig) -> None:
    rig.store.set_train_share(1.0)
    rig.settle()
    assert shown_error(rig, "held_out_error") == "–"
    assert "No point is held out" in rig.part(QLabel, "best").text()
    assert not rig.part(QPushButton, "best_degree").isEnabled()
    rig.show_tab(1)
    assert "No point is held out" in rig.part(QLabel, "question_text").text()
    assert not rig.part(QPushButton, "answer_rises").isEnabled()


def test_points_in_one_place_are_explained(rig: OverfitRig) -> None:
    store = rig.store
    store.set_train_share(0.1)
    for index in np.flatnonzero(store.points.is_train):
        store.begin_move(int(index))
        store.move_point(0.5, 0.1 * index)
        store.finish_move()
    rig.settle()
    assert "same x" in rig.part(QLabel, "notice").text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_drawn_in_both_themes(rig: OverfitRig, theme: str, preset: PresetKey) -> None:
    rig.settings.set_theme_name(theme)
    rig.store.apply_preset(preset)
    rig.press("truth")
    image = rig.page.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 30
