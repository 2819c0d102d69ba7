"""SoftmaxPage: names, room, and what is typed and cannot be taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.pages.softmax_page import SoftmaxPage
from lossviz.stores.logits_source import SOURCES
from tests.support.page_checks import assert_named, assert_room, own_controls
from tests.support.visitor import LEFT, Visitor

FIXED_NAMES: dict[str, type[QWidget]] = {
    **{f"logit_{index}": QDoubleSpinBox for index in range(10)},
    **{f"probability_{index}": QLabel for index in range(10)},
    "class_count": QSpinBox,
    "temperature": QDoubleSpinBox,
    "target": QComboBox,
    "double": QCheckBox,
    "preset": QComboBox,
    "loss": QLabel,
}
SIZES = ((1024, 768), (1920, 1080))
FIELDS = {  # of each tab on the right, and of what is always there: where it is said that a number was not taken
    "steps": {
        "logit_1": "table_refusal",
        "temperature": "problem",
        "smoothing": "problem",
        "constant": "problem",
        "learning_rate": "rate_refusal",
    },
    "two_classes": {"logit_2": "table_refusal"},
    "network": {"weight_0_0": "network_refusal", "feature_1": "network_refusal", "bias_2": "network_refusal"},
    "range": {"saturated_z": "saturated_refusal"},
}


@pytest.fixture
def visitor(assembly: Assembly, qtbot: QtBot) -> Visitor:
    return Visitor(assembly, qtbot, "softmax")


@pytest.fixture
def page(visitor: Visitor) -> SoftmaxPage:
    return visitor.assembly.pages.softmax


def test_every_fixed_name_is_there_once_and_is_spoken(visitor: Visitor, page: SoftmaxPage) -> None:
    for name, kind in FIXED_NAMES.items():
        assert isinstance(visitor.part(QWidget, name), kind), name
        assert visitor.part(QWidget, name).accessibleName(), name
    assert page.objectName() == "softmax"


def test_every_control_has_a_name_for_scripts_and_one_that_is_spoken(visitor: Visitor, page: SoftmaxPage) -> None:
    for tab in range(4):  # the network's fields are made when they are first shown
        visitor.open_tab("right_tabs", tab)
    controls = own_controls(page, page.messages)
    assert len(controls) > 45
    assert_named(controls, "softmax")


@pytest.mark.parametrize("size", SIZES)
def test_everything_lies_within_the_window_and_nothing_over_anything(
    visitor: Visitor, page: SoftmaxPage, size: tuple[int, int]
) -> None:
    window, logits = visitor.assembly.window, visitor.assembly.engine.softmax.logits
    window.resize(*size)
    logits.set_double(True)
    for count, left, right in ((2, 0, 1), (2, 1, 0), (10, 0, 0), (10, 1, 1), (10, 2, 2), (10, 0, 3)):
        logits.set_class_count(count)
        visitor.open_tab("left_tabs", left)
        visitor.open_tab("right_tabs", right)
        assert (window.width(), window.height()) == size
        lower = (
            (page.loss, page.formulas, page.code)[left],
            (page.gradient, page.two_classes, page.network, page.range)[right],
        )
        assert_room(window, (page.source, page.table, *lower))


def test_every_source_finds_room(visitor: Visitor, page: SoftmaxPage) -> None:
    visitor.assembly.window.resize(*SIZES[0])
    for source in SOURCES:
        visitor.choose("source", source)
        visitor.type_into("logit_1", "1.5")
        assert (visitor.assembly.window.width(), visitor.assembly.window.height()) == SIZES[0]
        assert_room(visitor.assembly.window, (page.source, page.table, page.loss, page.gradient))


@pytest.mark.parametrize("names", FIELDS.values(), ids=FIELDS)
def test_a_number_that_is_none_is_explained_and_the_last_good_one_stays(
    visitor: Visitor, names: dict[str, str]
) -> None:
    visitor.open_tab("right_tabs", list(FIELDS.values()).index(names))
    for name, notice in names.items():
        box, logits = visitor.part(QDoubleSpinBox, name), visitor.assembly.engine.softmax.logits
        before, facts = box.value(), logits.facts
        for typed in ("inf", "1e308", "", "nan", "hello"):
            visitor.type_into(name, typed)
            assert (box.value(), logits.facts is facts) == (before, True), (name, typed)
            assert visitor.part(QLabel, notice).isVisible(), (name, typed)
            assert (typed or "nothing") in visitor.text(notice)
        visitor.type_into(name, "0.25")
        assert box.value() == 0.25
        assert not visitor.part(QLabel, notice).isVisible(), name


def test_what_was_refused_is_forgotten_with_the_next_logits(visitor: Visitor) -> None:
    visitor.type_into("logit_0", "inf")
    assert visitor.part(QLabel, "table_refusal").isVisible()
    visitor.choose("preset", "four_classes")
    assert not visitor.part(QLabel, "table_refusal").isVisible()


def test_a_constant_that_leads_too_far_is_explained(visitor: Visitor) -> None:
    visitor.type_into("constant", "9999")
    visitor.press("add_constant")
    assert "10000" in visitor.text("problem")
    assert visitor.assembly.engine.softmax.logits.logits.tolist() == [3.0, 1.0, -3.0]
    visitor.type_into("constant", "1")
    visitor.press("add_constant")
    assert not visitor.part(QLabel, "problem").isVisible()


def test_a_model_that_is_too_steep_is_told_of_in_the_banner(visitor: Visitor, page: SoftmaxPage) -> None:
    fit = visitor.assembly.engine.fit.fit
    fit.select(0)
    visitor.choose("source", "case")
    before = visitor.text("probability_1")
    good = fit.parameters
    fit.set_parameters(good._replace(b=1e6))
    visitor.settle()
    assert page.messages.isVisible()
    assert visitor.text("probability_1") == before
    fit.set_parameters(good)
    visitor.settle()
    assert not page.messages.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_preset_is_drawn_in_both_themes(visitor: Visitor, theme: str) -> None:
    visitor.assembly.settings.set_theme_name(theme)
    colours = visitor.assembly.theme.source.theme.colours
    pictures = set()
    presets: list[PresetKey] = list(PRESETS)
    for preset in presets:
        visitor.assembly.engine.softmax.logits.apply_preset(preset)
        visitor.settle()
        image = visitor.assembly.window.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert colours.window in seen
        assert len(seen) > 50
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(presets)


def test_what_is_done_to_a_class_that_has_just_gone_does_nothing(visitor: Visitor, page: SoftmaxPage) -> None:
    logits, table = visitor.assembly.engine.softmax.logits, page.table.table
    visitor.open_tab("right_tabs", 2)
    visitor.type_into("class_count", "10")
    bar, weight = table.cell_centre(9, "z_bar"), visitor.part(QDoubleSpinBox, "weight_9_0")
    logits.set_class_count(2)  # the next frame has not come yet
    table.hovered.emit(9, "z")
    assert logits.hovered is None
    QTest.keyClick(visitor.part(QComboBox, "target"), Qt.Key.Key_End)
    QTest.mouseClick(table, LEFT, pos=bar.toPoint())
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Space)
    weight.setValue(1.0)
    assert logits.logits.tolist() == [3.0, 1.0]
    assert logits.true_class == 0
    visitor.settle()
    assert not visitor.part(QDoubleSpinBox, "logit_9").isVisible()
