"""Reads mnist.npz: NumPy's zip of x_train, y_train, x_test and y_test."""

import io
import math
import struct
import warnings
import zipfile
import zlib
from pathlib import Path
from tokenize import TokenError

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelledImages
from lossviz.core.data.gzip_files import unreadable_error
from lossviz.core.data.idx_files import MAX_ITEM_BYTES
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

_HEADER_BYTES = 1 << 16
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,  # includes bad text in names
    NotImplementedError,  # a compression or zip version that Python does not know
    RuntimeError,  # a password
)
_HEADER_FAULTS = (ValueError, TypeError, SyntaxError, TokenError, EOFError, RecursionError, MemoryError, OverflowError)


def read_npz(path: Path) -> tuple[LabelledImages, LabelledImages]:
    """The training set and the test set, as they are in the file: sizes and labels are for the caller to check.

    Nothing is unpickled; what an array declares is compared with the limit before it is read.
    Raises: LossvizError if the file is missing, damaged, too large or has other arrays.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            x_train, y_train, x_test, y_test = (
                _read_array(archive, name, path) for name in ("x_train", "y_train", "x_test", "y_test")
            )
    except OSError as error:
        raise unreadable_error(path, error) from error
    except _ZIP_FAULTS as error:
        raise _damaged_error(path) from error
    return (
        LabelledImages(_as_u8(x_train, path), y_train.astype(np.int64)),
        LabelledImages(_as_u8(x_test, path), y_test.astype(np.int64)),
    )


def _read_array(archive: zipfile.ZipFile, name: str, path: Path) -> NDArray[np.integer]:
    try:
        entry = archive.getinfo(f"{name}.npy")
    except KeyError as error:
        raise _missing_array_error(path, name) from error
    if entry.file_size > MAX_ITEM_BYTES + _HEADER_BYTES:
        raise _too_large_error(path, name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _damaged_error(path)  # NumPy writes no other, and zipfile bounds the memory of no other
    with archive.open(entry) as stream:
        # Not read(): it inflates all that the entry holds, however little it declares. The zip's checksum is
        # compared with the last declared byte, so a damaged header never reaches the parser.
        return _parse_npy(stream.read(entry.file_size), name, path)


def _parse_npy(npy: bytes, name: str, path: Path) -> NDArray[np.integer]:
    stream = io.BytesIO(npy)
    try:
        version = np.lib.format.read_magic(stream)
        read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        with warnings.catch_warnings(action="ignore"):  # a header that Python 2 wrote is as good as another
            shape, is_fortran_order, dtype = read_header(stream)
    except _HEADER_FAULTS as error:
        raise _damaged_error(path) from error
    if dtype.kind not in "iu":
        raise _wrong_kind_error(path, name, str(dtype))
    first = stream.tell()
    if len(npy) - first != math.prod(shape) * dtype.itemsize or min(shape, default=1) < 0:
        raise _damaged_error(path)
    flat = np.frombuffer(npy, dtype, offset=first)
    return flat.reshape(shape, order="F" if is_fortran_order else "C").copy()


def _as_u8(images: NDArray[np.integer], path: Path) -> NDArray[np.uint8]:
    if images.size and (images.min() < 0 or images.max() > 255):
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{file} holds images that cannot be shown."),
            QT_TRANSLATE_NOOP("errors", "Grey values go from 0 to 255, and some of these lie outside."),
            QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
            file=path,
        )
    return images.astype(np.uint8, copy=False)


def _damaged_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is damaged."),
        QT_TRANSLATE_NOOP("errors", "It is not a whole zip file of NumPy arrays."),
        QT_TRANSLATE_NOOP("errors", "Please copy or download it again."),
        file=path,
    )


def _missing_array_error(path: Path, name: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} has no array named {name}."),
        QT_TRANSLATE_NOOP("errors", "Four arrays are expected: x_train, y_train, x_test and y_test."),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=path,
        name=name,
    )


def _too_large_error(path: Path, name: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is too large."),
        QT_TRANSLATE_NOOP("errors", "Its array {name} is larger than {limit} bytes."),
        QT_TRANSLATE_NOOP("errors", "Please choose a smaller set, with unsigned bytes for the images."),
        file=path,
        name=name,
        limit=f"{MAX_ITEM_BYTES:,}",
    )


def _wrong_kind_error(path: Path, name: str, kind: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} holds numbers of another kind."),
        QT_TRANSLATE_NOOP("errors", "Its array {name} is of type {kind}, and whole numbers are expected."),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=path,
        name=name,
        kind=kind,
    )
