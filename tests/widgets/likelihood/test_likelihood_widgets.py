"""Bars of belief, the stack of entropies, the tables, the note: what is shown is what was given."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.likelihood.bernoulli import ball_product
from lossviz.widgets.likelihood.belief_bars import BeliefBars, BeliefRow
from lossviz.widgets.likelihood.draw_table import DrawTable
from lossviz.widgets.likelihood.entropy_stack import EntropyPicture, EntropyStack
from lossviz.widgets.likelihood.state_note import StateNote
from lossviz.widgets.likelihood.truth_table import TruthTable
from lossviz.widgets.theme import ThemeSource

Show = Callable[[QWidget, int, int], None]


def test_bars_of_belief_grow_from_the_middle_and_are_as_long_as_believed(theme: ThemeSource, on_screen: Show) -> None:
    bars = BeliefBars(theme, ("curve_2", "curve_4"))
    rows = (BeliefRow("prior", (0.5, 0.5), ("0.5", "0.5")), BeliefRow("posterior", (0.01, 0.99), ("0.01", "0.99")))
    bars.show_rows(rows)
    on_screen(bars, 480, 44)
    (left, right), (small, large) = ([bars.bar_rect(row, side) for side in (0, 1)] for row in (0, 1))
    assert left.width() == pytest.approx(right.width())
    assert large.width() / right.width() == pytest.approx(0.99 / 0.5)
    assert small.width() / left.width() == pytest.approx(0.01 / 0.5)
    assert left.right() < bars.width() / 2 < right.left()
    assert small.right() == pytest.approx(left.right())
    assert bars.grab().toImage().pixelColor(large.center().toPoint()).name() == "#8b3fa8"
    assert "posterior: 0.01, 0.99" in bars.accessibleDescription()


def test_the_stacked_parts_are_as_long_as_the_whole(theme: ThemeSource, on_screen: Show) -> None:
    stack = EntropyStack(theme)
    stack.show_picture(EntropyPicture(0.6, 0.3, 0.9, 2.0))
    on_screen(stack, 460, 44)
    entropy, divergence, cross = (stack.segment(name) for name in ("entropy", "divergence", "cross"))
    assert entropy.width() + divergence.width() == pytest.approx(cross.width())
    assert entropy.width() / cross.width() == pytest.approx(0.6 / 0.9)
    assert divergence.left() == pytest.approx(entropy.right())


def test_an_infinite_part_runs_to_the_end(theme: ThemeSource, on_screen: Show) -> None:
    stack = EntropyStack(theme)
    stack.show_picture(EntropyPicture(0.6, math.inf, math.inf, 2.0))
    on_screen(stack, 460, 44)
    assert stack.segment("divergence").right() == pytest.approx(460)
    assert stack.segment("cross").right() == pytest.approx(460)
    assert not stack.grab().isNull()


def test_the_table_writes_each_draw_with_product_and_sum(theme: ThemeSource, on_screen: Show) -> None:
    table = DrawTable(theme)
    product = ball_product(0.25, np.array([True, False, True]))
    table.show_draws(product, lambda row: ("blue", "white", "blue")[row])
    on_screen(table, 280, 150)
    model = table.model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert cells[0] == ["blue 1", "0.25", "0.25", f"{-math.log(0.25):.6g}"]
    assert cells[2] == ["blue 3", "0.25", "0.0469", f"{-math.log(0.25 * 0.75 * 0.25):.6g}"]
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Σ −ln P"


def test_the_table_goes_to_the_last_of_many_draws(theme: ThemeSource, on_screen: Show) -> None:
    table = DrawTable(theme)
    on_screen(table, 280, 150)
    table.show_draws(ball_product(0.5, np.ones(5000, np.bool_)), str)
    assert table.rowAt(table.viewport().height() - 4) == 4999
    assert table.model().index(4999, 2).data() == "7.08 × 10⁻¹⁵⁰⁶"


def test_the_truth_table_says_good_and_bad_small_and_large(on_screen: Show) -> None:
    table = TruthTable()
    on_screen(table, 300, 160)
    assert [table.texts(row) for row in range(4)] == [
        ["1", "1", "1", "0", "good", "small"],
        ["1", "0", "0", "∞", "bad", "large"],
        ["0", "0", "1", "0", "good", "small"],
        ["0", "1", "0", "∞", "bad", "large"],
    ]
    table.show_share(0.6)
    assert table.texts(4) == ["1", "0.6", "0.6", "0.5108", "good", "small"]
    assert table.texts(5)[2:] == ["0.4", "0.9163", "bad", "large"]


def refuse() -> None:
    raise LossvizError("Not {word}.", "Because.", "Do this.", word="taken")


def test_a_refusal_is_told_until_the_next_change(on_screen: Show) -> None:
    note = StateNote()
    on_screen(note, 300, 40)
    note.show_state("All is well.")
    note.attempt(refuse)
    note.show_state("All is better.")
    assert note.text() == note.accessibleDescription() == "Not taken. Because. Do this."
    note.attempt(lambda: None)
    assert note.text() == "All is better."
    note.refuse_number("x")
    assert "“x”" in note.text()
