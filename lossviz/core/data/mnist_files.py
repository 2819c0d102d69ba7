"""Opens a set of digits from the files in which MNIST is passed around, and says whether it is MNIST."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import Digits, LabelledImages, split_off_validation
from lossviz.core.data.gzip_files import open_raw_or_gzip, unreadable_error
from lossviz.core.data.idx_files import is_idx_magic, read_idx
from lossviz.core.data.mnist_identity import identify
from lossviz.core.data.mnist_json import read_json
from lossviz.core.data.mnist_npz import read_npz
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

_IDX_PARTS = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
_JSON_NAMES = ("mnist.json.gz", "mnist.json")
_NPZ_NAME = "mnist.npz"
_ZIP_MAGIC = b"PK\x03\x04"


class DigitsMissingError(LossvizError):
    """There is no set of digits in this place at all, in contrast to one that is damaged."""


@dataclass(frozen=True)
class _Parts:
    """Checked parts, with the file or folder that holds them."""

    train: LabelledImages
    validation: LabelledImages
    test: LabelledImages
    origin: Path


def load_digits(path: Path) -> Digits:
    """The digits in a folder, or in one file of a kind that the folder could hold.

    Looked for in the folder, and where torchvision puts them below it: the four IDX files, raw or .gz, under either of
    their usual names; mnist.json.gz or mnist.json; mnist.npz. What a file is, its content decides.
    Raises: DigitsMissingError if there is nothing of the kind, LossvizError if it is damaged or of another form.
    """
    try:
        parts = _load_folder(path) if path.is_dir() else _load_file(path)
    except OSError as error:
        raise unreadable_error(path, error) from error
    identity = identify(parts.train, parts.validation, parts.test, parts.origin)
    return Digits(parts.train, parts.validation, parts.test, identity)


def files_of(origin: Path) -> list[Path]:
    """The files that digits of this origin were read from: the file itself, or the IDX files in the folder."""
    return list(_find_idx_files(origin).values()) if origin.is_dir() else [origin]


def _load_folder(folder: Path) -> _Parts:
    for place in (folder, folder / "raw", folder / "MNIST" / "raw"):
        idx_files = _find_idx_files(place)
        if len(idx_files) == len(_IDX_PARTS):
            return _load_idx_files(list(idx_files.values()), place)
    for name in _JSON_NAMES:
        if (folder / name).is_file():
            return _load_json(folder / name)
    if (folder / _NPZ_NAME).is_file():
        return _load_npz(folder / _NPZ_NAME)
    raise _missing_error(folder)


def _load_file(file: Path) -> _Parts:
    if not file.exists():
        raise _missing_error(file)
    with open_raw_or_gzip(file) as stream:
        first_bytes = stream.read(4)
    if first_bytes == _ZIP_MAGIC:
        return _load_npz(file)
    if is_idx_magic(first_bytes):
        return _load_folder(file.parent)
    if first_bytes.lstrip().startswith(b"["):
        return _load_json(file)
    raise _unknown_format_error(file)


def _find_idx_files(folder: Path) -> dict[str, Path]:
    """The file of each of the four parts that is there, in their order."""
    candidates = {part: [folder / name for name in _idx_names(part)] for part in _IDX_PARTS}
    found = {part: [file for file in files if file.is_file()] for part, files in candidates.items()}
    return {part: files[0] for part, files in found.items() if files}


def _idx_names(part: str) -> list[str]:
    stem, idx = part.rsplit("-", 1)
    return [f"{stem}{mark}{idx}-ubyte{ending}" for mark in "-." for ending in ("", ".gz")]


def _load_idx_files(files: list[Path], folder: Path) -> _Parts:
    train_images, train_labels, test_images, test_labels = files
    training = _checked(_read_pair(train_images, train_labels), train_labels)
    test = _checked(_read_pair(test_images, test_labels), test_labels)
    train, validation = split_off_validation(training)
    return _Parts(train, validation, test, folder)


def _read_pair(images_file: Path, labels_file: Path) -> LabelledImages:
    images = read_idx(images_file)
    _check_image_shape(images, images_file)
    labels = read_idx(labels_file)
    return LabelledImages(images, labels.astype(np.int64))


def _load_json(file: Path) -> _Parts:
    parts = [_checked(part, file) for part in read_json(file)]
    if len(parts) != 3:
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{file} has another form than expected."),
            QT_TRANSLATE_NOOP(
                "errors", "It has {count} sets of images; three are expected, to train, validate and test."
            ),
            QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
            file=file,
            count=len(parts),
        )
    return _Parts(parts[0], parts[1], parts[2], file)


def _load_npz(file: Path) -> _Parts:
    training, test = (_checked(part, file) for part in read_npz(file))
    train, validation = split_off_validation(training)
    return _Parts(train, validation, test, file)


def _checked(part: LabelledImages, file: Path) -> LabelledImages:
    images, labels = part.images_u8, part.labels
    _check_image_shape(images, file)
    if labels.ndim != 1 or len(images) != len(labels):
        raise _different_lengths_error(file, len(images), labels.size)
    if len(labels) == 0:
        raise _empty_part_error(file)
    if labels.min() < 0 or labels.max() > 9:
        raise _labels_error(file, int(labels.min()), int(labels.max()))
    return part


def _check_image_shape(images: NDArray[np.uint8], file: Path) -> None:
    if images.ndim != 3 or images.shape[1:] != (28, 28):
        raise _image_shape_error(file, images.shape)


def _missing_error(place: Path) -> DigitsMissingError:
    if not place.exists():
        return DigitsMissingError(
            QT_TRANSLATE_NOOP("errors", "No digits were found in {place}."),
            QT_TRANSLATE_NOOP("errors", "There is no such file or folder."),
            QT_TRANSLATE_NOOP("errors", "Please check the name, or choose another folder."),
            place=place,
        )
    found = _find_idx_files(place)
    if found:
        return DigitsMissingError(
            QT_TRANSLATE_NOOP("errors", "MNIST in {place} is incomplete."),
            QT_TRANSLATE_NOOP("errors", "Of its four files these are missing: {missing}."),
            QT_TRANSLATE_NOOP("errors", "Please copy them into the same folder, or download MNIST."),
            place=place,
            missing=", ".join(f"{part}-ubyte" for part in _IDX_PARTS if part not in found),
        )
    return DigitsMissingError(
        QT_TRANSLATE_NOOP("errors", "No digits were found in {place}."),
        QT_TRANSLATE_NOOP("errors", "It has neither MNIST's four IDX files nor mnist.json.gz nor mnist.npz."),
        QT_TRANSLATE_NOOP("errors", "Please choose the folder that holds them, or download MNIST."),
        place=place,
    )


def _unknown_format_error(file: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is no set of digits that can be opened."),
        QT_TRANSLATE_NOOP("errors", "Its content is neither IDX nor JSON nor NumPy's npz."),
        QT_TRANSLATE_NOOP("errors", "Please choose MNIST's four files, mnist.json.gz or mnist.npz."),
        file=file,
    )


def _image_shape_error(file: Path, shape: tuple[int, ...]) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} does not hold images of 28 × 28."),
        QT_TRANSLATE_NOOP("errors", "Its sizes are {shape}; expected are any number of images of 28 × 28."),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=file,
        shape=" × ".join(str(size) for size in shape),
    )


def _different_lengths_error(file: Path, image_count: int, label_count: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The images and the labels in {file} do not belong together."),
        QT_TRANSLATE_NOOP("errors", "There are {image_count} images and {label_count} labels; each image needs one."),
        QT_TRANSLATE_NOOP("errors", "Please copy or download both again, from the same place."),
        file=file,
        image_count=image_count,
        label_count=label_count,
    )


def _empty_part_error(file: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} is empty."),
        QT_TRANSLATE_NOOP("errors", "One of its sets has no images at all."),
        QT_TRANSLATE_NOOP("errors", "Please choose another file, or download MNIST again."),
        file=file,
    )


def _labels_error(file: Path, smallest: int, largest: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{file} has labels that are no digits."),
        QT_TRANSLATE_NOOP("errors", "Labels are the whole numbers from 0 to 9, and here they go from {low} to {high}."),
        QT_TRANSLATE_NOOP("errors", "Please choose a set with ten classes, or download MNIST again."),
        file=file,
        low=smallest,
        high=largest,
    )
