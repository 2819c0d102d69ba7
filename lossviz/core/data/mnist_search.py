"""Looks for digits in one place after another, and keeps what went wrong on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_files import DigitsMissingError, load_digits
from lossviz.core.errors import LossvizError


class PlaceKind(Enum):
    """Who named a place to look for digits."""

    ARGUMENT = "--mnist"
    VARIABLE = "$LOSSVIZ_MNIST"
    LAST_CHOICE = "the folder chosen last"
    CACHE = "the download folder"


@dataclass(frozen=True)
class Candidate:
    """A place in which digits may be. path: a folder, or one file."""

    kind: PlaceKind
    path: Path


@dataclass(frozen=True)
class Problem:
    """A place that was named and failed, to be shown to people."""

    candidate: Candidate
    error: LossvizError


@dataclass(frozen=True)
class SearchResult:
    """digits and used are None if no place has any: then the built-in digits are for the caller to make."""

    digits: Digits | None
    used: Candidate | None
    problems: tuple[Problem, ...]


def candidates_in_order(
    argument: str | None, variable: str | None, last_choice: str | None, cache: Path
) -> tuple[Candidate, ...]:
    """The search order, without the places that nobody named. An empty name is none."""
    named = (
        (PlaceKind.ARGUMENT, argument),
        (PlaceKind.VARIABLE, variable),
        (PlaceKind.LAST_CHOICE, last_choice),
    )
    chosen = (Candidate(kind, Path(name)) for kind, name in named if name)
    return (*chosen, Candidate(PlaceKind.CACHE, cache))


def find_digits(candidates: Sequence[Candidate]) -> SearchResult:
    """The digits in the first place that has any.

    A cache without digits is no problem: nothing was downloaded yet. Any other failure is one; the search goes on.
    """
    problems: list[Problem] = []
    for candidate in candidates:
        try:
            return SearchResult(load_digits(candidate.path), candidate, tuple(problems))
        except DigitsMissingError as error:
            if candidate.kind is not PlaceKind.CACHE:
                problems.append(Problem(candidate, error))
        except LossvizError as error:
            problems.append(Problem(candidate, error))
    return SearchResult(None, None, tuple(problems))
