"""What a person has set of the catalogue of losses, as a state of plain values."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.losses.axes import AXES, DELTA_RANGE, POS_WEIGHT_RANGE
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import Reduction
from lossviz.core.losses.samples import LARGEST_SCORE, MOST_SAMPLES, Samples
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.stores.changes import Changes

REDUCTIONS: tuple[Reduction, ...] = get_args(Reduction)


class CatalogueChoices:
    """The state of a catalogue store.

    losses: the names of those that are compared; axis: "margin", "probability" or "residual"; markers: where the marker
    of each axis stands; selected: the loss whose card is open; pos_weight, delta; slopes: whether they are drawn;
    scores, labels: of the table of samples; reduction: "none", "mean" or "sum".
    """

    def __init__(self, catalogue: CatalogueStore) -> None:
        self._catalogue = catalogue

    def state(self) -> dict[str, object]:
        """What is compared, and the table of samples."""
        shown = self._catalogue
        return {
            "losses": list(shown.chosen),
            "axis": shown.axis,
            "markers": {axis: shown.marker(axis) for axis in AXES},
            "selected": shown.selected,
            "pos_weight": shown.options.pos_weight,
            "delta": shown.options.delta,
            "slopes": shown.are_gradients_shown,
            "scores": shown.samples.scores.tolist(),
            "labels": shown.samples.labels.astype(int).tolist(),
            "reduction": shown.reduction,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, store = StateReader(state, "catalogue"), Changes(self._catalogue), self._catalogue
        losses, axis = reader.choices("losses", LOSSES, len(LOSSES)), reader.choice("axis", AXES)
        selected, reduction = reader.choice("selected", LOSSES), reader.choice("reduction", REDUCTIONS)
        changes.then(store.compare, losses)
        if axis:
            changes.then_do(partial(store.set_axis, axis))
        if selected:
            changes.then_do(partial(store.select, selected))
        if reduction:
            changes.then_do(partial(store.set_reduction, reduction))
        changes.then(store.set_pos_weight, reader.number("pos_weight", *POS_WEIGHT_RANGE))
        changes.then(store.set_delta, reader.number("delta", *DELTA_RANGE))
        changes.then(store.set_gradients_shown, reader.flag("slopes"))
        self._read_markers(reader, changes)
        self._read_samples(reader, changes)
        reader.finish()
        return changes

    def _read_markers(self, reader: StateReader, changes: Changes) -> None:
        part = reader.part("markers")
        if part is None:
            return
        for key, axis in AXES.items():
            changes.then(partial(self._catalogue.set_marker, on=key), part.number(key, axis.low, axis.high))
        part.finish()

    def _read_samples(self, reader: StateReader, changes: Changes) -> None:
        present = self._catalogue.samples
        scores = reader.numbers("scores", -LARGEST_SCORE, LARGEST_SCORE, 1, MOST_SAMPLES)
        labels = reader.wholes("labels", 0, 1, 1, MOST_SAMPLES)
        if scores is None and labels is None:
            return
        new_scores = present.scores if scores is None else np.array(scores)
        new_labels = present.labels if labels is None else np.array(labels, np.float64)
        if len(new_scores) != len(new_labels):
            why = QT_TRANSLATE_NOOP("errors", "Expected are as many labels as scores, which are {count}.")
            raise reader.refusal("labels", why, count=len(new_scores))
        changes.then(self._catalogue.set_samples, Samples(new_scores, new_labels))
