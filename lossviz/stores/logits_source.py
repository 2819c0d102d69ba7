"""Where the softmax page's logits come from, and what each source keeps while another one is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.limits import LOGIT, wrong_count
from lossviz.core.softmax.presets import Preset
from lossviz.core.softmax.targets import Target, hard_target, resized, soft_target

LogitsSource = Literal["hand", "network", "case", "digit"]
SOURCES: tuple[LogitsSource, ...] = ("hand", "network", "case", "digit")
FED_SOURCES: tuple[LogitsSource, ...] = ("case", "digit")

LETTERS = tuple("ABCDEFGHIJ")
DIGITS = tuple("0123456789")


@dataclass(frozen=True, eq=False)
class Sheet:
    """names, logits, target: of the same K classes.

    fed: the target that came with the logits, None if none did. is_chosen: whether anybody chose the target; until then
    the likeliest class counts as the true one.
    """

    names: tuple[str, ...]
    logits: Column
    target: Target
    fed: Column | None = None
    is_chosen: bool = False

    def resized(self, count: int) -> "Sheet":
        """With `count` classes: new ones have the logit 0 and the letter of its place, or the next free one."""
        kept = self.names[:count]
        free = [letter for letter in LETTERS[len(kept) :] + LETTERS[: len(kept)] if letter not in kept]
        logits = np.zeros(count)
        logits[: len(kept)] = self.logits[:count]
        return Sheet((*kept, *free)[:count], logits, resized(self.target, count))

    @property
    def choice(self) -> Target | None:
        """The target that somebody chose; None if it is the one that came with the logits, or the likeliest class."""
        if not self.is_chosen:
            return None
        given = None if self.fed is None else soft_target(self.fed, len(self.names))
        return None if given and self.target.is_equal(given) else self.target

    def with_choice(self, choice: Target | None) -> "Sheet":
        """With a target that somebody chose; None for the one that came with the logits, or the likeliest class."""
        if choice is not None:
            return replace(self, target=choice, is_chosen=True)
        if self.fed is not None:
            return replace(self, target=soft_target(self.fed, len(self.names)), is_chosen=True)
        return replace(self, target=hard_target(int(self.logits.argmax()), len(self.names)), is_chosen=False)

    def is_equal(self, other: "Sheet") -> bool:
        """Whether names, logits and target are the same."""
        has_logits = np.array_equal(self.logits, other.logits)
        return has_logits and self.names == other.names and self.target.is_equal(other.target)

    def fed_with(
        self, names: Sequence[str], logits: Sequence[float] | Column, target: Sequence[float] | Column | None
    ) -> "Sheet":
        """With what was fed. The target that was fed last, or none, leaves a chosen target as it is.

        Raises: LossvizError if the logits or the target are not one number for each name, or out of range.
        """
        count = len(names)
        values = checked_logits(logits, count)
        sheet = replace(self, names=tuple(names), logits=values)
        if target is not None:
            shares = np.array(target, dtype=np.float64)
            is_new = self.fed is None or not np.array_equal(shares, self.fed)
            return replace(sheet, target=soft_target(shares, count), fed=shares, is_chosen=True) if is_new else sheet
        if count == len(self.names) and (self.is_chosen or values.argmax() == self.target.true_class):
            return sheet
        return replace(sheet, target=hard_target(int(values.argmax()), count), fed=None, is_chosen=False)


def sheet_of(preset: Preset) -> Sheet:
    """The preset with letters for names."""
    count = len(preset.logits)
    return Sheet(LETTERS[:count], np.array(preset.logits), soft_target(preset.target, count))


def empty_sheet(source: LogitsSource) -> Sheet:
    """What a fed source shows until something is fed: all logits 0."""
    names = DIGITS if source == "digit" else DIGITS[:2]
    return Sheet(names, np.zeros(len(names)), hard_target(0, len(names)))


def checked_logits(logits: Sequence[float] | Column, count: int) -> Column:
    """As a column of its own.

    Raises: LossvizError if there are not `count`, or one is not finite or out of range.
    """
    if len(logits) != count:
        raise wrong_count(len(logits), count)
    return np.array([LOGIT.checked(value) for value in logits])
