import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.axis_ticks import linear_ticks, log_ticks, reading_text, step_text, tick_spacing, value_text

FINITE = st.floats(allow_nan=False, allow_infinity=False)
MOST_ACROSS_ALL_NUMBERS = 20  # a wider spacing would have no multiples


def values_of(exponents: list[float]) -> list[str]:
    return [value_text(10.0**exponent, 10.0 ** (exponent - 5)) for exponent in exponents]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e9), st.integers(1, 20))
def test_linear_ticks_are_few_round_and_inside(low: float, span: float, most: int) -> None:
    spacing = tick_spacing(low, low + span, most)
    ticks = linear_ticks(low, low + span, spacing)

    assert len(ticks) <= most + 1
    assert round(spacing / 10.0 ** math.floor(math.log10(spacing) + 1e-9)) in (1, 2, 5)
    assert all(low - 1e-5 * spacing <= tick <= low + span + 1e-5 * spacing for tick in ticks)


@given(st.floats(-250.0, 250.0), st.floats(0.01, 40.0), st.integers(3, 20))
def test_log_ticks_are_few_and_inside(low: float, span: float, most: int) -> None:
    ticks = log_ticks(low, low + span, most)

    assert 1 <= len(ticks) <= most + 1
    assert all(low - 1e-6 <= tick <= low + span + 1e-6 for tick in ticks)


@given(st.lists(FINITE, min_size=2, max_size=2, unique=True), st.integers(1, 20))
def test_every_axis_that_a_double_can_hold_has_ticks_or_none(ends: list[float], most: int) -> None:
    low, high = sorted(ends)
    spacing = tick_spacing(low, high, most)
    ticks = linear_ticks(low, high, spacing)
    assert len(ticks) <= max(most, MOST_ACROSS_ALL_NUMBERS) + 1
    assert all(value_text(tick, spacing) for tick in ticks)


@given(st.lists(st.floats(-324.0, 308.3), min_size=2, max_size=2, unique=True), st.integers(1, 20))
def test_every_logarithmic_axis_that_a_double_can_hold_has_ticks_or_none(ends: list[float], most: int) -> None:
    assert all(math.isfinite(tick) for tick in log_ticks(min(ends), max(ends), most))


@pytest.mark.parametrize("low", [1.0, -1.0, 1e150, 1e-300, 5e-324])
def test_an_axis_from_a_double_to_the_next_does_not_break(low: float) -> None:
    high = math.nextafter(low, math.inf)
    assert len(linear_ticks(low, high, tick_spacing(low, high, 5))) <= 1


def test_log_ticks_read_as_round_values() -> None:
    assert values_of(log_ticks(-1.1, 0.5, 5)) == ["0.1", "0.3", "1", "3"]
    assert values_of(log_ticks(-1.1, 0.5, 8)) == ["0.1", "0.2", "0.3", "0.5", "1", "2", "3"]
    assert values_of(log_ticks(-6.0, 3.0, 4)) == ["1e-6", "0.001", "1", "1000"]
    assert values_of(log_ticks(math.log10(0.52), math.log10(0.68), 4)) == ["0.55", "0.6", "0.65"]


@pytest.mark.parametrize(
    ("step", "largest", "text"),
    [(0, 2500, "0"), (1000, 2500, "1000"), (0, 50_000, "0"), (1500, 50_000, "1.5k"), (2_500_000, 3_000_000, "2.5M")],
)
def test_steps_read_without_clutter(step: float, largest: float, text: str) -> None:
    assert step_text(step, largest) == text


@pytest.mark.parametrize(
    ("value", "resolution", "text"),
    [
        (0.30000000000000004, 0.1, "0.3"),
        (0.0, 0.5, "0"),
        (2.5, 0.5, "2.5"),
        (2000.0, 500.0, "2000"),
        (1.5e13, 5e12, "1.5e13"),
        (-0.05, 0.05, "-0.05"),
        (2e-7, 1e-7, "2e-7"),
    ],
)
def test_values_read_without_clutter(value: float, resolution: float, text: str) -> None:
    assert value_text(value, resolution) == text


def test_readings_have_four_digits_and_name_what_is_not_a_number() -> None:
    assert reading_text(0.312345) == "0.3123"
    assert reading_text(2.3) == "2.3"
    assert reading_text(0.0) == "0"
    assert reading_text(math.nan) == "nan"
    assert reading_text(math.inf) == "inf"
