"""Files that end with a line holding the SHA-256 of all bytes before it."""

import hashlib
from pathlib import Path

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.regular_files import require_regular_file
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import write_whole

MAX_BYTES = 1 << 30
_SEAL = b"\nlossviz-sha256:"
_SEAL_LENGTH = len(_SEAL) + 64 + 1


def write_sealed(path: Path, content: bytes) -> None:
    """Write `content` and its seal to `path`; what was there stays until the new file is whole.

    Raises: OSError if the folder cannot be written or the disk is full.
    """
    write_whole(path, (content, _seal_of(content)))


def read_sealed(path: Path) -> bytes:
    """The bytes before the seal, once they have been found to be the ones that were sealed.

    Raises: LossvizError if the file cannot be read, has no seal, or has changed since it was sealed.
    """
    try:
        require_regular_file(path)
        if path.stat().st_size > MAX_BYTES:
            raise refused(path, QT_TRANSLATE_NOOP("errors", "It is far larger than any run of these networks."))
        sealed = path.read_bytes()
    except OSError as error:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "The run {path} could not be read."),
            QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
            QT_TRANSLATE_NOOP("errors", "Check that the file is there and that you may read it."),
            path=path,
            reason=system_reason(error),
        ) from error
    content, seal = sealed[:-_SEAL_LENGTH], sealed[-_SEAL_LENGTH:]
    if not seal.startswith(_SEAL):
        raise refused(path, QT_TRANSLATE_NOOP("errors", "It was not written by lossviz, or its end is missing."))
    if seal != _seal_of(content):
        raise refused(path, QT_TRANSLATE_NOOP("errors", "Its checksum is wrong: some of its bytes have changed."))
    return content


def refused(path: Path, why: str, **values: object) -> LossvizError:
    """The error for a file that is no usable run."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{path} could not be opened as a run."),
        why,
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. Choose a file that lossviz saved, or a fresh copy of it."),
        path=path,
        **values,
    )


def _seal_of(content: bytes) -> bytes:
    return _SEAL + hashlib.sha256(content).hexdigest().encode("ascii") + b"\n"
