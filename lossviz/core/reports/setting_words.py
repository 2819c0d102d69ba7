"""A run's settings in words, and what two runs differ in."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from lossviz.core.data.digits import DataIdentity
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.metric_log import MemoryRelief
from lossviz.core.training.settings import CHOICES, TrainingSettings

FIELDS = tuple(field.name for field in fields(TrainingSettings))

_CAPTIONS = {
    "network": QT_TRANSLATE_NOOP("reports", "network"),
    "loss": QT_TRANSLATE_NOOP("reports", "loss"),
    "averaging": QT_TRANSLATE_NOOP("reports", "loss over classes"),
    "scaling": QT_TRANSLATE_NOOP("reports", "inputs"),
    "initialisation": QT_TRANSLATE_NOOP("reports", "first weights"),
    "optimizer": QT_TRANSLATE_NOOP("reports", "optimiser"),
    "learning_rate": QT_TRANSLATE_NOOP("reports", "learning rate"),
    "schedule": QT_TRANSLATE_NOOP("reports", "schedule"),
    "batch_size": QT_TRANSLATE_NOOP("reports", "batch size"),
    "epochs": QT_TRANSLATE_NOOP("reports", "epochs"),
    "seed": QT_TRANSLATE_NOOP("reports", "seed"),
    "training_images": QT_TRANSLATE_NOOP("reports", "training images"),
    "augmentation": QT_TRANSLATE_NOOP("reports", "augmentation"),
    "drawn_digits": QT_TRANSLATE_NOOP("reports", "built-in digits added"),
    "precision": QT_TRANSLATE_NOOP("reports", "precision"),
}
_WORDS_OF_ZERO = {
    "training_images": QT_TRANSLATE_NOOP("reports", "all"),
    "drawn_digits": QT_TRANSLATE_NOOP("reports", "none"),
}
_NAMED_BY_VALUE = frozenset({"network", "loss", "averaging", "optimizer"})  # "Adam" says enough, "Constant" does not


def plain_choice(_field: str, value: str) -> str:
    """A choice as the settings spell it."""
    return value.replace("_", " ")


@dataclass(frozen=True)
class ReportWords:
    """say: turns a text marked with "reports" into the reader's language. choice: what a field's choice is called.

    data: what a data set is called.
    """

    say: Callable[[str], str] = str
    choice: Callable[[str, str], str] = plain_choice
    data: Callable[[str], str] = str

    def caption(self, field: str) -> str:
        """What a field of the settings is called."""
        return self.say(_CAPTIONS[field])

    def value(self, field: str, settings: TrainingSettings) -> str:
        """What a field says; a dash where it makes no difference to the run."""
        value = getattr(settings, field)
        if field == "averaging" and not LOSSES[settings.loss].is_per_class:
            return "–"
        if field in CHOICES:
            return self.choice(field, value)
        if not value and field in _WORDS_OF_ZERO:
            return self.say(_WORDS_OF_ZERO[field])
        return f"{value:g}" if isinstance(value, float) else str(value)

    def phrase(self, field: str, settings: TrainingSettings) -> str:
        """A field that stands alone: "Adam", "learning rate 0.1"."""
        value = self.value(field, settings)
        return value if field in _NAMED_BY_VALUE else f"{self.caption(field)} {value}"


def main_settings(settings: TrainingSettings, words: ReportWords) -> list[str]:
    """What is told first of a run."""
    return [words.phrase(field, settings) for field in ("network", "loss", "optimizer", "learning_rate")]


def differences(settings: TrainingSettings, first: TrainingSettings, words: ReportWords) -> list[str]:
    """Phrases for all that `settings` have otherwise than `first`; none for what makes no difference to the run."""
    phrases = []
    for field in FIELDS:
        mine = words.value(field, settings)
        if mine not in (words.value(field, first), "–"):
            phrases.append(words.phrase(field, settings))
    return phrases


def memory_phrase(relief: MemoryRelief, words: ReportWords) -> str:
    """How a run got by with less memory, and from when on."""
    template = {
        "half_batches": QT_TRANSLATE_NOOP("reports", "memory ran out after step {step}: batches in two halves"),
        "cpu": QT_TRANSLATE_NOOP("reports", "memory ran out after step {step}: on the CPU"),
    }[relief.kind]
    return words.say(template).format(step=f"{relief.step:,}")


def data_difference(data: DataIdentity, first: DataIdentity, words: ReportWords) -> list[str]:
    """The name of the data where they are others than `first`."""
    if data.sha256 == first.sha256:
        return []
    return [words.say(QT_TRANSLATE_NOOP("reports", "trained on {data}")).format(data=words.data(data.name))]
