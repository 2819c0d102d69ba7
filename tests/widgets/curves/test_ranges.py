import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lossviz.widgets.curves.decimation import Values
from lossviz.widgets.curves.ranges import AxisRange, needed_values, step_range, value_range
from tests.support.curve_runs import falling_loss, first_steps, run_of

any_finite = arrays(np.float64, st.integers(1, 120), elements=st.floats(allow_nan=False, allow_infinity=False))


def test_all_is_shown_where_nothing_is_squashed() -> None:
    values = np.linspace(1.0, 2.0, 500)

    assert needed_values([run_of(values)], 0, ignore_outliers=True, is_log=False) == AxisRange(1.0, 2.0)


def test_a_few_first_batches_do_not_squash_the_rest() -> None:
    values = np.concatenate((np.full(5, 1000.0), falling_loss(1000)))
    run = run_of(values)

    shown, all_of_it = (
        needed_values([run], 0, ignore_outliers=True, is_log=False),
        needed_values([run], 0, ignore_outliers=False, is_log=False),
    )

    assert shown is not None
    assert shown.high < 5
    assert all_of_it == AxisRange(values.min(), values.max())


def test_the_newest_mean_and_the_validation_are_never_outliers() -> None:
    values = np.concatenate((np.full(1000, 0.1) + 0.001 * np.arange(1000) / 1000, [9.0]))
    shown = needed_values([run_of(values, evaluations=[(500, 7.0)])], 0, ignore_outliers=True, is_log=False)

    assert shown is not None
    assert shown.high >= 9.0


def test_an_earlier_run_that_diverged_does_not_squash_the_current_one() -> None:
    ghost = run_of([2.3, 1e13, np.nan], key=1, is_ghost=True)
    current = run_of(falling_loss(500), key=2)

    assert needed_values([ghost, current], 0, ignore_outliers=True, is_log=False) == needed_values(
        [current], 0, ignore_outliers=True, is_log=False
    )
    assert needed_values([ghost], 0, ignore_outliers=True, is_log=False) is not None


def test_a_log_axis_counts_positive_values_only() -> None:
    assert needed_values([run_of([0.0, -3.0, 0.01, 10.0])], 0, ignore_outliers=True, is_log=True) == AxisRange(
        -2.0, 1.0
    )
    assert needed_values([run_of([0.0, -3.0])], 0, ignore_outliers=True, is_log=True) is None
    assert needed_values([run_of([np.nan])], 0, ignore_outliers=True, is_log=False) is None
    assert needed_values([], 0, ignore_outliers=True, is_log=False) is None


@given(any_finite, st.booleans(), st.booleans(), st.booleans())
def test_whatever_is_needed_fits_into_the_range_that_is_shown(
    values: Values, ignores: bool, is_log: bool, is_tight: bool
) -> None:
    needed = needed_values([run_of(values)], 0, ignores, is_log)
    if needed is None:
        return
    shown = value_range(needed, None if is_tight else AxisRange(0.0, 1.0), is_log)

    assert shown.low <= needed.low <= needed.high <= shown.high
    assert np.isfinite(shown.low)
    assert np.isfinite(shown.high)
    assert shown.span > 0


def test_axes_change_seldom_while_a_run_grows() -> None:
    run = run_of(falling_loss(5000))
    steps: AxisRange | None = None
    values: AxisRange | None = None
    changes = 0
    for count in range(10, 5001, 10):
        part = first_steps(run, count)
        needed = needed_values([part], 50, ignore_outliers=True, is_log=False)
        assert needed is not None
        new_steps, new_values = step_range(count, steps), value_range(needed, values, is_log=False)
        assert new_steps.high >= count
        changes += new_steps != steps or new_values != values
        steps, values = new_steps, new_values

    assert changes <= 70  # of 500 updates


@pytest.mark.parametrize("last_step", [0, 1, 10, 2500, 10**6])
def test_a_tight_fit_ends_just_behind_the_last_step(last_step: int) -> None:
    shown = step_range(last_step, None)

    assert shown.low < 0
    assert max(last_step, 10) < shown.high <= 1.03 * max(last_step, 10)


def test_a_shorter_run_shrinks_the_axis_of_steps() -> None:
    assert step_range(100, AxisRange(-10.0, 1000.0)).high < 120
    assert step_range(900, AxisRange(-10.0, 1000.0)) == AxisRange(-10.0, 1000.0)
