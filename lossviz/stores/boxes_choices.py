"""What a person has set of the boxes and drawn from them, as a state of plain values."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.likelihood.boxes import MOST_OF_A_COLOUR
from lossviz.core.likelihood.draws import MOST_DRAWS, SEED_RANGE
from lossviz.core.sessions.state_reader import StateReader
from lossviz.stores.boxes_store import BallSource, BoxesStore, DrawSource
from lossviz.stores.changes import Changes

BALL_SOURCES: tuple[BallSource, ...] = get_args(BallSource)
DRAW_SOURCES: tuple[DrawSource, ...] = get_args(DrawSource)
BLUE, WHITE = "b", "w"


class BoxesChoices:
    """The state of a boxes store.

    first, second: [white, blue] balls in either box; prior: how probable the first one is beforehand; seed; source:
    "first", "second" or "hidden", the box that is drawn from; balls: those on the table as a text like "bbw"; hidden:
    "first" or "second", the box that the seed has picked for them, or null; told: whether it was asked for.
    share: of blue, that the draws are explained by; draws: "balls" or "labels", what counts as draws.
    """

    def __init__(self, boxes: BoxesStore) -> None:
        self._boxes = boxes

    def state(self) -> dict[str, object]:
        """The boxes, the balls on the table and how they are looked at."""
        shown, boxes = self._boxes, self._boxes.boxes
        is_picked = shown.source == "hidden" and len(shown.is_blue) > 0
        return {
            "first": [boxes.first.whites, boxes.first.blues],
            "second": [boxes.second.whites, boxes.second.blues],
            "prior": boxes.prior_first,
            "seed": shown.seed,
            "source": shown.source,
            "balls": "".join(BLUE if is_blue else WHITE for is_blue in shown.is_blue),
            "hidden": _KNOWN[shown.source_index] if is_picked else None,
            "told": shown.is_told,
            "share": shown.share,
            "draws": shown.draw_source,
        }

    def prepare(self, state: Mapping[str, object]) -> Callable[[], None]:
        """Check a state; what is returned puts it in force. Raises: LossvizError that names the key."""
        reader, changes, store = StateReader(state, "boxes"), Changes(self._boxes), self._boxes
        source, draws = reader.choice("source", BALL_SOURCES), reader.choice("draws", DRAW_SOURCES)
        for index, key in enumerate(_KNOWN):
            changes.then(partial(self._fill, index), _box_of(reader, key))
        changes.then(store.set_prior, reader.number("prior", 0.0, 1.0))
        changes.then(store.set_seed, reader.whole("seed", *SEED_RANGE))
        if source:
            changes.then_do(partial(store.set_source, source))
        self._read_table(reader, changes)
        changes.then(store.set_share, reader.number("share", 0.0, 1.0))
        if draws:
            changes.then_do(partial(store.set_draw_source, draws))
        reader.finish()
        return changes

    def _read_table(self, reader: StateReader, changes: Changes) -> None:
        balls, is_told = reader.text("balls", MOST_DRAWS), reader.flag("told")
        hidden = None if reader.is_null("hidden") else reader.choice("hidden", _KNOWN)
        if balls is not None and not set(balls) <= {BLUE, WHITE}:
            why = QT_TRANSLATE_NOOP("errors", "Expected is a text of b for blue and w for white balls; it is {found}.")
            raise reader.refusal("balls", why)
        if balls is None and hidden is None and is_told is None:
            return

        def lay() -> None:
            store = self._boxes
            is_blue = store.is_blue.tolist() if balls is None else [ball == BLUE for ball in balls]
            picked = store.source_index if hidden is None else _KNOWN.index(hidden)
            store.lay(is_blue, picked, store.is_told if is_told is None else is_told)

        changes.then_do(lay)

    def _fill(self, index: int, counts: tuple[int, ...]) -> None:
        self._boxes.set_box(index, *counts)


_KNOWN: tuple[BallSource, ...] = ("first", "second")


def _box_of(reader: StateReader, key: str) -> tuple[int, ...] | None:
    counts = reader.wholes(key, 0, MOST_OF_A_COLOUR, 2, 2)
    if counts and not any(counts):
        raise reader.refusal(key, QT_TRANSLATE_NOOP("errors", "Expected is a box with one ball at least."))
    return counts
