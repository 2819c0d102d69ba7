"""What the tests of the plots share."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.plots.line_plot import LinePlot, PlotPicture
from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def shown(qtbot: QtBot, theme: ThemeSource) -> Callable[[PlotPicture], LinePlot]:
    """A plot on the screen that shows a picture."""

    def shown_with(picture: PlotPicture) -> LinePlot:
        plot = LinePlot(theme, "z", "loss")
        qtbot.addWidget(plot)
        plot.resize(490, 300)
        with qtbot.waitExposed(plot):
            plot.show()
        plot.show_plot(picture)
        return plot

    return shown_with
