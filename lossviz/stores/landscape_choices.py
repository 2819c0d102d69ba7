"""What a person has set of the landscape, as a state of plain values."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import get_args

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.landscape.grid_order import GRID_SIZES
from lossviz.core.landscape.settings import (
    HIGHEST_SEED,
    LARGEST_SPAN,
    LEAST_IMAGES,
    LEAST_SPAN,
    MOST_IMAGES,
    DirectionKind,
    LandscapeSettings,
)
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.landscape_store import LandscapeStore

DIRECTIONS: tuple[DirectionKind, ...] = get_args(DirectionKind)


class LandscapeChoices:
    """The state of a landscape store.

    directions: "random" or "path"; seed, of random ones; span; images; grid: 9, 17, 25 or 33; in_3d: whether it is
    shown in space; by_rank: whether each colour covers the same area.
    """

    def __init__(self, landscapes: LandscapeStore) -> None:
        self._landscapes = landscapes

    def state(self) -> dict[str, object]:
        """The settings of the next landscape, and how it is shown."""
        shown = self._landscapes
        return {**asdict(shown.settings), "in_3d": shown.is_3d, "by_rank": shown.is_quantile}

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, store = StateReader(state, "landscape"), self._landscapes
        settings = _settings_of(reader, store.settings)
        in_3d, by_rank = reader.flag("in_3d"), reader.flag("by_rank")
        reader.finish()

        def put_in_force() -> None:
            with store.editing():
                store.set_settings(settings)
                store.set_3d(store.is_3d if in_3d is None else in_3d)
                store.set_quantile(store.is_quantile if by_rank is None else by_rank)

        return put_in_force


def _settings_of(reader: StateReader, present: LandscapeSettings) -> LandscapeSettings:
    read = {
        "directions": reader.choice("directions", DIRECTIONS),
        "seed": reader.whole("seed", 0, HIGHEST_SEED),
        "span": reader.number("span", LEAST_SPAN, LARGEST_SPAN),
        "images": reader.whole("images", LEAST_IMAGES, MOST_IMAGES),
        "grid": reader.whole("grid", GRID_SIZES[0], GRID_SIZES[-1]),
    }
    grid = read["grid"]
    if grid is not None and grid not in GRID_SIZES:
        why = QT_TRANSLATE_NOOP("errors", "Expected is one of {allowed}; it is {found}.")
        raise reader.refusal("grid", why, allowed=", ".join(map(str, GRID_SIZES)))
    return LandscapeSettings(**{**asdict(present), **{key: value for key, value in read.items() if value is not None}})
