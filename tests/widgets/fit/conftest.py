"""What the tests of the fit's widgets share."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.fit.case_plot import CasePicture, CasePlot
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.widgets.fit.case_rig import CaseRig


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def rigged(qtbot: QtBot, theme: ThemeSource) -> Callable[[CasePicture], CaseRig]:
    """A plot on the screen that shows a picture."""

    def rigged_with(picture: CasePicture) -> CaseRig:
        plot = CasePlot(theme)
        qtbot.addWidget(plot)
        plot.resize(700, 420)
        with qtbot.waitExposed(plot):
            plot.show()
        return CaseRig(plot, picture)

    return rigged_with
