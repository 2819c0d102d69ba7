"""What a training run is asked to do: every choice that changes its numbers, as one immutable value."""

from dataclasses import asdict, dataclass, fields
from typing import Literal, get_args, get_origin

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

NetworkName = Literal["softmax_regression", "mlp", "course_cnn"]
LossName = Literal[
    "cross_entropy", "mse_softmax", "mse_logits", "mse_number", "sigmoid_cross_entropy", "double_softmax_cross_entropy"
]
Averaging = Literal["mean", "sum"]  # of a per-class loss over the ten classes; over the batch it is always the mean
Scaling = Literal["zero_one", "standardised"]
Initialisation = Literal["pytorch", "he", "xavier"]
OptimizerName = Literal["sgd", "momentum", "adam", "adamw"]
Schedule = Literal["constant", "one_cycle"]
Augmentation = Literal["none", "pen"]
Precision = Literal[
    "full", "mixed"
]  # float32 throughout, or the network's products in bfloat16 and all else in float32


@dataclass(frozen=True)
class TrainingSettings:
    """A training run's settings; the defaults are the course's own run.

    training_images: how many of the training part are used, 0 for all.
    drawn_digits: how many built-in digits are mixed into the training part.
    """

    network: NetworkName = "course_cnn"
    loss: LossName = "cross_entropy"
    averaging: Averaging = "mean"
    scaling: Scaling = "zero_one"
    initialisation: Initialisation = "he"
    optimizer: OptimizerName = "sgd"
    learning_rate: float = 0.01
    schedule: Schedule = "constant"
    batch_size: int = 100
    epochs: int = 5
    seed: int = 0
    training_images: int = 0
    augmentation: Augmentation = "none"
    drawn_digits: int = 0
    precision: Precision = "full"

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                raise _unusable(name, getattr(self, name), ", ".join(allowed))
        for name, (low, high) in LIMITS.items():
            if not low <= getattr(self, name) <= high:
                raise _unusable(name, getattr(self, name), f"{low:,} – {high:,}")

    def as_dict(self) -> dict[str, str | int | float | bool]:
        """Plain values by field name, as they are saved."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: object) -> "TrainingSettings":
        """The settings saved as `values`.

        What was saved before a choice was there has the only one that there was.

        Raises: LossvizError if a field is missing, unknown, of another type or out of its range.
        """
        if isinstance(values, dict):
            values = {**_ADDED_LATER, **values}
        names = {field.name for field in fields(cls)}
        if not isinstance(values, dict) or set(values) != names:
            found = ", ".join(map(str, values)) if isinstance(values, dict) else values
            raise _unusable("settings", found, ", ".join(sorted(names)))
        for name, example in asdict(cls()).items():
            if type(values[name]) is not type(example):
                raise _unusable(name, values[name], type(example).__name__)
        return cls(**values)

    def changed(self, **changes: object) -> "TrainingSettings":
        """These settings with some fields changed.

        Raises: LossvizError if a value is not allowed.
        """
        return self.from_dict({**self.as_dict(), **changes})

    def can_continue(self, earlier: "TrainingSettings") -> bool:
        """Whether a run made with `earlier` can go on with these: only its pace and its length may have changed."""
        mine, theirs = asdict(self), asdict(earlier)
        return all(mine[name] == theirs[name] for name in mine if name not in {"learning_rate", "epochs"})


_ADDED_LATER: dict[str, object] = {"precision": "full"}

CHOICES: dict[str, tuple[str, ...]] = {
    field.name: get_args(field.type) for field in fields(TrainingSettings) if get_origin(field.type) is Literal
}

LIMITS: dict[str, tuple[float, float]] = {
    "learning_rate": (1e-6, 1e6),
    "batch_size": (1, 10_000),
    "epochs": (1, 10_000),
    "seed": (0, 2**31 - 1),
    "training_images": (0, 1_000_000),
    "drawn_digits": (0, 200_000),
}

MOST_THREADS = 1024  # of the processor; no setting of a run, for its numbers do not depend on it


def _unusable(name: str, value: object, allowed: str) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The training setting “{name}” cannot be {value}."),
        QT_TRANSLATE_NOOP("errors", "Its allowed values are: {allowed}."),
        QT_TRANSLATE_NOOP("errors", "Choose one of those and start again."),
        name=name,
        value=value,
        allowed=allowed,
    )


PRESETS: dict[str, TrainingSettings] = {
    "course_run": TrainingSettings(),
    "fast_99": TrainingSettings(
        scaling="standardised",
        initialisation="pytorch",
        optimizer="adam",
        learning_rate=0.007,
        schedule="one_cycle",
        batch_size=50,
        epochs=2,
        augmentation="pen",
    ),
    "overfit": TrainingSettings(
        network="mlp", optimizer="adam", learning_rate=0.001, batch_size=50, epochs=200, training_images=300
    ),
}
