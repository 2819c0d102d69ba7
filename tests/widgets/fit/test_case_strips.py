"""The layers that outlive a frame show exactly what painting everything anew would show."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from lossviz.core.fit.cases import Cases, Column
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.case_markers import MarkerSet
from lossviz.widgets.fit.case_places import CasePlaces
from lossviz.widgets.fit.case_strips import CaseStrips, Split
from lossviz.widgets.plots.plot_frame import PlotFrame
from lossviz.widgets.theme import load_theme
from tests.widgets.fit.case_rig import drawn

FRAME = PlotFrame(QRectF(20, 10, 300, 150), AxisRange(-0.5, 6.5), AxisRange(-0.35, 1.35))


@pytest.fixture(scope="module")
def markers(qapp: QApplication) -> MarkerSet:
    return MarkerSet(load_theme("light"), 100, 1.0)


def split_at(x: float, *, rising: bool = True) -> Split:
    def predict(sizes: Column) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        return (sizes >= x) if rising else (sizes <= x)

    return Split(FRAME.x_px(x), not rising, rising, predict)


def shown(strips: CaseStrips, split: Split) -> QImage:
    image = QImage(340, 180, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        strips.paint(painter, split)
    return image


def fresh(cases: Cases, moving: int | None, markers: MarkerSet) -> CaseStrips:
    strips = CaseStrips()
    strips.update(cases, moving, FRAME, markers)
    return strips


def one_by_one(cases: Cases, split: Split, markers: MarkerSet) -> QImage:
    """Every mark on its own, from left to right, in the layers' order."""
    image = QImage(340, 180, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    places = CasePlaces(cases, FRAME)
    spots = {
        (float(y), int(x_px), int(y_px)): float(x)
        for x, y, x_px, y_px in reversed(list(zip(cases.x, cases.y, places.x_px, places.y_px, strict=True)))
    }
    with QPainter(image) as painter:
        for (y, x_px, y_px), x in sorted(spots.items()):
            is_predicted = bool(split.predict(np.array([x]))[0])
            corner = QPointF(x_px - markers.reach, y_px - markers.reach)
            painter.drawPixmap(corner, markers.pixmap(bool(y), is_predicted))
    return image


@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize("x", [-9.0, 0.0, 2.9, 3.0, 3.011, 6.0, 99.0])
def test_a_split_shows_what_painting_every_mark_would_show(markers: MarkerSet, x: float, rising: bool) -> None:
    cases = drawn(300)
    split = split_at(x, rising=rising)
    assert shown(fresh(cases, None, markers), split) == one_by_one(cases, split, markers)


@settings(max_examples=25)
@given(
    moves=st.lists(
        st.tuples(st.integers(0, 99), st.floats(0.0, 6.0), st.sampled_from([0.0, 1.0]), st.booleans()), max_size=6
    )
)
def test_mended_layers_are_those_painted_anew(moves: list[tuple[int, float, float, bool]], markers: MarkerSet) -> None:
    cases, strips = drawn(100), CaseStrips()
    strips.update(cases, None, FRAME, markers)
    for index, x, y, is_held in moves:
        cases = cases.moved(index, x, y)
        moving = index if is_held else None
        strips.update(cases, moving, FRAME, markers)
        assert shown(strips, split_at(3.0)) == shown(fresh(cases, moving, markers), split_at(3.0))


def test_other_cases_are_shown_at_once(markers: MarkerSet) -> None:
    strips = fresh(drawn(100, seed=1), None, markers)
    for cases in (drawn(100, seed=2), drawn(50, seed=2)):
        strips.update(cases, None, FRAME, markers)
        assert shown(strips, split_at(3.0)) == shown(fresh(cases, None, markers), split_at(3.0))


def test_the_moving_case_is_left_out(markers: MarkerSet) -> None:
    cases = drawn(10)
    without = fresh(cases, 4, markers)
    far_away = fresh(cases.moved(4, 900.0, 1.0), None, markers)
    assert shown(without, split_at(3.0)) == shown(far_away, split_at(3.0))


def test_dragging_one_case_of_many_paints_no_layer(markers: MarkerSet, monkeypatch: pytest.MonkeyPatch) -> None:
    cases, strips = drawn(10_000), CaseStrips()
    strips.update(cases, 7, FRAME, markers)
    painted: list[str] = []

    def count(*_values: object) -> None:
        painted.append("layer")

    monkeypatch.setattr("lossviz.widgets.fit.case_strips._Row.repaint", count)
    monkeypatch.setattr("lossviz.widgets.fit.case_strips._Row.mend", count)
    for x in (1.0, 2.0, 5.0):
        strips.update(cases.moved(7, x, 1.0), 7, FRAME, markers)
    assert painted == []
