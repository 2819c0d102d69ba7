"""PyTorch lines that give a number on screen: pasted into Python they need nothing but torch."""

import math
import textwrap
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NUMBERS_LENGTH = 64  # what half a small window shows without folding it


@dataclass(frozen=True)
class Snippet:
    """code: when run, it leaves `result`, equal to `value`."""

    code: str
    value: float


def number_text(value: float) -> str:
    """As Python source, to the last digit; infinities and NaN as `float("...")`."""
    return repr(float(value)) if math.isfinite(value) else f'float("{float(value)}")'


def tensor_lines(name: str, values: NDArray[np.float64]) -> list[str]:
    """Source that makes `name` a float64 tensor of `values`, (n,) or (rows, columns)."""
    if values.ndim == 2:
        rows = [f"    [{', '.join(map(number_text, row))}]," for row in values.tolist()]
        return [f"{name} = torch.tensor([", *rows, "], dtype=torch.float64)"]
    numbers = ", ".join(map(number_text, values.tolist()))
    line = f"{name} = torch.tensor([{numbers}], dtype=torch.float64)"
    if len(line) <= NUMBERS_LENGTH:
        return [line]
    wrapped = (f"    {part}" for part in textwrap.wrap(numbers, NUMBERS_LENGTH - 4))
    return [f"{name} = torch.tensor([", *wrapped, "], dtype=torch.float64)"]


def snippet_of(lines: list[str], value: float) -> Snippet:
    """The lines after `import torch`, and the value that they leave in `result`."""
    return Snippet("\n".join(["import torch", "", *lines]) + "\n", value)
