"""What a comparison's variants are called, and the settings that they share."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.training.losses import LOSSES
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.variants import Difference, Variant, differences
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.joints import listed

_DIFFERENCES: dict[Difference, str] = {
    "course_question": QT_TRANSLATE_NOOP("variants", "Course question"),
    "loss": QT_TRANSLATE_NOOP("variants", "Loss"),
    "optimizer": QT_TRANSLATE_NOOP("variants", "Optimiser"),
    "learning_rate": QT_TRANSLATE_NOOP("variants", "Learning rate"),
    "network": QT_TRANSLATE_NOOP("variants", "Network"),
    "double_softmax": QT_TRANSLATE_NOOP("variants", "Softmax once or twice"),
}
_WAYS = {"mean": QT_TRANSLATE_NOOP("variants", "mean"), "sum": QT_TRANSLATE_NOOP("variants", "sum")}
_RATE = QT_TRANSLATE_NOOP("variants", "rate {rate}")
_IMAGES = QT_TRANSLATE_NOOP("variants", "images {count}")
_BATCH = QT_TRANSLATE_NOOP("variants", "batches of {count}")
_EPOCHS = QT_TRANSLATE_NOOP("variants", "epochs {count}")
_SEED = QT_TRANSLATE_NOOP("variants", "seed {seed}")
_INPUTS = QT_TRANSLATE_NOOP("variants", "inputs {scaling}")


def difference_choices() -> list[tuple[str, object]]:
    """(text, value) of all that variants can differ in."""
    return [(_translated(text), difference) for difference, text in _DIFFERENCES.items()]


def loss_text(loss: str, averaging: str) -> str:
    """What a loss is called; with the way it is taken over classes where it has a term for each."""
    is_per_class = any(name == loss and kind.is_per_class for name, kind in LOSSES.items())
    return listed((label_of("loss", loss), _translated(_WAYS[averaging]) if is_per_class else ""))


def variant_names(variants: Sequence[Variant]) -> tuple[str, ...]:
    """Each by what makes it differ."""
    fields = differences(variants)
    return tuple(listed(_part(name, one.settings) for name in fields) for one in variants)


def shared_text(variants: Sequence[Variant]) -> str:
    """The settings that all variants have in common and that a reader wants to know, in one line."""
    differing, settings = differences(variants), variants[0].settings
    named = ("network", "loss", "optimizer", "learning_rate")
    parts = [_part(name, settings) for name in named if name not in differing]
    if settings.training_images:
        parts.append(_translated(_IMAGES).format(count=settings.training_images))
    parts += [
        _translated(_BATCH).format(count=settings.batch_size),
        _translated(_EPOCHS).format(count=settings.epochs),
        _translated(_INPUTS).format(scaling=label_of("scaling", settings.scaling)),
        _translated(_SEED).format(seed=settings.seed),
    ]
    return " · ".join(parts)


def _part(name: str, settings: TrainingSettings) -> str:
    if name == "loss":
        return loss_text(settings.loss, settings.averaging)
    if name == "learning_rate":
        return _translated(_RATE).format(rate=f"{settings.learning_rate:g}")
    return label_of(name, getattr(settings, name)) if name in {"network", "optimizer"} else ""


def _translated(text: str) -> str:
    return QCoreApplication.translate("variants", text)
