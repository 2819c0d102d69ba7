"""Reads IDX, the format in which MNIST was published: a magic number, the sizes, then the bytes."""

import math
from io import BufferedIOBase
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.gzip_files import open_raw_or_gzip, truncated_error
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

MAX_ITEM_BYTES = 190_000_000  # four times MNIST's training images; EMNIST's 240 000 digits are 188 160 000 bytes
_UNSIGNED_BYTE = 0x08
_MAX_DIMENSIONS = 3
_CHUNK_BYTES = 1 << 20


def read_idx(path: Path) -> NDArray[np.uint8]:
    """The array in an IDX file of unsigned bytes, raw or gzip, of one to three dimensions.

    Never reads more than one byte past what the header announces, nor announces of more than MAX_ITEM_BYTES.
    Raises: LossvizError if the file is missing, damaged, truncated, too long, too large, empty, or no such IDX file.
    """
    with open_raw_or_gzip(path) as stream:
        shape = _read_shape(stream, path)
        items = _read_exactly(stream, math.prod(shape), path)
        if stream.read(1):
            raise _too_long_error(path, shape)
    return np.frombuffer(items, dtype=np.uint8).reshape(shape)


def is_idx_magic(first_bytes: bytes) -> bool:
    """Whether a file that begins like this can be an IDX file of any kind."""
    return len(first_bytes) >= 4 and first_bytes[:2] == b"\0\0" and first_bytes[3] in range(1, _MAX_DIMENSIONS + 1)


def _read_shape(stream: BufferedIOBase, path: Path) -> tuple[int, ...]:
    magic = _read_exactly(stream, 4, path)
    if not is_idx_magic(bytes(magic)):
        raise _no_idx_error(path)
    if magic[2] != _UNSIGNED_BYTE:
        raise _wrong_type_error(path, magic[2])
    sizes = _read_exactly(stream, 4 * magic[3], path)
    shape = tuple(int(size) for size in np.frombuffer(sizes, dtype=">u4"))
    _check_shape(shape, path)
    return shape


def _check_shape(shape: tuple[int, ...], path: Path) -> None:
    if math.prod(shape) == 0:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{file} is empty."),
            QT_TRANSLATE_NOOP("errors", "Its header announces no items at all."),
            QT_TRANSLATE_NOOP("errors", "Please choose another file or folder."),
            file=path,
        )
    if math.prod(shape) > MAX_ITEM_BYTES:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{file} is too large."),
            QT_TRANSLATE_NOOP("errors", "Its header announces {size}, and at most {limit} bytes are read."),
            QT_TRANSLATE_NOOP("errors", "If this is the file that you meant, please copy or download it again."),
            file=path,
            size=_shape_text(shape),
            limit=f"{MAX_ITEM_BYTES:,}",
        )


def _read_exactly(stream: BufferedIOBase, byte_count: int, path: Path) -> bytearray:
    """Memory grows with what the file really holds, not with what its header announces."""
    content = bytearray()
    while len(content) < byte_count:
        chunk = stream.read(min(_CHUNK_BYTES, byte_count - len(content)))
        if not chunk:
            raise truncated_error(path)
        content += chunk
    return content


def _shape_text(shape: tuple[int, ...]) -> str:
    return " × ".join(str(size) for size in shape)


def _no_idx_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is not an IDX file."),
        QT_TRANSLATE_NOOP("errors", "It does not begin with IDX's magic number, so it is damaged or something else."),
        QT_TRANSLATE_NOOP("errors", "Please choose MNIST's own files, or download MNIST again."),
        file=path,
    )


def _wrong_type_error(path: Path, type_code: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} holds numbers of another kind."),
        QT_TRANSLATE_NOOP("errors", "Its IDX type is {type_code}, and images and labels are unsigned bytes, 0x08."),
        QT_TRANSLATE_NOOP("errors", "Please choose MNIST's own files, or download MNIST again."),
        file=path,
        type_code=f"0x{type_code:02X}",
    )


def _too_long_error(path: Path, shape: tuple[int, ...]) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is longer than it should be."),
        QT_TRANSLATE_NOOP("errors", "Its header announces {size} bytes, and more follow."),
        QT_TRANSLATE_NOOP("errors", "Please copy or download it again."),
        file=path,
        size=_shape_text(shape),
    )
