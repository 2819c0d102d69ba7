"""Trains without a window: the command train."""

import argparse
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from lossviz.command_line import training_settings
from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.reports.metrics_csv import metrics_csv
from lossviz.core.training.checkpoints import made_with, save_run
from lossviz.core.training.devices import DeviceChoice, choose_device
from lossviz.core.training.latest_value import LatestValue
from lossviz.core.training.loop import Outcome, train
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.training_data import TrainingData, prepare_data
from lossviz.core.training.training_run import FrozenRun, TrainingRun, freeze, new_run
from lossviz.core.whole_files import write_whole

FAILED = 1
INTERRUPTED = 130  # as shells count it
_BAR_SECONDS = 0.2
_BAR_CHARACTERS = 30


def train_command(arguments: argparse.Namespace) -> int:
    """Train as `arguments` say and return the exit status. Ctrl+C stops the run and saves what there is."""
    try:
        return _train(arguments, training_settings(arguments))
    except LossvizError as error:
        _say(str(error))
        return FAILED
    except KeyboardInterrupt:  # before or after the training itself, which handles Ctrl+C
        _say("Interrupted.")
        return INTERRUPTED


def _train(arguments: argparse.Namespace, settings: TrainingSettings) -> int:
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    digits = _digits(arguments)
    device = choose_device(arguments.device)
    _say(f"{digits.identity.name}: {len(digits.train):,} training images. Device: {device.label}.")
    if device.fallback:
        _say(device.fallback.format(reason=device.reason))
    data = prepare_data(digits, settings, device.device)
    run = new_run(settings, device.device, MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    control = RunControl(settings.learning_rate)
    frozen_out: LatestValue[FrozenRun] = LatestValue()
    with _stopped_by_interrupt(control), _progress_bar(run):
        outcome = train(run, data, control, frozen_out, _say_evaluation)
    if outcome.test:
        _say(f"Test set: {outcome.test.accuracy:.2%} right, loss {outcome.test.loss:.4f}.")
    _write(arguments, run, data, outcome, device)
    return 0


def _digits(arguments: argparse.Namespace) -> Digits:
    place = arguments.mnist or os.environ.get("LOSSVIZ_MNIST")
    if place and not arguments.built_in:
        return load_digits(Path(place))
    return built_in_digits()


def _write(
    arguments: argparse.Namespace, run: TrainingRun, data: TrainingData, outcome: Outcome, device: DeviceChoice
) -> None:
    if arguments.save:
        save_run(arguments.save, _saved(run, data, outcome, device))
        _say(f"Saved to {arguments.save}.")
    if arguments.metrics:
        try:
            write_whole(arguments.metrics, metrics_csv(run.log))
        except OSError as error:
            raise _metrics_not_written(arguments.metrics, error) from error
        _say(f"Curves written to {arguments.metrics}.")


def _saved(run: TrainingRun, data: TrainingData, outcome: Outcome, device: DeviceChoice) -> SavedRun:
    frozen = freeze(run)
    return SavedRun(
        settings=run.settings,
        scale=data.scale,
        data=data.identity,
        weights=frozen.weights,
        log=run.log,
        leg=run.leg,
        test=outcome.test,
        made_with=made_with(device.label),
        optimizer_state=frozen.optimizer_state,
    )


def _metrics_not_written(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The curves could not be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder or free some space."),
        path=path,
        reason=error.strerror or error,
    )


@contextlib.contextmanager
def _stopped_by_interrupt(control: RunControl) -> Iterator[None]:
    before = signal.signal(signal.SIGINT, lambda _number, _frame: control.stop())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _progress_bar(run: TrainingRun) -> Iterator[None]:
    """A line that is redrawn while the block runs, where somebody watches."""
    if not sys.stderr.isatty():
        yield
        return
    has_ended = threading.Event()
    thread = threading.Thread(target=_draw_bar, args=(run, has_ended))
    thread.start()
    try:
        yield
    finally:
        has_ended.set()
        thread.join()


def _draw_bar(run: TrainingRun, has_ended: threading.Event) -> None:
    start = time.perf_counter()
    while not has_ended.wait(_BAR_SECONDS):
        share = len(run.log) / run.leg.last_step
        filled = round(share * _BAR_CHARACTERS)
        rate = len(run.log) * run.settings.batch_size / (time.perf_counter() - start)
        sys.stderr.write(f"\r{'█' * filled}{'░' * (_BAR_CHARACTERS - filled)} {share:4.0%}  {rate:,.0f} images/s ")
        sys.stderr.flush()
    sys.stderr.write("\r" + " " * (_BAR_CHARACTERS + 30) + "\r")


def _say_evaluation(evaluation: Evaluation) -> None:
    _say(f"step {evaluation.step:,}: validation {evaluation.accuracy:.2%} right, loss {evaluation.loss:.4f}")


def _say(text: str) -> None:
    sys.stderr.write(f"\r{text:<{_BAR_CHARACTERS + 30}}\n" if sys.stderr.isatty() else f"{text}\n")
