"""A run as a row of the list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RunRow:
    """look: which of the looks of earlier runs its curves have; None for that of the present run.

    differences: in words. best_accuracy: of the validation part. Accuracies are None while they are not measured.
    """

    number: int
    name: str
    look: int | None
    is_shown: bool
    differences: str
    step_count: int
    best_accuracy: float | None
    test_accuracy: float | None
