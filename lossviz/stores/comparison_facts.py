"""What follows from the numbers of a comparison: how far it is, how each variant fares, and the verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from lossviz.core.training.run_states import BUSY
from lossviz.core.training.training_run import steps_per_epoch
from lossviz.core.training.variants import differences
from lossviz.core.training.verdict import Sentence, VariantResult, verdict
from lossviz.stores.comparison_store import ComparisonStore, SeedResult, VariantRecord


@dataclass(frozen=True)
class Faring:
    """validation: accuracy at the last evaluation. tests: accuracy of each seed on the test part, None if it diverged.

    diverged_at: the step at which the seed under way diverged.
    """

    validation: float | None
    tests: tuple[float | None, ...]
    diverged_at: int | None = None


@dataclass(frozen=True)
class Progress:
    """seed, epoch: under way, from 1. share: 0 to 1 of all seeds."""

    seed: int
    seeds: int
    epoch: int
    epochs: int
    share: float


def farings(comparison: ComparisonStore) -> tuple[Faring, ...]:
    """How each variant of the comparison that was begun fares; empty before the first."""
    return tuple(
        Faring(_validation(record), _tests(results), len(record.log) if record.has_diverged else None)
        for record, results in zip(comparison.records, comparison.results, strict=False)
    )


def progress(comparison: ComparisonStore) -> Progress | None:
    """How far the comparison is that goes on, or went last; None while nothing can be said."""
    begun, records = comparison.begun, comparison.records
    if begun is None or not records:
        return None
    done = sum(record.leg.last_step if _has_ended(record) else len(record.log) for record in records)
    whole = sum(record.leg.last_step for record in records)
    slowest = min(records, key=lambda record: len(record.log) if not _has_ended(record) else record.leg.last_step)
    settings = slowest.variant.settings
    epoch = len(slowest.log) // steps_per_epoch(slowest.leg.images, settings.batch_size) + 1
    is_counted = comparison.state not in BUSY or all(_has_ended(record) for record in records)
    seeds_before = comparison.finished_seeds - (1 if is_counted and comparison.finished_seeds else 0)
    share = (seeds_before + done / max(whole, 1)) / begun.seeds
    return Progress(seeds_before + 1, begun.seeds, min(epoch, settings.epochs), settings.epochs, min(share, 1.0))


def verdict_of(comparison: ComparisonStore, names: Sequence[str]) -> tuple[Sentence, ...]:
    """What the comparison comes to: over the seeds that are over, or so far. names: of the variants that were begun."""
    begun = comparison.begun
    if begun is None:
        return ()
    losses_differ = bool({"loss", "averaging"} & set(differences(begun.variants)))
    validation_images, test_images = comparison.images
    if comparison.finished_seeds:
        results = [
            VariantResult(name, _tests(of_seeds)) for name, of_seeds in zip(names, comparison.results, strict=True)
        ]
        return verdict(results, test_images, losses_differ=losses_differ)
    accuracies = _so_far(comparison.records)
    results = [VariantResult(name, values) for name, values in zip(names, accuracies, strict=False)]
    return verdict(results, validation_images, is_on_test=False, losses_differ=losses_differ) if results else ()


def _so_far(records: Sequence[VariantRecord]) -> list[tuple[float | None, ...]]:
    """Each variant's accuracy at the last evaluation that all have had; None for one that diverged. Empty before."""
    alive = [record for record in records if not record.has_diverged]
    common = min((len(record.log.evaluations) for record in alive), default=0)
    if not common:
        return []
    return [(None,) if record.has_diverged else (record.log.evaluations[common - 1].accuracy,) for record in records]


def _tests(results: Sequence[SeedResult]) -> tuple[float | None, ...]:
    return tuple(result.test.accuracy if result.test else None for result in results)


def _validation(record: VariantRecord) -> float | None:
    return record.log.evaluations[-1].accuracy if record.log.evaluations else None


def _has_ended(record: VariantRecord) -> bool:
    """By itself: a variant that was stopped is as far as it got."""
    return record.ending is not None and (record.ending.is_completed or record.ending.problem is not None)
