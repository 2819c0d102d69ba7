"""What a comparison comes to, in sentences made from its numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.per_cents import per_cent, per_cent_range

SURE = 2.0  # standard errors; by chance alone a difference is larger once in twenty times


@dataclass(frozen=True)
class VariantResult:
    """name: as people know it. accuracies: 0 to 1, one a seed, None where the variant diverged."""

    name: str
    accuracies: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """The accuracies of the seeds that did not diverge."""
        return tuple(accuracy for accuracy in self.accuracies if accuracy is not None)

    @property
    def mean(self) -> float:
        """Of the known accuracies; NaN if there are none."""
        return math.fsum(self.known) / len(self.known) if self.known else math.nan

    @property
    def diverged(self) -> int:
        """In how many seeds the variant diverged."""
        return len(self.accuracies) - len(self.known)


@dataclass(frozen=True)
class Sentence:
    """template: English, with fields for `values`, in the translation context "verdicts"."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def verdict(
    results: Sequence[VariantResult], images: int, *, is_on_test: bool = True, losses_differ: bool = True
) -> tuple[Sentence, ...]:
    """Which variant reads more digits right, by how much, over how many seeds; empty while no seed has a result.

    images: that each accuracy was measured on. is_on_test: on the test part after the last step, rather than on the
    validation part on the way. losses_differ: whether the variants' losses are different quantities.
    """
    seeds = len(results[0].accuracies)
    if not seeds:
        return ()
    ranked = sorted((one for one in results if one.known), key=lambda one: one.mean, reverse=True)
    sentences = [_diverged(one, seeds) for one in results if one.diverged]
    if len(ranked) < 2:
        return (*_last_one_standing(ranked), *sentences)
    judged = _of_one_seed(ranked, images, is_on_test) if seeds == 1 else _of_seeds(ranked, seeds, images)
    warning = [Sentence(_LOSSES_ARE_APART)] if losses_differ else []
    return (judged, *sentences, *warning)


def standard_error(accuracy: float, images: int) -> float:
    """How far an accuracy measured on so many images is off by chance. Source: the binomial distribution."""
    return math.sqrt(accuracy * (1 - accuracy) / images)


def _of_one_seed(ranked: list[VariantResult], images: int, is_on_test: bool) -> Sentence:
    best, second = ranked[:2]
    chance = SURE * math.hypot(standard_error(best.mean, images), standard_error(second.mean, images))
    is_clear = best.mean - second.mean > chance
    template = _WINNER if is_clear else _NO_WINNER
    if not is_on_test:
        template = _AHEAD if is_clear else _NONE_AHEAD
    return _sentence(template, best, second, chance=_points(chance), images=f"{images:,}")


def _of_seeds(ranked: list[VariantResult], seeds: int, images: int) -> Sentence:
    best, second, *_ = ranked
    is_clear = all(min(best.known) > max(other.known) for other in ranked[1:])
    template = _WINNER_OF_SEEDS if is_clear else _NO_WINNER_OF_SEEDS
    return _sentence(template, best, second, seeds=str(seeds), images=f"{images:,}")


def _last_one_standing(ranked: list[VariantResult]) -> list[Sentence]:
    if not ranked:
        return [Sentence(_ALL_DIVERGED)]
    (only,) = ranked
    return [Sentence(_ONLY_ONE, (("best", only.name), ("best_accuracy", per_cent(only.mean, 2))))]


def _diverged(one: VariantResult, seeds: int) -> Sentence:
    values = (("name", one.name), ("count", str(one.diverged)), ("seeds", str(seeds)))
    return Sentence(_DIVERGED if seeds == 1 else _DIVERGED_IN_SEEDS, values)


def _sentence(template: str, best: VariantResult, second: VariantResult, **more: str) -> Sentence:
    values = {
        **more,
        "margin": _points(best.mean - second.mean),
        "best": best.name,
        "best_accuracy": per_cent(best.mean, 2),
        "best_range": per_cent_range(best.known),
        "second": second.name,
        "second_accuracy": per_cent(second.mean, 2),
        "second_range": per_cent_range(second.known),
    }
    return Sentence(template, tuple(values.items()))


def _points(difference: float) -> str:
    return f"{100 * difference:.2f}"


_WINNER = QT_TRANSLATE_NOOP(
    "verdicts",
    "{best} reads {best_accuracy} of the {images} test digits right, {margin} percentage points more than the next, "
    "{second} ({second_accuracy}). That is one seed; more seeds would tell how much of it is chance.",
)
_NO_WINNER = QT_TRANSLATE_NOOP(
    "verdicts",
    "No clear winner: {best} reads {best_accuracy} of the {images} test digits right, {second} {second_accuracy}. With "
    "so many digits a difference of up to {chance} percentage points can be chance. That is one seed.",
)
_AHEAD = QT_TRANSLATE_NOOP(
    "verdicts",
    "So far {best} is ahead: it reads {best_accuracy} of the {images} validation digits right, {margin} percentage "
    "points more than the next, {second} ({second_accuracy}).",
)
_NONE_AHEAD = QT_TRANSLATE_NOOP(
    "verdicts",
    "So far nobody is clearly ahead: {best} reads {best_accuracy} of the {images} validation digits right, {second} "
    "{second_accuracy}.",
)
_WINNER_OF_SEEDS = QT_TRANSLATE_NOOP(
    "verdicts",
    "Over {seeds} seeds {best} reads the most of the {images} test digits right: {best_accuracy} on average "
    "({best_range}), {margin} percentage points more than the next, {second} ({second_accuracy}; {second_range}). "
    "Even its worst seed is better than the best one of any other variant.",
)
_NO_WINNER_OF_SEEDS = QT_TRANSLATE_NOOP(
    "verdicts",
    "No clear winner over {seeds} seeds: {best} reads {best_accuracy} of the test digits right on average "
    "({best_range}), {second} {second_accuracy} ({second_range}), and these ranges overlap.",
)
_ALL_DIVERGED = QT_TRANSLATE_NOOP("verdicts", "Every variant diverged, so there is nothing to compare.")
_ONLY_ONE = QT_TRANSLATE_NOOP(
    "verdicts", "Only {best} came through: it reads {best_accuracy} of the digits right. The rest diverged."
)
_DIVERGED = QT_TRANSLATE_NOOP("verdicts", "{name} diverged: its numbers left all bounds.")
_DIVERGED_IN_SEEDS = QT_TRANSLATE_NOOP("verdicts", "{name} diverged in {count} of {seeds} seeds.")
_LOSSES_ARE_APART = QT_TRANSLATE_NOOP(
    "verdicts",
    "The losses themselves cannot be compared with each other: each is measured in units of its own, so a smaller "
    "number proves nothing.",
)
