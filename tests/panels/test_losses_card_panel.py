"""The card: every loss has one, with its formulas typeset, its numbers live and its names to be copied."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from lossviz.core.losses.axes import AXES, AxisKey
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossKey
from lossviz.panels.losses_card_panel import LossesCardPanel
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.losses.card_page import CardPage
from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def store() -> CatalogueStore:
    return CatalogueStore()


@pytest.fixture
def panel(qtbot: QtBot, store: CatalogueStore) -> Iterator[LossesCardPanel]:
    clock = FrameClock()
    shown = LossesCardPanel(clock, ThemeSource(load_theme("dark")), store)
    qtbot.addWidget(shown)
    shown.resize(490, 300)
    shown.show()
    shown.redraw()
    yield shown
    clock.stop()


def _formula(panel: LossesCardPanel, name: str) -> FormulaView:
    view = panel.findChild(FormulaView, f"losses.card_{name}")
    assert isinstance(view, FormulaView)
    return view


def _text(panel: LossesCardPanel) -> str:
    page = panel.findChild(CardPage, "losses.card_page")
    assert isinstance(page, CardPage)
    return page.toPlainText()


@pytest.mark.parametrize("key", LOSSES)
def test_every_loss_has_a_card(panel: LossesCardPanel, store: CatalogueStore, key: LossKey) -> None:
    store.select(key)
    axis: AxisKey
    for axis in AXES:
        store.set_axis(axis)
        panel.redraw()
        for name in ("formula", "value", "slope"):
            assert _formula(panel, name).sizeHint().width() > 20
        assert not _formula(panel, "value").slot_place("value").isEmpty()
        assert not _formula(panel, "slope").slot_place("slope").isEmpty()
    text = _text(panel)
    for library in LOSSES[key].libraries.values():
        assert (library.call or "none") in text
        assert library.note in text


def test_the_numbers_follow_the_marker(panel: LossesCardPanel, store: CatalogueStore) -> None:
    store.set_marker(-2.0)
    panel.redraw()
    assert _formula(panel, "value").accessibleDescription() == "value = 2.1269"
    assert _formula(panel, "slope").accessibleDescription() == "slope = −0.8808"


def test_a_loss_without_a_curve_over_the_axis_is_told_of_over_the_margin(
    panel: LossesCardPanel, store: CatalogueStore
) -> None:
    store.set_marker(-2.0)
    store.set_axis("probability")
    store.select("hinge")
    panel.redraw()
    assert _formula(panel, "value").accessibleDescription() == "value = 3.0000"


def test_another_card_is_chosen_by_keys(panel: LossesCardPanel, store: CatalogueStore) -> None:
    combo = panel.findChild(QComboBox, "losses.card_loss")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert store.selected == "sigmoid_ce"


def test_the_names_can_be_copied(panel: LossesCardPanel) -> None:
    page = panel.findChild(CardPage, "losses.card_page")
    assert isinstance(page, CardPage)
    assert page.find("torch.nn.functional.binary_cross_entropy")
    assert page.textCursor().selectedText() == "torch.nn.functional.binary_cross_entropy"
