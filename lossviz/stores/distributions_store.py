"""Two distributions over the same outcomes: what happens, p, and what is expected, q."""

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.entropy import UNITS, Comparison, Unit, distribution_of, resized, with_share
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.fit.cases import Column
from lossviz.core.likelihood.distribution_presets import DISTRIBUTION_PRESETS, DistributionPreset
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.store import Store

Side = Literal["p", "q"]
SIDES: tuple[Side, ...] = ("p", "q")
OUTCOME_RANGE = (2, 6)
FIRST_COUNT = 3
_ROUNDING = 1e-14  # of shares that were scaled to sum to 1 already


class DistributionsStore(Store):
    """Owns both distributions, which always sum to 1, the unit, and the outcome that is pointed at.

    Its state: p and q, lists of as many shares each; unit. Or preset, for as many outcomes as there are or as `count`
    says; what is given beside a preset takes its place.
    """

    changed = Signal()  # a distribution or the unit
    pointing_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        p, q = (shape(FIRST_COUNT) for shape in DISTRIBUTION_PRESETS["apart"])
        self._comparison = Comparison(p, q)
        self._hovered: int | None = None
        self._dragged_from: dict[Side, Column] = {}

    @property
    def comparison(self) -> Comparison:
        """Both distributions and all that follows from them."""
        return self._comparison

    @property
    def count(self) -> int:
        """Of the outcomes."""
        return len(self._comparison.p)

    @property
    def unit(self) -> Unit:
        """What entropies are measured in."""
        return self._comparison.unit

    @property
    def hovered(self) -> int | None:
        """The outcome under the mouse."""
        return self._hovered

    def distribution(self, side: Side) -> Column:
        """One of the two, (count,)."""
        return self._comparison.p if side == "p" else self._comparison.q

    def begin_drag(self, side: Side) -> None:
        """Until `end_drag` the other outcomes keep the proportions that they have now, also past a share of 1."""
        self._dragged_from[side] = self.distribution(side)

    def end_drag(self) -> None:
        """Let go."""
        self._dragged_from.clear()

    def set_share(self, side: Side, index: int, share: float) -> None:
        """Give one outcome a share; the others are scaled. Raises: LossvizError outside 0-1."""
        start = self._dragged_from.get(side, self.distribution(side))
        self._replace(side, with_share(start, index, share))

    def set_count(self, count: int) -> None:
        """Add or drop outcomes at the end. Raises: LossvizError outside OUTCOME_RANGE."""
        if not OUTCOME_RANGE[0] <= count <= OUTCOME_RANGE[1]:
            raise _wrong_count(count)
        if count != self.count:
            self.end_drag()
            self.point(None)
            before = self._comparison
            self._set(Comparison(resized(before.p, count), resized(before.q, count), before.unit))

    def apply_preset(self, preset: DistributionPreset) -> None:
        """Set both for the present number of outcomes."""
        p, q = (shape(self.count) for shape in DISTRIBUTION_PRESETS[preset])
        self._set(Comparison(p, q, self.unit))

    def swap(self) -> None:
        """Let p and q change places."""
        self._set(Comparison(self._comparison.q, self._comparison.p, self.unit))

    def set_unit(self, unit: Unit) -> None:
        """Measure in another unit."""
        if unit != self.unit:
            self._set(Comparison(self._comparison.p, self._comparison.q, unit))

    def point(self, index: int | None) -> None:
        """Note the outcome under the mouse."""
        if index != self._hovered:
            self._hovered = index
            self._tell(self.pointing_changed)

    def state(self) -> dict[str, object]:
        """Both distributions and the unit."""
        return {"p": self._comparison.p.tolist(), "q": self._comparison.q.tolist(), "unit": self.unit}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader = StateReader(state, "distributions")
        unit = reader.choice("unit", UNITS)
        pair = self._pair_of(reader)
        reader.finish()

        def put_in_force() -> None:
            with self.editing():
                self._show(pair)
                self.set_unit(unit or self.unit)

        return put_in_force

    def _pair_of(self, reader: StateReader) -> tuple[Column, Column]:
        preset = reader.choice("preset", DISTRIBUTION_PRESETS)
        count = reader.whole("count", *OUTCOME_RANGE)
        p, q = self._comparison.p, self._comparison.q
        if preset:
            p, q = (shape(count or self.count) for shape in DISTRIBUTION_PRESETS[preset])
        elif count:
            p, q = resized(p, count), resized(q, count)
        p, q = _shares(reader, "p", p), _shares(reader, "q", q)
        if len(p) != len(q):
            why = QT_TRANSLATE_NOOP("errors", "It has {length} shares and p has {count}: each outcome has one of both.")
            raise reader.refusal("q", why, length=len(q), count=len(p))
        return p, q

    def _show(self, pair: tuple[Column, Column]) -> None:
        p, q = pair
        if np.array_equal(p, self._comparison.p) and np.array_equal(q, self._comparison.q):
            return
        self.end_drag()
        if len(p) != self.count:
            self.point(None)
        self._set(Comparison(p, q, self.unit))

    def _replace(self, side: Side, distribution: Column) -> None:
        before = self._comparison
        if (distribution == self.distribution(side)).all():
            return
        p, q = (distribution, before.q) if side == "p" else (before.p, distribution)
        self._set(Comparison(p, q, before.unit))

    def _set(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._tell(self.changed)


def _shares(reader: StateReader, key: Side, otherwise: Column) -> Column:
    values = reader.numbers(key, 0.0, 1.0, *OUTCOME_RANGE)
    if values is None:
        return otherwise
    try:
        scaled = distribution_of(values)
    except LossvizError as error:
        raise reader.refusal(key, error.why, **error.values) from error
    given = np.array(values, np.float64)
    return given if abs(scaled - given).max() < _ROUNDING else scaled  # what was saved comes back to the last digit


def _wrong_count(count: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{count} outcomes were not taken."),
        QT_TRANSLATE_NOOP("errors", "The bars have room for {least} to {most}."),
        QT_TRANSLATE_NOOP("errors", "Choose a number within that range."),
        count=count,
        least=OUTCOME_RANGE[0],
        most=OUTCOME_RANGE[1],
    )
