"""Whether two paths lead to one file."""

import os
from pathlib import Path


def is_same_file(first: Path, second: Path) -> bool:
    """Through links, other ways to write a path, and names that the system does not tell apart, too.

    Neither has to be there.
    """
    try:
        if first.samefile(second):
            return True
    except OSError:  # one of them is not there yet
        pass
    return _plain(first) == _plain(second)


def _plain(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
