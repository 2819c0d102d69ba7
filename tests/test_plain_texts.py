"""The whole window: a text from a file or a person is shown as it stands, even where it looks like HTML."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.cases import CaseWords
from lossviz.core.fit.logistic import Parameters
from tests.support.assembly import assembly, home, settle

__all__ = ["assembly", "home"]

HOSTILE = "<img src='file:///x.png'><b>one</b>"
LESSON = f"""\
lossviz_lesson: 1
key: one
title: One
goal: A goal
minutes: 3
steps:
  - {{title: "{HOSTILE}", page: fit, caption: A caption}}
"""
RICH_ON_PURPOSE = {"overfit.train_error", "overfit.held_out_error"}


def test_no_label_takes_a_text_for_html_unless_it_was_written_as_such(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "one.yaml").write_text(LESSON, "utf-8")
    assembly.open_file(tmp_path / "one.yaml")
    settle(assembly, qtbot)
    labels = assembly.window.findChildren(QLabel)
    guessing = [label for label in labels if label.textFormat() == Qt.TextFormat.AutoText]
    assert [(label.objectName(), label.text()) for label in guessing] == []
    rich = {label.objectName() for label in labels if label.textFormat() == Qt.TextFormat.RichText}
    assert rich == RICH_ON_PURPOSE
    assert any(HOSTILE in label.text() for label in labels if label.objectName() == "lesson.step")


def test_names_that_look_like_html_are_shown_letter_by_letter(assembly: Assembly, qtbot: QtBot) -> None:
    engine = assembly.engine
    fit, logits = engine.fit.fit, engine.softmax.logits
    words = CaseWords(HOSTILE, HOSTILE, f"{HOSTILE}no", f"{HOSTILE}yes")
    fit.open_cases(replace(fit.cases, words=words))
    fit.set_parameters(Parameters(1.0, -2.0))
    fit.select(0)
    logits.set_source("case")
    for panel in ("fit.plot", "softmax.loss", "softmax.formula", "softmax.network"):
        assembly.show_panel(panel)
        settle(assembly, qtbot)
    tips = [widget.toolTip() for widget in assembly.window.findChildren(QWidget)]
    assert not any("<img" in tip for tip in tips)
    labels = [label for label in assembly.window.findChildren(QLabel) if HOSTILE in label.text()]
    assert {"fit.slopes", "softmax.formula_class"} <= {label.objectName() for label in labels}
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
