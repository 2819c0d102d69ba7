"""The reports on this computer of what went wrong. Nothing of them is ever sent."""

import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import lossviz
from lossviz.shell.components import COMPONENTS

MOST_REPORTS = 10
_PREFIX = "crash-"


def newest_report(folder: Path) -> Path | None:
    """The last one written; None if there is none."""
    return max(folder.glob(f"{_PREFIX}*.txt"), default=None)


def write_report(folder: Path, what: str, commands: Sequence[str]) -> Path:
    """Write what happened, and take the oldest reports away.

    what: a traceback. commands: the last ones that were chosen, newest last.
    Raises: OSError if it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_PREFIX}{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    path.write_text(f"{heading()}\nLast commands: {', '.join(commands) or 'none'}\n\n{what}", encoding="utf-8")
    for old in sorted(folder.glob(f"{_PREFIX}*.txt"))[:-MOST_REPORTS]:
        old.unlink(missing_ok=True)
    return path


def heading() -> str:
    """Versions and system, in two lines."""
    parts = ", ".join(f"{part.name} {part.version}" for part in COMPONENTS[1:6])
    return f"lossviz {lossviz.__version__}, Python {sys.version.split()[0]}, {platform.platform()}\n{parts}"
