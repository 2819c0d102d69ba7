"""What a network said of every image of a part, left by the evaluation that asked it anyway."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lossviz.core.latest_value import LatestValue

PartName = Literal["validation", "test"]
OutputsF32 = NDArray[np.float32]  # (n, 10) one score a class, or (n, 1) the digit as a number


@dataclass(frozen=True, eq=False)
class PartOutputs:
    """step: of training, after which the network was asked. outputs: a row for each image of the part, in its order."""

    step: int
    outputs: OutputsF32


@dataclass(frozen=True, eq=False)
class OutputSlots:
    """Where the last evaluation of each part leaves them; 400 kB for 10 000 images."""

    validation: LatestValue[PartOutputs] = field(default_factory=LatestValue)
    test: LatestValue[PartOutputs] = field(default_factory=LatestValue)

    def take(self, part: PartName) -> PartOutputs | None:
        """The newest of `part`, once; None if there are no new ones."""
        return self.validation.take() if part == "validation" else self.test.take()
