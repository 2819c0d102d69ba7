"""Files that end with a line holding the SHA-256 of all bytes before it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO, cast

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.regular_files import require_regular_file
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import whole_file

MAX_BYTES = 1 << 30
_SEAL = b"\nlossviz-sha256:"
_SEAL_LENGTH = len(_SEAL) + 64 + 1


def write_sealed(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let `write` write the content, then its seal, to `path`; what was there stays until the new file is whole.

    Raises: OSError if the folder cannot be written or the disk is full.
    """
    with whole_file(path) as file:
        sealing = _Sealing(file)
        write(cast("IO[bytes]", sealing))
        file.write(sealing.seal())


def read_sealed(path: Path) -> memoryview:
    """The bytes before the seal, once they have been found to be the ones that were sealed.

    Raises: LossvizError if the file cannot be read, has no seal, or has changed since it was sealed.
    """
    try:
        require_regular_file(path)
        if path.stat().st_size > MAX_BYTES:
            raise refused(path, QT_TRANSLATE_NOOP("errors", "It is far larger than any run of these networks."))
        sealed = memoryview(path.read_bytes())
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run {path} could not be read."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Check that the file is there and that you may read it."),
            path=path,
            reason=system_reason(error),
        ) from error
    content, seal = sealed[:-_SEAL_LENGTH], bytes(sealed[-_SEAL_LENGTH:])
    if not seal.startswith(_SEAL):
        raise refused(path, QT_TRANSLATE_NOOP("errors", "It was not written by lossviz, or its end is missing."))
    if seal != _seal_of(hashlib.sha256(content).hexdigest()):
        raise refused(path, QT_TRANSLATE_NOOP("errors", "Its checksum is wrong: some of its bytes have changed."))
    return content


def sha256_of(path: Path) -> str:
    """Of all of the file's bytes, in hex; empty if it cannot be read or is larger than any run."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # a null character in the path is a ValueError
        return ""


def refused(path: Path, why: str, **values: object) -> LossvizError:
    """The error for a file that is no usable run."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{path} could not be opened as a run."),
        why,
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. Choose a file that lossviz saved, or a fresh copy of it."),
        path=path,
        **values,
    )


class _Sealing:
    """Hands everything on to `file`, whole tensors at once, and adds it to the digest.

    What goes wrong waits for `seal`: torch.save calls from C++, which no exception should have to cross.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._problem: OSError | None = None

    def write(self, piece: bytes | memoryview) -> int:
        """Take all of it."""
        self._digest.update(piece)
        try:
            if self._problem is None:
                self._file.write(piece)
        except OSError as error:
            self._problem = error
        return len(piece)

    def flush(self) -> None:
        """Leave that to `file`."""

    def seal(self) -> bytes:
        """The line for the end.

        Raises: OSError if something could not be written.
        """
        if self._problem:
            raise self._problem
        return _seal_of(self._digest.hexdigest())


def _seal_of(digest: str) -> bytes:
    return _SEAL + digest.encode("ascii") + b"\n"
