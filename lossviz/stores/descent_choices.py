"""What a person has set of the descent, and how far it has come, as a state of plain values."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.case_tables import MOST_ROWS
from lossviz.core.fit.descent import MOST_STEPS
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.recipes import MOST_SEED
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.changes import Changes
from lossviz.stores.descent_store import PHASES, SPEEDS, DescentStore
from lossviz.stores.fit_store import LARGEST_PARAMETER

RATE_RANGE = (1e-12, 1e12)


class DescentChoices:
    """The state of a descent store; its loss belongs to the fit's state, which has to be put in force before.

    optimizer: gd, momentum, rmsprop or adam; learning_rate, of the next step; batch_size, null for all cases; seed, of
    the batches; racing: the optimisers that run beside it.
    start: w and b where all set out, else where the marker stands; steps: how far they have come from there; rates: for
    steps of several learning rates pairs of the rate and how many steps had it.
    speed: 0.1 to 10; phase: the one of the next step that is lit in slow motion, 0 to 3, or null.
    """

    def __init__(self, descents: DescentStore) -> None:
        self._descents = descents

    def state(self) -> dict[str, object]:
        """The settings, the start and the steps from there; not whether it is playing."""
        shown = self._descents
        rates = max((racer.descent.rates for racer in shown.racers), key=len)
        return {
            "optimizer": shown.settings.optimizer,
            "learning_rate": shown.settings.learning_rate,
            "batch_size": shown.settings.batch_size,
            "seed": shown.settings.seed,
            "racing": [name for name in OPTIMIZER_NAMES if name in shown.racing],
            "start": list(shown.start),
            "steps": len(rates),
            "rates": [[rate, len(list(equal))] for rate, equal in groupby(rates)],
            "speed": shown.speed,
            "phase": shown.phase,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, descents = StateReader(state, "descent"), Changes(self._descents), self._descents
        learning_rate = reader.number("learning_rate", *RATE_RANGE)
        self._read_settings(reader, changes)
        self._read_path(reader, changes, learning_rate)
        changes.then(lambda rate: descents.change(learning_rate=rate), learning_rate)
        changes.then(descents.set_speed, _speed_of(reader))
        if reader.is_null("phase"):
            changes.then_do(lambda: descents.set_phase(None))
        else:
            changes.then(descents.set_phase, reader.whole("phase", 0, PHASES - 1))
        reader.finish()
        return changes

    def _read_settings(self, reader: StateReader, changes: Changes) -> None:
        descents = self._descents
        optimizer = reader.choice("optimizer", OPTIMIZER_NAMES)
        changes.then(lambda name: descents.change(optimizer=name), optimizer)
        if reader.is_null("batch_size"):
            changes.then_do(lambda: descents.change(batch_size=None))
        else:
            changes.then(lambda size: descents.change(batch_size=size), reader.whole("batch_size", 1, MOST_ROWS))
        changes.then(lambda seed: descents.change(seed=seed), reader.whole("seed", 0, MOST_SEED))
        racing = reader.choices("racing", OPTIMIZER_NAMES, len(OPTIMIZER_NAMES))
        changes.then(descents.set_racing, racing)

    def _read_path(self, reader: StateReader, changes: Changes, learning_rate: float | None) -> None:
        start = reader.numbers("start", -LARGEST_PARAMETER, LARGEST_PARAMETER, 2, 2)
        steps = reader.whole("steps", 0, MOST_STEPS)
        runs = _runs_of(reader, steps)
        if start is None and steps is None and runs is None:
            return
        descents = self._descents

        def set_out() -> None:
            usual = [learning_rate or descents.settings.learning_rate] * (steps or 0)
            descents.set_out(Parameters(*start) if start else descents.start, usual if runs is None else runs)

        changes.then_do(set_out)


def _runs_of(reader: StateReader, steps: int | None) -> Sequence[float] | None:
    """The learning rate of each step; None if there are no rates."""
    pairs = reader.rows("rates", 2, 0.0, RATE_RANGE[1], 0, MOST_STEPS)
    if pairs is None:
        return None
    total = sum(count for _, count in pairs)
    if total > MOST_STEPS or steps not in (None, total) or not all(map(_is_run, pairs)):
        why = QT_TRANSLATE_NOOP(
            "errors", "Expected are pairs of a learning rate and a number of steps, as many as in steps; it is {found}."
        )
        raise reader.refusal("rates", why)
    return [rate for rate, count in pairs for _ in range(int(count))]


def _is_run(pair: Sequence[float]) -> bool:
    rate, count = pair
    return rate >= RATE_RANGE[0] and count >= 1 and count.is_integer()


def _speed_of(reader: StateReader) -> float | None:
    speed = reader.number("speed", min(SPEEDS), max(SPEEDS))
    if speed is not None and speed not in SPEEDS:
        why = QT_TRANSLATE_NOOP("errors", "Expected is one of {allowed}; it is {found}.")
        raise reader.refusal("speed", why, allowed=", ".join(f"{each:g}" for each in SPEEDS))
    return speed
