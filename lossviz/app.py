"""Where lossviz begins: arguments, the order of imports, and the exit status."""

import argparse
import importlib
import os
import sys

from lossviz.command_line import parse
from lossviz.display_check import WAYS_OUT, why_no_window

NO_WINDOW = 2


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv` and return the exit status."""
    arguments = parse(argv)
    spin_briefly()
    if arguments.command == "train":
        from lossviz.train_command import train_command

        return train_command(arguments)
    if arguments.diagnose:
        from lossviz.diagnose_command import diagnose_command

        return diagnose_command()
    if arguments.reset_settings:
        from lossviz.reset_command import reset_command

        return reset_command()
    reason = why_no_window()
    if reason and arguments.snapshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif reason:
        sys.stderr.write(f"{reason} {WAYS_OUT}\n")
        return NO_WINDOW
    return _open_window(arguments)


def spin_briefly() -> None:
    """Let torch's waiting threads give up their core after ten microseconds or so. Call it before torch is imported.

    Those that spin for long take it from whoever needs it; those that never do halve the speed of small networks.
    """
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")


def _open_window(arguments: argparse.Namespace) -> int:
    try:
        if sys.platform == "win32":
            importlib.import_module("torch")  # after Qt its libraries would fail to load there
        from lossviz.splash import run_with_splash
    except ImportError as error:
        sys.stderr.write(f"A part of lossviz cannot be loaded: {error}. Install it again as the README says.\n")
        return NO_WINDOW
    return run_with_splash(arguments)
