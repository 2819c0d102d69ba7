"""LossesLabelsPanel: what PyTorch says to each form of labels, and the same loss from index and one-hot row."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.by_hand.label_types import try_labels
from lossviz.panels.losses_labels_panel import LossesLabelsPanel
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.whole_number_box import WholeNumberBox

KINDS: list[str] = [row.kind for row in try_labels((2, 1))]


@pytest.fixture
def store() -> ByHandStore:
    return ByHandStore()


@pytest.fixture
def panel(qtbot: QtBot, store: ByHandStore) -> Iterator[LossesLabelsPanel]:
    clock = FrameClock()
    panel = LossesLabelsPanel(clock, store)
    qtbot.addWidget(panel)
    panel.resize(490, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: text(panel, "labels_same") != "")
    yield panel
    clock.stop()


def text(panel: QWidget, name: str) -> str:
    (label,) = panel.findChildren(QLabel, f"losses.{name}")
    return label.text()


def table(panel: QWidget) -> QTableWidget:
    (found,) = panel.findChildren(QTableWidget, "losses.labels_table")
    return found


def answer(panel: QWidget, kind: str) -> str:
    item = table(panel).item(KINDS.index(kind), 1)
    assert item is not None
    return item.text()


def go_to(panel: QWidget, kind: str) -> None:
    """With the arrow keys."""
    rows = table(panel)
    while rows.currentRow() != KINDS.index(kind):
        QTest.keyClick(rows, Qt.Key.Key_Down if rows.currentRow() < KINDS.index(kind) else Qt.Key.Key_Up)


def type_label(panel: QWidget, sample: int, typed: str) -> None:
    (box,) = panel.findChildren(WholeNumberBox, f"losses.label_{sample}")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_index_and_one_hot_row_give_the_course_s_two_losses(panel: LossesLabelsPanel) -> None:
    for kind in ("index", "one_hot"):
        assert answer(panel, kind) == "✓ 0.02215516, 3.09967364"
    assert "the same losses" in text(panel, "labels_same")


@pytest.mark.parametrize("kind", KINDS)
def test_a_chosen_row_is_explained(panel: LossesLabelsPanel, store: ByHandStore, qtbot: QtBot, kind: str) -> None:
    row = store.label_rows[KINDS.index(kind)]
    go_to(panel, kind)
    qtbot.waitUntil(lambda: text(panel, "labels_code") == row.code)
    assert row.message in text(panel, "labels_message")
    assert text(panel, "labels_meaning") == row.meaning
    assert text(panel, "labels_instead") == row.instead
    (instead,) = panel.findChildren(QLabel, "losses.labels_instead")
    assert instead.isVisible() == (row.outcome != "right")


def test_a_label_that_is_typed_goes_through_every_row(panel: LossesLabelsPanel, qtbot: QtBot) -> None:
    type_label(panel, 0, "0")
    qtbot.waitUntil(lambda: answer(panel, "index") == "✓ 4.02215516, 3.09967364")
    assert answer(panel, "one_hot") == answer(panel, "index")
    assert answer(panel, "counted_from_one").startswith("! 5.52215516")
    go_to(panel, "counted_from_one")
    qtbot.waitUntil(lambda: "No error, and that is worse" in text(panel, "labels_meaning"))


@pytest.mark.parametrize("typed", ["3", "-1", "1.5", "nan", "two", " "])
def test_a_class_that_is_none_is_explained_and_changes_nothing(
    panel: LossesLabelsPanel, store: ByHandStore, qtbot: QtBot, typed: str
) -> None:
    type_label(panel, 1, typed)
    (told,) = panel.findChildren(QLabel, "losses.labels_refused")
    qtbot.waitUntil(told.isVisible)
    assert f"“{typed}” was not taken" in told.text()
    assert store.labels == (2, 1)
    type_label(panel, 1, "2")
    assert not told.isVisible()
    assert store.labels == (2, 2)


def test_nothing_is_cut_off_in_a_wide_panel(panel: LossesLabelsPanel, qtbot: QtBot) -> None:
    panel.resize(950, 420)
    rows, (code,) = table(panel), panel.findChildren(QLabel, "losses.labels_code")
    qtbot.waitUntil(lambda: code.mapTo(panel, code.rect().topLeft()).x() > rows.geometry().right())
    assert not rows.verticalScrollBar().isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_below_the_table_every_explanation_is_seen_whole(panel: LossesLabelsPanel, qtbot: QtBot, kind: str) -> None:
    panel.resize(700, 310)
    (area,) = panel.findChildren(QScrollArea, "losses.labels_explanation")
    (instead,) = panel.findChildren(QLabel, "losses.labels_instead")
    go_to(panel, kind)
    qtbot.waitUntil(lambda: instead.isVisible() == (answer(panel, kind)[0] != "✓"))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("size", [(490, 600), (950, 900)])
def test_where_there_is_room_rows_are_as_high_as_their_text(
    panel: LossesLabelsPanel, qtbot: QtBot, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    rows = table(panel)
    long, short = KINDS.index("one_hot_integers"), KINDS.index("index")
    qtbot.waitUntil(lambda: rows.rowHeight(long) > rows.rowHeight(short))
    assert rows.rowHeight(short) < 2 * rows.fontMetrics().height()
    qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() == 0)
