"""Pictures of handwriting from files, drops and the clipboard, as grey values."""

import os
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.system_reasons import system_reason
from lossviz.widgets.pictures.decoder_messages import decoder_messages
from lossviz.widgets.pictures.picture_completeness import PNG_SIGNATURE, bmp_is_complete, png_is_complete

LONGEST_SIDE_PX = 2048
SHORTEST_LONG_SIDE_PX = 8

_WHAT_FILE = QT_TRANSLATE_NOOP("errors", "The picture {name} could not be opened.")
_WHAT_IMAGE = QT_TRANSLATE_NOOP("errors", "The pasted or dropped picture could not be used.")

_MISSING = QT_TRANSLATE_NOOP("errors", "There is no file of this name.")
_NOT_A_FILE = QT_TRANSLATE_NOOP("errors", "It is a folder or something else that is not a file.")
_REFUSED = QT_TRANSLATE_NOOP("errors", "The system says: {reason}.")
_EMPTY = QT_TRANSLATE_NOOP("errors", "It is empty.")
_NOT_A_PICTURE = QT_TRANSLATE_NOOP("errors", "It is not a PNG, JPEG, BMP or WebP picture, whatever its name says.")
_DAMAGED = QT_TRANSLATE_NOOP("errors", "It is damaged or only part of it is there.")
_TOO_LARGE = QT_TRANSLATE_NOOP("errors", "With {width} × {height} pixels it is too large to open.")
_TOO_SMALL = QT_TRANSLATE_NOOP("errors", "With {width} × {height} pixels it is too small to show a digit.")

_CHOOSE_EXISTING = QT_TRANSLATE_NOOP("errors", "Check the name and the folder, or choose another picture.")
_CHOOSE_PICTURE = QT_TRANSLATE_NOOP("errors", "Please choose a PNG, JPEG, BMP or WebP picture.")
_CHECK_RIGHTS = QT_TRANSLATE_NOOP("errors", "Check that you may read it, or open a copy from a folder of your own.")
_COPY_AGAIN = QT_TRANSLATE_NOOP("errors", "Copy or export it once more, or choose another picture.")
_SHRINK = QT_TRANSLATE_NOOP("errors", "Save a smaller copy (2000 pixels wide is plenty) and open that one.")
_LARGER = QT_TRANSLATE_NOOP("errors", "Please use a picture that is at least {least} pixels wide or high.")


def read_grey_image(path: Path) -> NDArray[np.uint8]:
    """The picture in a PNG, JPEG, BMP or WebP file, told apart by content, as (h, w), 0 black, 255 white.

    It is turned as the camera says, put on white where it is transparent, and reduced to at most LONGEST_SIDE_PX.
    A JPEG is reduced while it is being decoded (20 000 × 20 000 takes 43 MB); the others are first decoded whole,
    which Qt refuses beyond 256 MB.
    Raises: LossvizError if it is missing, unreadable, no picture, damaged, cut short, too large or too small.
    """
    if "\0" in os.fspath(path):
        raise _refusal(path, _MISSING, _CHOOSE_EXISTING)
    try:
        if path.exists() and not path.is_file():
            raise _refusal(path, _NOT_A_FILE, _CHOOSE_PICTURE)
        with path.open("rb") as file:
            image = _decode(path, file)
    except FileNotFoundError as error:
        raise _refusal(path, _MISSING, _CHOOSE_EXISTING) from error
    except OSError as error:
        raise _refusal(path, _REFUSED, _CHECK_RIGHTS, reason=system_reason(error)) from error
    return _grey(image)


def grey_from_qimage(image: QImage) -> NDArray[np.uint8]:
    """A picture from the clipboard or a drop as (h, w), 0 black, 255 white, on white and reduced like a file.

    Raises: LossvizError if it is null or too small.
    """
    if image.isNull():
        raise LossvizError(_WHAT_IMAGE, _DAMAGED, _COPY_AGAIN)
    if _is_too_small(image.size()):
        raise LossvizError(_WHAT_IMAGE, _TOO_SMALL, _LARGER, **_size_values(image.size()))
    return _grey(image)


def _decode(path: Path, file: BinaryIO) -> QImage:
    picture_format = _picture_format(path, file)
    is_complete = {"png": png_is_complete, "bmp": bmp_is_complete}.get(picture_format)
    if is_complete is not None and not is_complete(file):
        raise _refusal(path, _DAMAGED, _COPY_AGAIN)
    device = QFile()
    device.open(file.fileno(), QIODevice.OpenModeFlag.ReadOnly)
    device.seek(0)
    # Naming the format keeps the file away from every other decoder: Qt's also read PDF and SVG.
    reader = QImageReader(device, picture_format.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    with decoder_messages() as messages:
        size = reader.size()
        image = _read_reduced(path, reader, size)
    if image.isNull() or any("premature end" in message.lower() for message in messages):
        raise _refusal_to_decode(path, size)
    return image


def _picture_format(path: Path, file: BinaryIO) -> str:
    """The format's name in Qt, from the first bytes."""
    head = file.read(12)
    if not head:
        raise _refusal(path, _EMPTY, _CHOOSE_PICTURE)
    signatures = {"png": PNG_SIGNATURE, "jpeg": b"\xff\xd8\xff", "bmp": b"BM"}
    for picture_format, signature in signatures.items():
        if head.startswith(signature):
            return picture_format
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return "webp"
    raise _refusal(path, _NOT_A_PICTURE, _CHOOSE_PICTURE)


def _read_reduced(path: Path, reader: QImageReader, size: QSize) -> QImage:
    if size.isValid() and _is_too_small(size):
        raise _refusal(path, _TOO_SMALL, _LARGER, **_size_values(size))
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE_PX:
        reader.setScaledSize(_reduced(size))
    return reader.read()


def _refusal_to_decode(path: Path, size: QSize) -> LossvizError:
    bytes_needed = 4 * size.width() * size.height() if size.isValid() else 0
    if bytes_needed > QImageReader.allocationLimit() << 20:
        return _refusal(path, _TOO_LARGE, _SHRINK, **_size_values(size))
    return _refusal(path, _DAMAGED, _COPY_AGAIN)


def _refusal(path: Path, why: str, remedy: str, **values: object) -> LossvizError:
    return LossvizError(_WHAT_FILE, why, remedy, name=path.name, **values)


def _is_too_small(size: QSize) -> bool:
    return max(size.width(), size.height()) < SHORTEST_LONG_SIDE_PX


def _size_values(size: QSize) -> dict[str, object]:
    return {"width": size.width(), "height": size.height(), "least": SHORTEST_LONG_SIDE_PX}


def _reduced(size: QSize) -> QSize:
    """`size` with its longest side at LONGEST_SIDE_PX, and no side lost however thin it is."""
    scale = LONGEST_SIDE_PX / max(size.width(), size.height())
    return QSize(max(1, round(scale * size.width())), max(1, round(scale * size.height())))


def _grey(image: QImage) -> NDArray[np.uint8]:
    if max(image.width(), image.height()) > LONGEST_SIDE_PX:
        image = image.scaled(
            _reduced(image.size()), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    grey = _on_white(image).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    with QPainter(paper) as painter:
        # Into a rectangle of its size in pixels, because a screenshot may carry a device pixel ratio.
        painter.drawImage(paper.rect(), image)
    return paper
