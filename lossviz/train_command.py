"""Trains without a window: the command train."""

import argparse
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from lossviz.command_line import training_settings
from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.data.mnist_search import Candidate, candidates_in_order, find_digits
from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.core.per_cents import per_cent
from lossviz.core.reports.metrics_csv import metrics_csv
from lossviz.core.training.checkpoints import made_with, save_run
from lossviz.core.training.devices import CPU_INSTEAD, DeviceChoice, choose_device
from lossviz.core.training.loop import Outcome
from lossviz.core.training.memory_recovery import RunAndData, made_on, told, train_within_memory
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.output_places import check_places, metrics_not_written, spare_data
from lossviz.core.training.part_outputs import OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshot_taking import TrainingSlots, keeping
from lossviz.core.training.snapshots import Snapshots
from lossviz.core.training.thread_counts import useful_threads
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import TrainingRun, freeze, new_run
from lossviz.core.whole_files import write_whole

FAILED = 1
INTERRUPTED = 130  # as shells count it
_BAR_SECONDS = 0.2
_BAR_CHARACTERS = 30


def train_command(arguments: argparse.Namespace) -> int:
    """Train as `arguments` say and return the exit status. Ctrl+C stops the run and saves what there is."""
    try:
        settings = training_settings(arguments)
        check_places(arguments.save, arguments.metrics)
        return _train(arguments, settings)
    except LossvizError as error:
        _say(str(error))
        return FAILED
    except KeyboardInterrupt:  # before or after the training itself, which handles Ctrl+C
        _say("Interrupted.")
        return INTERRUPTED


def _train(arguments: argparse.Namespace, settings: TrainingSettings) -> int:
    torch.set_num_threads(arguments.threads or useful_threads(settings, torch.get_num_threads()))
    digits = _digits(arguments)
    spare_data((arguments.save, arguments.metrics), digits.identity)
    training, device = made_on(choose_device(arguments.device), lambda device: _begun(digits, settings, device))
    _say(f"{digits.identity.name}: {_images_text(len(digits.train), settings)}. Device: {device.label}.")
    if device.fallback:
        _say(device.fallback.format(reason=device.reason))
    snapshots = Snapshots()
    outcome = _trained(training, snapshots, keeps_history=arguments.history)
    if outcome.test:
        _say(f"Test set: {per_cent(outcome.test.accuracy, 2)} right, loss {outcome.test.loss:.4f}.")
    return _write(arguments, _saved(training, outcome, device, snapshots))


def _images_text(there: int, settings: TrainingSettings) -> str:
    """there: how many training images the data set has."""
    used = min(settings.training_images or there, there)
    return f"{there:,} training images" if used == there else f"{used:,} of {there:,} training images"


def _begun(digits: Digits, settings: TrainingSettings, device: torch.device) -> RunAndData:
    data = prepare_data(digits, settings, device)
    run = new_run(settings, device, MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    return RunAndData(run, data)


def _trained(training: RunAndData, snapshots: Snapshots, *, keeps_history: bool) -> Outcome:
    run = training.run
    control, slots = RunControl(run.settings.learning_rate), TrainingSlots(LatestValue(), OutputSlots())
    if keeps_history:
        slots = keeping(slots, run, snapshots)
    with _stopped_by_interrupt(control), _progress_bar(run):
        return train_within_memory(
            training,
            control,
            slots.frozen_out,
            _say_evaluation,
            slots.outputs_out,
            lambda relief: _say(str(told(relief, run.settings.batch_size))),
        )


def _digits(arguments: argparse.Namespace) -> Digits:
    """From where somebody said that they are, else from where the window would find them; else the built-in ones.

    Raises: LossvizError if there are none where somebody said.
    """
    if arguments.built_in:
        return built_in_digits()
    if place := arguments.mnist or os.environ.get("LOSSVIZ_MNIST"):
        return load_digits(Path(place))
    found = find_digits(_remembered_places())
    for problem in found.problems:
        _say(str(problem.error))
    return found.digits or built_in_digits()


def _remembered_places() -> Sequence[Candidate]:
    """The place that was chosen last in the window, and the download folder; none where Qt cannot be loaded."""
    try:
        from lossviz.stores.settings_store import SettingsStore
        from lossviz.user_places import name_application, user_places
    except ImportError:
        return ()
    name_application()
    places = user_places()
    return candidates_in_order(None, None, SettingsStore(places.settings()).data_folder, places.downloads)


def _write(arguments: argparse.Namespace, saved: SavedRun) -> int:
    """Write what was wanted, each file whatever becomes of the other; the exit status."""
    status = 0
    for path, write in ((arguments.save, _write_run), (arguments.metrics, _write_metrics)):
        try:
            if path:
                write(path, saved)
        except LossvizError as error:
            _say(str(error))
            status = FAILED
    return status


def _write_run(path: Path, saved: SavedRun) -> None:
    save_run(path, saved)
    _say(f"Saved to {path}.")


def _write_metrics(path: Path, saved: SavedRun) -> None:
    try:
        write_whole(path, metrics_csv(saved.log))
    except OSError as error:
        raise metrics_not_written(path, error) from error
    _say(f"Curves written to {path}.")


def _saved(training: RunAndData, outcome: Outcome, device: DeviceChoice, snapshots: Snapshots) -> SavedRun:
    run, frozen = training.run, freeze(training.run)
    is_on_device = run.device.type == device.device.type
    return SavedRun(
        settings=run.settings,
        scale=training.data.scale,
        data=training.data.identity,
        weights=frozen.weights,
        log=run.log,
        leg=run.leg,
        test=outcome.test,
        made_with=made_with(device.label if is_on_device else f"{device.label}; {CPU_INSTEAD.label}"),
        optimizer_state=frozen.optimizer_state,
        snapshots=snapshots.all,
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
        sys.stderr.write(
            f"\r{'█' * filled}{'░' * (_BAR_CHARACTERS - filled)} {per_cent(share, 0):>4}  {rate:,.0f} images/s "
        )
        sys.stderr.flush()
    sys.stderr.write("\r" + " " * (_BAR_CHARACTERS + 30) + "\r")


def _say_evaluation(evaluation: Evaluation) -> None:
    _say(f"step {evaluation.step:,}: validation {per_cent(evaluation.accuracy, 2)} right, loss {evaluation.loss:.4f}")


def _say(text: str) -> None:
    sys.stderr.write(f"\r{text:<{_BAR_CHARACTERS + 30}}\n" if sys.stderr.isatty() else f"{text}\n")
