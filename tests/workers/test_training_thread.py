"""TrainingThread: one end for every run, whatever breaks."""

from typing import NoReturn

import pytest
import torch
from pytestqt.qtbot import QtBot
from torch import nn

from lossviz.core.errors import LossvizError
from lossviz.core.training import loop as training_module
from lossviz.core.training import training_run
from lossviz.core.training.loop import Ending, Outcome
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.networks import build_network
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.step_recorder import Diverged
from lossviz.workers import training_thread
from lossviz.workers.training_thread import Prepared, TrainingJob, TrainingThread
from tests.support.assembly import PATIENCE_MS
from tests.support.tiny_runs import TINY_RUN, tiny_digits


class Heard:
    """What a thread told, in order."""

    def __init__(self, thread: TrainingThread) -> None:
        self.prepared: list[Prepared] = []
        self.ended: list[Outcome] = []
        self.failed: list[LossvizError] = []
        thread.prepared.connect(self.prepared.append)
        thread.ended.connect(self._on_ended)
        thread.failed.connect(self._on_failed)

    def _on_ended(self, number: int, outcome: Outcome) -> None:
        assert number == 7
        self.ended.append(outcome)

    def _on_failed(self, number: int, error: LossvizError) -> None:
        assert number == 7
        self.failed.append(error)

    @property
    def has_ended_once(self) -> bool:
        return len(self.ended) + len(self.failed) == 1


def job(settings: TrainingSettings = TINY_RUN) -> TrainingJob:
    control = RunControl(settings.learning_rate)
    return TrainingJob(7, settings, settings.epochs, tiny_digits(), "cpu", 1, MetricLog(), control)


def run(qtbot: QtBot, task: TrainingJob) -> Heard:
    thread = TrainingThread(task)
    heard = Heard(thread)
    with qtbot.waitSignal(thread.finished, timeout=PATIENCE_MS):
        thread.start()
    assert thread.wait(PATIENCE_MS)
    qtbot.waitUntil(lambda: heard.has_ended_once, timeout=PATIENCE_MS)
    return heard


def test_a_completed_run_is_prepared_once_and_ends_once(qtbot: QtBot) -> None:
    heard = run(qtbot, job())
    (outcome,) = heard.ended
    assert len(heard.prepared) == 1
    assert outcome.ending is Ending.COMPLETED
    assert outcome.test is not None
    assert heard.failed == []


def test_a_run_stopped_before_it_began_ends_once(qtbot: QtBot) -> None:
    task = job()
    task.control.stop()
    heard = run(qtbot, task)
    assert [outcome.ending for outcome in heard.ended] == [Ending.STOPPED]
    assert len(task.log) == 0


def test_a_batch_that_cannot_be_filled_is_said_in_the_errors_own_words(qtbot: QtBot) -> None:
    heard = run(qtbot, job(TINY_RUN.changed(batch_size=5000)))
    (error,) = heard.failed
    assert "5000" in str(error)
    assert heard.prepared == []


def test_divergence_is_told_as_such(qtbot: QtBot) -> None:
    heard = run(qtbot, job(TINY_RUN.changed(loss="mse_logits", learning_rate=1e6, epochs=9)))
    (error,) = heard.failed
    assert isinstance(error, Diverged)


def fail(*_arguments: object, **_options: object) -> NoReturn:
    raise RuntimeError("device-side assert\nsecond line of a long story")


class BrokenLayer(nn.Module):
    def forward(self, _inputs: torch.Tensor) -> torch.Tensor:
        fail()


def break_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_network(*arguments: object, **options: object) -> nn.Sequential:
        del arguments, options
        return nn.Sequential(*build_network("softmax_regression", 10, "he", torch.Generator()), BrokenLayer())

    monkeypatch.setattr(training_run, "build_network", broken_network)


PLACES = {
    "device": (training_thread, "choose_device"),
    "dataset": (training_thread, "prepare_data"),
    "backward": (torch.autograd, "grad"),
    "evaluation": (training_module, "evaluate"),
}


@pytest.mark.parametrize("place", [*PLACES, "forward"])
def test_an_exception_anywhere_is_one_failure_with_its_first_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    with monkeypatch.context() as broken:
        break_forward(broken) if place == "forward" else broken.setattr(*PLACES[place], fail)
        heard = run(qtbot, job())
    (error,) = heard.failed
    assert "“device-side assert” (the original message)." in str(error)
    assert "second line" not in str(error)
    assert "second line of a long story" in caplog.text
    assert len(run(qtbot, job()).ended) == 1


def test_an_exception_without_words_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail_silently(*_arguments: object) -> NoReturn:
        raise LookupError

    monkeypatch.setattr(training_thread, "prepare_data", fail_silently)
    (error,) = run(qtbot, job()).failed
    assert "LookupError" in str(error)
    assert "LookupError" in caplog.text
