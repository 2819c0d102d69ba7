"""A stranger's way over the Softmax page, with mouse and keys alone."""

import math

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.softmax.presets import PRESETS, PresetKey
from lossviz.widgets.classes.class_table import ClassTable
from lossviz.widgets.classes.log_slider import LogSlider
from lossviz.widgets.classes.loss_split import LossSplit
from lossviz.widgets.classes.number_table import NumberTable
from lossviz.widgets.fit.case_plot import CasePlot
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.plots.line_plot import LinePlot
from tests.support.assembly import draw, until
from tests.support.visitor import LEFT, Visitor, number_of

LOSS, FORMULAS, CODE = range(3)  # tabs on the left
STEPS, TWO_CLASSES, NETWORK, RANGE = range(4)  # tabs on the right

# Probabilities and loss as they stand on screen: the course's figures, the others from torch in float64.
FIGURES: dict[PresetKey, tuple[tuple[str, ...], str]] = {
    "three_classes": (("0.87887824", "0.11894324", "0.00217852"), "0.12910891"),
    "four_classes": (("0.95002734", "0.04729908", "0.00235488", "0.00031870"), "0.05126451"),
    "b4_first": (("0.01791432", "0.00399722", "0.97808846"), "0.02215516"),
    "b4_second": (("0.04980332", "0.04506391", "0.90513277"), "3.09967364"),
    "soft_first": (("0.01791432", "0.00399722", "0.97808846"), "2.17215516"),
    "soft_second": (("0.04980332", "0.04506391", "0.90513277"), "2.76967364"),
    "confident_right": (("0.99662082", "0.00247038", "0.00090880"), "0.00338490"),
    "unsure": (("0.36716540", "0.30060961", "0.33222499"), "1.00194285"),
    "confident_wrong": (("0.00090880", "0.99662082", "0.00247038"), "7.00338490"),
    "two_classes": (("0.40000000", "0.60000000"), "0.51082562"),
    "overflow": (("0.99995460", "0.00004540", "1.80e−35"), "0.00004540"),
}
TWICE: dict[PresetKey, tuple[tuple[str, ...], str]] = {
    "b4_first": (("0.21747023", "0.21446464", "0.56806514"), "0.56551919"),
    "b4_second": (("0.23002143", "0.22893385", "0.54104472"), "1.47432220"),
}
FLOORS = {2: "0.3133", 3: "0.5514", 10: "1.4612"}  # ln(1 + (K - 1)/e), where the right class has 10000 and others 0
ONE = ((0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85))


@pytest.fixture
def visitor(assembly: Assembly, qtbot: QtBot) -> Visitor:
    return Visitor(assembly, qtbot, "softmax")


def table_of(visitor: Visitor) -> ClassTable:
    return visitor.part(ClassTable, "classes")


def logits_on_screen(visitor: Visitor) -> list[float]:
    boxes = (visitor.part(QDoubleSpinBox, f"logit_{index}") for index in range(10))
    return [box.value() for box in boxes if box.isVisible()]


def probabilities_on_screen(visitor: Visitor) -> tuple[str, ...]:
    labels = (visitor.part(QLabel, f"probability_{index}") for index in range(10))
    return tuple(label.text() for label in labels if label.isVisible())


def expected_texts(logits: list[float], temperature: float = 1.0) -> tuple[str, ...]:
    shares = torch.softmax(torch.tensor(logits, dtype=torch.float64) / temperature, 0)
    return tuple(f"{share:.8f}" for share in shares.tolist())


def target_bar(visitor: Visitor, index: int, share: float) -> QPointF:
    cell = table_of(visitor)._scene().layout.bar(index, "y_bar")
    return QPointF(cell.left() + share * cell.width(), cell.center().y())


def select_case(visitor: Visitor, index: int) -> None:
    visitor.go_to("fit")
    plot = visitor.part(CasePlot, "plot")
    visitor.click(plot, plot.case_position(index))
    visitor.go_to("softmax")


def draw_digit(visitor: Visitor, *places: tuple[float, float]) -> None:
    visitor.go_to("mnist")
    draw(visitor.assembly, *places)
    visitor.settle()
    visitor.go_to("softmax")


def classifier_outputs(visitor: Visitor) -> list[float]:
    stores = visitor.assembly.engine.mnist
    answer = stores.classifiers.answer(stores.digit.image_u8)
    assert answer is not None
    return [float(output) for output in answer.outputs]


def test_a_logit_bar_is_dragged_and_every_view_follows(visitor: Visitor) -> None:
    table, plot = table_of(visitor), visitor.part(LinePlot, "loss_curve")
    bar, point = table.logit_place(0, 3.0), plot.handle_position("true_class")
    visitor.drag(table, bar, table.logit_place(0, -2.0))
    logits = logits_on_screen(visitor)
    assert logits == [pytest.approx(-2.0, abs=0.1), 1.0, -3.0]
    assert probabilities_on_screen(visitor) == expected_texts(logits)
    loss = torch.nn.functional.cross_entropy(torch.tensor(logits, dtype=torch.float64), torch.tensor(0))
    assert visitor.text("loss") == f"{loss:.8f}"
    assert plot.handle_position("true_class") != point
    assert f"{loss:.4f}" in visitor.part(LossSplit, "loss_split").accessibleDescription()
    visitor.open_tab("left_tabs", FORMULAS)
    assert f"loss = {loss:.4f}" in visitor.part(FormulaView, "formula_1").accessibleDescription()
    assert visitor.part(QComboBox, "preset").currentText() == ""


def test_the_probabilities_follow_while_the_mouse_is_still_down(visitor: Visitor) -> None:
    table = table_of(visitor)
    start, end = table.logit_place(1, 1.0), table.logit_place(1, 4.0)
    seen = [probabilities_on_screen(visitor)]
    QTest.mousePress(table, LEFT, pos=start.toPoint())
    for step in range(1, 5):
        QTest.mouseMove(table, (start + (end - start) * step / 4).toPoint())
        visitor.settle()
        seen.append(probabilities_on_screen(visitor))
        assert seen[-1] == expected_texts(logits_on_screen(visitor))
    QTest.mouseRelease(table, LEFT, pos=end.toPoint())
    assert len(set(seen)) == 5


def test_a_logit_is_typed(visitor: Visitor) -> None:
    visitor.type_into("logit_1", "2,75")
    assert logits_on_screen(visitor) == [3.0, 2.75, -3.0]
    assert probabilities_on_screen(visitor) == expected_texts([3.0, 2.75, -3.0])


def test_logits_targets_and_names_are_changed_by_keys(visitor: Visitor) -> None:
    table, store = table_of(visitor), visitor.assembly.engine.softmax.logits
    table.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(table, key, modifier)
    visitor.settle()
    assert logits_on_screen(visitor) == [pytest.approx(3.0 + 0.1 + 1.0 - 0.01), 1.0, -3.0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    visitor.settle()
    assert visitor.part(QComboBox, "target").currentIndex() == 1
    for _ in range(10):
        QTest.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    visitor.settle()
    assert store.target.tolist() == pytest.approx([0.05, 0.9, 0.05])
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(table.name_field, "dog")
    QTest.keyClick(table.name_field, Qt.Key.Key_Return)
    visitor.settle()
    assert "dog" in table.summary()


def test_every_preset_shows_its_figures(visitor: Visitor) -> None:
    assert FIGURES.keys() == PRESETS.keys()
    for key, (probabilities, loss) in FIGURES.items():
        visitor.choose("preset", key)
        assert (probabilities_on_screen(visitor), visitor.text("loss")) == (probabilities, loss), key
        assert visitor.part(QComboBox, "preset").currentData() == key


def test_a_second_softmax_shows_the_courses_figures_and_has_a_floor(visitor: Visitor) -> None:
    visitor.press("double")
    for key, (probabilities, loss) in TWICE.items():
        visitor.choose("preset", key)
        assert (probabilities_on_screen(visitor), visitor.text("loss")) == (probabilities, loss), key
    visitor.choose("preset", "three_classes")
    for count, floor in FLOORS.items():
        visitor.type_into("class_count", str(count))
        assert f"floor {floor}" in visitor.part(LossSplit, "loss_split").accessibleDescription()
        for index in range(count):
            visitor.type_into(f"logit_{index}", "0")
        visitor.type_into("logit_0", "10000")
        assert visitor.text("loss") == f"{math.log(1 + (count - 1) / math.e):.8f}"
    visitor.press("double")
    assert visitor.text("loss") == "0.00000000"


def test_the_temperature_levels_and_sharpens(visitor: Visitor) -> None:
    visitor.type_into("temperature", "2.5")
    assert probabilities_on_screen(visitor) == expected_texts([3.0, 1.0, -3.0], 2.5)
    slider = visitor.part(LogSlider, "temperature_slider")
    for key, temperature in ((Qt.Key.Key_Home, 0.1), (Qt.Key.Key_End, 10.0)):
        slider.setFocus()
        QTest.keyClick(slider, key)
        visitor.settle()
        assert visitor.part(QDoubleSpinBox, "temperature").value() == temperature
        scores = torch.tensor([3.0, 1.0, -3.0], dtype=torch.float64) / temperature
        assert float(visitor.text("probability_0")) == pytest.approx(float(scores.softmax(0)[0]), abs=1e-8)
    visitor.choose("preset", "four_classes")
    assert visitor.part(QDoubleSpinBox, "temperature").value() == 1.0


def test_the_target_is_chosen_as_an_index(visitor: Visitor) -> None:
    combo = visitor.part(QComboBox, "target")
    for index, one_hot in enumerate(("1, 0, 0", "0, 1, 0", "0, 0, 1")):
        visitor.choose("target", index)
        assert combo.currentText().startswith(f"{index}: ")
        assert one_hot in combo.currentText()
        loss = torch.nn.functional.cross_entropy(
            torch.tensor([3.0, 1.0, -3.0], dtype=torch.float64), torch.tensor(index)
        )
        assert visitor.text("loss") == f"{loss:.8f}"


def test_a_target_bar_is_dragged_and_the_sum_stays_one(visitor: Visitor) -> None:
    table, store = table_of(visitor), visitor.assembly.engine.softmax.logits
    visitor.drag(table, target_bar(visitor, 0, 0.99), target_bar(visitor, 0, 0.4))
    assert store.target[0] == pytest.approx(0.4, abs=0.02)
    assert store.target.sum() == pytest.approx(1.0, abs=1e-12)
    visitor.drag(table, target_bar(visitor, 1, 0.3), target_bar(visitor, 1, 0.6))
    target = torch.from_numpy(store.target.copy())
    assert float(target.sum()) == pytest.approx(1.0, abs=1e-12)
    assert float(target[1]) == pytest.approx(0.6, abs=0.02)
    logits = torch.tensor([3.0, 1.0, -3.0], dtype=torch.float64)
    assert visitor.text("loss") == f"{torch.nn.functional.cross_entropy(logits, target):.8f}"
    entropy = -float(torch.xlogy(target, target).sum())
    assert f"H(y) = {entropy:.4f}" in visitor.part(LossSplit, "loss_split").accessibleDescription()
    assert visitor.part(QComboBox, "target").currentIndex() == -1
    QTest.mouseDClick(table, LEFT, pos=table.cell_centre(2, "y_bar").toPoint())
    QTest.mouseRelease(table, LEFT, pos=table.cell_centre(2, "y_bar").toPoint())
    visitor.settle()
    assert store.target.tolist() == [0.0, 0.0, 1.0]
    visitor.click(table, table.cell_centre(1, "mark"))
    assert visitor.part(QComboBox, "target").currentIndex() == 1


def test_smoothing_is_torchs(visitor: Visitor) -> None:
    visitor.type_into("smoothing", "0.15")
    logits = torch.tensor([3.0, 1.0, -3.0], dtype=torch.float64)
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(0), label_smoothing=0.15)
    assert visitor.text("loss") == f"{loss:.8f}"
    assert "smooth" in visitor.text("loss_explanation") or "soft" in visitor.text("loss_explanation")
    visitor.type_into("smoothing", "0")
    assert visitor.text("loss") == "0.12910891"


def test_a_constant_added_to_all_logits_changes_no_probability(visitor: Visitor) -> None:
    before = probabilities_on_screen(visitor)
    visitor.type_into("constant", "-120.5")
    visitor.press("add_constant")
    assert logits_on_screen(visitor) == [-117.5, -119.5, -123.5]
    assert probabilities_on_screen(visitor) == before
    assert visitor.text("loss") == "0.12910891"
    moved, change = visitor.text("constant_effect").split("p by ")
    assert "120.5" in moved
    assert number_of(change) < 1e-15


def test_overflow_is_shown_as_what_it_is(visitor: Visitor) -> None:
    visitor.open_tab("right_tabs", RANGE)
    visitor.press("overflow")
    rows = visitor.part(NumberTable, "float32").rows
    assert rows[0].cells[2] == "inf"
    assert rows[0].cells[3] == "NaN"
    assert "inf" in rows[-1].cells
    assert rows[0].cells[4] == "1"
    assert float(rows[0].cells[5]) == pytest.approx(0.9999546, abs=1e-4)
    assert rows[0].warned
    assert "inf / inf is NaN" in visitor.text("float32_explanation")
    assert visitor.text("probability_0") == "0.99995460"


def test_a_saturated_sigmoid_breaks_bce_and_not_the_logits(visitor: Visitor) -> None:
    visitor.open_tab("right_tabs", RANGE)
    visitor.type_into("saturated_z", "120")
    formula, by_probability, by_logit = visitor.part(NumberTable, "saturated").rows
    assert formula.cells[2] == "inf"
    assert by_probability.cells[2] == "100"
    assert by_logit.cells[2] == "120"
    visitor.choose("saturated_label", 1.0)
    assert visitor.part(NumberTable, "saturated").rows[0].cells[2] == "NaN"
    assert visitor.text("probability_0") == "0.87887824"


def test_numbers_of_the_network_are_typed_and_the_bars_move(visitor: Visitor) -> None:
    visitor.open_tab("right_tabs", NETWORK)
    for name, text in (("weight_0_1", "1.5"), ("feature_0", "-2"), ("bias_2", "0.25")):
        before = probabilities_on_screen(visitor)
        visitor.type_into(name, text)
        assert probabilities_on_screen(visitor) != before, name
    assert visitor.part(QComboBox, "source").currentData() == "network"
    weights = [[visitor.part(QDoubleSpinBox, f"weight_{k}_{i}").value() for i in range(3)] for k in range(3)]
    x = [visitor.part(QDoubleSpinBox, f"feature_{i}").value() for i in range(3)]
    bias = [visitor.part(QDoubleSpinBox, f"bias_{k}").value() for k in range(3)]
    assert (weights[0][1], x[0], bias[2]) == (1.5, -2.0, 0.25)
    logits = [sum(w * value for w, value in zip(row, x, strict=True)) + b for row, b in zip(weights, bias, strict=True)]
    assert logits_on_screen(visitor) == pytest.approx(logits)
    assert probabilities_on_screen(visitor) == expected_texts(logits)
    visitor.choose("source", "hand")
    assert probabilities_on_screen(visitor) == FIGURES["three_classes"][0]


def test_the_case_that_is_selected_on_the_fit_page(visitor: Visitor) -> None:
    fit = visitor.assembly.engine.fit.fit
    visitor.choose("source", "case")
    for index in (7, 2):
        select_case(visitor, index)
        assert fit.selected == index
        visitor.go_to("fit")
        shown = {str(name): text for name, text in visitor.part(FormulaView, "term").table().rows}
        visitor.go_to("softmax")
        z = fit.parameters.w * float(fit.cases.x[index]) + fit.parameters.b
        assert float(visitor.text("probability_1")) == pytest.approx(1 / (1 + math.exp(-z)), abs=1e-8)
        assert f"{float(visitor.text('probability_1')):.3g}" == shown["p"]
        assert f"{float(visitor.text('loss')):.3g}" == shown["bce"]
        assert visitor.part(QComboBox, "target").currentIndex() == int(fit.cases.y[index])


def test_a_case_is_nudged_and_released(visitor: Visitor) -> None:
    select_case(visitor, 4)
    visitor.choose("source", "case")
    fed = logits_on_screen(visitor)
    table, release = table_of(visitor), visitor.part(QPushButton, "release")
    assert not release.isEnabled()
    visitor.drag(table, table.logit_place(1, fed[1]), table.logit_place(1, fed[1] + 1.0))
    assert logits_on_screen(visitor)[1] == pytest.approx(fed[1] + 1.0, abs=0.1)
    visitor.press("release")
    assert logits_on_screen(visitor) == fed
    assert not release.isEnabled()


def test_the_digit_on_the_canvas_live(visitor: Visitor) -> None:
    visitor.choose("source", "digit")
    assert "nothing" in visitor.text("fed")
    draw_digit(visitor, *ONE)
    outputs = classifier_outputs(visitor)
    assert logits_on_screen(visitor) == pytest.approx(outputs, abs=1e-12)
    assert visitor.text("probability_1") == max(probabilities_on_screen(visitor), key=number_of)
    assert visitor.part(QComboBox, "target").currentIndex() == 1
    visitor.type_into("logit_7", str(outputs[7] + 2.0))
    assert logits_on_screen(visitor)[7] == pytest.approx(outputs[7] + 2.0)
    draw_digit(visitor, (0.4, 0.2), (0.5, 0.18))
    others = classifier_outputs(visitor)
    assert others != outputs
    assert logits_on_screen(visitor) == pytest.approx([*others[:7], others[7] + 2.0, *others[8:]])
    visitor.press("release")
    assert logits_on_screen(visitor) == pytest.approx(others, abs=1e-12)


def test_a_cleared_canvas_leaves_nothing_to_show(visitor: Visitor) -> None:
    visitor.choose("source", "digit")
    draw_digit(visitor, *ONE)
    visitor.go_to("mnist")
    visitor.press("clear")
    visitor.go_to("softmax")
    assert "nothing" in visitor.text("fed")
    assert logits_on_screen(visitor) == [0.0] * 10
    assert visitor.text("probability_3") == "0.10000000"


def test_steps_down_the_gradient(visitor: Visitor) -> None:
    visitor.choose("preset", "confident_wrong")
    visitor.type_into("learning_rate", "0.5")
    z = torch.tensor([-1.0, 6.0, 0.0], dtype=torch.float64)
    for name, count in (("step", 1), ("step_ten", 10)):
        visitor.press(name)
        for _ in range(count):
            here = z.clone().requires_grad_()
            (gradient,) = torch.autograd.grad(torch.nn.functional.cross_entropy(here, torch.tensor(0)), here)
            z = z - 0.5 * gradient
        assert logits_on_screen(visitor) == pytest.approx(z.tolist(), abs=1e-9)
    assert "✓" in visitor.text("check_bce")
    assert "✓" in visitor.text("check_mse")
    visitor.choose("step_loss", "mse")
    visitor.type_into("logit_1", "20")
    before = logits_on_screen(visitor)
    visitor.press("step")
    assert 0.0 < np.abs(np.subtract(logits_on_screen(visitor), before)).max() < 1e-6


def test_steps_play_and_hold(visitor: Visitor) -> None:
    visitor.choose("preset", "confident_wrong")
    losses = [float(visitor.text("loss"))]
    visitor.press("play", is_settled=False)
    until(visitor.assembly, visitor.qtbot, lambda: float(visitor.text("loss")) < losses[0])
    assert visitor.part(QPushButton, "play").text() == "Pause"
    visitor.press("play")
    held = visitor.text("loss")
    assert not visitor.assembly.engine.softmax.logits.is_playing
    visitor.press("step")
    assert float(visitor.text("loss")) < float(held)


def test_the_steps_have_keys_wherever_the_focus_is(visitor: Visitor) -> None:
    with visitor.qtbot.waitActive(visitor.assembly.window):
        visitor.assembly.window.activateWindow()
    store, table = visitor.assembly.engine.softmax.logits, table_of(visitor)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    visitor.settle()
    assert logits_on_screen(visitor)[0] > 3.0
    QTest.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert store.is_playing
    QTest.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert not store.is_playing


def test_the_point_on_the_curve_of_the_loss_is_dragged(visitor: Visitor) -> None:
    plot = visitor.part(LinePlot, "loss_curve")
    for p in (0.6, 0.1):
        start = plot.handle_position("true_class")
        visitor.drag(plot, start, QPointF(plot.position(p, 0.0).x(), start.y()))
        shown = float(visitor.text("probability_0"))
        assert shown == pytest.approx(p, abs=0.01)
        assert float(visitor.text("loss")) == pytest.approx(-math.log(shown), abs=1e-6)
    assert logits_on_screen(visitor)[1:] == [1.0, -3.0]


def test_two_softmax_outputs_are_one_sigmoid(visitor: Visitor) -> None:
    visitor.open_tab("right_tabs", TWO_CLASSES)
    visitor.press("two_classes")
    assert probabilities_on_screen(visitor) == ("0.40000000", "0.60000000")
    assert visitor.text("two_difference").startswith("0.405465")
    assert visitor.text("two_sigmoid") == visitor.text("two_softmax") == "0.600000000000"
    assert visitor.text("two_bce") == visitor.text("two_cross_entropy") == "0.510825623766"
    plot = visitor.part(LinePlot, "sigmoid_curve")
    start = plot.handle_position("difference")
    visitor.drag(plot, start, QPointF(plot.position(-2.0, 0.0).x(), start.y()))
    z0, z1 = logits_on_screen(visitor)
    assert z0 == 0.0
    assert z1 == pytest.approx(-2.0, abs=0.1)
    assert visitor.text("two_softmax") == visitor.text("two_sigmoid") == f"{1 / (1 + math.exp(-z1)):.12f}"
    assert visitor.text("two_bce") == visitor.text("two_cross_entropy")


def slot_colour(view: FormulaView, slot: str) -> QColor:
    place = view.slot_place(slot)
    return view.grab().toImage().pixelColor(round(place.left()) + 2, round(place.top()) + 2)


def test_a_term_that_is_pointed_at_is_lit_everywhere(visitor: Visitor) -> None:
    visitor.open_tab("left_tabs", FORMULAS)
    table, view = table_of(visitor), visitor.part(FormulaView, "formula_0")
    lit = QColor(visitor.assembly.theme.source.theme.colours.selection)
    assert slot_colour(view, "exp") != lit
    visitor.point_at(table, table.cell_centre(1, "exp"))
    assert slot_colour(view, "exp") == lit
    assert slot_colour(view, "p") != lit
    assert ("exp", f"{math.e:.4f}") in view.table().rows
    dark = table.grab().toImage()
    visitor.point_at(view, view.slot_place("sum").center())
    assert slot_colour(view, "sum_again") == lit
    assert table.grab().toImage() != dark
    loss_terms = visitor.part(FormulaView, "formula_2")
    visitor.point_at(table, table.cell_centre(2, "loss"))
    assert slot_colour(loss_terms, "term") == lit
    assert ("term", "0") in loss_terms.table().rows


@pytest.mark.parametrize("preset", ["four_classes", "soft_second", "two_classes", "overflow"])
def test_the_code_gives_the_number_beside_it(visitor: Visitor, preset: PresetKey) -> None:
    visitor.choose("preset", preset)
    visitor.type_into("temperature", "1.3")
    visitor.open_tab("left_tabs", CODE)
    combo = visitor.part(QComboBox, "code_of")
    numbers = {}
    for key in [combo.itemData(index) for index in range(combo.count())]:
        visitor.choose("code_of", key)
        result, shown = visitor.run_code()
        numbers[key] = result
        assert float(shown.split(" = ")[1]) == pytest.approx(result, rel=1e-9, abs=1e-15, nan_ok=True), key
    assert len(numbers) == 20
    assert numbers["loss"] == pytest.approx(numbers["divergence"], abs=1e-12)
    visitor.open_tab("left_tabs", LOSS)
    assert visitor.text("loss") == f"{numbers['loss']:.8f}"
    visitor.press("double")
    assert visitor.text("loss") == f"{numbers['double']:.8f}"


def test_the_code_is_copied(visitor: Visitor) -> None:
    visitor.open_tab("left_tabs", CODE)
    visitor.press("copy_code")
    assert QGuiApplication.clipboard().text() == visitor.part(QPlainTextEdit, "code").toPlainText()


def test_ten_classes_with_names(visitor: Visitor) -> None:
    visitor.type_into("class_count", "10")
    assert len(logits_on_screen(visitor)) == len(probabilities_on_screen(visitor)) == 10
    table = table_of(visitor)
    QTest.mouseDClick(table, LEFT, pos=table.cell_centre(9, "name").toPoint())
    QTest.keyClicks(table.name_field, "nine")
    QTest.keyClick(table.name_field, Qt.Key.Key_Return)
    visitor.type_into("logit_9", "8")
    visitor.choose("target", 9)
    assert visitor.part(QComboBox, "target").currentText().startswith("9: nine")
    assert "nine 0.9" in table.summary()
    visitor.type_into("class_count", "2")
    assert logits_on_screen(visitor) == [3.0, 1.0]
    assert visitor.text("probability_0") == expected_texts([3.0, 1.0])[0]
