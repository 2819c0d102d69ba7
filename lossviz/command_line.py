"""The command line, read without importing torch or Qt so that --help and --version answer at once."""

import argparse
from dataclasses import fields
from pathlib import Path

import lossviz
from lossviz.core.names import DEVICE_NAMES, LANGUAGE_NAMES, PAGE_NAMES, THEME_NAMES
from lossviz.core.training.settings import CHOICES, LIMITS, MOST_THREADS, PRESETS, TrainingSettings
from lossviz.resource_files import resource_path

_MNIST_HELP = "a folder or file with MNIST, looked at before any other place"
_DEVICE_HELP = "the processor to train on"
_THEME_HELP = "the look of the window; if not given the one chosen last, at first the system's"
_LANGUAGE_HELP = "the language of the window; if not given the one chosen last, at first the system's"
_OPEN_HELP = "a session, a lesson, a saved run, a table of cases, a picture of a digit, or a data set"


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The arguments; `command` is "train" or None for the window. Exits by itself on --help, --version and errors."""
    parser = argparse.ArgumentParser(
        prog="lossviz", description="See, drag and train loss functions. Without a command it opens the window."
    )
    parser.add_argument("--version", action="version", version=f"lossviz {lossviz.__version__}")
    parser.add_argument("--mnist", metavar="DIR", help=_MNIST_HELP)
    parser.add_argument("--device", choices=DEVICE_NAMES, default="auto", help=_DEVICE_HELP)
    parser.add_argument("--page", choices=PAGE_NAMES, help="the page to begin with; the last one's if not given")
    parser.add_argument("--theme", choices=THEME_NAMES, help=_THEME_HELP)
    parser.add_argument("--lang", choices=LANGUAGE_NAMES, help=_LANGUAGE_HELP)
    parser.add_argument("--seed", type=_Number(int, *LIMITS["seed"]), help="the seed of the next run")
    parser.add_argument("--lesson", type=_lesson, metavar="KEY", help="a lesson to begin with, or a file of your own")
    parser.add_argument("--present", action="store_true", help="begin full screen, for a projector")
    parser.add_argument("--open", type=_path, metavar="FILE", help=_OPEN_HELP)
    parser.add_argument(
        "--snapshot",
        type=_path,
        metavar="DIR",
        help="train and read a digit in the real window by itself, write pictures and report.json to DIR, and end",
    )
    _add_mending(parser.add_argument_group("when something is wrong"))
    commands = parser.add_subparsers(dest="command", metavar="train", title="without a window")
    _add_train(commands.add_parser("train", help="train a network, e.g. on a server; the window opens what it saves"))
    arguments = parser.parse_args(argv)
    if why := _contradiction(arguments):
        parser.error(why)
    return arguments


_MENDING = ("diagnose", "reset_settings")
_WINDOW_ONLY = ("page", "theme", "lang", "lesson", "present", "open", "safe_mode")
_GOES_WITHOUT = {
    "train": (*_WINDOW_ONLY, "snapshot", *_MENDING),
    "diagnose": (*_WINDOW_ONLY, "snapshot", "reset_settings"),
    "reset_settings": (*_WINDOW_ONLY, "snapshot"),
    "snapshot": ("page", "lesson", "present", "open"),
    "built_in": ("mnist",),
}
"""What would have no effect beside each."""


def _contradiction(arguments: argparse.Namespace) -> str:
    """Why the arguments do not go together; empty where they do."""
    if arguments.command and arguments.history and not arguments.save:
        return "--history is part of the file that --save writes"
    for name, others in _GOES_WITHOUT.items():
        if arguments.command == name or getattr(arguments, name, None):
            for other in others:
                if getattr(arguments, other):
                    return f"{_option(other)} does not go with {name if name == 'train' else _option(name)}"
    return ""


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def training_settings(arguments: argparse.Namespace) -> TrainingSettings:
    """The preset, changed by the options that were given."""
    given = {field.name: getattr(arguments, field.name, None) for field in fields(TrainingSettings)}
    return PRESETS[arguments.preset].changed(**{name: value for name, value in given.items() if value is not None})


def _add_mending(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--safe-mode",
        action="store_true",
        help="a window without OpenGL that neither reads nor writes settings, and restores nothing",
    )
    group.add_argument("--reset-settings", action="store_true", help="move the settings file aside, say where to, end")
    group.add_argument(
        "--diagnose", action="store_true", help="print versions, processors and places, and end; needs no display"
    )


def _lesson(text: str) -> str:
    """The key of a lesson that ships, or a path to a lesson file."""
    if Path(text).suffix in {".yaml", ".yml"}:
        return text
    keys = sorted(path.stem for path in resource_path("lessons").glob("*.yaml"))
    if text not in keys:
        raise argparse.ArgumentTypeError(f"{text!r} is none of the lessons: {', '.join(keys)}")
    return text


def _path(text: str) -> Path:
    """As it was given, unless it is empty, which would mean the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty, where the name of a file or folder is expected")
    return Path(text)


def _add_train(parser: argparse.ArgumentParser) -> None:
    # Suppressed defaults let the same options stand before the word train, too.
    parser.add_argument("--mnist", metavar="DIR", default=argparse.SUPPRESS, help=_MNIST_HELP)
    parser.add_argument("--device", choices=DEVICE_NAMES, default=argparse.SUPPRESS, help=_DEVICE_HELP)
    parser.add_argument("--built-in", action="store_true", help="train on the built-in digits, whatever else is there")
    threads = _Number(int, 1, MOST_THREADS)
    parser.add_argument("--threads", type=threads, metavar="N", help="processor threads; else as many as are of use")
    parser.add_argument("--save", type=_path, metavar="FILE", help="where to write the run, e.g. run.pt")
    parser.add_argument("--history", action="store_true", help="save what the network was on the way, to look back at")
    parser.add_argument("--metrics", type=_path, metavar="FILE", help="where to write its curves, e.g. run.csv")
    parser.add_argument("--preset", choices=PRESETS, default="course_run", help="the settings to begin with")
    settings = parser.add_argument_group("settings that replace the preset's")
    for field in fields(TrainingSettings):
        option = _option(field.name)
        if field.name in CHOICES:
            settings.add_argument(option, choices=CHOICES[field.name], default=argparse.SUPPRESS)
        elif field.type is float:
            rate = _Number(float, *LIMITS[field.name])
            settings.add_argument(option, type=rate, metavar="RATE", default=argparse.SUPPRESS)
        else:
            count = _Number(int, *LIMITS[field.name])
            settings.add_argument(option, type=count, metavar="N", default=argparse.SUPPRESS)


class _Number:
    """Reads a number within limits, both of them included."""

    def __init__(self, kind: type[int] | type[float], low: float, high: float) -> None:
        self._kind, self._low, self._high = kind, low, high

    def __call__(self, text: str) -> float:
        try:
            number = self._kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a {_KIND_NAMES[self._kind]}") from None
        if not self._low <= number <= self._high:
            raise argparse.ArgumentTypeError(f"{text} is not between {self._low:,} and {self._high:,}")
        return number


_KIND_NAMES: dict[type, str] = {int: "whole number", float: "number"}
