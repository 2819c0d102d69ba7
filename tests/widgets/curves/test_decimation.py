import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lossviz.widgets.curves.decimation import Values, column_ends, column_starts, envelope, steps_in_view

some_values = arrays(np.float64, st.integers(1, 300), elements=st.floats(-1e6, 1e6, allow_nan=False))
widths = st.floats(2.01, 400.0)


@st.composite
def values_and_part(draw: st.DrawFn) -> tuple[Values, int, int]:
    values = draw(some_values)
    first = draw(st.integers(1, len(values)))
    return values, first, draw(st.integers(first, len(values)))


@given(values_and_part(), widths)
def test_every_column_keeps_its_least_and_greatest_value(
    part: tuple[Values, int, int], steps_per_column: float
) -> None:
    values, first, last = part
    starts = column_starts(first, last, steps_per_column).tolist()
    columns = [values[a - 1 : b - 1] for a, b in itertools.pairwise([*starts, last + 1])]

    _, extremes = envelope(values, first, last, steps_per_column)

    assert extremes[0::2].tolist() == [min(column) for column in columns]
    assert extremes[1::2].tolist() == [max(column) for column in columns]


@given(values_and_part(), widths)
def test_an_envelope_never_leaves_the_steps_that_it_stands_for(
    part: tuple[Values, int, int], steps_per_column: float
) -> None:
    values, first, last = part
    steps, _ = envelope(values, first, last, steps_per_column)

    assert first <= steps.min()
    assert steps.max() <= last
    assert len(steps) <= 2 * ((last - first) / steps_per_column + 2)


@given(values_and_part(), st.floats(0.001, 2.0))
def test_values_that_have_room_are_all_there(part: tuple[Values, int, int], steps_per_column: float) -> None:
    values, first, last = part
    steps, shown = envelope(values, first, last, steps_per_column)

    assert steps.tolist() == list(range(first, last + 1))
    assert shown.tolist() == values[first - 1 : last].tolist()


@given(st.integers(1, 5000), st.integers(0, 5000), st.floats(0.01, 700.0))
def test_a_line_begins_at_the_first_step_and_ends_at_the_last(first: int, more: int, steps_per_column: float) -> None:
    ends = column_ends(first, first + more, steps_per_column)

    assert ends[0] == first
    assert ends[-1] == first + more
    assert np.all(np.diff(ends) > 0)


@given(st.integers(1, 3000), st.integers(1, 200), st.floats(2.0, 50.0))
def test_columns_stay_where_they_are_while_the_data_grow(count: int, more: int, steps_per_column: float) -> None:
    before = column_starts(1, count, steps_per_column)
    after = column_starts(1, count + more, steps_per_column)

    assert after[: len(before)].tolist() == before.tolist()


def test_the_steps_in_view_include_a_neighbour_on_either_side() -> None:
    assert steps_in_view(100, 9.5, 20.5) == (9, 21)
    assert steps_in_view(100, -50.0, 1e9) == (1, 100)


def test_a_view_beside_the_data_holds_no_step() -> None:
    assert steps_in_view(100, 200.0, 300.0) == (1, 0)
    assert steps_in_view(100, -300.0, -200.0) == (1, 0)
    assert steps_in_view(0, 0.0, 10.0) == (1, 0)


def test_no_step_gives_no_point() -> None:
    steps, values = envelope(np.empty(0), 1, 0, 7.0)

    assert len(steps) == len(values) == len(column_ends(1, 0, 7.0)) == 0
