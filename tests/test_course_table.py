"""Every row of the course has a home in the window, and the README says where."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.assembly import Home, home
from tests.support.course_table import (
    COURSE,
    DATA,
    README,
    Row,
    problems,
    read_rows,
    table,
    table_in,
    with_table,
)
from tests.support.window_places import Place, places_in

__all__ = ["home"]

ROWS = read_rows(DATA.read_text(encoding="utf-8"))
PLACES = {
    "fit.plot": [Place(("Fit",), frozenset())],
    "fit.law": [Place(("Fit", "Law"), frozenset())],
    "mnist.loss": [Place(("MNIST",), frozenset({"mse", "bce"}))],
}
HOMES = [Row(key, "an idea", ("fit.plot",)) for key in COURSE]


@pytest.fixture
def places(home: Home, qtbot: QtBot) -> dict[str, list[Place]]:
    assembly = home.build()
    qtbot.addWidget(assembly.window)
    found = places_in(assembly.window)
    assert assembly.shut_down()
    return found


def test_every_row_of_the_course_has_a_home_and_the_readme_says_where(places: dict[str, list[Place]]) -> None:
    assert problems(ROWS, places) == []
    assert [row.key for row in ROWS] == list(COURSE)
    assert table_in(README.read_text(encoding="utf-8")) == table(ROWS, places), (
        "python -m tests.support.course_table --write"
    )


def test_a_whole_course_has_no_problem() -> None:
    assert problems(HOMES, PLACES) == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (replace(HOMES[0], controls=()), "A1 has no home"),
        (replace(HOMES[0], controls=("fit.nowhere",)), "A1: fit.nowhere is not in the window"),
        (replace(HOMES[0], controls=("mnist.loss=mae",)), "A1: mnist.loss=mae is not in the window"),
        (replace(HOMES[0], key="Z1"), "Z1 is no row of the course"),
        (replace(HOMES[0], key="Z1"), "A1 has no row"),
    ],
)
def test_a_row_without_a_home_is_found(changed: Row, problem: str) -> None:
    assert problem in problems([changed, *HOMES[1:]], PLACES)


def test_a_name_that_two_widgets_have_is_found() -> None:
    assert problems(HOMES, {**PLACES, "fit.plot": 2 * PLACES["fit.plot"]}) == ["fit.plot is the name of several"]


def test_the_table_puts_controls_of_one_place_together() -> None:
    row = Row("A1", "an idea", ("fit.law", "mnist.loss=mse", "fit.plot", "mnist.loss=bce"))
    line = table([row], PLACES).splitlines()[-1]
    assert line == (
        "| A1 | an idea | Fit → Law; MNIST; Fit | `fit.law`; `mnist.loss` = `mse`, `mnist.loss` = `bce`; `fit.plot` |"
    )


def test_the_table_goes_between_its_marks_and_comes_out_again() -> None:
    readme = "before\n<!-- course table: begin -->\nold\n<!-- course table: end -->\nafter\n"
    written = with_table(readme, "| new |\n")
    assert table_in(written) == "| new |\n"
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert table_in("no marks") is None
