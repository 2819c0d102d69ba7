"""The commands act on the plot that has the focus, or had it last, or is the largest in sight."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.likelihood.bernoulli import ball_product
from lossviz.shell.commands import Command, CommandTable
from lossviz.shell.plot_commands import PlotInMind, plot_commands
from lossviz.widgets.likelihood.draw_table import DrawTable
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, PlotPicture
from lossviz.widgets.theme import ThemeSource, load_theme


class Desk(QWidget):
    """Two plots, the second one larger, and a field."""

    def __init__(self) -> None:
        super().__init__()
        theme = ThemeSource(load_theme("light"))
        self.small, self.large, self.field = LinePlot(theme, "x", "y"), LinePlot(theme, "x", "y"), QLineEdit()
        for name, plot in (("small", self.small), ("large", self.large)):
            plot.show_plot(PlotPicture((Curve(name, name, np.array([0.0, 1.0]), np.array([0.0, 1.0]), "curve_1"),)))
        row = QHBoxLayout(self)
        row.addWidget(self.small, 1)
        row.addWidget(self.large, 2)
        row.addWidget(self.field)
        self.resize(900, 300)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Shown, with the focus in the field."""
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


@pytest.fixture
def commands(desk: Desk, qapp: QApplication) -> Iterator[dict[str, Command]]:
    """By their keys."""
    yield {command.key: command for command in plot_commands(PlotInMind(qapp, desk))}
    QGuiApplication.clipboard().clear()


def copied(commands: dict[str, Command], key: str = "edit.copy_summary") -> str:
    """What the command puts on the clipboard as text."""
    commands[key].run()
    return QGuiApplication.clipboard().text()


def test_before_a_plot_had_the_focus_the_largest_is_meant(desk: Desk, commands: dict[str, Command]) -> None:
    assert copied(commands) == desk.large.summary()


def test_the_plot_that_had_the_focus_last_is_meant(desk: Desk, commands: dict[str, Command]) -> None:
    desk.small.setFocus()
    desk.field.setFocus()
    assert copied(commands) == desk.small.summary()
    assert copied(commands, "edit.copy_data").startswith("series,kind,x,y\r\nsmall,curve,0.0,0.0")


def test_a_plot_that_is_hidden_now_is_not_meant(desk: Desk, commands: dict[str, Command]) -> None:
    desk.small.setFocus()
    desk.small.hide()
    assert copied(commands) == desk.large.summary()


def test_the_picture_is_that_of_the_plot(desk: Desk, commands: dict[str, Command]) -> None:
    commands["edit.copy_picture"].run()
    assert QGuiApplication.clipboard().image().size() == desk.large.size() * 2


def test_without_plots_nothing_can_be_copied(desk: Desk, commands: dict[str, Command]) -> None:
    desk.small.hide()
    desk.large.hide()
    assert not any(command.can_run for command in commands.values())
    commands["edit.copy_picture"].run()


def test_rows_are_copied_of_a_table_alone_and_a_plot_is_meant_before_it(
    desk: Desk, commands: dict[str, Command], qtbot: QtBot
) -> None:
    table = DrawTable(ThemeSource(load_theme("light")))
    table.show_draws(ball_product(0.5, np.ones(3, np.bool_)), str)
    layout = desk.layout()
    assert layout is not None
    layout.addWidget(table)
    qtbot.waitUntil(lambda: not table.viewport().visibleRegion().isEmpty())
    assert copied(commands) == desk.large.summary()
    assert not commands["edit.copy_rows"].can_run
    table.setFocus()
    desk.field.setFocus()
    assert copied(commands, "edit.copy_rows").startswith("draw\toutcome\tprobability")


def test_the_commands_fit_into_the_table_of_all(commands: dict[str, Command]) -> None:
    table = CommandTable(tuple(commands.values()))
    assert {"edit.copy_picture", "edit.copy_summary", "edit.copy_data", "edit.copy_rows", "file.save_plot_svg"} <= set(
        commands
    )
    assert len(table) == 7
