"""Reads mnist.json.gz: a list of three sets, each a list of images and a list of labels.

Read as a stream, list by list: the course's file is 340 MB of text, whose 55 million numbers would take 1.8 GB as
Python objects. Each spelling of a number is converted once and looked up afterwards, which takes 3.6 s for the whole
file where json.loads on each image takes 9.3 s.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelledImages
from lossviz.core.data.gzip_files import open_raw_or_gzip
from lossviz.core.data.pixel_scale import grey_levels
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

_PIXELS = 28 * 28
_LABELS_DEPTH, _IMAGE_DEPTH, _PIXEL_ROW_DEPTH = 3, 4, 5
_MAX_IMAGES = 100_000  # MNIST has 70 000; while being read, an image takes 1.5 kB
_MAX_SPELLINGS = 4096  # 8-bit images need 256, twice that if some numbers are written in two ways
_MAX_LIST_BYTES = 1 << 23
_CHUNK_BYTES = 1 << 20
_NUMBER = re.compile(rb"\s{0,64}-?[0-9]{1,20}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,4})?\s{0,64}")
_ONLY_OPENINGS = re.compile(rb"[\s,\[]*")


def read_json(path: Path) -> list[LabelledImages]:
    """The sets in the file, as they are: their sizes and labels are for the caller to check.

    Images are lists of 784 numbers or 28 lists of 28, on a scale of 0-255, v/255 or v/256, which is recognised.
    Raises: LossvizError if the file is missing, damaged, too large or of another form.
    """
    parts = _Parts(path)
    with open_raw_or_gzip(path) as stream:
        chunks = iter(lambda: stream.read(_CHUNK_BYTES), b"")
        for closed in _closed_lists(chunks, path):
            parts.add(closed)
    return parts.finished()


@dataclass(frozen=True)
class _ClosedList:
    """A list that has just ended. depth: 1 for the outermost. body: its text if it holds no list, otherwise None."""

    depth: int
    body: bytes | None


def _closed_lists(chunks: Iterator[bytes], path: Path) -> Iterator[_ClosedList]:
    depth = 0
    pending = b""
    for chunk in chunks:
        *segments, pending = (pending + chunk).split(b"]")
        for segment in segments:
            opened = segment.rfind(b"[") + 1
            depth += segment.count(b"[")
            if depth == 0 or not _ONLY_OPENINGS.fullmatch(segment, 0, opened):
                raise _no_number_lists_error(path)
            if not opened and segment.strip(b" \t\r\n"):
                raise _no_number_lists_error(path)
            yield _ClosedList(depth, segment[opened:] if opened else None)
            depth -= 1
        if len(pending) > _MAX_LIST_BYTES:
            raise _no_number_lists_error(path)
    if depth != 0 or pending.strip():
        raise _no_number_lists_error(path)


class _Spellings(dict[bytes, int]):
    """Numbers as they are written -> a code, handed out in order of appearance."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def __missing__(self, spelling: bytes) -> int:
        if len(self) == _MAX_SPELLINGS:
            raise _not_8_bit_error(self._path)
        if not _NUMBER.fullmatch(spelling):
            raise _no_number_lists_error(self._path)
        self[spelling] = len(self)
        return self[spelling]

    def grey_levels(self) -> NDArray[np.uint8]:
        """The grey level of each code."""
        levels = grey_levels(np.array([float(spelling) for spelling in self], dtype=np.float64))
        if levels is None:
            raise _not_8_bit_error(self._path)
        return levels


class _Parts:
    """Collects the lists as they end into sets of images and labels.

    Pixels are kept as codes until the last is known, because only all of them together tell the scale.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._spellings = _Spellings(path)
        self._codes = array("H")
        self._pixel_total = 0
        self._finished: list[tuple[array[int], NDArray[np.int64]]] = []

    def add(self, closed: _ClosedList) -> None:
        if closed.body is None:
            self._check_image_is_complete(closed.depth)
        elif closed.depth == _LABELS_DEPTH:
            self._finish_part(closed.body)
        elif closed.depth in (_IMAGE_DEPTH, _PIXEL_ROW_DEPTH):
            self._add_pixels(closed.body, _PIXELS if closed.depth == _IMAGE_DEPTH else 28)
        else:
            raise _wrong_nesting_error(self._path)

    def finished(self) -> list[LabelledImages]:
        if len(self._codes) or not self._finished:
            raise _wrong_nesting_error(self._path)
        levels = self._spellings.grey_levels()
        return [
            LabelledImages(levels[np.frombuffer(codes, dtype=np.uint16)].reshape(-1, 28, 28), labels)
            for codes, labels in self._finished
        ]

    def _add_pixels(self, body: bytes, expected: int) -> None:
        spellings = body.split(b",")
        if len(spellings) != expected:
            raise _wrong_pixel_count_error(self._path, len(spellings))
        codes = np.fromiter(map(self._spellings.__getitem__, spellings), np.uint16, expected)
        self._codes.frombytes(codes.tobytes())
        self._pixel_total += expected
        if self._pixel_total > _MAX_IMAGES * _PIXELS:
            raise _too_large_error(self._path)

    def _check_image_is_complete(self, depth: int) -> None:
        if depth == _IMAGE_DEPTH and len(self._codes) % _PIXELS:
            raise _wrong_pixel_count_error(self._path, len(self._codes) % _PIXELS)

    def _finish_part(self, labels_body: bytes) -> None:
        if not len(self._codes):
            raise _wrong_nesting_error(self._path)
        self._finished.append((self._codes, self._labels(labels_body)))
        self._codes = array("H")

    def _labels(self, body: bytes) -> NDArray[np.int64]:
        spellings = body.split(b",") if body.strip() else []
        if not all(map(_NUMBER.fullmatch, spellings)):
            raise _no_number_lists_error(self._path)
        labels = np.array([float(spelling) for spelling in spellings], dtype=np.float64)
        if np.any(labels != np.clip(np.rint(labels), -1, 256)):
            raise _labels_error(self._path)
        return labels.astype(np.int64)


def _no_number_lists_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} cannot be understood."),
        QT_TRANSLATE_NOOP("errors", "It is not JSON made of lists of numbers, or it is damaged or incomplete."),
        QT_TRANSLATE_NOOP("errors", "Please copy it again, or choose another file."),
        file=path,
    )


def _wrong_nesting_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} has another form than expected."),
        QT_TRANSLATE_NOOP(
            "errors", "Expected are training, validation and test set, each a list of images followed by its labels."
        ),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=path,
    )


def _wrong_pixel_count_error(path: Path, count: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} holds images of another size."),
        QT_TRANSLATE_NOOP(
            "errors", "An image or a row of one has {count} numbers; images of 28 × 28 = 784 are expected."
        ),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=path,
        count=count,
    )


def _not_8_bit_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} holds images that cannot be shown."),
        QT_TRANSLATE_NOOP("errors", "Its grey values are neither 0 to 255 nor the same 256 steps between 0 and 1."),
        QT_TRANSLATE_NOOP("errors", "Please choose a file whose images were not shifted or normalised."),
        file=path,
    )


def _labels_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} has labels that are no digits."),
        QT_TRANSLATE_NOOP("errors", "Labels are the whole numbers from 0 to 9."),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=path,
    )


def _too_large_error(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is too large."),
        QT_TRANSLATE_NOOP("errors", "It holds more than {limit} images."),
        QT_TRANSLATE_NOOP("errors", "Please choose a smaller set."),
        file=path,
        limit=f"{_MAX_IMAGES:,}",
    )
