"""Keeps the built-in digits on disk, so that they are drawn only once."""

from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lossviz.core.built_in.stroke_digits import GENERATOR_VERSION, built_in_digits, built_in_from
from lossviz.core.data.digits import Digits
from lossviz.core.ink.stamping import SIDE_PX
from lossviz.core.whole_files import write_whole

_DIGEST_BYTES = 32
_BYTES_PER_DIGIT = SIDE_PX * SIDE_PX + 1


def cached_built_in_digits(folder: Path | None, seed: int = 0) -> Digits:
    """The built-in digits of `seed`, from `folder` if they lie there undamaged, otherwise drawn anew and left there.

    A folder that cannot be read or written does no harm. folder: None for no cache.
    """
    if folder is None:
        return built_in_digits(seed)
    path = folder / f"built-in-digits-{GENERATOR_VERSION}-{seed}.bin"
    digits = _load(path, seed)
    if digits is None:
        digits = built_in_digits(seed)
        _save(path, digits)
    return digits


def _load(path: Path, seed: int) -> Digits | None:
    """The file's digits; None if it is missing or its content is not what its digest says.

    The file is the digest, all images, all labels, a byte each: no format that could be read wrongly.
    """
    try:
        content = np.fromfile(path, np.uint8)
    except OSError:
        return None
    count, rest = divmod(len(content) - _DIGEST_BYTES, _BYTES_PER_DIGIT)
    if count < 1 or rest:
        return None
    images_u8, labels = _split(content[_DIGEST_BYTES:], count)
    digits = built_in_from(images_u8, labels, seed)
    return digits if digits.identity.sha256 == content[:_DIGEST_BYTES].tobytes().hex() else None


def _split(content: NDArray[np.uint8], count: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    pixels = count * SIDE_PX * SIDE_PX
    return content[:pixels].reshape(count, SIDE_PX, SIDE_PX), content[pixels:].astype(np.int64)


def _save(path: Path, digits: Digits) -> None:
    """Write all or nothing."""
    parts = (digits.train, digits.validation, digits.test)
    content = [bytes.fromhex(digits.identity.sha256)]
    content += [part.images_u8.tobytes() for part in parts]
    content += [part.labels.astype(np.uint8).tobytes() for part in parts]
    with suppress(OSError):  # read-only or full: the digits are drawn again next time
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
