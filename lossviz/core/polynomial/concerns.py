"""What a person should know about a fit before believing it."""

from enum import Enum, auto

from lossviz.core.polynomial.errors_by_degree import PolynomialFacts


class Concern(Enum):
    """Each with its reason."""

    ONE_PLACE = auto()  # all train points have one x: nothing tells one curve through their mean from another
    TOO_FEW_POINTS = auto()  # more coefficients than places, no ridge: endlessly many curves fit perfectly
    THROUGH_ALL_POINTS = auto()  # as many coefficients as places, no ridge: the noise is fitted as well
    NONE_HELD_OUT = auto()  # nothing to judge the fit by


def concerns_of(facts: PolynomialFacts, degree: int) -> tuple[Concern, ...]:
    """The concerns about the fit of this degree, the gravest first."""
    found = [_about_coefficients(facts, degree)]
    if facts.best_degree is None:
        found.append(Concern.NONE_HELD_OUT)
    return tuple(concern for concern in found if concern is not None)


def _about_coefficients(facts: PolynomialFacts, degree: int) -> Concern | None:
    if degree == 0 or facts.ridge > 0:
        return None
    if facts.place_count == 1:
        return Concern.ONE_PLACE
    if degree + 1 > facts.place_count:
        return Concern.TOO_FEW_POINTS
    return Concern.THROUGH_ALL_POINTS if degree + 1 == facts.place_count else None
