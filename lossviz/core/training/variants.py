"""What a comparison trains side by side: variants of one run that differ in one thing."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal, get_args

import torch
from torch import nn

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import CHOICES, LIMITS, LossName, Scaling, TrainingSettings

Difference = Literal["course_question", "loss", "optimizer", "learning_rate", "network", "double_softmax"]
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)

FEWEST, MOST = 2, 4

# All else must be the same for all, or they would not see identical batches for as long.
MAY_DIFFER = ("network", "loss", "averaging", "optimizer", "learning_rate")

FIELDS: dict[Difference, tuple[str, ...]] = {
    "course_question": (),
    "loss": ("loss", "averaging"),
    "optimizer": ("optimizer",),
    "learning_rate": ("learning_rate",),
    "network": ("network",),
    "double_softmax": ("loss",),
}


@dataclass(frozen=True)
class Variant:
    """One of the runs of a comparison. key: tells it from the others, "a" to "d"."""

    key: str
    settings: TrainingSettings


def variants_of(settings: Sequence[TrainingSettings]) -> tuple[Variant, ...]:
    """A variant for each of the settings.

    Raises: LossvizError if there are too few or too many, two are the same, or they would see different batches.
    """
    if not FEWEST <= len(settings) <= MOST:
        raise _wrong_count(len(settings))
    for field in fields(TrainingSettings):
        values = [getattr(one, field.name) for one in settings]
        if field.name not in MAY_DIFFER and len(set(values)) > 1:
            raise _unfair(field.name, values)
    distinct = {_what_counts(one) for one in settings}
    if len(distinct) < len(settings):
        raise _twins_alike()
    return tuple(Variant(key, one) for key, one in zip("abcd", settings, strict=False))


def differences(variants: Sequence[Variant]) -> tuple[str, ...]:
    """The names of the settings in which the variants differ, in the order of the settings.

    How a loss is averaged over classes counts only where some loss has a term for each class.
    """
    settings = [variant.settings for variant in variants]
    names = [
        field.name for field in fields(TrainingSettings) if len({getattr(one, field.name) for one in settings}) > 1
    ]
    if len({_averaging(one) for one in settings if _averaging(one)}) < 2:
        names = [name for name in names if name != "averaging"]
    return tuple(names)


def proposed(difference: Difference, base: TrainingSettings) -> tuple[Variant, ...]:
    """The variants that a comparison of this kind begins with, out of the settings on the controls."""
    if difference == "course_question":
        return course_question(base.scaling, base.epochs, base.seed, base.training_images)
    changes: dict[Difference, tuple[dict[str, object], ...]] = {
        "loss": ({"loss": "cross_entropy"}, {"loss": "mse_softmax"}),
        "optimizer": ({"optimizer": "sgd"}, {"optimizer": "adam"}),
        "learning_rate": ({"learning_rate": min(base.learning_rate, 1e5)}, {"learning_rate": _ten_times(base)}),
        "network": ({"network": "course_cnn"}, {"network": "mlp"}),
        "double_softmax": ({"loss": "cross_entropy"}, {"loss": "double_softmax_cross_entropy"}),
    }
    return variants_of([base.changed(**change) for change in changes[difference]])


def course_question(
    scaling: Scaling = "zero_one", epochs: int = 5, seed: int = 0, training_images: int = 0
) -> tuple[Variant, ...]:
    """The course's question "which loss is better? compare accuracy" on its own network and pace.

    training_images: how many of the training part are used, 0 for all.
    """
    base = TrainingSettings(scaling=scaling, epochs=epochs, seed=seed, training_images=training_images)
    losses: tuple[tuple[LossName, str], ...] = (
        ("cross_entropy", "mean"),
        ("mse_softmax", "mean"),
        ("mse_softmax", "sum"),
        ("mse_number", "mean"),
    )
    return variants_of([base.changed(loss=loss, averaging=averaging) for loss, averaging in losses])


def rebased(variants: Sequence[Variant], difference: Difference, base: TrainingSettings) -> tuple[Variant, ...]:
    """The same variants over other settings on the controls: what makes them differ stays."""
    if difference == "course_question":
        return course_question(base.scaling, base.epochs, base.seed, base.training_images)
    kept = FIELDS[difference]
    return variants_of([base.changed(**{name: getattr(one.settings, name) for name in kept}) for one in variants])


def one_more(variants: Sequence[Variant], difference: Difference) -> tuple[Variant, ...]:
    """One variant more, with the first choice that none of the others has made.

    Raises: LossvizError if there are as many as there may be.
    """
    settings = [one.settings for one in variants]
    base = settings[-1]
    if difference == "learning_rate":
        lowest = min(one.learning_rate for one in settings)
        changes: list[dict[str, object]] = [{"learning_rate": max(lowest / 10, LIMITS["learning_rate"][0])}]
    else:
        changes = [dict(zip(FIELDS[difference], values, strict=True)) for values in choices_for(difference)]
    taken = {_what_counts(one) for one in settings}
    new = next((base.changed(**change) for change in changes if base.changed(**change) not in taken), base)
    return variants_of([*settings, new])


def choices_for(difference: Difference) -> list[tuple[str, ...]]:
    """What a variant can choose: the values of `FIELDS[difference]`; none for a number or a fixed set."""
    if difference == "loss":
        ways = {True: ("mean", "sum"), False: ("mean",)}
        return [(name, way) for name, loss in LOSSES.items() for way in ways[loss.is_per_class]]
    if difference in {"optimizer", "network"}:
        return [(value,) for value in CHOICES[difference]]
    return []


def of_seed(variants: Sequence[Variant], repeat: int) -> tuple[Variant, ...]:
    """The variants for the comparison's run number `repeat` from 0: each of them with the same next seed."""
    return tuple(Variant(one.key, one.settings.changed(seed=(one.settings.seed + repeat) % 2**31)) for one in variants)


def common_start(networks: Sequence[nn.Module]) -> tuple[str, ...]:
    """The names of the parameters that all networks begin with alike, to the last bit."""
    first, *others = (dict(network.named_parameters()) for network in networks)
    return tuple(
        name
        for name, parameter in first.items()
        if all(name in other and torch.equal(other[name], parameter) for other in others)
    )


def _what_counts(settings: TrainingSettings) -> TrainingSettings:
    """The settings without a choice that changes nothing."""
    return settings.changed(averaging=_averaging(settings) or "mean")


def _averaging(settings: TrainingSettings) -> str:
    """How the loss is averaged over classes; empty where it has no term for each class."""
    return settings.averaging if LOSSES[settings.loss].is_per_class else ""


def _ten_times(base: TrainingSettings) -> float:
    return float(f"{10 * min(base.learning_rate, 1e5):.6g}")


def _wrong_count(count: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "A comparison of {count} variants cannot be started."),
        QT_TRANSLATE_NOOP("errors", "It takes from {fewest} to {most}: more could not be told apart in one plot."),
        QT_TRANSLATE_NOOP("errors", "Add or remove variants."),
        count=count,
        fewest=FEWEST,
        most=MOST,
    )


def _unfair(name: str, values: list[object]) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "These variants cannot be compared: their “{name}” differs ({values})."),
        QT_TRANSLATE_NOOP("errors", "A comparison is fair only if all variants see the same images in the same order."),
        QT_TRANSLATE_NOOP("errors", "Give all variants the same “{name}”."),
        name=name,
        values=", ".join(map(str, values)),
    )


def _twins_alike() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "Two of the variants are the same."),
        QT_TRANSLATE_NOOP(
            "errors", "They begin with the same weights and see the same batches, so they would stay alike."
        ),
        QT_TRANSLATE_NOOP("errors", "Choose something else for one of them, or remove it."),
    )
