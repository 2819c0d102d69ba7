"""LossesPage: names, room, and what is typed and cannot be taken."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.losses.catalogue import LOSSES
from lossviz.pages.losses_page import LossesPage
from lossviz.widgets.losses.sample_table import LABEL, SCORE
from tests.support.page_checks import assert_named, assert_room, own_controls
from tests.support.visitor import LEFT, Visitor

SIZES = ((1024, 768), (1920, 1080))
CATALOGUE, BOXES, ENTROPY, CHANCE_CODE, BY_HAND, LABELS = range(6)
_CARD, _CODE, SAMPLES = range(3)  # tabs of the catalogue
FIELDS = {  # of each tab, and where it is said that a number was not taken
    CATALOGUE: {"pos_weight": "catalogue_refusal", "delta": "catalogue_refusal"},
    BOXES: {"prior": "boxes_note", "share": "likelihood_note"},
    ENTROPY: {"share_p_0": "entropy_note", "share_q_2": "entropy_note"},
    BY_HAND: {"by_hand_seed": "by_hand_refused", "by_hand_classes": "by_hand_refused"},
    LABELS: {"label_1": "labels_refused"},
}


@pytest.fixture
def visitor(assembly: Assembly, qtbot: QtBot) -> Visitor:
    return Visitor(assembly, qtbot, "losses")


@pytest.fixture
def page(visitor: Visitor) -> LossesPage:
    return visitor.assembly.pages.losses


def panels_of(page: LossesPage) -> dict[int, tuple[QWidget, ...]]:
    return {
        CATALOGUE: (page.catalogue, page.card),
        BOXES: (page.boxes, page.likelihood),
        ENTROPY: (page.entropy,),
        CHANCE_CODE: (page.chance_code,),
        BY_HAND: (page.by_hand,),
        LABELS: (page.labels, page.race),
    }


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(page: LossesPage) -> None:
    controls = own_controls(page, QWidget())
    assert len(controls) > 60
    assert_named(controls, "losses")


@pytest.mark.parametrize("size", SIZES)
def test_everything_lies_within_the_window_and_nothing_over_anything(
    visitor: Visitor, page: LossesPage, size: tuple[int, int]
) -> None:
    window = visitor.assembly.window
    window.resize(*size)
    for tab, panels in panels_of(page).items():
        visitor.open_tab("tabs", tab)
        assert (window.width(), window.height()) == size
        assert_room(window, panels)
    visitor.open_tab("tabs", CATALOGUE)
    visitor.open_tab("loss_tabs", SAMPLES)
    assert_room(window, (page.catalogue, page.samples))


@pytest.mark.parametrize("tab", FIELDS)
def test_a_number_that_is_none_is_explained_and_the_last_good_one_stays(visitor: Visitor, tab: int) -> None:
    visitor.open_tab("tabs", tab)
    for name, notice in FIELDS[tab].items():
        before = visitor.part(QAbstractSpinBox, name).text()
        for typed in ("inf", "1e308", "nan", "hello"):
            visitor.type_into(name, typed)
            assert visitor.part(QAbstractSpinBox, name).text() == before, (name, typed)
            assert visitor.part(QLabel, notice).isVisible(), (name, typed)
            assert typed in visitor.text(notice)
        visitor.type_into(name, "")
        assert visitor.part(QAbstractSpinBox, name).text() == before, name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_tab_is_drawn_in_both_themes(visitor: Visitor, page: LossesPage, theme: str) -> None:
    visitor.assembly.settings.set_theme_name(theme)
    colours = visitor.assembly.theme.source.theme.colours
    for tab in panels_of(page):
        visitor.open_tab("tabs", tab)
        image = visitor.assembly.window.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert colours.window in seen
        assert len(seen) > 20


def test_every_card_is_written(visitor: Visitor) -> None:
    combo = visitor.part(QComboBox, "card_loss")
    assert [combo.itemData(index) for index in range(combo.count())] == list(LOSSES)
    cards = set()
    for key, entry in LOSSES.items():
        visitor.choose("card_loss", key)
        text = visitor.assembly.pages.losses.card._page.toPlainText()
        assert entry.words.use.split()[0] in text
        for library in ("PyTorch", "TensorFlow", "PaddlePaddle", "scikit-learn"):
            assert library in text, (key, library)
        cards.add(text)
    assert len(cards) == len(LOSSES)


def test_the_code_has_room_beside_the_numbers_in_a_wide_window_and_a_button_in_a_narrow_one(visitor: Visitor) -> None:
    for size in SIZES:
        visitor.assembly.window.resize(*size)
        for tab, name in ((BY_HAND, "by_hand"), (CATALOGUE, "samples")):
            visitor.open_tab("tabs", tab)
            if tab == CATALOGUE:
                visitor.open_tab("loss_tabs", SAMPLES)
            toggle = visitor.part(QPushButton, f"{name}_toggle")
            if toggle.isVisible():
                visitor.press(f"{name}_toggle")
            assert visitor.part(QWidget, f"{name}.code").isVisible(), (size, name)


def test_what_is_done_to_a_sample_that_has_just_gone_does_nothing(visitor: Visitor, page: LossesPage) -> None:
    visitor.open_tab("loss_tabs", SAMPLES)
    catalogue, table = visitor.assembly.engine.losses.catalogue, page.samples.table
    place = table.visualRect(table.model().index(5, LABEL))
    catalogue.remove_sample(5)  # the next frame has not come yet
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(place.left() + 10, place.center().y()))
    table.model().setData(table.model().index(5, SCORE), "2")
    assert len(catalogue.samples) == 5
    visitor.settle()
    assert table.rowCount() == 5


def test_what_is_done_to_an_outcome_that_has_just_gone_does_nothing(visitor: Visitor, page: LossesPage) -> None:
    visitor.open_tab("tabs", ENTROPY)
    distributions, bars = visitor.assembly.engine.losses.distributions, page.entropy.bars["q"]
    top = bars.place_px(2, 0.9)
    distributions.set_count(2)  # the next frame has not come yet
    QTest.mouseClick(bars, LEFT, pos=top.toPoint())
    assert distributions.distribution("q").sum() == pytest.approx(1.0)
    visitor.settle()
    assert distributions.count == 2


def test_a_case_that_has_just_gone_is_not_pointed_at(visitor: Visitor, page: LossesPage) -> None:
    visitor.open_tab("tabs", BOXES)
    visitor.choose("draw_source", "labels")
    fit, plot = visitor.assembly.engine.fit.fit, page.likelihood.plot
    last = int((fit.cases.y == 1.0).sum()) - 1
    fit.draw(count=10)  # the next frame has not come yet
    plot.dot_hovered.emit(("positive", last))
    assert len(fit.cases) == 10
    assert fit.hovered is None
    visitor.settle()


def test_in_a_large_window_the_plots_get_the_room_that_the_card_cannot_use(visitor: Visitor, page: LossesPage) -> None:
    visitor.open_tab("tabs", CATALOGUE)
    widths = []
    for size in SIZES:
        visitor.assembly.window.resize(*size)
        visitor.settle()
        widths.append((page.catalogue.width(), page.card.width()))
    (small, small_card), (large, large_card) = widths
    assert abs(small - small_card) <= 2
    assert large > large_card + 100
