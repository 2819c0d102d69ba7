"""Opens a file that may be gzip-compressed, and turns whatever goes wrong while reading it into a LossvizError."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.regular_files import require_regular_file
from lossviz.core.system_reasons import system_reason

_GZIP_MAGIC = b"\x1f\x8b"


@contextmanager
def open_raw_or_gzip(path: Path) -> Iterator[BufferedIOBase]:
    """A stream of the file's content, decompressed if the content, whatever the name, is gzip.

    Raises: LossvizError for a failure here or while the `with` block reads.
    """
    _require_a_file(path)
    try:
        with path.open("rb") as raw:
            if raw.peek(2)[:2] == _GZIP_MAGIC:
                with gzip.GzipFile(fileobj=raw) as decompressed:
                    yield decompressed
            else:
                yield raw
    except EOFError as error:
        raise truncated_error(path) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise _damaged_error(path) from error
    except OSError as error:
        raise unreadable_error(path, error) from error


def truncated_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is incomplete."),
        QT_TRANSLATE_NOOP("errors", "It ends before all of its content has come, as after an interrupted copy."),
        QT_TRANSLATE_NOOP("errors", "Please copy or download it again."),
        file=path,
    )


def unreadable_error(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} cannot be read."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Please check the drive and that you may read this file, or choose another one."),
        file=path,
        reason=system_reason(error),
    )


def _require_a_file(path: Path) -> None:
    try:
        require_regular_file(path)
    except FileNotFoundError as error:
        raise _missing_error(path) from error
    except OSError as error:
        raise unreadable_error(path, error) from error


def _missing_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is missing."),
        QT_TRANSLATE_NOOP("errors", "There is no file of this name there."),
        QT_TRANSLATE_NOOP("errors", "Please check the folder, or choose another one."),
        file=path,
    )


def _damaged_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is damaged."),
        QT_TRANSLATE_NOOP("errors", "Its compressed content does not fit its own checksum."),
        QT_TRANSLATE_NOOP("errors", "Please copy or download it again."),
        file=path,
    )
