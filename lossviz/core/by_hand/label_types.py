"""What PyTorch says to labels of one type or another: each row is really tried, and its message is PyTorch's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from lossviz.core.by_hand.label_words import MEANINGS
from lossviz.core.by_hand.labels import LABEL_LOGITS, logits_tensor

LabelKind = Literal[
    "index",
    "one_hot",
    "float_index",
    "int32_index",
    "column",
    "one_hot_integers",
    "counted_from_one",
    "binary_integers",
]
Outcome = Literal["right", "wrong", "refused"]

# Whatever torch may raise for labels that it does not take.
_REFUSALS = (RuntimeError, IndexError, TypeError, ValueError)
_CLASSES = len(LABEL_LOGITS[0])


@dataclass(frozen=True)
class LabelRow:
    """code: the call as a person writes it, with `logits` (2, 3) float64 and `labels` (2,) int64 at hand.

    losses: one for each sample; empty where it was refused. message: the error's name and words as PyTorch gives them.
    name, meaning, remedy: templates of the context "by_hand"; instead: the line to write, or empty.
    """

    kind: LabelKind
    outcome: Outcome
    code: str
    losses: tuple[float, ...]
    message: str
    name: str
    meaning: str
    instead: str


def try_labels(labels: tuple[int, int]) -> tuple[LabelRow, ...]:
    """Give PyTorch the class of each of the two samples, 0 to 2, in every form."""
    logits, classes = logits_tensor(), torch.tensor(labels)
    right = functional.cross_entropy(logits, classes, reduction="none")
    return tuple(_row(kind, logits, classes, right) for kind in _CALLS)


def _row(kind: LabelKind, logits: Tensor, labels: Tensor, right: Tensor) -> LabelRow:
    code, call = _CALLS[kind]
    try:
        losses, message = call(logits, labels), ""
    except _REFUSALS as error:
        losses, message = None, f"{type(error).__name__}: {error}"
    outcome = _outcome(losses, right)
    meaning = MEANINGS[kind]
    told = meaning.if_taken if outcome == "wrong" and meaning.if_taken else meaning.told
    values = () if losses is None else tuple(losses.tolist())
    return LabelRow(kind, outcome, code, values, message, meaning.name, told, meaning.instead)


def _outcome(losses: Tensor | None, right: Tensor) -> Outcome:
    if losses is None:
        return "refused"
    return "right" if torch.allclose(losses, right, rtol=1e-12, atol=1e-12) else "wrong"


def _one_hot(labels: Tensor) -> Tensor:
    return functional.one_hot(labels, _CLASSES)


_Call = Callable[[Tensor, Tensor], Tensor]
_CALLS: dict[LabelKind, tuple[str, _Call]] = {
    "index": (
        'F.cross_entropy(logits, labels, reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, labels, reduction="none"),
    ),
    "one_hot": (
        'F.cross_entropy(logits, F.one_hot(labels, 3).double(), reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, _one_hot(labels).double(), reduction="none"),
    ),
    "float_index": (
        'F.cross_entropy(logits, labels.float(), reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, labels.float(), reduction="none"),
    ),
    "int32_index": (
        'F.cross_entropy(logits, labels.int(), reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, labels.int(), reduction="none"),
    ),
    "column": (
        'F.cross_entropy(logits, labels[:, None], reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, labels[:, None], reduction="none"),
    ),
    "one_hot_integers": (
        'F.cross_entropy(logits, F.one_hot(labels, 3), reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, _one_hot(labels), reduction="none"),
    ),
    "counted_from_one": (
        'F.cross_entropy(logits, labels + 1, reduction="none")',
        lambda logits, labels: functional.cross_entropy(logits, labels + 1, reduction="none"),
    ),
    "binary_integers": (
        'F.binary_cross_entropy_with_logits(logits[:, 0], (labels == 0).long(), reduction="none")',
        lambda logits, labels: functional.binary_cross_entropy_with_logits(
            logits[:, 0], (labels == 0).long(), reduction="none"
        ),
    ),
}
