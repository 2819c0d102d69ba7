"""LossBars: lengths, stacks and the case under the mouse."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import LossKind, Parameters, case_losses, case_slopes, logits, mean_loss
from lossviz.widgets.fit.loss_bars import LossBars, LossBarsPicture
from lossviz.widgets.fit.loss_columns import LossColumns
from lossviz.widgets.theme import ThemeSource, load_presenting_theme, load_theme
from tests.widgets.fit.case_rig import LEFT, NO_KEYS, cases_at, drawn

MODEL = Parameters(1.5, -5.0)
FOUR = cases_at([4.0, 1.0, 5.0, 2.0], [1.0, 0.0, 0.0, 0.0])


def losses_of(cases: Cases, model: Parameters = MODEL) -> LossBarsPicture:
    z = logits(model, cases.x)
    return LossBarsPicture(
        cases=cases,
        mse=case_losses("mse", z, cases.y),
        bce=case_losses("bce", z, cases.y),
        mse_slopes=case_slopes("mse", z, cases.y),
        bce_slopes=case_slopes("bce", z, cases.y),
    )


@pytest.fixture
def bars(qtbot: QtBot, theme: ThemeSource) -> LossBars:
    bars = LossBars(theme)
    qtbot.addWidget(bars)
    bars.resize(640, 360)
    with qtbot.waitExposed(bars):
        bars.show()
    return bars


def test_bars_are_as_long_as_the_losses_and_stand_by_size(bars: LossBars) -> None:
    picture = losses_of(FOUR)
    bars.show_picture(picture)
    rects = [bars.bar_rect(index) for index in range(4)]
    assert sorted(range(4), key=lambda index: rects[index].left()) == [1, 3, 0, 2]
    heights = np.array([rect.height() for rect in rects])
    assert heights / heights.max() == pytest.approx(picture.bce / picture.bce.max(), abs=0.02)


@pytest.mark.parametrize("kind", ["bce", "mse"])
def test_the_stacks_are_the_mean_losses(bars: LossBars, kind: LossKind) -> None:
    cases = drawn(60)
    picture = losses_of(cases)
    bars.show_picture(picture)
    assert picture.mean(kind) == pytest.approx(mean_loss(kind, MODEL, cases), rel=1e-12)
    assert f"{mean_loss('bce', MODEL, cases):.4g}" in bars.summary()
    layout, _ = bars._laid_out()
    unit = layout.stack(kind, 0.0, 0.01).height()
    assert layout.stack(kind, 0.0, picture.mean(kind)).height() == pytest.approx(100 * picture.mean(kind) * unit)


def test_both_losses_have_one_scale(bars: LossBars) -> None:
    bars.show_picture(losses_of(FOUR))
    layout, _ = bars._laid_out()
    equal = np.full(3, 0.5)
    up, down = (layout.columns(kind, equal)[0] for kind in ("bce", "mse"))
    assert up.height() == down.height()
    assert up.bottom() == down.top() == layout.baseline


@pytest.mark.parametrize("most", [1, 7, 64, 200])
def test_columns_of_groups_are_means_and_weigh_all_cases(most: int) -> None:
    picture = losses_of(drawn(200))
    columns = LossColumns(picture, most)
    order = np.argsort(picture.cases.x, kind="stable")
    groups = np.split(order, columns.edges[1:-1])
    assert len(columns) == most
    for kind, losses in (("bce", picture.bce), ("mse", picture.mse)):
        expected = [losses[group].mean() for group in groups]
        assert columns.losses["bce" if kind == "bce" else "mse"] == pytest.approx(np.array(expected))
    pulls = [-picture.bce_slopes[group].mean() for group in groups]
    assert columns.pulls["bce"] == pytest.approx(np.array(pulls))
    for column, group in enumerate(groups):
        assert {columns.column_of(int(index)) for index in group} == {column}
        places = [columns.case_at((column + (place + 0.5) / len(group)) / most) for place in range(len(group))]
        assert places == group.tolist()


def test_many_cases_are_grouped_and_the_caption_says_so(bars: LossBars) -> None:
    for cases, text in ((drawn(60), "one bar a case"), (drawn(1000), "mean of"), (drawn(999), "mean of up to")):
        bars.show_picture(losses_of(cases))
        _, columns = bars._laid_out()
        picture = losses_of(cases)
        assert text in bars._words.caption(picture, columns)
        assert not bars.grab().isNull()


def test_hovering_and_clicking_tell_the_case(bars: LossBars) -> None:
    bars.show_picture(losses_of(FOUR))
    hovered: list[int | None] = []
    selected: list[int | None] = []
    bars.case_hovered.connect(hovered.append)
    bars.case_selected.connect(selected.append)
    place = QPointF(bars.bar_rect(3).center().x(), bars.height() / 2).toPoint()
    QTest.mouseMove(bars, place)
    QTest.mouseClick(bars, LEFT, NO_KEYS, place)
    assert (hovered, selected) == ([3], [3])
    QTest.mouseMove(bars, QPointF(bars.width() - 3, 20).toPoint())
    assert hovered[-1] is None


def test_the_keyboard_walks_through_the_cases_by_size(bars: LossBars) -> None:
    bars.show_picture(losses_of(FOUR))
    selected: list[int | None] = []
    bars.case_selected.connect(selected.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Left):
        QTest.keyClick(bars, key)
    assert selected == [1, 3, 1, None, 2]


def test_a_marked_case_is_framed(bars: LossBars) -> None:
    picture = losses_of(FOUR)
    bars.show_picture(picture)
    plain = bars.grab().toImage()
    for marked in (replace(picture, selected=2), replace(picture, hovered=2)):
        bars.show_picture(marked)
        assert bars.grab().toImage() != plain
    bars.show_picture(picture)
    assert bars.grab().toImage() == plain


@pytest.mark.parametrize("loss", [0.0, 1e-300, 1e300, np.inf, np.nan])
def test_it_paints_extreme_losses(bars: LossBars, loss: float) -> None:
    picture = losses_of(FOUR)
    worst = picture.bce.copy()
    worst[2] = loss
    for floor in (None, 0.0, 0.6):
        bars.show_picture(replace(picture, bce=worst, floor=floor, selected=2, hovered=2))
        assert not bars.grab().isNull()


@pytest.mark.parametrize("size", [(1, 1), (40, 400), (400, 40), (320, 180), (1600, 900)])
def test_it_paints_at_any_size(bars: LossBars, size: tuple[int, int]) -> None:
    bars.resize(*size)
    for count in (8, 1000):
        bars.show_picture(replace(losses_of(drawn(count)), floor=0.3, hovered=2))
        assert not bars.grab().isNull()


def test_one_case_and_no_picture_are_no_trouble(bars: LossBars) -> None:
    assert not bars.grab().isNull()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    bars.show_picture(losses_of(cases_at([2.0], [1.0])))
    assert not bars.grab().isNull()
    bars._theme.set_theme(load_theme("dark"))
    assert not bars.grab().isNull()


def test_it_needs_more_height_in_larger_type(bars: LossBars) -> None:
    before = bars.minimumSizeHint()
    bars._theme.set_theme(load_presenting_theme())
    assert bars.minimumSizeHint().height() > 1.5 * before.height()


def test_lines_between_shares_leave_most_of_a_meter_to_be_seen(bars: LossBars) -> None:
    theme = load_presenting_theme()
    bars._theme.set_theme(theme)
    bars.resize(900, 900)
    bars.show_picture(losses_of(drawn(60), Parameters(0.0, 0.0)))
    layout, _ = bars._laid_out()
    stack = layout.stack("bce", 0.0, float(np.log(2.0)))
    image, x_px = bars.grab().toImage(), round(stack.center().x())
    rows = range(round(stack.top()), round(stack.bottom()))
    between = [y for y in rows if image.pixelColor(x_px, y).name() == QColor(theme.colours.surface).name()]
    assert len(between) < len(rows) / 3


def test_pulls_in_thick_lines_have_heads_that_stand_apart(bars: LossBars) -> None:
    theme = load_presenting_theme()
    bars._theme.set_theme(theme)
    bars.resize(900, 700)
    bars.show_picture(losses_of(drawn(60), Parameters(0.0, 3.0)))  # all that are benign are pulled down
    layout, columns = bars._laid_out()
    image, lane = bars.grab().toImage(), layout.lane("bce")
    length = round((lane.height() / 2 - 2) * -columns.pulls["bce"][0])
    foot, column_px = round(lane.center().y()), layout.bars.width() / len(columns)
    widths = [
        _inked_px(image, layout.bars.left() + column_px / 2, column_px, y) for y in range(foot, foot + length + 1)
    ]
    assert 1.5 * widths[length // 3] < max(widths[length // 2 :]) < column_px


def _inked_px(image: QImage, centre_px: float, room_px: float, y_px: int) -> int:
    """How many pixels of a column are no ground in this row."""
    ground = QColor(load_presenting_theme().colours.surface).lightness()
    columns = range(round(centre_px - room_px / 2), round(centre_px + room_px / 2))
    return sum(image.pixelColor(x, y_px).lightness() < ground / 2 for x in columns)
