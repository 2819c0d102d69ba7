"""The samples' panel: a table to type into, bars, and three ways to put the losses together."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lossviz.core.losses.samples import MOST_SAMPLES
from lossviz.panels.losses_samples_panel import LossesSamplesPanel
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.losses.sample_table import LABEL, LOSS, SCORE
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.snippet_runs import result_of


class Bench:
    """A panel of its own, and what it shows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store = CatalogueStore()
        self.clock = FrameClock()
        self.panel = LossesSamplesPanel(self.clock, ThemeSource(load_theme("light")), self.store)
        qtbot.addWidget(self.panel)
        self.panel.resize(950, 500)
        self.panel.show()
        self.panel.redraw()

    def cell(self, row: int, column: int) -> str:
        """A cell's text."""
        item = self.panel.table.item(row, column)
        assert item is not None
        return item.text()

    def place(self, row: int, column: int) -> QPoint:
        """A cell's middle."""
        item = self.panel.table.item(row, column)
        assert item is not None
        return self.panel.table.visualItemRect(item).center()

    def score_editor(self, row: int) -> QLineEdit:
        """The field that a double click opens, with all of its text selected."""
        table = self.panel.table
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(table.viewport(), Qt.MouseButton.LeftButton, pos=self.place(row, SCORE))
        editor = table.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        return editor

    def type_score(self, row: int, text: str) -> None:
        """Type into a cell with the keyboard."""
        table, editor = self.panel.table, self.score_editor(row)
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)
        self.panel.redraw()

    def button(self, name: str) -> QAbstractButton:
        """One of the panel's buttons."""
        button = self.panel.findChild(QAbstractButton, f"losses.{name}")
        assert isinstance(button, QAbstractButton)
        return button

    def click(self, name: str) -> None:
        """Click a button of the panel."""
        button = self.button(name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        self.panel.redraw()

    def text(self, name: str) -> str:
        """A label's text if it can be seen."""
        label = self.panel.findChild(QLabel, f"losses.{name}")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    @property
    def result(self) -> str:
        """What all samples come to."""
        view = self.panel.findChild(FormulaView, "losses.result")
        assert isinstance(view, FormulaView)
        return view.accessibleDescription()

    @property
    def code(self) -> str:
        """The lines on screen."""
        code = self.panel.findChild(QPlainTextEdit, "losses.samples.code")
        assert isinstance(code, QPlainTextEdit)
        return code.toPlainText()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.clock.stop()


def test_the_course_figures_stand_in_the_table(bench: Bench) -> None:
    bench.store.select("sigmoid_ce")
    bench.panel.redraw()
    plain = [bench.cell(row, LOSS) for row in range(6)]
    assert plain == ["2.1269", "0.9741", "0.0025", "0.7444", "0.6931", "3.0486"]
    bench.store.select("weighted_ce")
    bench.panel.redraw()
    weighted = [bench.cell(row, LOSS) for row in range(6)]
    assert weighted == ["2.1269", "0.9741", "0.0074", "0.7444", "2.0794", "3.0486"]


def test_none_mean_and_sum(bench: Bench) -> None:
    bench.store.select("sigmoid_ce")
    bench.panel.redraw()
    assert bench.result == "result = 1.2649"
    bench.click("reduction_sum")
    assert bench.result == "result = 7.5896"
    assert 'reduction="sum"' in bench.code
    bench.click("reduction_none")
    assert bench.result == ""
    assert 'reduction="none"' in bench.code


def test_the_line_across_the_bars_is_named_where_there_is_one(bench: Bench) -> None:
    def head() -> str:
        item = bench.panel.table.horizontalHeaderItem(3)
        assert item is not None
        return item.text()

    bench.store.select("sigmoid_ce")
    bench.panel.redraw()
    assert head() == "loss (line: mean)"
    bench.click("reduction_sum")
    assert head() == "loss"


def test_the_code_gives_the_number_on_screen(bench: Bench) -> None:
    assert result_of(bench.code) == pytest.approx(bench.store.total, rel=1e-12)


def test_what_a_name_says_cannot_be_chosen(bench: Bench) -> None:
    bench.store.set_reduction("sum")
    bench.store.select("mse")
    bench.panel.redraw()
    buttons = [bench.button(f"reduction_{key}") for key in ("none", "mean", "sum")]
    assert [button.isChecked() for button in buttons] == [False, True, False]
    assert not any(button.isEnabled() for button in buttons)
    assert "MSE is a mean" in bench.text("samples_note")
    bench.store.select("squared")
    bench.panel.redraw()
    assert "SSE" in bench.text("samples_note")


def test_a_typed_score_changes_the_losses(bench: Bench) -> None:
    bench.type_score(0, "-2,5")
    assert bench.store.samples.scores[0] == -2.5
    assert bench.cell(0, SCORE) == "−2.5"
    assert bench.cell(0, LOSS) == "0.0789"


def test_a_score_is_copied_with_a_hyphen_as_other_programs_read_it(bench: Bench) -> None:
    bench.type_score(0, "-2.5")
    with bench.qtbot.waitActive(bench.panel):
        bench.panel.activateWindow()
    editor = bench.score_editor(0)
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Copy))
    assert (editor.text(), QApplication.clipboard().text()) == ("−2.5", "-2.5")


@pytest.mark.parametrize("typed", ["inf", "nan", "1e308", "", "two", "1,500"])
def test_a_score_that_is_none_is_explained_in_place(bench: Bench, typed: str) -> None:
    bench.type_score(1, typed)
    assert "not taken" in bench.text("samples_refusal")
    assert bench.cell(1, SCORE) == "0.5"
    bench.type_score(1, "1")
    assert bench.text("samples_refusal") == ""


def test_a_tick_turns_a_label(bench: Bench) -> None:
    place = QPoint(bench.panel.table.columnViewportPosition(LABEL) + 10, bench.place(2, LABEL).y())
    QTest.mouseClick(bench.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bench.panel.redraw()
    assert bench.store.samples.labels[2] == 0.0
    assert bench.cell(2, LOSS) == "6.0025"


def test_samples_come_and_go(bench: Bench) -> None:
    QTest.mouseClick(bench.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=bench.place(0, LOSS))
    bench.click("remove_sample")
    assert bench.store.samples.scores.tolist() == [0.5, 6.0, 0.1, 0.0, 3.0]
    while len(bench.store.samples) < MOST_SAMPLES:
        bench.click("add_sample")
    bench.click("add_sample")
    assert "21 samples" in bench.text("samples_refusal")
    while len(bench.store.samples) > 1:
        bench.click("remove_sample")
    bench.click("remove_sample")
    assert "0 samples" in bench.text("samples_refusal")
    bench.click("reset_samples")
    assert bench.panel.table.rowCount() == 6
    assert bench.text("samples_refusal") == ""


def test_the_code_takes_the_tables_place_where_there_is_no_room_for_both(bench: Bench) -> None:
    assert bench.panel.table.isVisible()
    bench.panel.resize(490, 300)
    bench.qtbot.waitUntil(bench.button("samples_toggle").isVisible)
    assert bench.panel.table.isVisible()
    bench.click("samples_toggle")
    assert not bench.panel.table.isVisible()


def test_half_a_small_window_is_enough(bench: Bench) -> None:
    least = bench.panel.minimumSizeHint()
    assert least.width() <= 490
    assert least.height() <= 300
