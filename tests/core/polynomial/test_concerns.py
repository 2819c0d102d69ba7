"""What is said about a fit that nobody should believe."""

import numpy as np
import pytest

from lossviz.core.polynomial.concerns import Concern, concerns_of
from lossviz.core.polynomial.data import NoisyPoints
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts


def facts_of(xs: list[float], held_out: int = 1, ridge: float = 0.0) -> PolynomialFacts:
    x = np.array(xs + [0.5] * held_out)
    is_train = np.array([True] * len(xs) + [False] * held_out)
    return PolynomialFacts(NoisyPoints(x, np.cos(9 * x), is_train), ridge)


@pytest.mark.parametrize(
    ("degree", "concerns"),
    [(0, ()), (2, ()), (3, (Concern.THROUGH_ALL_POINTS,)), (4, (Concern.TOO_FEW_POINTS,))],
)
def test_four_places_carry_three_degrees(degree: int, concerns: tuple[Concern, ...]) -> None:
    assert concerns_of(facts_of([0.0, 0.2, 0.7, 1.0]), degree) == concerns
    assert concerns_of(facts_of([0.0, 0.2, 0.7, 1.0, 1.0]), degree) == concerns


def test_through_all_points_is_said_where_the_training_error_is_nothing() -> None:
    facts = facts_of([0.0, 0.2, 0.7, 1.0])
    assert facts.train_errors[3] < 1e-25 < facts.train_errors[2]


def test_one_place_is_said_of_one_place() -> None:
    assert concerns_of(facts_of([0.3, 0.3, 0.3]), 1) == (Concern.ONE_PLACE,)
    assert concerns_of(facts_of([0.3, 0.3, 0.3]), 0) == ()


def test_ridge_chooses_among_the_many() -> None:
    assert concerns_of(facts_of([0.0, 1.0], ridge=1e-6), 9) == ()


def test_nothing_held_out_is_said_as_well() -> None:
    assert concerns_of(facts_of([0.0, 1.0], held_out=0), 9) == (Concern.TOO_FEW_POINTS, Concern.NONE_HELD_OUT)
