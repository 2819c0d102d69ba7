"""Pause, resume and stop take effect at once, in any order and from any thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.training.run_control import RunControl

PATIENCE_S = 30  # only ever used up by a failure


class _Training:
    """A thread that does nothing but pass checkpoints."""

    def __init__(self, control: RunControl) -> None:
        self.passed = 0
        self.holds = threading.Semaphore(0)  # one permit for each time that it has been made to hold
        self.has_passed = threading.Condition()
        self._control = control
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while self._control.checkpoint(self.holds.release):
            with self.has_passed:
                self.passed += 1
                self.has_passed.notify_all()

    def goes_on(self) -> bool:
        """Whether another checkpoint is passed."""
        with self.has_passed:
            before = self.passed
            return self.has_passed.wait_for(lambda: self.passed > before + 1, PATIENCE_S)

    def ends(self) -> bool:
        self._thread.join(PATIENCE_S)
        return not self._thread.is_alive()


@contextmanager
def _training() -> Iterator[tuple[RunControl, _Training]]:
    control = RunControl(0.1)
    training = _Training(control)
    yield control, training
    control.stop()
    assert training.ends()


def test_a_training_that_nobody_steers_goes_on() -> None:
    control = RunControl(0.1)
    assert all(control.checkpoint() for _ in range(100))
    assert not control.is_holding


def test_a_paused_training_stands_still_until_it_is_resumed() -> None:
    with _training() as (control, training):
        control.pause()
        assert training.holds.acquire(timeout=PATIENCE_S)
        held_at = training.passed
        control.resume()
        assert training.goes_on()
        assert training.passed > held_at


def test_holding_is_told_apart_from_having_been_asked_to_pause() -> None:
    control = RunControl(0.1)
    control.pause()
    assert not control.is_holding  # nobody has come to a checkpoint yet
    training = _Training(control)
    assert training.holds.acquire(timeout=PATIENCE_S)
    assert _eventually_holds(control)
    control.resume()
    assert not control.is_holding  # the training may be moving already
    control.stop()
    assert training.ends()


def _eventually_holds(control: RunControl) -> bool:
    """The training announces itself just before it waits."""
    tries = threading.Event()
    return any(control.is_holding or tries.wait(0.001) for _ in range(PATIENCE_S * 1000))


def test_what_was_noted_is_written_before_the_training_holds() -> None:
    control, events = RunControl(0.1), list[str]()

    def before_holding() -> None:
        events.append("holding" if control.is_holding else "not yet holding")
        control.resume()

    control.pause()
    assert control.checkpoint(before_holding)
    assert control.checkpoint(before_holding)
    assert events == ["not yet holding"]


def test_stopping_ends_a_paused_training_at_once() -> None:
    with _training() as (control, training):
        control.pause()
        assert training.holds.acquire(timeout=PATIENCE_S)
        control.stop()
        assert training.ends()
        assert not control.is_holding


def test_a_stopped_training_cannot_be_paused_or_resumed() -> None:
    control = RunControl(0.1)
    control.stop()
    control.pause()
    assert not control.checkpoint()
    control.resume()
    assert not control.checkpoint()
    assert not control.is_holding


def test_pausing_again_before_the_training_wakes_keeps_it_holding() -> None:
    with _training() as (control, training):
        control.pause()
        assert training.holds.acquire(timeout=PATIENCE_S)
        for _ in range(100):
            control.resume()
            control.pause()
        control.resume()
        assert training.goes_on()


@pytest.mark.parametrize("rate", [0.5, 1e-6])
def test_the_learning_rate_is_what_was_set_last(rate: float) -> None:
    control = RunControl(0.1)
    control.learning_rate = rate
    assert control.learning_rate == rate


@given(st.lists(st.sampled_from(["pause", "resume", "stop"]), max_size=12))
def test_any_sequence_ends_as_its_last_calls_say(calls: list[str]) -> None:
    with _training() as (control, training):
        for call in calls:
            getattr(control, call)()
        if "stop" in calls:
            assert training.ends()
            assert not control.is_holding
        elif calls and calls[-1] == "pause":
            assert _eventually_holds(control)
        else:
            assert training.goes_on()


def test_many_threads_may_steer_at_once() -> None:
    with _training() as (control, training):
        steering = [threading.Thread(target=_pause_and_resume, args=(control,)) for _ in range(8)]
        for thread in steering:
            thread.start()
        for thread in steering:
            thread.join(PATIENCE_S)
        assert training.goes_on()


def _pause_and_resume(control: RunControl) -> None:
    for _ in range(200):
        control.pause()
        control.resume()
