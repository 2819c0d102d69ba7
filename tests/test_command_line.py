"""The command line: every option is read, and a bad value ends with one line that says why."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

import lossviz
from lossviz.command_line import parse, training_settings
from lossviz.core.names import DEVICE_NAMES, LANGUAGE_NAMES, PAGE_NAMES, THEME_NAMES
from lossviz.core.training.settings import CHOICES, LIMITS, PRESETS, TrainingSettings
from lossviz.resource_files import resource_path
from lossviz.shell.file_kinds import FileKind

OTHER_NUMBERS = {
    "learning_rate": 0.25, "batch_size": 32, "epochs": 7, "seed": 99, "training_images": 500, "drawn_digits": 40,
}  # fmt: skip


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def test_without_arguments_the_window_opens_with_its_defaults() -> None:
    arguments = parse([])
    assert arguments.command is None
    assert (arguments.device, arguments.page) == ("auto", None)
    for name in ("mnist", "theme", "lang", "seed", "lesson", "open", "snapshot"):
        assert getattr(arguments, name) is None
    for name in ("present", "safe_mode", "reset_settings", "diagnose"):
        assert getattr(arguments, name) is False


def test_every_option_of_the_window_is_read() -> None:
    arguments = parse(
        [
            "--mnist",
            "data",
            "--device",
            "cpu",
            "--page",
            "mnist",
            "--theme",
            "dark",
            "--seed",
            "5",
            "--open",
            "run.pt",
        ]
    )
    assert arguments.mnist == "data"
    assert (arguments.device, arguments.page, arguments.theme, arguments.seed) == ("cpu", "mnist", "dark", 5)
    assert arguments.open == Path("run.pt")
    assert parse(["--snapshot", "out"]).snapshot == Path("out")


@pytest.mark.parametrize(
    ("option", "values"),
    [("--device", DEVICE_NAMES), ("--page", PAGE_NAMES), ("--theme", THEME_NAMES), ("--lang", LANGUAGE_NAMES)],
    ids=lambda value: value,
)
def test_every_choice_is_read(option: str, values: tuple[str, ...]) -> None:
    for value in values:
        assert getattr(parse([option, value]), option[2:]) == value


@pytest.mark.parametrize("option", ["--present", "--safe-mode", "--reset-settings", "--diagnose"])
def test_every_switch_is_read(option: str) -> None:
    assert getattr(parse([option]), option[2:].replace("-", "_")) is True


def test_a_lesson_is_one_that_ships_or_a_file() -> None:
    shipped = next(resource_path("lessons").glob("*.yaml")).stem
    assert parse(["--lesson", shipped]).lesson == shipped
    assert parse(["--lesson", "my/own.yaml"]).lesson == "my/own.yaml"


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_alone_is_the_preset(preset: str) -> None:
    assert training_settings(parse(["train", "--preset", preset])) == PRESETS[preset]


def test_train_begins_with_the_courses_run() -> None:
    assert training_settings(parse(["train"])) == PRESETS["course_run"]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("field", fields(TrainingSettings), ids=lambda field: field.name)
def test_every_setting_can_replace_the_presets(field: object, preset: str) -> None:
    name = str(getattr(field, "name", ""))
    before = getattr(PRESETS[preset], name)
    values: tuple[str | float, ...] = CHOICES.get(name) or (OTHER_NUMBERS[name], *LIMITS[name])
    for value in values:
        settings = training_settings(parse(["train", "--preset", preset, _option(name), str(value)]))
        assert settings == PRESETS[preset].changed(**{name: value})
    assert getattr(PRESETS[preset], name) == before


def test_the_options_of_train_alone_are_read() -> None:
    arguments = parse(
        [
            "train",
            "--built-in",
            "--threads",
            "3",
            "--save",
            "run.pt",
            "--metrics",
            "run.csv",
            "--device",
            "cpu",
        ]
    )
    assert (arguments.command, arguments.built_in, arguments.threads) == ("train", True, 3)
    assert (arguments.save, arguments.metrics) == (Path("run.pt"), Path("run.csv"))
    assert arguments.device == "cpu"


@pytest.mark.parametrize("words", ["--mnist d --device cpu --seed 5 train", "train --mnist d --device cpu --seed 5"])
def test_shared_options_may_stand_before_the_word_train_or_after(words: str) -> None:
    arguments = parse(words.split())
    assert (arguments.mnist, arguments.device) == ("d", "cpu")
    assert training_settings(arguments).seed == 5


def test_of_two_seeds_the_later_one_counts() -> None:
    assert training_settings(parse(["--seed", "5", "train", "--seed", "6"])).seed == 6


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--device gpu", "invalid choice: 'gpu'"),
        ("--page fits", "invalid choice"),
        ("--theme pink", "invalid choice"),
        ("--lang fr", "invalid choice"),
        ("--lesson no_such_lesson", "'no_such_lesson' is none of the lessons: "),
        ("--seed one", "'one' is not a whole number"),
        ("--seed 1.5", "'1.5' is not a whole number"),
        ("--seed -1", "-1 is not between 0 and 2,147,483,647"),
        ("--seed 2147483648", "2147483648 is not between"),
        ("--seed", "expected one argument"),
        ("--unknown", "unrecognized arguments"),
        ("practise", "invalid choice"),
        ("train --network rnn", "invalid choice"),
        ("train --loss hinge", "invalid choice"),
        ("train --preset best", "invalid choice"),
        ("train --epochs 0", "0 is not between 1 and 10,000"),
        ("train --epochs many", "'many' is not a whole number"),
        ("train --batch-size 10001", "is not between"),
        ("train --learning-rate fast", "'fast' is not a number"),
        ("train --learning-rate nan", "nan is not between"),
        ("train --learning-rate inf", "inf is not between"),
        ("train --learning-rate 0", "0 is not between"),
        ("train --learning-rate -1", "-1 is not between"),
        ("train --training-images -1", "is not between"),
        ("train --threads 0", "0 is not between 1"),
        ("train --threads x", "'x' is not a whole number"),
        ("train --theme dark", "unrecognized arguments"),
        ("--theme dark train", "--theme does not go with train"),
        ("--snapshot out train", "--snapshot does not go with train"),
        ("--snapshot out --open run.pt", "--open does not go with --snapshot"),
        ("--snapshot out --lesson softmax", "--lesson does not go with --snapshot"),
        ("--diagnose --reset-settings", "--reset-settings does not go with --diagnose"),
        ("--reset-settings --safe-mode", "--safe-mode does not go with --reset-settings"),
        ("train --built-in --mnist there", "--mnist does not go with --built-in"),
        ("--mnist there train --built-in", "--mnist does not go with --built-in"),
        ("--open=", "argument --open: it is empty, where the name of a file or folder is expected"),
        ("--snapshot=", "argument --snapshot: it is empty"),
        ("train --save=", "argument --save: it is empty"),
        ("train --metrics=", "argument --metrics: it is empty"),
    ],
)
def test_a_bad_value_ends_with_status_2_and_a_line_that_says_why(
    words: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(words.split())
    assert caught.value.code == 2
    output = capsys.readouterr()
    assert why in output.err.splitlines()[-1]
    assert "Traceback" not in output.err
    assert output.out == ""


@pytest.mark.parametrize("words", ["--help", "train --help"])
def test_help_names_every_option(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(words.split())
    assert caught.value.code == 0
    text = capsys.readouterr().out
    names = {"mnist", "device", "seed"} | (
        {field.name for field in fields(TrainingSettings)} | {"save", "metrics", "built_in", "threads", "preset"}
        if words.startswith("train")
        else {"page", "theme", "lang", "lesson", "present", "open", "snapshot", "version"}
        | {"safe_mode", "reset_settings", "diagnose"}
    )
    assert all(_option(name) in text for name in names)


def test_help_says_all_that_can_be_opened(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    told = " ".join(capsys.readouterr().out.split()).rpartition("--open FILE")[2].partition("--snapshot")[0]
    assert [kind for kind in get_args(FileKind) if kind not in told] == []


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["train", "--help"], ["--device", "gpu"]])
def test_the_answer_needs_neither_torch_nor_qt(words: list[str]) -> None:
    script = (
        "import atexit, sys\n"
        "heavy = ('torch', 'numpy', 'PySide6', 'pyqtgraph')\n"
        "atexit.register(lambda: sys.stdout.write('loaded: ' + ' '.join(n for n in heavy if n in sys.modules)))\n"
        "from lossviz.app import main\n"
        "main(sys.argv[1:])\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=False)
    assert ended.stdout.endswith("loaded: ")
    assert ended.returncode == (2 if "gpu" in words else 0)
    assert words != ["--version"] or ended.stdout.startswith(f"lossviz {lossviz.__version__}\n")
