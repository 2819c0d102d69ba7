"""A target of the softmax page as plain values: a true class with smoothing, or a share for each class."""

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.sessions.state_reader import StateReader
from lossviz.core.softmax.limits import SMOOTHING
from lossviz.core.softmax.targets import SUM_TOLERANCE, Target, hard_target, resized, soft_target

TARGET_KEYS = ("true_class", "smoothing", "targets")


def written_target(target: Target) -> dict[str, object]:
    """Either true_class and smoothing, or targets; the others are null."""
    if target.true_class is None:
        return {"true_class": None, "smoothing": None, "targets": target.shares.tolist()}
    return {"true_class": target.true_class, "smoothing": target.smoothing, "targets": None}


def read_target(reader: StateReader, present: Target, count: int) -> Target:
    """The target for `count` classes; what is not told is as at present.

    Raises: LossvizError that names the key.
    """
    true_class = None if reader.is_null("true_class") else reader.whole("true_class", 0, count - 1)
    smoothing = None if reader.is_null("smoothing") else reader.number("smoothing", SMOOTHING.low, SMOOTHING.high)
    shares = None if reader.is_null("targets") else reader.numbers("targets", 0.0, 1.0, count, count)
    if shares is not None:
        return _soft(reader, shares, is_alone=true_class is None and smoothing is None)
    present = resized(present, count) if len(present.shares) != count else present
    if true_class is None and smoothing is None:
        return present
    index = present.target_class if true_class is None else true_class
    return hard_target(index, count, present.smoothing if smoothing is None else smoothing)


def _soft(reader: StateReader, shares: tuple[float, ...], is_alone: bool) -> Target:
    if not is_alone:
        why = QT_TRANSLATE_NOOP("errors", "Expected are either targets, or true_class and smoothing, and not both.")
        raise reader.refusal("targets", why)
    if abs(sum(shares) - 1.0) > SUM_TOLERANCE:
        raise reader.refusal(
            "targets", QT_TRANSLATE_NOOP("errors", "Expected are shares that sum to 1; it is {found}.")
        )
    return soft_target(shares, len(shares))
