import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.widgets.curves.ticks import linear_ticks, log_ticks, reading_text, step_text, tick_spacing, value_text


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
