"""The log only grows, keeps every number, and can be read while it is written."""

import threading
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.training.metric_log import BatchColumns, Evaluation, MetricLog


def _numbers(count: int, seed: int = 0) -> NDArray[np.float64]:
    return np.random.default_rng(seed).random((2, count))


def _check(columns: BatchColumns, values: NDArray[np.float64]) -> None:
    np.testing.assert_array_equal(columns.losses, values[0])
    np.testing.assert_array_equal(columns.accuracies, values[1])
    np.testing.assert_allclose(columns.loss_sums, [values[0, :n].sum() for n in range(values.shape[1] + 1)], atol=1e-9)
    np.testing.assert_allclose(
        columns.accuracy_sums, [values[1, :n].sum() for n in range(values.shape[1] + 1)], atol=1e-9
    )


def test_a_new_log_is_empty() -> None:
    log = MetricLog()
    assert len(log) == 0
    assert log.evaluations == ()
    _check(log.columns(), np.zeros((2, 0)))


@pytest.mark.parametrize("count", [1, 1023, 1024, 1025, 2500])
def test_appended_steps_are_kept_across_growth(count: int) -> None:
    log, values = MetricLog(), _numbers(count)
    for loss, accuracy in values.T:
        log.append(loss, accuracy)
    assert len(log) == count
    _check(log.columns(), values)


@given(st.lists(st.integers(0, 1500), max_size=5), st.booleans())
def test_blocks_and_single_steps_may_be_mixed(sizes: list[int], begins_with_one: bool) -> None:
    values = _numbers(sum(sizes) + begins_with_one)
    log, row = MetricLog(), int(begins_with_one)
    if begins_with_one:
        log.append(*values[:, 0])
    for size in sizes:
        log.extend(*values[:, row : row + size])
        row += size
    _check(log.columns(), values)


def test_the_mean_over_a_window_is_two_look_ups() -> None:
    log, values = MetricLog(), _numbers(3000)
    log.extend(*values)
    sums = log.columns().loss_sums
    assert (sums[2500] - sums[1200]) / 1300 == pytest.approx(values[0, 1200:2500].mean())


def test_columns_that_were_read_never_change() -> None:
    log, values = MetricLog(), _numbers(5000)
    log.extend(*values[:, :1000])
    early = log.columns()
    log.extend(*values[:, 1000:])
    _check(early, values[:, :1000])


def test_blocks_of_different_lengths_are_refused_and_change_nothing() -> None:
    log = MetricLog()
    log.append(1, 1)
    with pytest.raises(ValueError, match="inhomogeneous"):
        log.extend(np.ones(3), np.ones(2))
    assert len(log) == 1


def test_evaluations_are_kept_in_their_order() -> None:
    log = MetricLog()
    evaluations = tuple(Evaluation(step, 1 / step, 0.5) for step in (10, 20, 30))
    for evaluation in evaluations:
        log.append_evaluation(evaluation)
    assert log.evaluations == evaluations


@pytest.mark.parametrize("step", [0, 1, 9, 10, 11, 29, 30, 99])
def test_a_log_until_a_step_is_one_of_its_own(step: int) -> None:
    log, values = MetricLog(), _numbers(30)
    log.extend(*values)
    for measured in (10, 20, 30):
        log.append_evaluation(Evaluation(measured, 0, 0))
    part = log.until(step)
    _check(part.columns(), values[:, :step])
    assert [evaluation.step for evaluation in part.evaluations] == [m for m in (10, 20, 30) if m <= step]
    part.append(7, 7)
    _check(log.columns(), values)


def test_a_reader_sees_whole_steps_while_another_thread_writes() -> None:
    log, count = MetricLog(), 30_000

    def write() -> None:
        for number in range(count // 3):
            log.append(1, 2)
            log.extend(np.ones(2), np.full(2, 2.0))
            log.append_evaluation(Evaluation(number, 0, 0)) if number % 1000 == 0 else None

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while seen < count:
        columns = log.columns()
        rows = len(columns.losses)
        assert rows >= seen
        assert len(columns.loss_sums) == rows + 1
        assert columns.loss_sums[-1] == rows
        assert columns.accuracy_sums[-1] == 2 * rows
        assert rows == 0 or columns.losses.min() == 1
        seen = rows
    writer.join()
    assert len(log.evaluations) == 10


@pytest.mark.parametrize("count", [5_000, 70_000, 140_000])
def test_a_step_takes_less_than_100_bytes_even_while_the_log_grows(count: int) -> None:
    tracemalloc.start()
    try:
        log = MetricLog()
        block = np.ones(50)
        for _ in range(count // 50):
            log.extend(block, block)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(log) == count
    assert peak_bytes / count < 100
