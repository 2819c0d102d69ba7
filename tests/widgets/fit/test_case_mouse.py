"""The mouse in a case plot, with real events."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lossviz.core.fit.logistic import Parameters, logits, sigmoid
from lossviz.widgets.exports.plot_menu import PlotMenu
from lossviz.widgets.fit.case_plot import CasePicture
from tests.widgets.fit.case_rig import LEFT, NO_KEYS, CaseRig, cases_at, drawn, picture_of, turn_wheel

Rigged = Callable[[CasePicture], CaseRig]

FOUR = cases_at([1.0, 2.0, 4.0, 5.0], [0.0, 0.0, 1.0, 1.0])


def model_at(rig: CaseRig, x: float) -> float:
    parameters = rig.picture.sigmoid
    return float(sigmoid(logits(parameters, np.array([x])))[0])


def test_a_dragged_case_follows_the_mouse_and_snaps_to_a_class(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    rig.drag(rig.plot.case_position(1), rig.plot.position(3.2, 0.7))

    assert rig.names() == ["selected", "started", "dragged", "ended"]
    index, x, y = rig.last("dragged")
    assert (index, y) == (1, 1.0)
    assert x == pytest.approx(3.2, abs=0.02)  # two pixels
    assert rig.picture.selected == 1
    assert rig.picture.cases.x.tolist() == [1.0, x, 4.0, 5.0]


def test_a_case_dragged_below_the_middle_is_of_the_negative_class(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    rig.drag(rig.plot.case_position(2), rig.plot.position(4.0, 0.3))

    assert rig.last("dragged")[2] == 0.0


def test_a_dragged_case_stays_in_view_and_the_view_holds_still(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    view = rig.plot.view
    start = rig.plot.case_position(3)
    QTest.mousePress(rig.plot, LEFT, NO_KEYS, start.toPoint())
    QTest.mouseMove(rig.plot, (start + QPointF(500, 0)).toPoint())

    assert rig.last("dragged")[1] == pytest.approx(view.high, abs=0.02)
    assert rig.plot.view == view
    QTest.mouseRelease(rig.plot, LEFT, NO_KEYS, start.toPoint())


def test_a_click_selects_a_case_and_a_click_beside_it_none(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    QTest.mouseClick(rig.plot, LEFT, NO_KEYS, rig.plot.case_position(2).toPoint())
    assert rig.last("selected") == (2,)
    QTest.mouseClick(rig.plot, LEFT, NO_KEYS, rig.plot.position(1.5, 0.75).toPoint())
    assert rig.last("selected") == (None,)
    assert "dragged" not in rig.names()


def test_a_double_click_where_nothing_is_adds_a_case_of_the_nearer_class(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    for y, label in ((0.8, 1.0), (0.2, 0.0), (-0.2, 0.0)):
        QTest.mouseDClick(rig.plot, LEFT, NO_KEYS, rig.plot.position(2.0, y).toPoint())
        x, added_label = rig.last("added")
        assert added_label == label
        assert x == pytest.approx(2.0, abs=0.02)
    assert len(rig.picture.cases) == 7


def test_a_double_click_on_a_case_adds_none(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    QTest.mouseDClick(rig.plot, LEFT, NO_KEYS, rig.plot.case_position(1).toPoint())
    assert "added" not in rig.names()


def test_dragging_the_midpoint_shifts_the_curve_and_keeps_w_exactly(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR, sigmoid=Parameters(1.7, -5.3)))
    rig.drag(rig.plot.handle_position("midpoint"), rig.plot.position(2.4, 0.9))

    assert rig.names() == ["curve started", "curve", "curve ended"]
    assert rig.picture.sigmoid.w == 1.7
    assert -rig.picture.sigmoid.b / rig.picture.sigmoid.w == pytest.approx(2.4, abs=0.02)
    assert model_at(rig, 2.4) == pytest.approx(0.5, abs=0.02)


def test_dragging_the_steepness_turns_the_curve_about_its_midpoint(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR, sigmoid=Parameters(2.0, -6.0)))
    rig.drag(rig.plot.handle_position("steepness"), rig.plot.position(3.4, 0.9))

    assert rig.names() == ["curve started", "curve", "curve ended"]
    assert -rig.picture.sigmoid.b / rig.picture.sigmoid.w == pytest.approx(3.0, rel=1e-12)
    assert model_at(rig, 3.4) == pytest.approx(0.9, abs=0.01)


def test_the_steepness_may_cross_the_midpoint_and_the_curve_then_falls(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR, sigmoid=Parameters(2.0, -6.0)))
    rig.drag(rig.plot.handle_position("steepness"), rig.plot.position(2.0, 0.9))

    assert rig.picture.sigmoid.w < 0
    assert model_at(rig, 2.0) == pytest.approx(0.9, abs=0.01)
    assert all(entry[1].w != 0 and np.isfinite(entry[1]).all() for entry in rig.log if entry[0] == "curve")


def test_a_curve_that_is_out_of_view_is_fetched_back_by_its_handle(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR, sigmoid=Parameters(2.0, -600.0)))
    rig.drag(rig.plot.handle_position("midpoint"), rig.plot.position(3.0, 0.5))

    assert rig.picture.sigmoid.w == 2.0
    assert -rig.picture.sigmoid.b / 2.0 == pytest.approx(3.0, abs=0.02)


def test_a_flat_curve_is_bent_by_its_steepness_handle(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR, sigmoid=Parameters(0.0, 0.0)))
    view = rig.plot.view
    rig.drag(rig.plot.handle_position("steepness"), rig.plot.position(4.0, 0.9))

    assert model_at(rig, 4.0) == pytest.approx(0.9, abs=0.01)
    assert model_at(rig, view.low + view.span / 2) == pytest.approx(0.5, abs=1e-9)


def test_a_case_and_a_handle_that_are_close_can_both_be_taken(rigged: Rigged) -> None:
    """The steepness handle at 90% and a case at 1 with the same size."""
    size = 3.0 + np.log(9.0) / 2.0
    rig = rigged(picture_of(cases_at([1.0, size, 5.0], [0.0, 1.0, 1.0])))
    rig.drag(rig.plot.case_position(1), rig.plot.position(4.5, 1.0))
    assert rig.names() == ["selected", "started", "dragged", "ended"]
    rig.log.clear()
    rig.drag(rig.plot.handle_position("steepness"), rig.plot.position(4.2, 0.9))
    assert rig.names() == ["curve started", "curve", "curve ended"]


def test_the_threshold_is_dragged_along_its_line_and_stops_at_its_ends(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    rig.drag(rig.plot.position(1.5, 0.5), rig.plot.position(1.7, 0.8))
    assert rig.names() == ["threshold"]
    assert rig.picture.threshold == pytest.approx(0.8, abs=0.01)
    rig.drag(rig.plot.position(1.5, 0.8), rig.plot.position(1.5, -0.3))
    assert rig.picture.threshold == 0.0


def test_the_threshold_can_be_taken_by_its_number_on_the_axis(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    start = rig.plot.position(rig.plot.view.low, 0.5) - QPointF(15, 0)
    rig.drag(start, start + QPointF(0, -40))
    assert rig.names() == ["threshold"]
    assert rig.picture.threshold > 0.55


def test_hovering_tells_the_case_and_leaving_none(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    QTest.mouseMove(rig.plot, rig.plot.position(3.0, 0.75).toPoint())
    QTest.mouseMove(rig.plot, rig.plot.case_position(2).toPoint())
    assert rig.last("hovered") == (2,)
    QTest.mouseMove(rig.plot, rig.plot.position(3.0, 0.75).toPoint())
    assert rig.last("hovered") == (None,)


def test_dragging_an_empty_place_pans_and_home_shows_all_again(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    fitted = rig.plot.view
    rig.drag(rig.plot.position(2.0, 0.75), rig.plot.position(3.0, 0.8))
    assert rig.plot.view.low == pytest.approx(fitted.low - 1.0, abs=0.02)
    assert rig.plot.view.span == pytest.approx(fitted.span)
    assert not rig.plot.is_fitted
    QTest.keyClick(rig.plot, Qt.Key.Key_Home)
    assert rig.plot.view == fitted
    assert rig.plot.is_fitted


def test_the_menu_shows_all_again_and_names_the_key(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    fitted = rig.plot.view
    rig.drag(rig.plot.position(2.0, 0.75), rig.plot.position(3.0, 0.8))
    QTest.mouseClick(rig.plot, Qt.MouseButton.RightButton, NO_KEYS, rig.plot.position(2.0, 0.75).toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PlotMenu)
    assert menu.actions()[0].shortcut().toString() == "Home"
    QTest.keyClick(menu, Qt.Key.Key_A)
    assert rig.plot.view == fitted
    assert rig.plot.is_fitted


def test_the_wheel_zooms_about_the_size_under_the_mouse(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    fitted, place = rig.plot.view, rig.plot.position(2.0, 0.7)
    turn_wheel(rig.plot, place, 2)
    assert rig.plot.view.span == pytest.approx(0.85**2 * fitted.span)
    assert rig.plot.position(2.0, 0.7).x() == pytest.approx(place.x(), abs=1.0)
    rig.plot.fit_view()
    assert rig.plot.view == fitted


def test_the_wheel_cannot_go_where_numbers_end(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    for notches in (3000, -5000):
        for _ in range(5):
            turn_wheel(rig.plot, rig.plot.position(2.0, 0.7), notches // 5)
        assert not rig.plot.grab().isNull()
        assert np.isfinite([rig.plot.view.low, rig.plot.view.high]).all()
        assert rig.plot.view.span > 0


def test_the_view_follows_new_cases_until_it_is_moved_by_hand(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    rig.show(cases=cases_at([10.0, 30.0], [0.0, 1.0]))
    assert rig.plot.view.low < 10 < 30 < rig.plot.view.high
    turn_wheel(rig.plot, rig.plot.position(20.0, 0.7), 2)
    moved = rig.plot.view
    rig.show(cases=cases_at([15.0, 60.0], [0.0, 1.0]))
    assert rig.plot.view == moved
    rig.show(cases=cases_at([150.0, 600.0], [0.0, 1.0]))  # nothing would be in view
    assert rig.plot.view.low < 150 < 600 < rig.plot.view.high


def test_the_right_button_changes_nothing_and_opens_the_menu(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    QTest.mouseClick(rig.plot, Qt.MouseButton.RightButton, NO_KEYS, rig.plot.case_position(1).toPoint())
    assert rig.names() == []
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PlotMenu)
    menu.close()


def test_one_case_of_many_is_found_under_the_mouse(rigged: Rigged) -> None:
    rig = rigged(picture_of(drawn(10_000)))
    position = rig.plot.case_position(1234)
    QTest.mouseClick(rig.plot, LEFT, NO_KEYS, position.toPoint())
    chosen = rig.picture.selected
    assert chosen is not None
    assert (rig.plot.case_position(chosen) - position).manhattanLength() <= 2


def test_before_there_is_a_picture_nothing_happens(rigged: Rigged) -> None:
    rig = rigged(picture_of(FOUR))
    empty = type(rig.plot)(rig.plot._theme)
    empty.resize(300, 200)
    QTest.mouseClick(empty, LEFT, NO_KEYS)
    QTest.keyClick(empty, Qt.Key.Key_Left)
    assert not empty.grab().isNull()
    with pytest.raises(LookupError):
        empty.position(0.0, 0.0)
    empty.deleteLater()
