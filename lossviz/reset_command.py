"""--reset-settings: puts the settings file aside, so that the next window begins as one that was never used."""

import sys
from itertools import count
from pathlib import Path

from lossviz.core.system_reasons import system_reason

FAILED = 1


def reset_command() -> int:
    """Move this user's settings file aside, say where to, and return the exit status."""
    from lossviz.user_places import name_application, user_places

    name_application()
    settings = user_places().settings_file
    try:
        moved = put_aside(settings)
    except OSError as error:
        sys.stderr.write(f"{settings} cannot be moved: {system_reason(error)}. Move or delete it by hand.\n")
        return FAILED
    if moved is None:
        sys.stdout.write(f"There is nothing to reset: {settings} does not exist.\n")
    else:
        sys.stdout.write(f"The settings were moved to {moved}. lossviz now starts as it did the first time.\n")
    return 0


def put_aside(path: Path) -> Path | None:
    """Rename the file to one that is not there yet, and return that; None if there is no file.

    Raises: OSError if it cannot be renamed.
    """
    if not path.exists():
        return None
    names = (path.with_name(f"{path.stem}.old{f'-{number}' if number > 1 else ''}{path.suffix}") for number in count(1))
    free = next(name for name in names if not name.exists())
    return path.rename(free)
