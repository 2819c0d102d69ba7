"""LossesByHandPanel: the course's figures, experiments with them, and what is typed and cannot be."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.panels.losses_by_hand_panel import LossesByHandPanel
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.whole_number_box import WholeNumberBox
from tests.support.assembly import choose
from tests.support.snippet_runs import result_of

CODE = ("binary", "multiclass", "index_labels", "race")


@pytest.fixture
def store() -> ByHandStore:
    return ByHandStore()


@pytest.fixture
def panel(qtbot: QtBot, store: ByHandStore) -> Iterator[LossesByHandPanel]:
    clock = FrameClock()
    panel = LossesByHandPanel(clock, store)
    qtbot.addWidget(panel)
    panel.resize(950, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: text(panel, "binary_formula_mean") != "")
    yield panel
    clock.stop()


def text(panel: QWidget, name: str) -> str:
    return panel.findChildren(QLabel, f"losses.by_hand_{name}")[0].text()


def box(panel: QWidget, name: str) -> WholeNumberBox:
    (found,) = panel.findChildren(WholeNumberBox, f"losses.by_hand_{name}")
    return found


def type_into(field: WholeNumberBox, typed: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)


def wait_for(qtbot: QtBot, panel: QWidget, name: str, expected: str) -> None:
    qtbot.waitUntil(lambda: text(panel, name) == expected)


def test_the_course_s_figures_stand_there(panel: LossesByHandPanel) -> None:
    for way in ("formula", "from_probabilities", "from_logits"):
        assert text(panel, f"binary_{way}_mean") == "0.796195"
        assert text(panel, f"binary_{way}_total") == "2388.584"
        assert text(panel, f"multiclass_{way}_mean") == "1.159102"
    assert "same number" in text(panel, "binary_verdict")
    assert "same number" in text(panel, "multiclass_verdict")


def test_every_setting_makes_another_experiment_and_reset_brings_the_course_s_back(
    panel: LossesByHandPanel, store: ByHandStore, qtbot: QtBot
) -> None:
    for name, typed in (("seed", "421"), ("features", "5"), ("binary_samples", "2e3")):
        type_into(box(panel, name), typed)
        assert getattr(store.settings, name) == float(typed)
        wait_for(qtbot, panel, "binary_formula_total", f"{store.binary.ways[0].total:.3f}")
    for name, typed in (("classes", "4"), ("multiclass_samples", "299")):
        type_into(box(panel, name), typed)
        assert getattr(store.settings, name) == float(typed)
        wait_for(qtbot, panel, "multiclass_formula_total", f"{store.multiclass.ways[0].total:.3f}")
    QTest.mouseClick(panel.findChildren(QPushButton, "losses.by_hand_reset")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: text(panel, "binary_formula_total") == "2388.584")
    assert box(panel, "seed").whole == 420


def test_many_features_show_where_float32_ends(panel: LossesByHandPanel, qtbot: QtBot) -> None:
    type_into(box(panel, "features"), "64")
    qtbot.waitUntil(lambda: text(panel, "binary_formula_mean") == "NaN")
    assert "of 3000 samples" in text(panel, "binary_verdict")
    type_into(box(panel, "features"), "32")
    qtbot.waitUntil(lambda: "few digits" in text(panel, "binary_verdict"))


@pytest.mark.parametrize("typed", ["0", "-3", "3.5", "1e308", "nan", "inf", "hello", " "])
@pytest.mark.parametrize("name", ["features", "binary_samples", "classes"])
def test_what_is_no_number_within_the_range_is_explained_and_changes_nothing(
    panel: LossesByHandPanel, store: ByHandStore, qtbot: QtBot, name: str, typed: str
) -> None:
    before, value = store.settings, box(panel, name).whole
    type_into(box(panel, name), typed)
    (told,) = panel.findChildren(QLabel, "losses.by_hand_refused")
    qtbot.waitUntil(told.isVisible)
    assert f"“{typed}” was not taken" in told.text()
    assert store.settings is before
    assert box(panel, name).whole == value
    type_into(box(panel, "seed"), "3")
    assert not told.isVisible()


@pytest.mark.parametrize("what", CODE)
def test_the_code_gives_the_number_beside_it(panel: LossesByHandPanel, qtbot: QtBot, what: str) -> None:
    (choice,) = panel.findChildren(QComboBox, "losses.by_hand.code_of")
    (code,) = panel.findChildren(QPlainTextEdit, "losses.by_hand.code")
    (shown,) = panel.findChildren(QLabel, "losses.by_hand.code_result")
    before = code.toPlainText()
    choose(choice, what)
    qtbot.waitUntil(lambda: what == "binary" or code.toPlainText() != before)
    assert shown.text() == f"result = {result_of(code.toPlainText()):.12g}"


def test_a_narrow_panel_shows_the_numbers_or_the_code(panel: LossesByHandPanel, qtbot: QtBot) -> None:
    (code,) = panel.findChildren(QPlainTextEdit, "losses.by_hand.code")
    (toggle,) = panel.findChildren(QPushButton, "losses.by_hand_toggle")
    (cell,) = panel.findChildren(QLabel, "losses.by_hand_binary_formula_mean")
    assert code.isVisible()
    assert cell.isVisible()
    assert not toggle.isVisible()
    panel.resize(490, 300)
    qtbot.waitUntil(lambda: toggle.isVisible() and not code.isVisible())
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert code.isVisible()
    assert not cell.isVisible()
    panel.resize(950, 420)
    qtbot.waitUntil(lambda: code.isVisible() and cell.isVisible())


@pytest.mark.parametrize(("width", "is_beside"), [(490, False), (700, True), (950, False)])
def test_between_narrow_and_wide_the_verdict_stands_beside_its_numbers(
    panel: LossesByHandPanel, qtbot: QtBot, width: int, is_beside: bool
) -> None:
    (cell,) = panel.findChildren(QLabel, "losses.by_hand_binary_from_logits_off")
    (verdict,) = panel.findChildren(QLabel, "losses.by_hand_binary_verdict")
    panel.resize(width, 420)
    qtbot.waitUntil(lambda: (_left(panel, verdict) > _left(panel, cell) + cell.width()) == is_beside)


def _left(panel: QWidget, part: QWidget) -> int:
    return part.mapTo(panel, part.rect().topLeft()).x()
