"""The sheet that explains: everything that a tool tip or a plot's summary tells, without hovering."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.shell.explanations import explanations_in
from lossviz.widgets.controls import caption_for, named
from tests.support.assembly import Home, settle


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    for part in parts_of_a_panel():
        column.addWidget(part)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def parts_of_a_panel() -> Iterator[QWidget]:
    yield named(QPushButton("&Fit"), "fit", "Fit", "Show the whole run again")
    yield named(QPushButton("↶"), "undo", "Undo", "Take it back")
    field = named(QSpinBox(), "seed", "Seed of the cases", "The same seed draws the same cases")
    yield caption_for(field, "Seed")
    yield field
    yield QLabel("says it all")
    hidden = named(QPushButton("Gone"), "gone", "Gone", "not to be seen")
    hidden.hide()
    yield hidden


def test_each_part_is_told_by_its_name_on_the_screen(panel: QWidget) -> None:
    told = dict(explanations_in(panel))
    assert told["Fit"] == "Show the whole run again"
    assert told["Undo"] == "Take it back"
    assert told["Seed"].endswith("The same seed draws the same cases")


def test_what_is_hidden_or_has_no_more_than_its_name_is_left_out(panel: QWidget) -> None:
    assert len(explanations_in(panel)) == 3


@pytest.fixture
def assembly(home: Home, qtbot: QtBot) -> Assembly:
    assembly = home.build()
    qtbot.addWidget(assembly.window)
    assembly.window.resize(1280, 800)
    with qtbot.waitActive(assembly.window):
        assembly.window.show()
    settle(assembly, qtbot)
    return assembly


def sheet_text(assembly: Assembly) -> str:
    return assembly.aids.explanations.sheet.accessibleDescription()


def test_the_page_in_front_is_explained_with_what_its_plots_show(assembly: Assembly, qtbot: QtBot) -> None:
    QTest.keyClick(assembly.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: assembly.aids.explanations.is_open)
    assert "Cases, line and sigmoid: 60 cases" in sheet_text(assembly)
    assert "Resample" in sheet_text(assembly)
    QTest.keyClick(assembly.aids.explanations.sheet, Qt.Key.Key_Escape)
    assert not assembly.aids.explanations.is_open
    assembly.window.show_page("overfit")
    settle(assembly, qtbot)
    assembly.aids.explanations.open()
    assert "Cases, line and sigmoid" not in sheet_text(assembly)


def test_what_is_presented_is_explained_in_its_type_and_colours_and_escape_goes_back_to_it(
    assembly: Assembly, qtbot: QtBot
) -> None:
    assembly.presentation.present(["fit.calibration"])
    window = assembly.presentation.window
    assert window is not None
    settle(assembly, qtbot)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.explanations.is_open
    assert "predicted" in window.explanations.sheet.accessibleDescription()
    content = window.explanations.sheet.widget()
    assert content is not None
    labels = content.findChildren(QLabel)
    assert all(label.fontInfo().pixelSize() >= 24 for label in labels)
    ink = window.palette().color(QPalette.ColorRole.WindowText)
    assert all(label.palette().color(QPalette.ColorRole.WindowText) == ink for label in labels)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.explanations.is_open
    assert assembly.presentation.is_presenting
    assembly.presentation.leave()
