"""Files that are there as a whole or not at all."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces one after the other to `path`; what was there stays until the new file is whole.

    An exception while a piece is made leaves everything as it was.

    Raises: OSError if the folder cannot be written or the disk is full.
    """
    with whole_file(path) as file:
        for piece in pieces:
            file.write(piece)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of what is at `path` at the end; an exception leaves all as it was.

    Raises: OSError if the folder cannot be written or the disk is full.
    """
    temporary = _temporary(path)
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def require_writable(path: Path) -> None:
    """Find out before long work whether `write_whole` could write to `path`; nothing is left there.

    Raises: OSError if the folder is missing or cannot be written, or if something other than a file is at `path`.
    """
    if path.exists() and not path.is_file():
        reason = errno.EISDIR if path.is_dir() else errno.EINVAL
        raise OSError(reason, os.strerror(reason), str(path))
    temporary = _temporary(path)
    try:
        temporary.touch()
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    return path.parent / f".{path.name}.{os.getpid()}.part"
