"""What a person has set of the race of two sums, as a state of plain values."""

from collections.abc import Callable, Mapping
from typing import get_args

from lossviz.core.by_hand.summation_race import RaceKind, RaceSettings
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.race_store import RaceStore

KINDS: tuple[RaceKind, ...] = get_args(RaceKind)
SECONDS_RANGE = (0.01, 60.0)


class RaceChoices:
    """The state of a race store.

    kind: "tensor" or "list", what Python adds; seconds: how long that may take about, null for all samples.
    """

    def __init__(self, race: RaceStore) -> None:
        self._race = race

    def state(self) -> dict[str, object]:
        """The settings."""
        return {"kind": self._race.settings.kind, "seconds": self._race.settings.seconds}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force.

        Raises: LossvizError that names the key, also while a race is on that was begun with other settings.
        """
        reader, present = StateReader(state, "race"), self._race.settings
        kind = reader.choice("kind", KINDS) or present.kind
        takes_all = reader.is_null("seconds")
        seconds = None if takes_all else reader.number("seconds", *SECONDS_RANGE) or present.seconds
        reader.finish()
        settings = RaceSettings(kind, seconds)
        if self._race.is_running and settings != present:
            why = QT_TRANSLATE_NOOP("errors", "A race is on, and it keeps the settings that it was begun with.")
            raise reader.refusal("kind" if kind != present.kind else "seconds", why)
        return lambda: self._race.set_settings(settings)
