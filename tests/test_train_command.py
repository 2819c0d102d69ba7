"""Training without a window, from the arguments to the files."""

import csv
import errno
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
import torch
from PySide6.QtCore import QCoreApplication

from lossviz import train_command as module
from lossviz.command_line import parse
from lossviz.core.data.digits import Digits
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.metric_log import Evaluation
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import PRESETS
from lossviz.core.training.training_data import prepare_data
from lossviz.stores.settings_store import SettingsStore
from lossviz.train_command import FAILED, INTERRUPTED, train_command
from lossviz.user_places import UserPlaces, name_application, user_places
from tests.support.digit_files import random_digits, write_idx_folder
from tests.support.short_memory import pretend_short_memory
from tests.support.small_digits import TRAIN_COUNT, small_digits
from tests.support.training_runs import CPU, assert_same_run, go_on, prepared, quick_settings

QUICK = [
    "train",
    "--built-in",
    "--device",
    "cpu",
    "--network",
    "softmax_regression",
    "--batch-size",
    "20",
    "--epochs",
    "3",
    "--seed",
    "11",
]


@pytest.fixture(autouse=True)
def _small_and_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The small digits stand for the built-in ones, which take seconds to draw; one thread, as the tests run beside."""
    monkeypatch.setattr(module, "built_in_digits", small_digits)
    before = torch.get_num_threads(), signal.getsignal(signal.SIGINT)
    yield
    torch.set_num_threads(before[0])
    assert signal.getsignal(signal.SIGINT) == before[1]


def _run(*words: str) -> int:
    return train_command(parse([*QUICK, *words]))


def test_it_trains_says_what_it_does_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run() == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"small digits: {TRAIN_COUNT} training images. Device: CPU."
    assert [line.split(":")[0] for line in said[1:]] == ["step 4", "step 8", "step 12", "Test set"]


def test_it_says_how_many_images_it_trains_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("--training-images", "40") == 0
    assert capsys.readouterr().err.startswith(f"small digits: 40 of {TRAIN_COUNT} training images. ")
    assert _run("--training-images", "1000000") == 0
    assert capsys.readouterr().err.startswith(f"small digits: {TRAIN_COUNT} training images. ")


def test_what_it_saves_is_the_run_that_the_loop_gives(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    assert _run("--threads", "1", "--save", str(path), "--optimizer", "adam", "--preset", "fast_99") == 0
    preset = PRESETS["fast_99"]
    settings = quick_settings(
        optimizer="adam",
        scaling=preset.scaling,
        schedule=preset.schedule,
        initialisation=preset.initialisation,
        learning_rate=preset.learning_rate,
        augmentation=preset.augmentation,
    )
    saved = load_run(path)
    assert saved.settings == settings
    assert saved.data == small_digits().identity
    assert saved.scale == prepare_data(small_digits(), settings, CPU).scale
    assert saved.made_with["device"] == "CPU"
    run, data = prepared(settings)
    outcome = go_on(run, data)
    assert saved.test == outcome.test
    assert_same_run(saved.resumed(CPU), run)


def test_the_metrics_hold_every_step_and_every_evaluation(tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    assert _run("--threads", "1", "--metrics", str(path)) == 0
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    run, data = prepared(quick_settings())
    go_on(run, data)
    columns = run.log.columns()
    assert [int(row["step"]) for row in rows] == list(range(1, 13))
    assert [float(row["batch_loss"]) for row in rows] == columns.losses.tolist()
    assert [float(row["batch_accuracy"]) for row in rows] == columns.accuracies.tolist()
    measured = [
        Evaluation(int(row["step"]), float(row["validation_loss"]), float(row["validation_accuracy"]))
        for row in rows
        if row["validation_loss"]
    ]
    assert tuple(measured) == run.log.evaluations


def _interrupt_after(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send this process a real SIGINT from within the training, as Ctrl+C does."""
    say = module._say_evaluation

    def say_and_interrupt(evaluation: Evaluation) -> None:
        say(evaluation)
        if evaluation.step == step:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(module, "_say_evaluation", say_and_interrupt)


def test_ctrl_c_stops_the_run_and_saves_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _interrupt_after(8, monkeypatch)
    assert _run("--threads", "1", "--save", str(tmp_path / "run.pt"), "--metrics", str(tmp_path / "run.csv")) == 0
    saved = load_run(tmp_path / "run.pt")
    assert saved.test is None
    assert len(saved.log) == 8
    assert len((tmp_path / "run.csv").read_text().splitlines()) == 1 + 8
    _assert_goes_on_to_the_end(saved)


def _assert_goes_on_to_the_end(saved: SavedRun) -> None:
    whole, data = prepared(quick_settings())
    go_on(whole, data)
    run = saved.resumed(CPU)
    run.plan_leg(saved.settings.epochs, len(data.train))
    go_on(run, data)
    assert_same_run(run, whole)


def test_ctrl_c_before_the_training_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "built_in_digits", interrupt)
    assert _run() == INTERRUPTED
    assert capsys.readouterr().err == "Interrupted.\n"


def test_memory_that_runs_out_is_told_and_stands_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend_short_memory(monkeypatch, most_images=5)
    assert _run("--save", str(tmp_path / "run.pt")) == 0
    said = capsys.readouterr().err
    assert said.count("The memory of the device ran out at step 0.") == 2
    assert "two halves" in said
    assert "goes on on the CPU" in said
    assert [relief.kind for relief in load_run(tmp_path / "run.pt").log.memory_reliefs] == ["half_batches", "cpu"]


def test_with_history_the_file_can_be_looked_back_at(tmp_path: Path) -> None:
    assert _run("--threads", "1", "--save", str(tmp_path / "run.pt"), "--history") == 0
    saved = load_run(tmp_path / "run.pt")
    assert [snapshot.step for snapshot in saved.snapshots if snapshot.outputs is not None] == [4, 8, 12]
    assert {0, 1, 2, 3} <= {snapshot.step for snapshot in saved.snapshots}
    for name, weights in saved.snapshots[-1].weights.items():
        assert torch.equal(weights, saved.weights[name])
    assert _run("--threads", "1", "--save", str(tmp_path / "plain.pt")) == 0
    plain = load_run(tmp_path / "plain.pt")
    assert plain.snapshots == ()
    assert_same_run(plain.resumed(CPU), saved.resumed(CPU))


def test_history_without_a_file_to_keep_it_in_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([*QUICK, "--history"])
    assert "--save" in capsys.readouterr().err


def test_mixed_precision_is_an_option(tmp_path: Path) -> None:
    assert _run("--precision", "mixed", "--save", str(tmp_path / "run.pt")) == 0
    assert load_run(tmp_path / "run.pt").settings.precision == "mixed"


@pytest.mark.parametrize("option", ["--save", "--metrics"])
def test_a_place_that_cannot_be_written_is_told_without_a_traceback(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "below"
    assert _run(option, str(path)) == FAILED
    (only,) = capsys.readouterr().err.splitlines()  # nothing was trained in vain
    assert str(path) in only
    assert "a part of the path is a file, not a folder" in only


def test_a_folder_in_the_place_of_a_file_is_told_before_the_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("--save", str(tmp_path / "run.pt"), "--metrics", str(tmp_path)) == FAILED
    assert "that is a folder, not a file" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("metrics", ["run", "./run", "folder/../run", "link"])
def test_one_file_for_the_run_and_its_curves_is_refused_before_the_training(
    metrics: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    if metrics == "link":
        (tmp_path / metrics).symlink_to(tmp_path / "run")
    assert _run("--save", str(tmp_path / "run"), "--metrics", metrics) == FAILED
    (only,) = capsys.readouterr().err.splitlines()
    assert "would overwrite the other" in only
    assert not (tmp_path / "run").exists()


def test_a_hard_link_is_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run").write_text("old")
    (tmp_path / "link").hardlink_to(tmp_path / "run")
    assert _run("--save", str(tmp_path / "run"), "--metrics", str(tmp_path / "link")) == FAILED
    assert "would overwrite the other" in capsys.readouterr().err
    assert (tmp_path / "run").read_text() == "old"


@pytest.mark.parametrize("option", ["--save", "--metrics"])
@pytest.mark.parametrize("is_file_named", [False, True])
def test_the_data_is_not_overwritten(
    option: str, is_file_named: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_idx_folder(tmp_path, random_digits(24, 6))
    file = next(tmp_path.glob("t10k-labels*"))
    before = file.read_bytes()
    words = [word for word in QUICK if word != "--built-in"]
    mnist = file if is_file_named else tmp_path
    assert train_command(parse([*words, "--mnist", str(mnist), option, str(file)])) == FAILED
    assert "a file of the data" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_file_that_cannot_be_written_after_all_does_not_cost_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def vanishing(path: Path, *_pieces: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    run, metrics = tmp_path / "run.pt", tmp_path / "run.csv"
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_whole", vanishing)
        assert _run("--save", str(run), "--metrics", str(metrics)) == FAILED
    assert len(load_run(run).log) == 12
    with monkeypatch.context() as patch:
        patch.setattr("lossviz.core.training.sealed_files.whole_file", vanishing)
        assert _run("--save", str(tmp_path / "other.pt"), "--metrics", str(metrics)) == FAILED
    assert len(metrics.read_text("utf-8").splitlines()) == 13
    assert capsys.readouterr().err.count("the disk is full") == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--batch-size", "71"], "The training set has only 70"),
        (["--training-images", "10"], "The training set has only 10"),
        (["--loss", "mse_logits", "--learning-rate", "1e6", "--network", "mlp"], "have left all bounds"),
    ],
)
def test_a_run_that_cannot_be_made_ends_with_one_line(
    words: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*words, "--save", str(tmp_path / "run.pt")) == FAILED
    assert why in capsys.readouterr().err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


# Which digits


def _trained_on(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert train_command(parse(["--device", "cpu", *words, "--network", "softmax_regression", "--epochs", "1"])) == 0
    return capsys.readouterr().err.splitlines()[0].split(":")[0]


@pytest.fixture
def idx_folder(tmp_path: Path) -> Path:
    return write_idx_folder(tmp_path / "idx", random_digits(24, 6))


def test_the_digits_are_those_of_the_option_then_of_the_variable_then_the_built_in_ones(
    idx_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = ["--batch-size", "5"]
    assert _trained_on(["train", *few], capsys) == "small digits"
    by_option = _trained_on(["train", "--mnist", str(idx_folder), *few], capsys)
    assert by_option != "small digits"
    assert _trained_on(["--mnist", str(idx_folder), "train", *few], capsys) == by_option
    monkeypatch.setenv("LOSSVIZ_MNIST", str(idx_folder))
    assert _trained_on(["train", *few], capsys) == by_option
    assert _trained_on(["train", "--built-in", *few], capsys) == "small digits"


@pytest.fixture
def places() -> Iterator[UserPlaces]:
    """Where the window of this user, who is the test session, keeps what it remembers."""
    before = QCoreApplication.applicationName(), QCoreApplication.organizationName()
    name_application()
    found = user_places()
    yield found
    shutil.rmtree(found.downloads, ignore_errors=True)
    found.settings_file.unlink(missing_ok=True)
    QCoreApplication.setApplicationName(before[0])
    QCoreApplication.setOrganizationName(before[1])


def test_then_come_the_windows_last_choice_and_its_download_folder(
    places: UserPlaces, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = ["train", "--batch-size", "5"]
    write_idx_folder(places.downloads, random_digits(24, 6))
    downloaded = _trained_on(few, capsys)
    assert downloaded != "small digits"
    chosen = write_idx_folder(tmp_path / "chosen", random_digits(30, 6))
    settings = SettingsStore(places.settings())
    settings.set_data_folder(chosen)
    settings.save()
    assert train_command(parse([*few, "--device", "cpu", "--network", "softmax_regression", "--epochs", "1"])) == 0
    assert "25 training images" in capsys.readouterr().err
    assert _trained_on([*few, "--built-in"], capsys) == "small digits"


def test_a_remembered_place_that_cannot_be_read_is_told_and_the_next_one_taken(
    places: UserPlaces, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = SettingsStore(places.settings())
    settings.set_data_folder(tmp_path / "gone")
    settings.save()
    words = ["train", "--device", "cpu", "--network", "softmax_regression", "--epochs", "1", "--batch-size", "5"]
    assert train_command(parse(words)) == 0
    first, second, *_ = capsys.readouterr().err.splitlines()
    assert str(tmp_path / "gone") in first
    assert "small digits" in second


def test_a_server_without_qt_takes_the_built_in_digits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "lossviz.user_places", None)
    assert _trained_on(["train", "--batch-size", "5"], capsys) == "small digits"


def test_a_folder_without_digits_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train_command(parse(["train", "--mnist", str(tmp_path)])) == FAILED
    assert str(tmp_path) in capsys.readouterr().err


def test_the_number_of_threads_is_the_given_one() -> None:
    assert _run("--threads", "1") == 0
    assert torch.get_num_threads() == 1


def test_a_device_that_does_not_work_is_told_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    if torch.cuda.is_available():
        pytest.skip("cuda works here")
    assert _run("--device", "cuda", "--epochs", "1") == 0
    said = capsys.readouterr().err
    assert "The CPU is used" in said
    assert "cuda: " in said


# The progress bar


class _Terminal:
    """A stderr that somebody watches."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def test_somebody_who_watches_sees_a_bar_and_it_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(module, "_BAR_SECONDS", 0.0001)
    assert _run("--epochs", "60") == 0
    assert " images/s " in terminal.text
    assert "%" in terminal.text
    assert terminal.text.splitlines()[-1].startswith("Test set: ")


def test_a_file_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run() == 0
    assert "\r" not in capsys.readouterr().err


def test_the_small_digits_are_a_whole_data_set() -> None:
    digits: Digits = small_digits()
    assert np.unique(digits.train.labels).tolist() == list(range(10))
