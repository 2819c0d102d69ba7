"""LandscapeController: it computes beside the window, can be cancelled, and leaves no thread behind."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.landscape.survey import Subject
from lossviz.stores.data_store import DataStore
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.workers import landscape_controller
from lossviz.workers.landscape_controller import LandscapeController
from tests.support.assembly import PATIENCE_MS
from tests.support.landscapes import SMALL, some_subject, some_weights, surveyed
from tests.support.small_digits import small_digits

LONG = replace(SMALL, grid=33)  # with the convolutional network some seconds; to be cancelled


class LandscapeRig:
    """A controller over stores of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.landscapes, self.data = LandscapeStore(), DataStore()
        self.data.set_digits(small_digits())
        self.landscapes.set_settings(SMALL)
        self.subject: Subject | None = some_subject()
        self.controller = LandscapeController(self.landscapes, self.data, lambda: self.subject, threads=2)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by until `condition` holds."""
        self._qtbot.waitUntil(lambda: bool(self.controller.collect() and False) or condition(), timeout=PATIENCE_MS)

    def start_long(self) -> None:
        """Begin a landscape, and wait for its first grid."""
        self.subject = some_subject("course_cnn")
        self.landscapes.set_settings(LONG)
        self.controller.compute()
        self.until(lambda: self.landscapes.landscape is not None)
        assert self.landscapes.is_running


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[LandscapeRig]:
    rig = LandscapeRig(qtbot)
    yield rig
    assert rig.controller.shut_down()
    rig.until(lambda: not rig.controller.collect())


def test_a_landscape_is_computed_to_its_end_and_is_that_of_the_core(rig: LandscapeRig) -> None:
    rig.controller.compute()
    assert rig.landscapes.state == "running"
    rig.until(lambda: rig.landscapes.state == "done")
    assert rig.landscapes.landscape is not None
    assert rig.landscapes.landscape.is_whole
    assert rig.landscapes.share == 1.0
    expected, _ = surveyed(some_subject())
    for loss, values in expected.values.items():
        np.testing.assert_allclose(rig.landscapes.landscape.values[loss], values, rtol=1e-12)
    assert not rig.controller.collect()


def test_a_cancelled_landscape_stays_as_far_as_it_was_and_another_can_be_computed(rig: LandscapeRig) -> None:
    rig.start_long()
    rig.controller.cancel()
    rig.until(lambda: rig.landscapes.state == "cancelled")
    landscape = rig.landscapes.landscape
    assert landscape is not None
    assert not landscape.is_whole
    assert landscape.is_known.sum() >= 9
    rig.subject = some_subject()
    rig.landscapes.set_settings(SMALL)
    rig.controller.compute()
    rig.until(lambda: rig.landscapes.state == "done")


def test_one_at_a_time(rig: LandscapeRig) -> None:
    rig.start_long()
    landscape = rig.landscapes.landscape
    rig.controller.compute()
    assert landscape is not None
    assert rig.landscapes.is_running
    rig.controller.cancel()
    rig.until(lambda: rig.landscapes.state == "cancelled")


def test_closing_the_window_ends_it(rig: LandscapeRig) -> None:
    rig.start_long()
    assert rig.controller.shut_down()


def test_without_a_network_or_data_the_reason_is_told(rig: LandscapeRig) -> None:
    rig.subject = None
    rig.controller.compute()
    assert rig.landscapes.state == "failed"
    assert "press Compute again" in str(rig.landscapes.problem)
    rig.subject = some_subject()
    rig.controller.compute()
    assert rig.landscapes.problem is None
    rig.until(lambda: rig.landscapes.state == "done")


def test_a_path_that_spans_no_plane_is_told_and_the_last_landscape_stays(rig: LandscapeRig) -> None:
    rig.controller.compute()
    rig.until(lambda: rig.landscapes.state == "done")
    before = rig.landscapes.landscape
    rig.subject = some_subject(snapshots=1)
    rig.landscapes.set_settings(replace(SMALL, directions="path"))
    rig.controller.compute()
    rig.until(lambda: rig.landscapes.state == "failed")
    assert "spans no plane" in str(rig.landscapes.problem)
    assert rig.landscapes.landscape is before


def test_diverged_weights_are_told(rig: LandscapeRig) -> None:
    weights = some_weights()
    weights["linear.bias"][0] = float("inf")
    rig.subject = replace(some_subject(), weights=weights)
    rig.controller.compute()
    rig.until(lambda: rig.landscapes.state == "failed")


def test_one_that_breaks_is_a_problem_and_no_silence(
    rig: LandscapeRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError("no room for the grids")

    monkeypatch.setattr(landscape_controller, "survey", fail)
    rig.controller.compute()
    rig.until(lambda: rig.landscapes.state == "failed")
    assert "there is not enough memory" in str(rig.landscapes.problem)
    assert "a task broke" in caplog.text
