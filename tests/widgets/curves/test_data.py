import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lossviz.widgets.curves.decimation import Values
from lossviz.widgets.curves.frame import PlotFrame
from lossviz.widgets.curves.lines import evaluation_line, marked_points, mean_line, raw_line, without_crowding
from lossviz.widgets.curves.ranges import AxisRange
from tests.support.curve_runs import falling_loss, run_of

some_values = arrays(np.float64, st.integers(1, 200), elements=st.floats(-1e3, 1e3, allow_nan=False))


def frame_of(last_step: float, width_px: int, *, is_log: bool = False) -> PlotFrame:
    return PlotFrame(AxisRange(0.0, last_step), AxisRange(0.0, 3.0), width_px, is_log)


@given(some_values, st.integers(1, 250))
def test_the_running_mean_is_that_of_convolution(values: Values, window: int) -> None:
    steps = np.arange(1, len(values) + 1)
    sums = np.convolve(values, np.ones(window))[: len(values)]

    means = run_of(values).running_means(steps, window)

    np.testing.assert_allclose(means, sums / np.minimum(steps, window), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("last", [np.nan, np.inf, -np.inf])
def test_a_run_ends_at_the_first_value_that_is_not_finite(last: float) -> None:
    run = run_of([*falling_loss(1000), last])

    assert run.has_diverged
    assert run.finite_count == 1000
    assert run.step_count == run.last_step == 1001
    assert run.running_mean(1001, 5) is None


def test_values_after_the_divergence_do_not_count() -> None:
    assert run_of([1.0, 2.0, np.inf, -np.inf, 3.0]).finite_count == 2
    assert run_of([np.nan]).finite_count == 0
    assert run_of([]).finite_count == 0


def test_the_nearest_evaluation_is_the_earlier_of_two_as_near() -> None:
    run = run_of([], evaluations=[(100, 0.5), (200, 0.4)])

    assert run.nearest_evaluation(149) == (100, 0.5)
    assert run.nearest_evaluation(150) == (100, 0.5)
    assert run.nearest_evaluation(151) == (200, 0.4)
    assert run_of([1.0]).nearest_evaluation(1) is None


def test_a_crowded_mean_line_shows_the_mean_of_each_column() -> None:
    values = falling_loss(10_000)
    steps, means = mean_line(run_of(values), frame_of(10_000.0, 100), window=7)

    complete = [step for step in steps.astype(int) if step % 100 == 99 and step > 100]
    assert len(complete) >= 98
    for step, mean in zip(steps.astype(int), means, strict=True):
        if step in complete:
            assert mean == pytest.approx(values[step - 100 : step].mean())


def test_a_million_steps_become_a_few_points() -> None:
    run = run_of(falling_loss(1_000_000), evaluations=[(1000 * i, 1.0) for i in range(1, 1001)], marks_every=200)
    frame = frame_of(1e6, 1200)

    assert len(raw_line(run, frame)[0]) <= 2 * 1202
    assert len(mean_line(run, frame, 50)[0]) <= 1203
    assert len(marked_points(run, frame, 50, least_px=12.0)[0]) <= 100
    assert len(without_crowding(evaluation_line(run, frame), frame, 8.0)[0]) == 1


def test_marks_stand_at_their_steps_on_the_running_mean() -> None:
    values = falling_loss(1000)
    steps, marks = marked_points(run_of(values, marks_every=200), frame_of(1000.0, 800), 50, least_px=10.0)

    assert steps.tolist() == [200, 400, 600, 800, 1000]
    assert marks == pytest.approx([values[step - 50 : step].mean() for step in (200, 400, 600, 800, 1000)])


def test_marks_stand_on_the_batch_values_where_nothing_is_smoothed() -> None:
    values = falling_loss(1000)
    _, marks = marked_points(run_of(values, marks_every=500), frame_of(1000.0, 800), 0, least_px=10.0)

    assert marks.tolist() == [values[499], values[999]]


def test_a_log_axis_takes_zero_and_less_without_a_warning() -> None:
    steps, heights = raw_line(run_of([1.0, 0.1, 0.0, -1.0]), frame_of(10.0, 800, is_log=True))

    assert steps.tolist() == [1, 2, 3, 4]
    assert heights[:2] == pytest.approx([0.0, -1.0])
    assert np.all(heights[2:] < -10)


def test_evaluations_that_are_not_finite_are_not_drawn() -> None:
    run = run_of([1.0] * 30, evaluations=[(10, 0.5), (20, np.nan), (30, np.inf)])

    assert [points.tolist() for points in evaluation_line(run, frame_of(30.0, 300))] == [[10.0], [0.5]]
