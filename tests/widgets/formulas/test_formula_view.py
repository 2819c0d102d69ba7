"""A formula is set once; its numbers are drawn where it left room, and can be pointed at."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.formulas import formula_view
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.formulas.typesetting import Formula, typeset
from lossviz.widgets.theme import ThemeSource, load_theme

QUOTIENT = r"p_i = \frac{\slot{top}{00.00}}{\slot{bottom}{000.00}}"


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def view(qtbot: QtBot, theme: ThemeSource) -> FormulaView:
    view = FormulaView(theme)
    qtbot.addWidget(view)
    view.show_formula(QUOTIENT)
    view.resize(view.sizeHint())
    view.show()
    return view


def _picture(view: FormulaView, place: QRectF | None = None) -> QImage:
    whole = view.grab().toImage()
    return whole.copy(place.toAlignedRect()) if place else whole


def test_the_slots_are_where_the_formula_left_room(view: FormulaView) -> None:
    top, bottom = view.slot_place("top"), view.slot_place("bottom")
    assert top.bottom() <= bottom.top() + 4
    assert top.width() < bottom.width()
    assert view.rect().toRectF().contains(top.united(bottom))
    assert view.slot_place("elsewhere").isEmpty()


def test_setting_happens_once() -> None:
    assert typeset(QUOTIENT) is typeset(QUOTIENT)


def test_no_glyph_of_a_slot_is_left_in_the_formula() -> None:
    assert "#0101" not in typeset(QUOTIENT).svg


def test_a_number_is_drawn_in_its_slot_and_nowhere_else(view: FormulaView) -> None:
    before, top = _picture(view), view.slot_place("top")
    bottom = _picture(view, view.slot_place("bottom"))
    view.show_numbers({"top": "20.09"})
    assert _picture(view) != before
    assert _picture(view, view.slot_place("bottom")) == bottom
    inside = _picture(view, top)
    assert any(inside.pixelColor(x, inside.height() // 2).lightness() < 90 for x in range(inside.width()))


def test_a_number_longer_than_its_room_stays_inside(view: FormulaView) -> None:
    view.show_numbers({"top": "20.0900000000000001"})
    long, outside = _picture(view), view.slot_place("top").adjusted(-3, -3, 3, 3).toAlignedRect()
    view.show_numbers({})
    empty = _picture(view)
    changed = [
        (x, y)
        for x in range(long.width())
        for y in range(long.height())
        if long.pixel(x, y) != empty.pixel(x, y) and not outside.contains(x, y)
    ]
    assert changed == []


def test_pointing_at_a_number_names_and_lights_it(qtbot: QtBot, view: FormulaView) -> None:
    at = view.slot_place("bottom").center().toPoint()
    with qtbot.waitSignal(view.hovered) as told:
        QTest.mouseMove(view, at)
    assert told.args == ["bottom"]
    with qtbot.waitSignal(view.hovered) as told:
        QTest.mouseMove(view, QPoint(1, 1))
    assert told.args == [None]


def noted_formulas(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is set from now on."""
    noted: list[str] = []

    def note(tex: str) -> Formula:
        noted.append(tex)
        return typeset(tex)

    monkeypatch.setattr(formula_view, "typeset", note)
    return noted


def test_formulas_are_set_ahead_while_nothing_else_is_to_be_done(
    qtbot: QtBot, view: FormulaView, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_ahead = noted_formulas(monkeypatch)
    view.prepare("a", "b")
    assert set_ahead == []
    qtbot.waitUntil(lambda: len(set_ahead) == 2)
    assert set_ahead == ["a", "b"]


def test_nothing_is_set_ahead_while_something_is_dragged(
    view: FormulaView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    set_ahead = noted_formulas(monkeypatch)
    QTest.mousePress(view, Qt.MouseButton.LeftButton)
    view.prepare("a")
    qtbot.waitUntil(lambda: view._idle.interval() > 0)  # it has looked, and found the button down
    assert set_ahead == []
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set_ahead == ["a"])


def test_a_slot_is_lit_from_elsewhere(view: FormulaView, theme: ThemeSource) -> None:
    view.light({"top"})
    place = view.slot_place("top")
    inside = (place.topLeft() + place.center()) / 2
    assert view.grab().toImage().pixelColor(inside.toPoint()) == QColor(theme.theme.colours.selection)


def test_the_formula_follows_the_theme(view: FormulaView, theme: ThemeSource) -> None:
    before = _picture(view)
    theme.set_theme(load_theme("dark"))
    assert _picture(view) != before


def test_the_numbers_can_be_read_aloud(view: FormulaView) -> None:
    view.show_numbers({"top": "1.5", "bottom": "3"})
    assert view.accessibleDescription() == "top = 1.5, bottom = 3"


def test_a_still_one_keeps_the_height_of_the_highest(qtbot: QtBot, theme: ThemeSource) -> None:
    heights = {}
    for is_still in (False, True):
        view = FormulaView(theme, is_still=is_still)
        qtbot.addWidget(view)
        view.show_formula(r"\frac{a}{b}")
        high = view.sizeHint().height()
        view.show_formula("a")
        heights[is_still] = view.sizeHint().height() / high
    assert heights[False] < 1
    assert heights[True] == 1


def test_a_formula_without_room_shrinks(view: FormulaView) -> None:
    wide = view.slot_place("top").width()
    view.resize(view.minimumSizeHint())
    assert 0 < view.slot_place("top").width() < wide
