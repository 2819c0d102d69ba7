"""What the experiments by hand are made from: how many random samples, of how many features and classes, which seed."""

from dataclasses import dataclass, replace

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

LIMITS: dict[str, tuple[int, int]] = {
    "seed": (0, 2**31 - 1),
    "binary_samples": (1, 10_000),
    "multiclass_samples": (1, 10_000),
    "features": (1, 400),
    "classes": (2, 10),
}


@dataclass(frozen=True)
class ByHandSettings:
    """The defaults are the course's own.

    features: of a sample. Each adds a quarter to a logit on average, so that many of them leave float32's range.
    """

    seed: int = 420
    binary_samples: int = 3000
    multiclass_samples: int = 300
    features: int = 4
    classes: int = 3

    def changed(self, **values: int) -> "ByHandSettings":
        """With these values in place of its own.

        Raises: LossvizError if one is outside its limits.
        """
        for name, value in values.items():
            lowest, highest = LIMITS[name]
            if not lowest <= value <= highest:
                raise LossvizError(
                    QT_TRANSLATE_NOOP("errors", "{value} was not taken."),
                    QT_TRANSLATE_NOOP("errors", "This number goes from {lowest} to {highest}."),
                    QT_TRANSLATE_NOOP("errors", "Type a number between them."),
                    value=value,
                    lowest=lowest,
                    highest=highest,
                )
        return replace(self, **values)
