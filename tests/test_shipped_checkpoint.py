"""Claims about the network that comes with the program."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

import pytest

from lossviz.command_line import parse, training_settings
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.saved_run import SavedRun
from lossviz.engine import SHIPPED_RUN
from lossviz.resource_files import resource_path
from tests.support.mnist_location import real_mnist


@pytest.fixture(scope="module")
def run() -> SavedRun:
    return load_run(resource_path(SHIPPED_RUN))


@pytest.fixture(scope="module")
def note() -> Any:
    path = resource_path(SHIPPED_RUN).with_suffix(".json")
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_note_is_about_this_file(note: Any) -> None:
    assert note["file_sha256"] == hashlib.sha256(resource_path(SHIPPED_RUN).read_bytes()).hexdigest()


def test_the_note_says_what_the_file_says(note: Any, run: SavedRun) -> None:
    assert run.test is not None
    assert note["settings"] == run.settings.as_dict()
    assert note["steps"] == len(run.log)
    assert note["mnist_test_accuracy"] == run.test.accuracy
    assert note["data"].items() <= asdict(run.data).items()


def test_its_command_gives_its_settings(note: Any, run: SavedRun) -> None:
    _python, _main, *arguments = note["command"].split()
    assert training_settings(parse(arguments)) == run.settings


def test_it_was_trained_on_the_genuine_mnist(run: SavedRun) -> None:
    assert run.data.kind == "mnist"


def test_it_reads_the_real_test_set_as_well_as_it_says(run: SavedRun) -> None:
    test = load_digits(real_mnist()).test
    accuracy = (run.classifier().digits(test.images_u8) == test.labels).mean()
    assert accuracy == pytest.approx(run.test.accuracy if run.test else None, abs=2e-4)  # processors round differently
    assert run.test is not None
    assert run.test.accuracy >= 0.993
