"""What can be said about an evaluation in a line or two."""

from dataclasses import dataclass

from lossviz.core.errors import LossvizError
from lossviz.core.training.part_outputs import PartName


@dataclass(frozen=True)
class AskedNetwork:
    """run_number: None for the network that ships. step: of training when its weights were taken."""

    run_number: int | None
    step: int


@dataclass(frozen=True)
class Measured:
    """network: whose answers are counted. images: how many, of data_name. accuracy: 0 to 1."""

    network: AskedNetwork
    images: int
    data_name: str
    accuracy: float


@dataclass(frozen=True)
class EvaluationStatus:
    """measured: None as long as the part has not been. answering: the network that could be asked now, if any.

    progress: of an evaluation that goes on, 0 to 1.
    """

    part: PartName
    measured: Measured | None
    answering: AskedNetwork | None
    has_data: bool
    progress: float | None = None
    problem: LossvizError | None = None
