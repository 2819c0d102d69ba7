"""The catalogue of losses: which are compared, over what, where the marker stands, and the table of samples."""

import math
from collections.abc import Collection

from PySide6.QtCore import Signal

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.losses.axes import AXES, DELTA_RANGE, POS_WEIGHT_RANGE, AxisKey, LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import Aggregate, LossEntry, LossKey, Reduction
from lossviz.core.losses.samples import Samples, aggregate_losses, course_samples, sample_losses
from lossviz.stores.store import Store

FIRST_CHOICE: tuple[LossKey, ...] = ("zero_one", "mse", "log", "hinge")


class CatalogueStore(Store):
    """Owns what the catalogue shows. Numbers that cannot be taken raise LossvizError, and the state stays."""

    losses_changed = Signal()  # which are compared
    axis_changed = Signal()
    selection_changed = Signal()  # whose card is open, whose samples are added up
    options_changed = Signal()  # pos_weight or delta
    marker_changed = Signal()
    view_changed = Signal()  # whether the gradients are shown
    samples_changed = Signal()
    reduction_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._axis: AxisKey = "margin"
        self._chosen = FIRST_CHOICE
        self._selected: LossKey = "log"
        self._options = LossOptions()
        self._markers: dict[AxisKey, float] = {key: axis.start for key, axis in AXES.items()}
        self._are_gradients_shown = True
        self._samples = course_samples()
        self._reduction: Reduction = "mean"

    @property
    def axis(self) -> AxisKey:
        """What the losses are drawn over."""
        return self._axis

    @property
    def chosen(self) -> tuple[LossKey, ...]:
        """The losses that are compared, in the catalogue's order, those that this axis cannot show included."""
        return self._chosen

    @property
    def drawn(self) -> tuple[LossEntry, ...]:
        """Those of the chosen losses that have a curve over this axis."""
        return tuple(LOSSES[key] for key in self._chosen if self._axis in LOSSES[key].curves)

    @property
    def selected(self) -> LossKey:
        """The loss whose card is open."""
        return self._selected

    @property
    def entry(self) -> LossEntry:
        """What the catalogue says of the selected loss."""
        return LOSSES[self._selected]

    @property
    def options(self) -> LossOptions:
        """pos_weight and Huber's delta."""
        return self._options

    @property
    def are_gradients_shown(self) -> bool:
        """Whether the slopes are drawn below the losses."""
        return self._are_gradients_shown

    @property
    def samples(self) -> Samples:
        """The table of samples."""
        return self._samples

    @property
    def reduction(self) -> Reduction:
        """How the samples' losses are put together, where the selected loss leaves that open."""
        return self._reduction

    @property
    def aggregate(self) -> Aggregate:
        """How they are put together: as the selected loss' name says, else as chosen."""
        return self.entry.aggregate or self._reduction

    @property
    def total(self) -> float:
        """The selected loss of all samples, put together."""
        return aggregate_losses(sample_losses(self.entry, self._samples, self._options), self.aggregate)

    @property
    def card_axis(self) -> AxisKey:
        """What the numbers of the selected loss are taken over: the margin if it has no curve over the present axis."""
        return self._axis if self._axis in self.entry.curves else "margin"

    def marker(self, axis: AxisKey | None = None) -> float:
        """Where the marker stands on `axis`, or on the present one."""
        return self._markers[axis or self._axis]

    def set_axis(self, axis: AxisKey) -> None:
        """Draw over another quantity."""
        if axis != self._axis:
            self._axis = axis
            self._tell(self.axis_changed)

    def set_chosen(self, key: LossKey, is_chosen: bool) -> None:
        """Compare a loss, or leave it out."""
        self.compare({*self._chosen, key} if is_chosen else {*self._chosen} - {key})

    def compare(self, wanted: Collection[LossKey]) -> None:
        """Compare these losses and no others."""
        chosen = tuple(each for each in LOSSES if each in wanted)
        if chosen != self._chosen:
            self._chosen = chosen
            self._tell(self.losses_changed)

    def select(self, key: LossKey) -> None:
        """Open the card of a loss."""
        if key != self._selected:
            self._selected = key
            self._tell(self.selection_changed)

    def set_pos_weight(self, weight: float) -> None:
        """Count a positive sample as so many negative ones.

        Raises: LossvizError if `weight` is not within POS_WEIGHT_RANGE.
        """
        _check("pos_weight", weight, POS_WEIGHT_RANGE)
        self._set_options(LossOptions(weight, self._options.delta))

    def set_delta(self, delta: float) -> None:
        """Let Huber's loss turn straight there.

        Raises: LossvizError if `delta` is not within DELTA_RANGE.
        """
        _check("δ", delta, DELTA_RANGE)
        self._set_options(LossOptions(self._options.pos_weight, delta))

    def set_marker(self, place: float, on: AxisKey | None = None) -> None:
        """Move the marker of the axis `on`, or of the present one; beyond an end of the axis it stays at the end.

        Raises: LossvizError if `place` is not finite.
        """
        axis = AXES[on or self._axis]
        if not math.isfinite(place):
            _check(axis.symbol, place, (axis.low, axis.high))
        place = min(max(place, axis.low), axis.high)
        if place != self._markers[axis.key]:
            self._markers[axis.key] = place
            self._tell(self.marker_changed)

    def set_gradients_shown(self, are_shown: bool) -> None:
        """Draw the slopes, or leave their room to the losses."""
        if are_shown != self._are_gradients_shown:
            self._are_gradients_shown = are_shown
            self._tell(self.view_changed)

    def set_reduction(self, reduction: Reduction) -> None:
        """Put the samples' losses together in another way."""
        if reduction != self._reduction:
            self._reduction = reduction
            self._tell(self.reduction_changed)

    def set_sample(self, index: int, score: float, label: float) -> None:
        """Change a sample.

        Raises: LossvizError for a score or label that a table cannot hold.
        """
        old = self._samples
        if (score, label) != (old.scores[index], old.labels[index]):
            self.set_samples(old.changed(index, score, label))

    def add_sample(self, score: float = 0.0, label: float = 1.0) -> None:
        """Add a sample at the end.

        Raises: LossvizError if the table is full, or as `set_sample`.
        """
        self.set_samples(self._samples.added(score, label))

    def remove_sample(self, index: int) -> None:
        """Take a sample away.

        Raises: LossvizError if it is the last one.
        """
        self.set_samples(self._samples.removed(index))

    def reset_samples(self) -> None:
        """Have the course's samples again."""
        self.set_samples(course_samples())

    def set_samples(self, samples: Samples) -> None:
        """Have another table."""
        self._samples = samples
        self._tell(self.samples_changed)

    def _set_options(self, options: LossOptions) -> None:
        if options != self._options:
            self._options = options
            self._tell(self.options_changed)


def _check(name: str, value: float, limits: tuple[float, float]) -> None:
    lowest, highest = limits
    if not (math.isfinite(value) and lowest <= value <= highest):
        raise LossvizError(
            QT_TRANSLATE_NOOP("errors", "{name} = {value} was not taken."),
            QT_TRANSLATE_NOOP("errors", "Here it goes from {lowest:g} to {highest:g}."),
            QT_TRANSLATE_NOOP("errors", "Type a number within that range."),
            name=name,
            value=value,
            lowest=lowest,
            highest=highest,
        )
