"""The rows of every table can be taken along: those that are selected by Ctrl+C, all of them by a menu."""

import csv
import io
import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.likelihood.bernoulli import ball_product
from lossviz.widgets.exports.plot_export import PlotExport, export_of
from lossviz.widgets.exports.plot_menu import PlotMenu
from lossviz.widgets.likelihood.draw_table import DrawTable
from lossviz.widgets.losses.loss_list import LossList, LossRow
from lossviz.widgets.losses.sample_table import SampleRow, SampleTable
from lossviz.widgets.runs.run_row import RunRow
from lossviz.widgets.runs.run_table import RunTable
from lossviz.widgets.theme import ThemeSource, load_theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
DOWN = Qt.Key.Key_Down
OUTCOMES = np.array([True, False, True])


def draws(theme: ThemeSource) -> DrawTable:
    table = DrawTable(theme)
    table.show_draws(ball_product(0.25, OUTCOMES), lambda row: ("blue", "white", "blue")[row])
    return table


def samples(theme: ThemeSource) -> SampleTable:
    table = SampleTable(theme)
    table.show_heads("score", "label", "p", "loss")
    table.show_rows([SampleRow(1 / 3, 1, 2 / 3, 0.1 + 0.2), SampleRow(-2.0, 0, 0.125, 1.5)], "loss_bce", None)
    return table


def runs(theme: ThemeSource) -> RunTable:
    table = RunTable(theme)
    best = 2 / 3
    table.show_rows(
        [RunRow(1, "first, good", None, True, "none", 900, best, 0.5), RunRow(2, "other", 0, False, "", 7, None, None)]
    )
    return table


def losses(theme: ThemeSource) -> LossList:
    table = LossList(theme)
    table.show_heads("loss", "value", "slope")
    rows = [LossRow("log", "Log loss", "loss_bce", "dashed", True, True, 4 / 3, -2 / 3, "")]
    table.show_rows([*rows, LossRow("mse", "MSE", "loss_mse", "solid", False, True, None, None, "")], "log")
    return table


TABLES = (draws, samples, runs, losses)
Shown = tuple[QAbstractItemView, PlotExport, QLineEdit]


@pytest.fixture(params=TABLES, ids=[make.__name__ for make in TABLES])
def shown(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Shown]:
    """A table that has the focus, with a field below it."""
    table, field, home = request.param(ThemeSource(load_theme("light"))), QLineEdit(), QWidget()
    column = QVBoxLayout(home)
    column.addWidget(table)
    column.addWidget(field)
    home.resize(640, 320)
    qtbot.addWidget(home)
    with qtbot.waitExposed(home):
        home.show()
    home.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    export = export_of(table)
    assert export is not None
    yield table, export, field
    QGuiApplication.clipboard().clear()


def pasted() -> list[list[str]]:
    """What a spreadsheet makes of the clipboard."""
    return list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), "excel-tab"))


def select(table: QAbstractItemView, *places: int) -> None:
    """By keys, as a person does."""
    table.clearSelection()
    table.setCurrentIndex(table.model().index(places[0], 1))
    for _ in places[1:]:
        QTest.keyClick(table, DOWN, SHIFT)


def open_menu() -> PlotMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PlotMenu)
    return menu


def test_ctrl_c_copies_the_selected_row_with_its_heads(shown: Shown) -> None:
    table, export, _ = shown
    select(table, 1)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    heads, row = pasted()
    written = list(csv.reader(io.StringIO(export.csv())))
    assert (heads, row) == (written[0], written[2])


def test_without_a_selection_all_rows_are_copied(shown: Shown) -> None:
    table, export, _ = shown
    table.clearSelection()
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert pasted() == list(csv.reader(io.StringIO(export.csv())))


def test_several_rows_are_copied_where_several_can_be_selected(shown: Shown) -> None:
    table, _, _ = shown
    select(table, 0, 1)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    many = table.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
    assert len(pasted()) == (3 if many else 2)


def test_the_menu_opens_by_keys_and_by_a_right_click_and_copies_rows(shown: Shown) -> None:
    table, export, _ = shown
    select(table, 1)
    QTest.keyClick(table, Qt.Key.Key_F10, SHIFT)
    QTest.keyClick(open_menu(), Qt.Key.Key_R)
    assert len(pasted()) == 2
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, NO_KEYS, QPoint(60, 10))
    QTest.keyClick(open_menu(), Qt.Key.Key_D)
    assert QGuiApplication.clipboard().text() == export.csv()


def test_every_row_is_told_in_words(shown: Shown) -> None:
    table, export, _ = shown
    assert table.accessibleDescription() == export.summary()
    assert export.summary().count(";") == table.model().rowCount() - 1


def test_tab_leaves_the_table(shown: Shown) -> None:
    table, _, field = shown
    select(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert field.hasFocus()


def cells_of(view: QTableView | LossList, head: str) -> list[str]:
    export = export_of(view)
    assert export is not None
    return [row[head] for row in csv.DictReader(io.StringIO(export.csv()))]


def test_numbers_have_all_their_digits(qtbot: QtBot) -> None:
    theme = ThemeSource(load_theme("light"))
    made = draws(theme), samples(theme), runs(theme), losses(theme)
    for table in made:
        qtbot.addWidget(table)
    drawn, scored, listed, compared = made
    assert cells_of(drawn, "minus_ln_probability_nat") == [repr(-math.log(p)) for p in (0.25, 0.75, 0.25)]
    assert cells_of(drawn, "outcome") == ["blue", "white", "blue"]
    assert cells_of(scored, "score") == [repr(1 / 3), "-2.0"]
    assert cells_of(scored, "loss") == [repr(0.1 + 0.2), "1.5"]
    assert cells_of(listed, "best_validation_accuracy_share") == [repr(2 / 3), ""]
    assert cells_of(listed, "name") == ["first, good", "other"]
    assert cells_of(compared, "slope_at_marker") == [repr(-2 / 3), ""]


def test_of_many_rows_the_first_and_the_last_are_told(qtbot: QtBot) -> None:
    table = DrawTable(ThemeSource(load_theme("light")))
    qtbot.addWidget(table)
    assert "no rows" in table.summary()
    table.show_draws(ball_product(0.5, np.ones(5000, np.bool_)), str)
    assert "4,988 more rows" in table.summary()
    assert "4999 5000" in table.summary()
