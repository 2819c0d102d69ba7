"""ClassTable: what it shows, and what mouse and keyboard ask of it."""

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.class_table import ClassTable
from lossviz.widgets.classes.table_layout import BARS, ColumnKey, Hit
from lossviz.widgets.theme import ThemeSource, load_presenting_theme, load_theme
from tests.support.looks.painted import cut_paintings, painted_texts, paintings_over_each_other

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LETTERS = "ABCDEFGHIJ"
COURSE = (3.0, 1.0, -3.0)


def rows_of(logits: tuple[float, ...], true: int | None = 0, *, is_double: bool = False) -> ClassRows:
    count = len(logits)
    target = np.full(count, 1.0 / count) if true is None else np.eye(count)[true]
    facts = SoftmaxFacts(np.array(logits), 1.0, target, is_double)
    return ClassRows(
        names=tuple(LETTERS[:count]),
        logits=facts.logits,
        scaled=facts.scaled,
        exps=facts.exps,
        probabilities=facts.output,
        target=facts.target,
        loss_terms=facts.terms,
        bce_slopes=facts.gradient,
        mse_slopes=facts.mse_gradient,
        exp_sum=facts.exps_total,
        loss=facts.loss,
        temperature=1.0,
        true_class=true,
        once=facts.probabilities if is_double else None,
    )


@dataclass
class Heard:
    """All that the table has told."""

    logits: list[tuple[int, float]] = field(default_factory=list)
    shares: list[tuple[int, float]] = field(default_factory=list)
    ends: list[None] = field(default_factory=list)
    true: list[int] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)
    hovered: list[tuple[int | None, str | None]] = field(default_factory=list)


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def table(qtbot: QtBot, theme: ThemeSource) -> ClassTable:
    table = ClassTable(theme)
    qtbot.addWidget(table)
    table.resize(1000, 250)
    table.show_rows(rows_of(COURSE))
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


@pytest.fixture
def heard(table: ClassTable) -> Heard:
    heard = Heard()
    table.logit_dragged.connect(lambda index, logit: heard.logits.append((index, logit)))
    table.target_dragged.connect(lambda index, share: heard.shares.append((index, share)))
    table.logit_drag_ended.connect(lambda: heard.ends.append(None))
    table.true_class_chosen.connect(heard.true.append)
    table.name_edited.connect(lambda index, name: heard.names.append((index, name)))
    table.hovered.connect(lambda index, term: heard.hovered.append((index, term)))
    return heard


def press(table: ClassTable, place: QPointF) -> None:
    QTest.mousePress(table, LEFT, NO_KEYS, place.toPoint())


def move(table: ClassTable, place: QPointF) -> None:
    QTest.mouseMove(table, place.toPoint())


def release(table: ClassTable, place: QPointF) -> None:
    QTest.mouseRelease(table, LEFT, NO_KEYS, place.toPoint())


def double_click(table: ClassTable, place: QPointF) -> None:
    QTest.mouseDClick(table, LEFT, NO_KEYS, place.toPoint())
    QTest.mouseRelease(table, LEFT, NO_KEYS, place.toPoint())  # mouseDClick leaves the button down


def share_place(table: ClassTable, index: int, share: float) -> QPointF:
    cell = table._scene().layout.bar(index, "y_bar")
    return QPointF(cell.left() + share * cell.width(), cell.center().y())


def test_fields_and_labels_show_the_courses_figures(table: ClassTable) -> None:
    shown = [label.text() for label in table.probability_labels if label.isVisible()]
    assert shown == ["0.87887824", "0.11894324", "0.00217852"]
    assert [box.value() for box in table.logit_boxes if box.isVisible()] == list(COURSE)
    assert "Loss 0.1291" in table.summary()
    assert "Slopes of CE: A −0.1211, B +0.1189, C +0.0022; of MSE: A −0.0169" in table.summary()


@pytest.mark.parametrize(("count", "size"), [(10, (1000, 400)), (3, (1000, 250)), (10, (1880, 450)), (2, (1000, 250))])
def test_it_fits_and_no_column_meets_another(table: ClassTable, count: int, size: tuple[int, int]) -> None:
    table.resize(*size)
    table.show_rows(rows_of(tuple(float(value) for value in range(count))))
    assert table.minimumSizeHint().width() <= size[0]
    assert table.minimumSizeHint().height() <= size[1]
    layout = table._scene().layout
    assert layout.foot.bottom() <= size[1]
    edges = sorted((left, left + width) for left, width in layout.columns.values())
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] <= size[0]
    assert layout.is_long


def test_bars_take_the_room_of_a_wider_window(table: ClassTable) -> None:
    narrow = {key: table._scene().layout.columns[key][1] for key in BARS}
    table.resize(1880, 250)
    wide = {key: table._scene().layout.columns[key][1] for key in BARS}
    assert all(wide[key] > 1.5 * narrow[key] for key in BARS)
    assert {"bce", "mse"} <= set(table._scene().layout.columns)


def test_a_logits_bar_follows_the_mouse_and_its_scale_holds_still(table: ClassTable, heard: Heard) -> None:
    scale = table._scene().logit_scale
    press(table, table.logit_place(1, 1.0))
    for logit in (2.0, 4.0):
        move(table, table.logit_place(1, logit))
    beyond = table.logit_place(1, 5.0) + QPointF(60, 0)
    move(table, beyond)
    index, furthest = heard.logits[-1]
    assert (index, furthest > 5.0) == (1, True)
    table.show_rows(rows_of((3.0, furthest, -3.0)))
    assert table._scene().logit_scale == scale
    release(table, beyond)
    assert table._scene().logit_scale.high >= furthest
    assert [logit for _, logit in heard.logits[:3]] == pytest.approx([1.0, 2.0, 4.0], abs=0.1)
    assert len(heard.ends) == 1


def test_a_targets_bar_moves_with_the_mouse_but_not_by_a_click(table: ClassTable, heard: Heard) -> None:
    place = share_place(table, 1, 0.5)
    press(table, place)
    release(table, place)
    assert heard.shares == []
    press(table, place)
    move(table, share_place(table, 1, 0.8))
    move(table, share_place(table, 1, 0.8) + QPointF(500, 0))
    move(table, share_place(table, 1, 0.0) - QPointF(500, 0))
    release(table, place)
    assert [index for index, _ in heard.shares] == [1, 1, 1]
    assert [share for _, share in heard.shares] == pytest.approx([0.8, 1.0, 0.0], abs=0.02)


def test_the_dot_and_a_double_click_on_a_target_choose_the_true_class(table: ClassTable, heard: Heard) -> None:
    QTest.mouseClick(table, LEFT, NO_KEYS, table.cell_centre(2, "mark").toPoint())
    double_click(table, table.cell_centre(1, "y_bar"))
    assert heard.true == [2, 1]
    assert heard.shares == []


def test_arrow_keys_choose_a_class_and_move_its_logit(table: ClassTable, heard: Heard) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Right)  # before the first one is shown
    QTest.keyClick(table, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Left, CTRL)
    assert [index for index, _ in heard.logits] == [1] * 4
    assert [logit for _, logit in heard.logits] == pytest.approx([1.1, 1.2, 0.2, 0.19], abs=1e-12)
    assert len(heard.ends) == 4
    table.show_rows(rows_of((3.0, 1e4, -3.0)))
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert heard.logits[-1] == (1, 1e4)


def test_alt_and_tab_move_the_target(table: ClassTable, heard: Heard) -> None:
    table.setFocus()
    table.show_rows(rows_of(COURSE, None))
    QTest.keyClick(table, Qt.Key.Key_Right, ALT)
    (moved,) = heard.shares
    assert moved == pytest.approx((0, 1 / 3 + 0.01))
    table.show_rows(rows_of(COURSE, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert heard.shares[-1] == (1, 0.0)
    assert heard.true == [1]


def test_tab_goes_from_the_logits_to_the_targets_and_on(qtbot: QtBot, theme: ThemeSource) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    table, after = ClassTable(theme), QPushButton("after")
    column = QVBoxLayout(window)
    column.addWidget(table)
    column.addWidget(after)
    window.resize(1000, 300)
    table.show_rows(rows_of(COURSE))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert (table.hasFocus(), table._keys.cell) == (True, (0, "y_bar"))
    QTest.keyClick(table, Qt.Key.Key_Backtab)
    assert (table.hasFocus(), table._keys.cell) == (True, (0, "z_bar"))
    QTest.keyClick(table, Qt.Key.Key_Tab)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_the_keyboards_cell_is_framed(table: ClassTable) -> None:
    table.logit_boxes[0].setFocus()
    table.light(None, None)
    without = table.grab().toImage()
    table.setFocus()
    assert table.grab().toImage() != without


@pytest.mark.parametrize(
    ("column", "term"),
    [
        *(("mark", None), ("name", None), ("z_bar", "z"), ("scaled", "scaled"), ("exp", "exp"), ("p", "p")),
        *(("p_bar", "p"), ("y", "y"), ("y_bar", "y"), ("loss", "loss"), ("slopes", "grad")),
    ],
)
def test_pointing_at_a_cell_tells_class_and_term(
    table: ClassTable, heard: Heard, qtbot: QtBot, column: ColumnKey, term: str | None
) -> None:
    move(table, table.cell_centre(1, column))
    qtbot.waitUntil(lambda: heard.hovered[-1:] == [(1, term)])
    layout = table._scene().layout
    move(table, layout.cell(layout.foot, column).center())
    qtbot.waitUntil(lambda: heard.hovered[-1:] == [(None, "sum" if term == "exp" else term)])


def test_pointing_at_a_field_tells_its_class(table: ClassTable, heard: Heard, qtbot: QtBot) -> None:
    move(table, table.cell_centre(0, "name"))
    qtbot.waitUntil(lambda: heard.hovered[-1:] == [(0, None)])
    QTest.mouseMove(table.logit_boxes[2])
    qtbot.waitUntil(lambda: heard.hovered[-1:] == [(2, "z")])


def test_what_is_lit_elsewhere_is_lit_here_and_told_to_nobody(table: ClassTable, heard: Heard) -> None:
    table.light(None, None)
    plain = table.grab().toImage()
    for index, term in ((1, None), (None, "sum"), (2, "exp"), (9, "elsewhere")):
        table.light(index, term)
        assert (table.grab().toImage() != plain) == (term != "elsewhere")
    assert heard.hovered == []


def test_a_class_is_renamed_by_double_click_or_f2(table: ClassTable, heard: Heard) -> None:
    double_click(table, table.cell_centre(1, "name"))
    QTest.keyClicks(table.name_field, "dog")
    QTest.keyClick(table.name_field, Qt.Key.Key_Return)
    assert heard.names == [(1, "dog")]
    assert not table.name_field.isVisible()
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(table.name_field, "cat")
    QTest.keyClick(table.name_field, Qt.Key.Key_Escape)
    assert heard.names == [(1, "dog")]
    assert not table.name_field.isVisible()


def test_a_logit_is_typed_and_what_is_none_is_refused(table: ClassTable, heard: Heard, qtbot: QtBot) -> None:
    box = table.logit_boxes[1]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "-2.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert heard.logits == [(1, -2.5)]
    for typed in ("inf", "nan", "1e308", "", "-"):
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Delete)
        QTest.keyClicks(box, typed)
        with qtbot.waitSignal(box.refused) as refused:
            QTest.keyClick(box, Qt.Key.Key_Return)
        assert refused.args == [typed]
    assert heard.logits == [(1, -2.5)]


def test_what_is_not_finite_is_painted_as_what_it_is(table: ClassTable) -> None:
    rows = rows_of((9000.0, 1000.0, 0.0))
    assert math.isinf(rows.exps[0])
    table.show_rows(rows)
    assert not table.grab().isNull()
    broken = replace(rows, logits=np.array([np.nan, np.inf, -np.inf]), probabilities=np.full(3, np.nan))
    table.show_rows(broken)
    assert not table.grab().isNull()
    assert not any(box.isVisible() for box in table.logit_boxes)
    assert [label.text() for label in table.probability_labels[:3]] == ["NaN"] * 3
    table.show_rows(rows_of(COURSE))
    assert table.logit_boxes[0].isVisible()


def test_the_true_class_differs_without_any_colour(table: ClassTable) -> None:
    def grey_row() -> object:
        row = table._scene().layout.cell(table._scene().layout.row(1), "name")
        return table.grab(row.toRect()).toImage().convertToFormat(table.grab().toImage().Format.Format_Grayscale8)

    before = grey_row()
    table.show_rows(rows_of(COURSE, 1))
    assert grey_row() != before


def test_twice_the_softmax_has_a_column_more_and_the_courses_figures(table: ClassTable) -> None:
    table.show_rows(rows_of((2.0, 0.5, 6.0), 2, is_double=True))
    assert "once" in table._scene().layout.columns
    assert [label.text() for label in table.probability_labels[:3]] == ["0.21747023", "0.21446464", "0.56806514"]
    assert not table.grab().isNull()


def test_fewer_classes_hide_their_fields_and_the_keyboard_stays_inside(table: ClassTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    table.show_rows(rows_of((0.0, 1.0)))
    assert [box.isVisible() for box in table.logit_boxes[:3]] == [True, True, False]
    assert table._keys.cell[0] == 1
    assert not table.grab().isNull()


def test_every_cell_explains_itself(table: ClassTable) -> None:
    words = table._words
    for is_double in (False, True):
        rows = rows_of((2.0, 0.5, 6.0), 2, is_double=is_double)
        table.show_rows(rows)
        for key in table._scene().layout.columns:
            assert words.explanation(key, is_twice=is_double)
            assert words.cell(rows, Hit("row", key, 1))
            assert words.cell(rows, Hit("foot", key))
    rows = rows_of(COURSE)
    assert words.cell(rows, Hit("row", "p", 0)) == "20.09 ÷ 22.85 = 0.8789"
    assert words.cell(rows, Hit("row", "slopes", 0)).startswith("(p − y) ÷ T = (0.8789 − 1.0000) ÷ 1 = −0.1211")
    assert "overflows" in words.cell(rows_of((9000.0, 1.0)), Hit("row", "p", 0))


@pytest.mark.parametrize("size", [(1, 1), (40, 400), (400, 40), (700, 200)])
def test_it_paints_at_any_size_and_in_the_dark(table: ClassTable, theme: ThemeSource, size: tuple[int, int]) -> None:
    table.resize(*size)
    theme.set_theme(load_theme("dark"))
    assert not table.grab().isNull()


def test_without_rows_it_is_an_empty_surface(qtbot: QtBot, theme: ThemeSource) -> None:
    table = ClassTable(theme)
    qtbot.addWidget(table)
    table.show()
    QTest.mouseMove(table, QPointF(5, 5).toPoint())
    QTest.mouseClick(table, LEFT)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert not table.grab().isNull()


@pytest.mark.parametrize("logits", [COURSE, (103.0, 101.0, 97.0), (-900.0, 1.0, 3.0), (20.0, 0.0, 0.0)], ids=str)
@pytest.mark.parametrize("is_double", [False, True])
def test_in_the_projectors_type_nothing_is_cut_off_and_nothing_lies_over_anything(
    table: ClassTable, logits: tuple[float, ...], is_double: bool
) -> None:
    table._theme.set_theme(load_presenting_theme())
    table.resize(1248, 400)
    table.show_rows(rows_of(logits, is_double=is_double))
    with painted_texts() as painted:
        table.grab()
    texts = [one.text for one in painted.texts]
    assert {"CE", "MSE", "∂L/∂z", "0"} <= set(texts)
    assert cut_paintings(painted) == []
    assert paintings_over_each_other(painted) == []


def test_a_scale_of_logits_says_where_zero_is_before_it_says_where_it_begins(table: ClassTable) -> None:
    table.show_rows(rows_of((103.0, 101.0, 97.0)))
    with painted_texts() as painted:
        table.grab()
    texts = [one.text for one in painted.texts]
    assert "200" in texts
    assert "−20" not in texts
    zero = table.logit_place(0, 0.0).x()
    assert any(one.text == "0" and abs(one.ink.center().x() - zero) < 5 for one in painted.texts)


def test_rows_and_bars_grow_more_than_the_type_of_a_projector(table: ClassTable) -> None:
    usual = table.maximumHeight()
    table._theme.set_theme(load_presenting_theme())
    enlargement = load_presenting_theme().sizes.enlargement
    assert table.maximumHeight() > 1.3 * enlargement * usual


def test_the_mouse_looks_like_what_it_can_do(table: ClassTable) -> None:
    shapes: dict[ColumnKey, Qt.CursorShape] = {
        "z_bar": Qt.CursorShape.SizeHorCursor,
        "y_bar": Qt.CursorShape.SizeHorCursor,
        "mark": Qt.CursorShape.PointingHandCursor,
        "exp": Qt.CursorShape.ArrowCursor,
    }
    for column, shape in shapes.items():
        QTest.mouseMove(table, table.cell_centre(1, column).toPoint())
        assert table.cursor().shape() == shape
    QTest.mouseMove(table, QPointF(1, table.height() - 1).toPoint())
    assert table.cursor().shape() == Qt.CursorShape.ArrowCursor
