"""Two boxes of white and blue balls, and what drawn balls say about the box that they came from."""

import math
from dataclasses import dataclass, replace

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

MOST_OF_A_COLOUR = 500


@dataclass(frozen=True)
class Box:
    """So many white and blue balls, one at least. Raises: LossvizError if there is none, or a count is out of range."""

    whites: int
    blues: int

    def __post_init__(self) -> None:
        if not all(0 <= count <= MOST_OF_A_COLOUR for count in (self.whites, self.blues)):
            raise _out_of_range(self)
        if not self.count:
            raise _empty()

    @property
    def count(self) -> int:
        """Of all balls in the box."""
        return self.whites + self.blues

    @property
    def blue_share(self) -> float:
        """How probable it is that a ball drawn from the box is blue."""
        return self.blues / self.count

    def log_likelihood(self, whites: int, blues: int) -> float:
        """ln of the probability that so many balls, in a given order, come out; -inf where they cannot."""
        return _log_power(self.whites / self.count, whites) + _log_power(self.blues / self.count, blues)


@dataclass(frozen=True)
class Boxes:
    """prior_first: how probable the first box is before a ball is drawn, 0-1. Raises: LossvizError if it is not."""

    first: Box = Box(99, 1)
    second: Box = Box(1, 99)
    prior_first: float = 0.5

    def __post_init__(self) -> None:
        if not 0.0 <= self.prior_first <= 1.0:
            raise _no_probability(self.prior_first)

    @property
    def both(self) -> tuple[Box, Box]:
        """The first and the second."""
        return self.first, self.second

    @property
    def priors(self) -> tuple[float, float]:
        """Of both boxes; they sum to 1."""
        return self.prior_first, 1.0 - self.prior_first

    @property
    def is_settled(self) -> bool:
        """Whether the prior is so sure of one box that no ball can change it."""
        return self.prior_first in (0.0, 1.0)

    def with_box(self, index: int, box: Box) -> "Boxes":
        """With another box in the place 0 or 1."""
        return replace(self, first=box) if index == 0 else replace(self, second=box)


@dataclass(frozen=True)
class Judgement:
    """log_likelihoods: ln of the probability of the draws under either box. log_posteriors: ln of the probability of
    either box after the draws; None if the draws are impossible under every box that the prior allows.
    """

    log_likelihoods: tuple[float, float]
    log_posteriors: tuple[float, float] | None

    @property
    def posteriors(self) -> tuple[float, float] | None:
        """As doubles: one may be 0 although its logarithm is finite."""
        if self.log_posteriors is None:
            return None
        first, second = map(math.exp, self.log_posteriors)
        return first, second


def judge(boxes: Boxes, whites: int, blues: int) -> Judgement:
    """What so many drawn balls say, by Bayes' rule in logarithms: no number of draws underflows."""
    first, second = (box.log_likelihood(whites, blues) for box in boxes.both)
    scores = [_log(prior) + fit for prior, fit in zip(boxes.priors, (first, second), strict=True)]
    if max(scores) == -math.inf:
        return Judgement((first, second), None)
    log_odds = scores[0] - scores[1]
    return Judgement((first, second), (_log_sigmoid(log_odds), _log_sigmoid(-log_odds)))


def _log(value: float) -> float:
    return math.log(value) if value else -math.inf


def _log_power(share: float, count: int) -> float:
    """ln(share^count), and 0^0 = 1."""
    return count * _log(share) if count else 0.0


def _log_sigmoid(log_odds: float) -> float:
    return min(log_odds, 0.0) - math.log1p(math.exp(-abs(log_odds)))


def _out_of_range(box: Box) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "A box with {whites} white and {blues} blue balls was not taken."),
        QT_TRANSLATE_NOOP("errors", "A box here holds 0 to {most} balls of each colour."),
        QT_TRANSLATE_NOOP("errors", "Choose counts within that range."),
        whites=box.whites,
        blues=box.blues,
        most=MOST_OF_A_COLOUR,
    )


def _empty() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The last ball stays in the box."),
        QT_TRANSLATE_NOOP("errors", "Nothing can be drawn from an empty box."),
        QT_TRANSLATE_NOOP("errors", "Put a ball of the other colour in first."),
    )


def _no_probability(prior: float) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{prior:g} was not taken as a prior."),
        QT_TRANSLATE_NOOP("errors", "A prior is a probability: a number from 0 to 1."),
        QT_TRANSLATE_NOOP("errors", "Type a number such as 0.5."),
        prior=prior,
    )
