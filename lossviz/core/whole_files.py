"""Files that are there as a whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces one after the other to `path`; what was there stays until the new file is whole.

    An exception while a piece is made leaves everything as it was.

    Raises: OSError if the folder cannot be written or the disk is full.
    """
    temporary = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
