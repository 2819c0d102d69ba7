"""NumberTable: painted rows that can be pointed at."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.classes.number_table import NumberTable, TableColumn, TableRow
from lossviz.widgets.theme import ThemeSource, load_theme

COLUMNS = (TableColumn("class", "MMMM", is_left=True), TableColumn("p", "0.000"))
ROWS = (TableRow(("cat", "0.9")), TableRow(("dog", "NaN"), frozenset({1})))


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("dark"))


@pytest.fixture
def table(qtbot: QtBot, theme: ThemeSource) -> NumberTable:
    table = NumberTable(theme, COLUMNS)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.resize(table.sizeHint())
    table.show()
    return table


def test_the_row_under_the_mouse_is_told_and_that_it_was_left(table: NumberTable) -> None:
    told: list[object] = []
    table.row_hovered.connect(told.append)
    for place in (table.row_rect(0).center().toPoint(), table.row_rect(1).center().toPoint(), QPoint(2, 2)):
        QTest.mouseMove(table, place)
    assert told == [0, 1, None]


def test_a_lit_row_looks_other(table: NumberTable, theme: ThemeSource) -> None:
    corner = (table.row_rect(1).right() - 6, table.row_rect(1).center().y())
    table.show_rows(ROWS, lit=1)
    assert table.grab().toImage().pixelColor(*map(int, corner)).name() == theme.theme.colours.selection


def test_a_wrong_cell_has_the_colour_of_errors(table: NumberTable, theme: ThemeSource) -> None:
    def colours(row: int) -> set[str]:
        image, place = table.grab().toImage(), table.row_rect(row).toRect()
        xs, ys = range(place.left(), place.right()), range(place.top(), place.bottom())
        return {image.pixelColor(x, y).name() for x in xs for y in ys}

    assert theme.theme.colours.error_edge in colours(1)
    assert theme.theme.colours.error_edge not in colours(0)


def test_it_is_read_aloud_row_by_row(table: NumberTable) -> None:
    assert table.accessibleDescription() == "class cat, p 0.9; class dog, p NaN"


def test_more_rows_need_more_room(table: NumberTable) -> None:
    before = table.minimumSizeHint()
    table.show_rows([*ROWS, *ROWS])
    assert table.minimumSizeHint().height() > before.height()
    assert table.minimumSizeHint().width() == before.width()
