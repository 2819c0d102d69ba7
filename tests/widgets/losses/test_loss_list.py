"""LossList: a tick compares, a selection selects, and what the program shows is not told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.losses.loss_list import LossList, LossRow
from lossviz.widgets.theme import ThemeSource, load_theme

ROWS = (
    LossRow("log", "Log loss", "loss_bce", "dashed", True, True, 1.3132616875182228, -0.7310585786300049, "Log loss"),
    LossRow("hinge", "Hinge", "curve_1", "solid", False, True, None, None, "Hinge"),
    LossRow("mse", "MSE", "loss_mse", "solid", True, False, None, None, "MSE"),
)


@pytest.fixture
def losses(qtbot: QtBot) -> LossList:
    shown = LossList(ThemeSource(load_theme("light")))
    qtbot.addWidget(shown)
    shown.resize(380, 200)
    shown.show_heads("Loss", "loss", "slope")
    shown.show_rows(ROWS, "log")
    shown.show()
    return shown


def _row_at(losses: LossList, row: int, x_px: int) -> QPoint:
    item = losses.topLevelItem(row)
    assert item is not None
    return QPoint(x_px, losses.visualItemRect(item).center().y())


def test_a_click_on_the_box_compares(losses: LossList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(losses.chosen) as told:
        QTest.mouseClick(losses.viewport(), Qt.MouseButton.LeftButton, pos=_row_at(losses, 1, 11))
    assert told.args == ["hinge", True]


def test_space_takes_a_loss_out_of_the_comparison(losses: LossList, qtbot: QtBot) -> None:
    losses.setFocus()
    with qtbot.waitSignal(losses.chosen) as told:
        QTest.keyClick(losses, Qt.Key.Key_Space)
    assert told.args == ["log", False]


def test_the_arrow_keys_and_the_mouse_select(losses: LossList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(losses.selected) as told:
        QTest.keyClick(losses, Qt.Key.Key_Down)
    assert told.args == ["hinge"]
    with qtbot.waitSignal(losses.selected) as told:
        QTest.mouseClick(losses.viewport(), Qt.MouseButton.LeftButton, pos=_row_at(losses, 2, 120))
    assert told.args == ["mse"]


def test_what_is_shown_is_not_told(losses: LossList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(losses.chosen), qtbot.assertNotEmitted(losses.selected):
        losses.show_rows([replace(row, is_chosen=not row.is_chosen, value=9.0) for row in ROWS], "mse")
    item = losses.topLevelItem(1)
    assert item is not None
    assert item.checkState(0) is Qt.CheckState.Checked
    assert item.text(1) == "9.0000"


def test_another_theme_draws_the_lines_in_its_colours(qtbot: QtBot) -> None:
    theme = ThemeSource(load_theme("light"))
    losses = LossList(theme)
    qtbot.addWidget(losses)
    losses.show_rows(ROWS, "log")
    item = losses.topLevelItem(0)
    assert item is not None
    before = item.icon(0).pixmap(22, 14).toImage()
    theme.set_theme(load_theme("dark"))
    assert item.icon(0).pixmap(22, 14).toImage() != before
    assert losses.currentItem() is item
