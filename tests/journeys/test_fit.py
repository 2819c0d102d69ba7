"""A stranger's way over the Fit page, with mouse and keys alone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.logistic import gradient, mean_loss
from lossviz.pages.fit_page import FitPage
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.fit.loss_bars import LossBars
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from tests.support.assembly import choose, part, settle, until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(assembly: Assembly, qtbot: QtBot) -> FitPage:
    assembly.window.show_page("fit")
    settle(assembly, qtbot)
    return assembly.pages.fit


def drag(widget: QWidget, start: QPointF, end: QPointF, steps: int = 12) -> None:
    """Press, move in a straight line, release."""
    QTest.mousePress(widget, LEFT, pos=start.toPoint())
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, (start + (end - start) * (step / steps)).toPoint())
    QTest.mouseRelease(widget, LEFT, pos=end.toPoint())


def press(assembly: Assembly, name: str) -> None:
    button = part(assembly, QPushButton, f"fit.{name}")
    assert button.isEnabled(), name
    QTest.mouseClick(button, LEFT)


def tick(assembly: Assembly, name: str) -> None:
    box = part(assembly, QCheckBox, f"fit.{name}")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def marker_pixel(surface_map: SurfaceMap, assembly: Assembly) -> QPointF:
    frame = surface_map.frame
    assert frame is not None
    return frame.pixel_of(assembly.engine.fit.fit.parameters)


def test_a_case_is_dragged_and_everything_follows(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit, plot = assembly.engine.fit.fit, part(assembly, CasePlot, "fit.plot")
    before, line, surface = fit.cases, fit.facts.line, assembly.engine.fit.surfaces.values("bce").copy()
    meter = part(assembly, QLabel, "fit.loss_bce").text()
    index = int(np.argmax(before.x))
    drag(plot, plot.case_position(index), plot.position(1.0, 1.0))
    settle(assembly, qtbot)
    assert fit.cases.x[index] == pytest.approx(1.0, abs=0.1)
    assert fit.facts.line != line
    assert part(assembly, QLabel, "fit.loss_bce").text() != meter
    assert not np.array_equal(assembly.engine.fit.surfaces.values("bce"), surface)
    qtbot.waitUntil(part(assembly, QPushButton, "fit.undo").isEnabled)
    press(assembly, "undo")
    assert np.array_equal(fit.cases.x, before.x)
    assert np.array_equal(fit.cases.y, before.y)


def test_the_label_changes_when_the_case_is_dragged_across(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit, plot = assembly.engine.fit.fit, part(assembly, CasePlot, "fit.plot")
    index = int(np.argmin(fit.cases.x))
    label = fit.cases.y[index]
    start = plot.case_position(index)
    drag(plot, start, QPointF(start.x(), plot.position(0.0, 1.0 - label).y()))
    assert fit.cases.y[index] == 1.0 - label


def test_the_marker_is_dragged_in_the_map_and_the_curve_goes_along(
    page: FitPage, assembly: Assembly, qtbot: QtBot
) -> None:
    surface_map, other = (part(assembly, SurfaceMap, f"fit.surface_{kind}") for kind in ("bce", "mse"))
    start = marker_pixel(surface_map, assembly)
    target = start + QPointF(25, 40)
    assert surface_map.frame is not None
    expected = surface_map.frame.place_at(target)
    drag(surface_map, start, target)
    settle(assembly, qtbot)
    parameters = assembly.engine.fit.fit.parameters
    width, height = surface_map.frame.w_per_px, surface_map.frame.b_per_px
    assert abs(parameters.w - expected[0]) <= 2 * width
    assert abs(parameters.b - expected[1]) <= 2 * height
    assert part(assembly, QDoubleSpinBox, "fit.weight").value() == pytest.approx(parameters.w, abs=1e-9)
    assert marker_pixel(other, assembly) is not None
    assert assembly.engine.fit.descents.start == parameters


def test_descend_and_step_back_to_the_exact_start(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit = assembly.engine.fit.fit
    start, first = fit.parameters, mean_loss("bce", fit.parameters, fit.cases)
    choose(part(assembly, QComboBox, "fit.step_count"), 10)
    for _ in range(5):
        press(assembly, "step")
        settle(assembly, qtbot)
    assert mean_loss("bce", fit.parameters, fit.cases) < first
    assert assembly.engine.fit.descents.leader.position == 50
    for _ in range(5):
        press(assembly, "step_back")
        settle(assembly, qtbot)
    assert fit.parameters == start
    assert not part(assembly, QPushButton, "fit.step_back").isEnabled()


def test_it_plays_and_holds(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    descents = assembly.engine.fit.descents
    press(assembly, "play")
    until(assembly, qtbot, lambda: descents.leader.position >= 5)
    assert part(assembly, QPushButton, "fit.play").text() == "Pause"
    press(assembly, "play")
    settle(assembly, qtbot)
    there = descents.leader.position
    assert not descents.is_playing
    press(assembly, "reset")
    assert descents.leader.position == 0
    assert there >= 5


def test_a_step_that_is_too_large_is_explained_and_cured_with_a_click(
    page: FitPage, assembly: Assembly, qtbot: QtBot
) -> None:
    choose(part(assembly, QComboBox, "fit.descent_preset"), "too_large")
    QTest.keyClick(part(assembly, QComboBox, "fit.descent_preset"), Qt.Key.Key_Return)
    part(assembly, QComboBox, "fit.descent_preset").activated.emit(2)
    settle(assembly, qtbot)
    assert "12 > 2/λmax" in part(assembly, QLabel, "fit.descent_state").text()
    press(assembly, "remedy")
    settle(assembly, qtbot)
    descents = assembly.engine.fit.descents
    assert descents.settings.learning_rate < descents.diagnosis.limit
    assert "≤ 2/λmax" in part(assembly, QLabel, "fit.descent_state").text()


def test_the_slow_start_is_slow_under_squared_error_only(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    part(assembly, QComboBox, "fit.descent_preset").activated.emit(1)
    settle(assembly, qtbot)
    fit = assembly.engine.fit.fit
    assert fit.parameters == (2.0, 2.0)
    assert fit.loss_kind == "mse"
    lengths = [float(np.hypot(*gradient(kind, fit.parameters, fit.cases))) for kind in ("bce", "mse")]
    shown = part(assembly, QLabel, "fit.gradient_ratio").text().rsplit("= ", 1)[1]
    assert float(shown) == pytest.approx(lengths[0] / lengths[1], rel=0.01)
    assert float(shown) > 10


def test_one_step_in_slow_motion(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit = assembly.engine.fit.fit
    assembly.engine.fit.descents.set_phase(0)
    start = fit.parameters
    for _ in range(3):
        press(assembly, "step")
        assert fit.parameters == start
    press(assembly, "step")
    assert fit.parameters != start


def test_the_surfaces_stand_up_in_space_and_turn_together(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    tick(assembly, "view_3d")
    settle(assembly, qtbot)
    mse, bce = page.surfaces.views["mse"], page.surfaces.views["bce"]
    assert mse.isVisible()
    assert not page.surfaces.maps["mse"].isVisible()
    before = bce.camera
    drag(mse, QPointF(mse.width() - 12, 60), QPointF(mse.width() - 60, 80))
    assert mse.camera != before
    assert bce.camera == mse.camera
    tick(assembly, "view_3d")
    settle(assembly, qtbot)
    assert page.surfaces.maps["mse"].isVisible()


def test_all_of_it_can_be_done_with_keys(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit, plot = assembly.engine.fit.fit, part(assembly, CasePlot, "fit.plot")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    settle(assembly, qtbot)
    index = fit.selected
    assert index is not None
    x = float(fit.cases.x[index])
    QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(assembly, qtbot)
    assert fit.cases.x[index] > x
    surface_map = part(assembly, SurfaceMap, "fit.surface_bce")
    surface_map.setFocus()
    before = fit.parameters
    QTest.keyClick(surface_map, Qt.Key.Key_Up)
    settle(assembly, qtbot)
    assert fit.parameters.b > before.b
    play = part(assembly, QPushButton, "fit.step")
    play.setFocus()
    QTest.keyClick(play, Qt.Key.Key_Space)
    assert assembly.engine.fit.descents.leader.position == 1
    count = len(fit.cases)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    settle(assembly, qtbot)
    assert len(fit.cases) == count - 1


def test_a_selected_case_goes_on_to_softmax_and_the_labels_to_the_likelihood(
    page: FitPage, assembly: Assembly, qtbot: QtBot
) -> None:
    plot, fit = part(assembly, CasePlot, "fit.plot"), assembly.engine.fit.fit
    QTest.mouseClick(plot, LEFT, pos=plot.case_position(5).toPoint())
    settle(assembly, qtbot)
    logits, likelihood = part(assembly, QPushButton, "fit.elsewhere").menu().actions()
    logits.trigger()
    settle(assembly, qtbot)
    assert assembly.window.pages.currentWidget() is assembly.pages.softmax
    assert fit.selected is not None
    z = fit.parameters.w * fit.cases.x[fit.selected] + fit.parameters.b
    shown = float(part(assembly, QLabel, "softmax.probability_1").text())
    assert shown == pytest.approx(1 / (1 + np.exp(-z)), abs=1e-8)
    likelihood.trigger()
    settle(assembly, qtbot)
    assert assembly.window.pages.currentWidget() is assembly.pages.losses
    assert float(part(assembly, QLabel, "losses.fit_bce").text()) == fit.loss("bce")


def test_the_law_is_shown_and_another_sample_leaves_ghosts(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    fit = assembly.engine.fit.fit
    tick(assembly, "law")
    press(assembly, "resample")
    press(assembly, "resample")
    settle(assembly, qtbot)
    assert len(fit.ghosts) == 2
    assert "floor" in part(assembly, LossBars, "fit.loss_bars").summary()
    assert fit.recipe is not None
    assert fit.recipe.seed == 3


def test_the_descent_has_keys_wherever_the_focus_is(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    plot, descents = part(assembly, CasePlot, "fit.plot"), assembly.engine.fit.descents
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    plot.setFocus()
    start = assembly.engine.fit.fit.parameters
    QTest.keyClick(plot, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert descents.leader.position == 1
    QTest.keyClick(plot, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert assembly.engine.fit.fit.parameters == start
    QTest.keyClick(plot, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    until(assembly, qtbot, lambda: descents.leader.position >= 2)
    QTest.keyClick(plot, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert not descents.is_playing


def test_an_undo_by_key(page: FitPage, assembly: Assembly, qtbot: QtBot) -> None:
    plot, fit = part(assembly, CasePlot, "fit.plot"), assembly.engine.fit.fit
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    plot.setFocus()
    before = fit.cases
    QTest.keyClick(plot, Qt.Key.Key_Insert)
    assert len(fit.cases) == len(before) + 1
    QTest.keyClick(plot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(fit.cases.x, before.x)
