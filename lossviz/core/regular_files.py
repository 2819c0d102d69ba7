"""Files that end: a pipe or a device would keep whoever reads it waiting, for ever perhaps."""

import errno
import os
from pathlib import Path


def require_regular_file(path: Path) -> None:
    """Raises: OSError if there is no file at `path`, or something else than a file.

    A path that no file can have, as one with a null character, counts as absent.
    """
    if not path.is_file():
        reason = errno.EISDIR if path.is_dir() else errno.EINVAL if path.exists() else errno.ENOENT
        raise OSError(reason, os.strerror(reason), str(path))
