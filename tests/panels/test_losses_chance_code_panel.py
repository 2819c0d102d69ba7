"""LossesChanceCodePanel: the lines that are shown give the number that is shown."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lossviz.panels.losses_chance_code_panel import LossesChanceCodePanel
from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.distributions_store import DistributionsStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.frame_clock import FrameClock
from tests.support.snippet_runs import result_of


@pytest.mark.parametrize("key", ["posterior", "likelihood", "bridge", "entropy"])
def test_the_lines_give_the_number(qtbot: QtBot, key: str) -> None:
    balls, fit, distributions, clock = BoxesStore(), FitStore(), DistributionsStore(), FrameClock()
    panel = LossesChanceCodePanel(clock, balls, fit, distributions)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    (choice,) = panel.findChildren(QComboBox, "losses.chance.code_of")
    choice.setCurrentIndex(choice.findData(key))
    balls.put_ball(True)
    balls.put_ball(False)
    (timer,) = clock.findChildren(QTimer)
    qtbot.waitUntil(lambda: not timer.isActive())
    (code,) = panel.findChildren(QPlainTextEdit, "losses.chance.code")
    (shown,) = panel.findChildren(QLabel, "losses.chance.code_result")
    assert f"result = {result_of(code.toPlainText()):.12g}" == shown.text()
