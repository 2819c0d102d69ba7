"""MnistRunsPanel: what is done to the list by mouse and keys, and what is made of its runs."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.core.reports.exports import ExportOrder, write_export
from lossviz.core.training.metric_log import MemoryRelief
from lossviz.core.training.run_states import RunState
from lossviz.panels.mnist_runs_panel import MnistRunsPanel
from lossviz.panels.training_curves import TrainingCurves
from lossviz.stores.data_store import DataStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.training_store import TrainingStore
from lossviz.widgets.curves.style import CurveStyle, line_dashes
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.runs.export_menu import KINDS
from lossviz.widgets.runs.run_table_model import DIFFERENCES, NAME, SHOWN
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.listed_runs import listed_run
from tests.support.timeline_runs import run_with
from tests.support.tiny_runs import TINY_RUN


@dataclass
class Rig:
    training: TrainingStore
    runs: RunListStore
    messages: MessageStore
    curves: TrainingCurves
    panel: MnistRunsPanel
    qtbot: QtBot

    def drawn(self) -> None:
        """Wait until the panel shows what the stores say."""
        wanted = [run.number for run in self.runs.runs]
        self.qtbot.waitUntil(lambda: [row.number for row in self.panel.table.rows] == wanted)
        self.panel.redraw()

    def names(self) -> list[str]:
        return [row.name for row in self.panel.table.rows]

    def click(self, row: int, column: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QPoint:
        table = self.panel.table
        place = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)
        return place

    def press(self, button: QPushButton) -> None:
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def editor(self) -> QLineEdit:
        self.qtbot.waitUntil(lambda: bool(self.panel.table.findChildren(QLineEdit)))
        (editor,) = self.panel.table.findChildren(QLineEdit)
        return editor


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    clock, theme = FrameClock(), ThemeSource(load_theme("light"))
    training = TrainingStore(DataStore(), TINY_RUN, "cpu", 1)
    runs, messages = RunListStore(training), MessageStore()
    training.put_run(listed_run(1))
    training.put_run(listed_run(2, TINY_RUN.changed(loss="mse_softmax", seed=5)))
    training.put_run(listed_run(3, TINY_RUN.changed(optimizer="adam")))
    curves = TrainingCurves(clock, theme, training, runs)
    panel = MnistRunsPanel(clock, theme, training, runs, messages, curves.picture_sources())
    for widget in (curves, panel):
        qtbot.addWidget(widget)
        widget.resize(900, 500)
        with qtbot.waitExposed(widget):
            widget.show()
    rig = Rig(training, runs, messages, curves, panel, qtbot)
    rig.drawn()
    yield rig
    clock.stop()


def answering(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let every dialog for a file be answered with `path`."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


def test_a_row_tells_what_is_different_and_what_came_of_it(rig: Rig) -> None:
    first, second, third = rig.panel.table.rows
    assert first.differences.startswith("Softmax regression, Cross-entropy")
    assert second.differences == "MSE on softmax, Mean over classes, seed 5"
    assert third.differences == "Adam"
    assert (first.step_count, first.best_accuracy, first.test_accuracy) == (24, 1 - 1 / 24, 0.875)


def test_what_tells_runs_apart_can_be_read_in_a_narrow_table(rig: Rig) -> None:
    table = rig.panel.table
    rig.panel.resize(450, 500)
    rig.qtbot.waitUntil(lambda: table.rowHeight(1) > table.rowHeight(2))
    assert table.columnWidth(DIFFERENCES) >= 2 * table.columnWidth(NAME)
    for place, row in enumerate(table.rows):
        room = QRect(0, 0, table.columnWidth(DIFFERENCES) - 8, 1000)
        needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, row.differences)
        assert needed.height() <= table.rowHeight(place)


def test_the_curves_name_the_loss_only_where_it_tells_runs_apart(rig: Rig) -> None:
    curves = rig.curves.loss_plot
    rig.qtbot.waitUntil(lambda: "Run 1: Cross-entropy" in curves.legend_names)
    rig.runs.delete([2])
    rig.qtbot.waitUntil(lambda: "Run 1" in curves.legend_names)
    assert any(name.startswith("Run 3: mean of the last") for name in curves.legend_names)


def test_a_name_is_changed_by_double_click_and_seen_in_the_curves(rig: Rig) -> None:
    place = rig.click(1, NAME)
    QTest.mouseDClick(rig.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = rig.editor()
    editor.selectAll()
    QTest.keyClicks(editor, "squared")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    rig.qtbot.waitUntil(lambda: rig.names()[1] == "squared")
    rig.qtbot.waitUntil(lambda: "squared" in rig.curves.loss_plot.legend_names)


def test_a_name_is_changed_by_key_from_any_column_and_escape_leaves_it(rig: Rig) -> None:
    rig.click(0, SHOWN + 3)
    QTest.keyClick(rig.panel.table, Qt.Key.Key_F2)
    editor = rig.editor()
    QTest.keyClicks(editor, "other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert rig.runs.given_name(1) == ""


def test_typing_a_name_goes_on_while_the_log_grows(rig: Rig) -> None:
    rig.panel.table.choose(3)
    rig.panel.table.edit_name()
    editor = rig.editor()
    editor.selectAll()
    QTest.keyClicks(editor, "half")
    rig.training.runs[2].log.append(1.0, 0.5)
    rig.training.note_growth(None)
    rig.qtbot.waitUntil(lambda: rig.panel.table.rows[2].step_count == 25)
    QTest.keyClicks(editor, " way")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    rig.qtbot.waitUntil(lambda: rig.runs.given_name(3) == "half way")


def test_a_box_hides_the_curves_and_space_brings_them_back(rig: Rig) -> None:
    table = rig.panel.table
    box = table.visualRect(table.model().index(1, SHOWN))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(10, box.height() // 2))
    assert not rig.runs.is_shown(2)
    rig.qtbot.waitUntil(lambda: not any("Run 2" in name for name in rig.curves.loss_plot.legend_names))
    table.choose(2)
    QTest.keyClick(table, Qt.Key.Key_Space)
    rig.qtbot.waitUntil(lambda: any("Run 2" in name for name in rig.curves.accuracy_plot.legend_names))


def test_a_click_on_the_legend_hides_a_run_in_both_plots_and_in_the_list(rig: Rig) -> None:
    legend = rig.curves.loss_plot.legend
    (name,) = [name for name in legend.names if "Run 2" in name]
    QTest.mouseClick(legend, Qt.MouseButton.LeftButton, pos=legend.place_of(name).center())
    assert not rig.runs.is_shown(2)
    accuracy = rig.curves.accuracy_plot
    rig.qtbot.waitUntil(lambda: not any("Run 2" in name for name in accuracy.legend_names))
    QTest.mouseClick(accuracy.legend, Qt.MouseButton.LeftButton, pos=accuracy.legend.place_of(name).center())
    assert rig.runs.is_shown(2)


def test_runs_are_deleted_together_and_come_back(rig: Rig) -> None:
    rig.click(0, NAME)
    rig.click(1, NAME, Qt.KeyboardModifier.ControlModifier)
    rig.qtbot.waitUntil(rig.panel.buttons.delete.isEnabled)
    rig.press(rig.panel.buttons.delete)
    rig.drawn()
    assert rig.names() == ["Run 3"]
    rig.press(rig.panel.buttons.undo)
    rig.drawn()
    assert len(rig.names()) == 3
    rig.click(2, NAME)
    QTest.keyClick(rig.panel.table, Qt.Key.Key_Delete)
    rig.drawn()
    assert len(rig.names()) == 2
    QTest.keyClick(rig.panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rig.drawn()
    assert len(rig.names()) == 3


def test_the_run_in_training_cannot_be_deleted_and_the_panel_says_why(rig: Rig) -> None:
    rig.training.set_state(RunState.STARTING)
    rig.training.set_state(RunState.RUNNING)
    rig.panel.table.choose(3)
    rig.panel.redraw()
    assert not rig.panel.buttons.delete.isEnabled()
    assert "in training, so it cannot be deleted" in rig.panel.details.text()


def test_memory_that_ran_out_stands_in_the_details(rig: Rig) -> None:
    rig.training.runs[1].log.append_memory_relief(MemoryRelief(12, "half_batches"))
    rig.panel.table.choose(2)
    rig.panel.redraw()
    assert "memory ran out after step 12: batches in two halves" in rig.panel.details.text().replace("\u00a0", " ")


def test_without_a_run_nothing_can_be_pressed_and_the_panel_says_what_will_stand_there(rig: Rig) -> None:
    rig.runs.delete([1, 2, 3])
    rig.drawn()
    buttons = rig.panel.findChildren(QPushButton)
    assert [button.objectName() for button in buttons if button.isEnabled()] == ["mnist.run_undo"]
    assert "Every run that you start or open stands here" in rig.panel.details.text()


def test_only_a_run_whose_way_is_in_memory_can_be_looked_back_at(rig: Rig) -> None:
    told: list[int] = []
    rig.panel.look_back_chosen.connect(told.append)
    rig.training.put_run(run_with((0, 4, 8), 8, number=4))
    rig.drawn()
    rig.panel.table.choose(2)
    rig.panel.redraw()
    assert not rig.panel.buttons.look_back.isEnabled()
    rig.panel.table.choose(4)
    rig.panel.redraw()
    rig.press(rig.panel.buttons.look_back)
    assert told == [4]


def test_a_run_is_saved_by_its_number(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, Path]] = []
    rig.panel.save_chosen.connect(lambda number, path: told.append((number, path)))
    answering(monkeypatch, tmp_path / "mine")
    rig.panel.table.choose(2)
    rig.panel.redraw()
    rig.press(rig.panel.buttons.save)
    assert told == [(2, tmp_path / "mine.pt")]


@pytest.fixture
def ordered(rig: Rig) -> Callable[[], ExportOrder]:
    orders: list[ExportOrder] = []
    rig.panel.export_chosen.connect(orders.append)
    return lambda: orders.pop()


def test_what_is_exported_are_the_runs_shown_with_the_colours_of_the_list(
    rig: Rig, ordered: Callable[[], ExportOrder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, tmp_path / "report")
    rig.runs.set_shown(1, is_shown=False)
    rig.runs.rename(2, "<b>")
    rig.panel.export_menu.aboutToShow.emit()
    rig.panel.export_menu.action("shown", "html").trigger()
    order = ordered()
    assert order.path == tmp_path / "report.html"
    assert [run.name for run in order.runs] == ["<b>", "Run 3: Cross-entropy"]
    style = CurveStyle(load_theme("light"))
    looks = [rig.runs.look(number) for number in (2, 3)]
    assert [run.look.colour for run in order.runs] == [style.line_colour(look).name() for look in looks]
    assert [run.look.dashes for run in order.runs] == [line_dashes(look) for look in looks]
    page = write_export(order).read_text(encoding="utf-8")
    assert "&lt;b&gt;" in page
    assert "MSE on softmax" in page


def test_a_selected_run_is_exported_alone(
    rig: Rig, ordered: Callable[[], ExportOrder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, tmp_path / "run.csv")
    rig.panel.table.choose(2)
    rig.panel.export_menu.aboutToShow.emit()
    rig.panel.export_menu.action("selected", "csv").trigger()
    path = write_export(ordered())
    with path.open(newline="", encoding="utf-8") as file:
        losses = [float(row["batch_loss"]) for row in csv.DictReader(file)]
    assert losses == rig.training.runs[1].log.columns().losses.tolist()


def test_a_dialog_that_is_closed_exports_nothing(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[ExportOrder] = []
    rig.panel.export_chosen.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    rig.panel.export_menu.aboutToShow.emit()
    for kind in KINDS:
        rig.panel.export_menu.action("shown", kind).trigger()
    assert told == []


def test_a_picture_of_the_curves_has_twice_their_pixels_and_their_colours(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, tmp_path / "curves.png")
    rig.curves.hide()
    rig.panel.export_menu.picture_chosen.emit(rig.curves.picture_sources()[0])
    picture = QImage(str(tmp_path / "curves.png"))
    loss, accuracy = rig.curves.loss_plot, rig.curves.accuracy_plot
    assert picture.width() == 2 * loss.width()
    assert picture.height() == 2 * (loss.height() + accuracy.height())
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 3)}
    style = CurveStyle(load_theme("light"))
    assert {style.line_colour(rig.runs.look(number)).name() for number in (1, 2, 3)} <= seen


def test_a_picture_that_cannot_be_written_is_told_in_a_message(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, tmp_path / "no folder" / "curves.png")
    rig.panel.export_menu.picture_chosen.emit(rig.curves.picture_sources()[1])
    assert rig.messages.message is not None
    assert "The picture could not be written" in str(rig.messages.message.error)


def test_both_themes_and_a_narrow_panel_are_drawn(rig: Rig) -> None:
    rig.panel.resize(480, 300)
    rig.panel.grab()
    assert rig.panel.table.isColumnHidden(3)
    rig.panel._theme.set_theme(load_theme("dark"))
    rig.panel.grab()
