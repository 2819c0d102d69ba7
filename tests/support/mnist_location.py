"""Where tests find the real data sets, which are not part of the project.

`$LOSSVIZ_TEST_MNIST`, then `$LOSSVIZ_MNIST` as it was before the tests began, then `../shared/mnist` beside the
checkout; strokes are in `../shared/pen_digits`.
"""

import os
from pathlib import Path

import pytest

_BESIDE_THE_CHECKOUT = Path(__file__).resolve().parents[3] / "shared"
_IDX_FILES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


def real_mnist() -> Path:
    """The folder with the four IDX files, raw or .gz; skips the calling test, saying why, where they are absent."""
    chosen = os.environ.get("LOSSVIZ_TEST_MNIST") or os.environ.get("LOSSVIZ_MNIST")
    folder = Path(chosen) if chosen else _BESIDE_THE_CHECKOUT / "mnist"
    for name in _IDX_FILES:
        if not ((folder / name).is_file() or (folder / f"{name}.gz").is_file()):
            pytest.skip(f"needs the real MNIST: {folder} has no {name}[.gz]; set LOSSVIZ_TEST_MNIST to its folder")
    return folder


def real_pen_digits() -> Path:
    """The file of pen strokes that people wrote; skips the calling test, saying why, where it is absent."""
    file = _BESIDE_THE_CHECKOUT / "pen_digits" / "pen_digits.jsonl.gz"
    if not file.is_file():
        pytest.skip(f"needs the digits that people wrote with a pen: {file} is absent")
    return file
