"""Numbers of the softmax page as a person would set them, all at once."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.softmax.targets import soft_target
from lossviz.stores.logits_store import LogitsStore


def set_logits(store: LogitsStore, logits: Sequence[float] | Column) -> None:
    """By hand, one for each class."""
    store.set_own(replace(store.own, logits=np.array(logits, np.float64)))


def set_targets(store: LogitsStore, shares: Sequence[float]) -> None:
    """By hand, one for each class, with the sum 1."""
    store.set_own(replace(store.own, target=soft_target(shares, len(shares))))
