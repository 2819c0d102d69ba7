"""A stranger's way over the Overfit page, with mouse and keys alone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QSlider, QSpinBox

from lossviz.core.polynomial.fit import fit_degrees
from lossviz.widgets.polynomial.degree_plot import DegreePlot
from lossviz.widgets.polynomial.point_plot import PointPlot
from tests.support.overfit_rig import OverfitRig, rig

__all__ = ["rig"]

LEFT, SHIFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def choose_preset(rig: OverfitRig, key: str) -> None:
    combo = rig.part(QComboBox, "preset")
    index = combo.findData(key)
    arrow = Qt.Key.Key_Down if index > combo.currentIndex() else Qt.Key.Key_Up
    while combo.currentIndex() != index:
        QTest.keyClick(combo, arrow)
    combo.activated.emit(index)
    rig.settle()


def free_place(rig: OverfitRig, plot: PointPlot) -> QPoint:
    """Far from every point."""
    x, y = plot.x_range, plot.y_range
    places = [
        QPointF(plot.position(x.low + a * x.span, y.low + b * y.span)) for a in (0.2, 0.5, 0.8) for b in (0.1, 0.9)
    ]
    points = rig.store.points
    taken = [plot.position(*place) for place in zip(points.x.tolist(), points.y.tolist(), strict=True)]
    return max(places, key=lambda place: min((place - other).manhattanLength() for other in taken)).toPoint()


def test_from_underfit_over_good_fit_to_overfit(rig: OverfitRig) -> None:
    held_out = {}
    for key, degree in (("underfit", 1), ("good_fit", 4), ("overfit", 12)):
        choose_preset(rig, key)
        assert rig.part(QSpinBox, "degree").value() == degree
        held_out[key] = rig.store.facts.held_out_errors[degree]
        assert f"{held_out[key]:.3g}" in rig.part(QLabel, "held_out_error").text()
    assert held_out["good_fit"] == min(held_out.values())
    assert "degree 4" in rig.part(QLabel, "best").text()
    rig.press("best_degree")
    assert rig.store.degree == 4
    assert not rig.part(QPushButton, "best_degree").isEnabled()


@pytest.mark.parametrize("side", ["train", "held_out"])
def test_a_point_is_dragged_and_everything_follows(rig: OverfitRig, side: str) -> None:
    store, plot = rig.store, rig.part(PointPlot, "plot")
    before, errors = store.points, rig.part(QLabel, f"{side}_error").text()
    index = int(np.flatnonzero(before.is_train == (side == "train"))[2])
    rig.drag(plot, plot.dot_position(side, 2), plot.position(0.5, 0.9))
    assert store.points.x[index] == pytest.approx(0.5, abs=0.01)
    assert store.points.y[index] == pytest.approx(0.9, abs=0.02)
    assert rig.part(QLabel, f"{side}_error").text() != errors
    expected = fit_degrees(*store.points.train)[store.degree]
    np.testing.assert_array_equal(store.fit.coefficients, expected.coefficients)
    assert rig.part(QComboBox, "preset").currentText() == "Your own"
    rig.pause()
    rig.press("undo")
    assert store.points.equals(before)
    assert rig.part(QComboBox, "preset").currentData() == "good_fit"
    rig.press("redo")
    assert store.points.x[index] == pytest.approx(0.5, abs=0.01)


def test_the_curve_follows_while_the_mouse_is_still_down(rig: OverfitRig) -> None:
    store, plot = rig.store, rig.part(PointPlot, "plot")
    before, start = store.fit, plot.dot_position("train", 0)
    ranges = (plot.x_range, plot.y_range)
    QTest.mousePress(plot, LEFT, pos=start.toPoint())
    for step in range(1, 8):
        QTest.mouseMove(plot, start.toPoint() + QPoint(4 * step, -9 * step))
        rig.settle()
        assert store.moving is not None
        assert not np.array_equal(store.fit.coefficients, before.coefficients)
        assert (plot.x_range, plot.y_range) == ranges
        before = store.fit
    QTest.mouseRelease(plot, LEFT, pos=start.toPoint() + QPoint(28, -63))
    assert store.moving is None


def test_points_are_added_and_removed_with_mouse_and_keys(rig: OverfitRig) -> None:
    store, plot = rig.store, rig.part(PointPlot, "plot")
    before, place = store.points, free_place(rig, rig.part(PointPlot, "plot"))
    expected = plot.place_at(QPointF(place))
    QTest.mouseDClick(plot, LEFT, pos=place)
    rig.settle()
    assert len(store.points) == len(before) + 1
    assert (store.points.x[-1], store.points.y[-1]) == expected
    assert store.points.is_train[-1]
    QTest.mouseClick(plot, LEFT, pos=place)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    rig.settle()
    np.testing.assert_array_equal(store.points.x, before.x)
    QTest.mouseDClick(plot, LEFT, SHIFT, pos=place)
    rig.settle()
    assert not store.points.is_train[-1]


def test_points_are_added_and_changed_with_the_buttons(rig: OverfitRig) -> None:
    store, plot = rig.store, rig.part(PointPlot, "plot")
    count, train = len(store.points), np.count_nonzero(store.points.is_train)
    rig.press("add_train")
    rig.press("add_held_out")
    assert (len(store.points), np.count_nonzero(store.points.is_train)) == (count + 2, train + 1)
    QTest.mouseClick(plot, LEFT, pos=plot.dot_position("train", 0).toPoint())
    rig.press("change_side")
    assert np.count_nonzero(store.points.is_train) == train
    QTest.mouseClick(plot, LEFT, pos=plot.dot_position("held_out", 1).toPoint())
    rig.press("remove")
    assert len(store.points) == count + 1


def test_with_no_point_chosen_the_buttons_say_what_to_do(rig: OverfitRig) -> None:
    before = rig.store.points
    for name in ("change_side", "remove"):
        rig.press(name)
        assert "Click one in the plot first" in rig.part(QLabel, "notice").text()
    assert rig.store.points is before


def test_the_last_train_point_cannot_be_removed_and_it_says_why(rig: OverfitRig) -> None:
    store, plot = rig.store, rig.part(PointPlot, "plot")
    plot.setFocus()
    for _ in range(40):
        if np.count_nonzero(store.points.is_train) > 1:
            QTest.mouseClick(plot, LEFT, pos=plot.dot_position("train", 0).toPoint())
            QTest.keyClick(plot, Qt.Key.Key_Delete)
            rig.settle()
    QTest.mouseClick(plot, LEFT, pos=plot.dot_position("train", 0).toPoint())
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    rig.settle()
    assert np.count_nonzero(store.points.is_train) == 1
    assert "The last training point stays" in rig.part(QLabel, "notice").text()


def test_the_degree_is_dragged_in_the_errors_and_stepped_by_keys(rig: OverfitRig) -> None:
    store, errors = rig.store, rig.part(DegreePlot, "errors")
    start = errors.handle_position("degree")
    rig.drag(errors, start, QPointF(errors.position(9.2, 0.0).x(), start.y()))
    assert store.degree == 9
    assert rig.part(QSpinBox, "degree").value() == 9
    errors.setFocus()
    QTest.keyClick(errors, Qt.Key.Key_Left)
    rig.settle()
    assert store.degree == 8
    for _ in range(9):
        QTest.keyClick(errors, Qt.Key.Key_Right)
        rig.settle()
    assert store.degree == 12


def test_the_degree_follows_its_slider_and_its_field(rig: OverfitRig) -> None:
    slider, box = rig.part(QSlider, "degree_slider"), rig.part(QSpinBox, "degree")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    rig.settle()
    assert (rig.store.degree, box.value()) == (12, 12)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    rig.settle()
    assert (rig.store.degree, slider.value()) == (11, 11)


def test_ridge_calms_the_overfit(rig: OverfitRig) -> None:
    choose_preset(rig, "overfit")
    wild = rig.store.facts.held_out_errors[12]
    slider = rig.part(QSlider, "ridge_slider")
    slider.setFocus()
    for _ in range(6):  # from 0 over 1e-8 in tens: 1e-8 ... 1e-3
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    rig.settle()
    assert 1e-4 < rig.store.ridge < 1e-2
    assert rig.part(QDoubleSpinBox, "ridge").value() == rig.store.ridge
    assert rig.store.facts.held_out_errors[12] < 0.5 * wild
    QTest.keyClick(slider, Qt.Key.Key_Home)
    rig.settle()
    assert rig.store.ridge == 0.0
    assert rig.store.facts.held_out_errors[12] == wild


def test_guess_first_then_see(rig: OverfitRig) -> None:
    rig.show_tab(1)
    choose_preset(rig, "overfit")
    plot, text = rig.page.question.plot, rig.part(QLabel, "question_text")
    assert "From degree 4 to 12 the training error falls from 0.0289 to 0.00745" in text.text()
    assert "0.615" not in text.text() + plot.summary()
    assert "held-out" not in plot.summary()
    assert "?" in rig.part(QLabel, "held_out_error").text()
    rig.press("answer_falls")
    assert "0.615" in rig.part(QLabel, "held_out_error").text()
    assert "the held-out error rises from 0.0958 to 0.615" in text.text()
    assert "Your answer was “It falls as well”" in text.text()
    assert "held-out error" in plot.summary()
    assert not rig.part(QPushButton, "answer_rises").isEnabled()
    rig.press("ask_again")
    assert "0.615" not in text.text()
    rig.show_tab(0)
    assert "0.615" in rig.part(QLabel, "held_out_error").text()
    rig.show_tab(1)
    assert "?" in rig.part(QLabel, "held_out_error").text()
    rig.press("answer_rises")
    assert "You were right." in text.text()


def test_the_answer_follows_the_points_and_the_degree(rig: OverfitRig) -> None:
    rig.show_tab(1)
    choose_preset(rig, "overfit")
    rig.press("answer_rises")
    before = rig.part(QLabel, "question_text").text()
    rig.press("add_train")
    after = rig.part(QLabel, "question_text").text()
    assert after != before
    choose_preset(rig, "underfit")
    text = rig.part(QLabel, "question_text").text()
    assert "From degree 1 to 4" in text
    assert "You were right." not in text


def test_the_truth_and_the_residuals_are_shown_on_demand(rig: OverfitRig) -> None:
    plot = rig.part(PointPlot, "plot")
    assert "truth" not in plot.summary()
    rig.press("truth")
    assert "truth" in plot.summary()
    with_bars = plot.grab().toImage()
    rig.press("residuals")
    assert not rig.part(QCheckBox, "residuals").isChecked()
    assert plot.grab().toImage() != with_bars


def test_the_log_axis(rig: OverfitRig) -> None:
    errors = rig.part(DegreePlot, "errors")
    rig.press("log_axis")
    high = float(np.log10(rig.store.facts.held_out_errors[0]))
    assert errors.y_range.low < -1.5 < high < errors.y_range.high


def test_another_sample_and_back(rig: OverfitRig) -> None:
    before = rig.store.points
    rig.press("resample")
    rig.pause()
    assert rig.part(QSpinBox, "seed").value() == 173
    assert not np.array_equal(rig.store.points.y, before.y)
    rig.press("add_train")
    rig.pause()
    count = len(rig.store.points)
    rig.press("restore")
    rig.pause()
    assert len(rig.store.points) == count - 1
    for _ in range(3):
        rig.press("undo")
    assert rig.store.points.equals(before)
