"""What the softmax page takes, and what people are told about anything else."""

import math
from dataclasses import dataclass

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

_NO_NUMBER = QT_TRANSLATE_NOOP("errors", "“{value}” is not a finite number, so nothing can be computed with it.")
_OUTSIDE = QT_TRANSLATE_NOOP("errors", "{value} lies outside of the range that this page works with.")


@dataclass(frozen=True)
class Limit:
    """A range, both ends included. what, remedy: marked templates; the remedy has {low} and {high}."""

    low: float
    high: float
    what: str
    remedy: str

    def checked(self, value: float) -> float:
        """`value` as a float.

        Raises: LossvizError if it is not finite or out of range.
        """
        value = float(value)
        if self.low <= value <= self.high:
            return value
        why = _OUTSIDE if math.isfinite(value) else _NO_NUMBER
        texts = {"value": f"{value:g}", "low": f"{self.low:g}", "high": f"{self.high:g}"}
        raise LossvizError(self.what, why, self.remedy, **texts)


LOGIT = Limit(
    -1e4,
    1e4,
    QT_TRANSLATE_NOOP("errors", "The logits stayed as they were."),
    QT_TRANSLATE_NOOP("errors", "Logits go from {low} to {high} here; please choose a number between."),
)
TEMPERATURE = Limit(
    0.1,
    10.0,
    QT_TRANSLATE_NOOP("errors", "The temperature stayed as it was."),
    QT_TRANSLATE_NOOP("errors", "Temperatures go from {low} to {high} here; please choose a number between."),
)
SHARE = Limit(
    0.0,
    1.0,
    QT_TRANSLATE_NOOP("errors", "The targets stayed as they were."),
    QT_TRANSLATE_NOOP("errors", "A target is a probability; please choose a number between {low} and {high}."),
)
SMOOTHING = Limit(
    0.0,
    0.5,
    QT_TRANSLATE_NOOP("errors", "The label smoothing stayed as it was."),
    QT_TRANSLATE_NOOP("errors", "Smoothing goes from {low} to {high} here; please choose a number between."),
)
RATE = Limit(
    1e-4,
    100.0,
    QT_TRANSLATE_NOOP("errors", "The learning rate stayed as it was."),
    QT_TRANSLATE_NOOP("errors", "Learning rates go from {low} to {high} here; please choose a number between."),
)
CLASS_COUNT = Limit(
    2,
    10,
    QT_TRANSLATE_NOOP("errors", "The number of classes stayed as it was."),
    QT_TRANSLATE_NOOP("errors", "Please choose between {low} and {high} classes."),
)
# Three products of two such numbers and a bias stay well within the logits' range.
NETWORK_NUMBER = Limit(
    -50.0,
    50.0,
    QT_TRANSLATE_NOOP("errors", "The network stayed as it was."),
    QT_TRANSLATE_NOOP(
        "errors", "Features, weights and biases go from {low} to {high} here; please choose a number between."
    ),
)

LONGEST_NAME = 24


def checked_name(text: str, others: tuple[str, ...]) -> str:
    """A class' name without spaces around it.

    Raises: LossvizError if it is empty, longer than LONGEST_NAME, or one of `others`.
    """
    what = QT_TRANSLATE_NOOP("errors", "The class kept its name.")
    name = text.strip()
    if not name:
        why = QT_TRANSLATE_NOOP("errors", "An empty name could not be told apart from a missing one.")
    elif len(name) > LONGEST_NAME:
        why = QT_TRANSLATE_NOOP("errors", "The new name has {count} characters, too many for the labels of the bars.")
    elif name in others:
        why = QT_TRANSLATE_NOOP("errors", "Another class is called “{name}” already.")
    else:
        return name
    remedy = QT_TRANSLATE_NOOP("errors", "Please choose a name of 1 to {longest} characters that no other class has.")
    raise LossvizError(what, why, remedy, name=name[:LONGEST_NAME], count=len(name), longest=LONGEST_NAME)


def bad_sum(total: float) -> LossvizError:
    """The error for targets that are no distribution."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The targets stayed as they were."),
        QT_TRANSLATE_NOOP("errors", "The new ones add up to {total}, but probabilities of all classes add up to 1."),
        QT_TRANSLATE_NOOP(
            "errors", "Please change them until their sum is 1, or drag one bar: the others then follow."
        ),
        total=f"{total:.6g}",
    )


def wrong_count(count: int, expected: int) -> LossvizError:
    """The error for a row of numbers that does not have one for each class."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The numbers stayed as they were."),
        QT_TRANSLATE_NOOP("errors", "{count} came in, but there are {expected} classes."),
        QT_TRANSLATE_NOOP("errors", "Please give one number for each class."),
        count=count,
        expected=expected,
    )


def fed_classes() -> LossvizError:
    """The error for changing classes that are not one's own."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The classes stayed as they were."),
        QT_TRANSLATE_NOOP("errors", "Their number and names come from another page as long as the logits do."),
        QT_TRANSLATE_NOOP("errors", "Please set the source of the logits to “by hand” first."),
    )
