"""The experiment with the two boxes: what is in them, which balls came out, and how they are looked at."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import Signal

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.likelihood.boxes import Box, Boxes
from lossviz.core.likelihood.draws import MOST_DRAWS, SEED_RANGE, IsBlue, drawn_balls, hidden_box
from lossviz.stores.store import Store

BallSource = Literal["hidden", "first", "second"]
DrawSource = Literal["balls", "labels"]

_BOX_INDEX: dict[BallSource, int] = {"first": 0, "second": 1}


class BoxesStore(Store):
    """Owns the boxes with their prior, the balls on the table, and the share of blue that they are explained by.

    All balls on the table come from one box: another source or another seed puts them back. Other contents of the
    boxes leave them where they are: they are judged anew.
    """

    boxes_changed = Signal()  # contents or prior
    balls_changed = Signal()  # the drawn balls, the seed, where they come from, whether that is revealed
    likelihood_changed = Signal()  # the share, or what counts as draws

    def __init__(self, seed: int = 1) -> None:
        super().__init__()
        self._boxes = Boxes()
        self._seed = seed
        self._source: BallSource = "hidden"
        self._hidden: int | None = None  # settled when the first ball is drawn
        self._is_revealed = False
        self._is_blue: IsBlue = np.zeros(0, np.bool_)
        self._share = 0.5
        self._draw_source: DrawSource = "balls"

    @property
    def boxes(self) -> Boxes:
        """Their contents and the prior."""
        return self._boxes

    @property
    def seed(self) -> int:
        """What the choice of the box and all draws follow from."""
        return self._seed

    @property
    def source(self) -> BallSource:
        """Which box is drawn from: a known one, or the one that the seed picks."""
        return self._source

    @property
    def source_index(self) -> int:
        """The box that is drawn from, 0 or 1."""
        if self._source != "hidden":
            return _BOX_INDEX[self._source]
        return hidden_box(self._seed, self._boxes.prior_first) if self._hidden is None else self._hidden

    @property
    def is_told(self) -> bool:
        """Whether somebody has asked which box it is."""
        return self._is_revealed

    @property
    def is_revealed(self) -> bool:
        """Whether people may know which box the balls come from."""
        return self._is_revealed or self._source != "hidden"

    @property
    def is_blue(self) -> IsBlue:
        """The balls on the table in the order in which they came, (n,)."""
        return self._is_blue

    @property
    def blues(self) -> int:
        """How many of them are blue."""
        return int(np.count_nonzero(self._is_blue))

    @property
    def whites(self) -> int:
        """How many of them are white."""
        return len(self._is_blue) - self.blues

    @property
    def share(self) -> float:
        """The share of blue that the balls are explained by, 0-1."""
        return self._share

    @property
    def draw_source(self) -> DrawSource:
        """What counts as draws: the balls, or the labels of the fit."""
        return self._draw_source

    def set_box(self, index: int, whites: int, blues: int) -> None:
        """Fill box 0 or 1. Raises: LossvizError for an empty box or counts out of range; the box stays."""
        self._set_boxes(self._boxes.with_box(index, Box(whites, blues)))

    def set_prior(self, prior_first: float) -> None:
        """Believe so much in the first box before a ball is drawn. Raises: LossvizError outside 0-1."""
        self._set_boxes(Boxes(self._boxes.first, self._boxes.second, prior_first))

    def set_seed(self, seed: int) -> None:
        """Put all balls back and begin with another seed. Raises: LossvizError outside SEED_RANGE."""
        if not SEED_RANGE[0] <= seed <= SEED_RANGE[1]:
            raise _seed_out_of_range(seed)
        if seed != self._seed:
            self._seed = seed
            self._begin()

    def next_seed(self) -> None:
        """Put all balls back and let the next seed pick a box."""
        self.set_seed(SEED_RANGE[0] if self._seed == SEED_RANGE[1] else self._seed + 1)

    def set_source(self, source: BallSource) -> None:
        """Put all balls back and draw from another box."""
        if source != self._source:
            self._source = source
            self._begin()

    def reveal(self) -> None:
        """Tell which box the balls come from."""
        if not self.is_revealed:
            self._is_revealed = True
            self._tell(self.balls_changed)

    def draw(self, count: int) -> None:
        """Draw with replacement, as many as the table still holds. Raises: LossvizError if it is full."""
        already = len(self._is_blue)
        count = min(count, MOST_DRAWS - already)
        if count <= 0:
            raise _table_full()
        box = self._boxes.both[self.source_index]
        self._put(drawn_balls(box, self._seed, already, count))

    def put_ball(self, is_blue: bool) -> None:
        """Let a ball of this colour come next. Raises: LossvizError if the table is full."""
        if len(self._is_blue) >= MOST_DRAWS:
            raise _table_full()
        self._put(np.array([is_blue]))

    def take_back(self) -> None:
        """Put the last ball back."""
        if len(self._is_blue) > 1:
            self._is_blue = self._is_blue[:-1]
            self._tell(self.balls_changed)
        else:
            self.clear()

    def clear(self) -> None:
        """Put all balls back: the same seed will draw the same ones again."""
        if len(self._is_blue):
            self._begin(is_revealed=self._is_revealed)

    def lay(self, is_blue: Sequence[bool], hidden: int | None, is_revealed: bool) -> None:
        """Have these balls on the table, in this order. hidden: the box that they came from if the seed picked it.

        Raises: LossvizError if they are more than the table holds.
        """
        if len(is_blue) > MOST_DRAWS:
            raise _table_full()
        self._is_blue = np.array(is_blue, np.bool_)
        self._hidden = hidden if self._source == "hidden" and len(is_blue) else None
        self._is_revealed = is_revealed
        self._tell(self.balls_changed)

    def set_share(self, share: float) -> None:
        """Explain the balls by this share of blue. Raises: LossvizError outside 0-1."""
        if not 0.0 <= share <= 1.0:
            raise _no_share(share)
        if share != self._share:
            self._share = share
            self._tell(self.likelihood_changed)

    def set_draw_source(self, source: DrawSource) -> None:
        """Take the balls or the labels of the fit as draws."""
        if source != self._draw_source:
            self._draw_source = source
            self._tell(self.likelihood_changed)

    def _put(self, is_blue: IsBlue) -> None:
        self._hidden = self.source_index if self._source == "hidden" else None
        self._is_blue = np.append(self._is_blue, is_blue)
        self._tell(self.balls_changed)

    def _begin(self, is_revealed: bool = False) -> None:
        self._is_blue = np.zeros(0, np.bool_)
        self._hidden, self._is_revealed = None, is_revealed
        self._tell(self.balls_changed)

    def _set_boxes(self, boxes: Boxes) -> None:
        if boxes != self._boxes:
            self._boxes = boxes
            self._tell(self.boxes_changed)


def _seed_out_of_range(seed: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The seed {seed} was not taken."),
        QT_TRANSLATE_NOOP("errors", "A seed here is a whole number from {low} to {high}."),
        QT_TRANSLATE_NOOP("errors", "Type a number within that range."),
        seed=seed,
        low=SEED_RANGE[0],
        high=SEED_RANGE[1],
    )


def _table_full() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "No ball was drawn."),
        QT_TRANSLATE_NOOP("errors", "{most} balls lie on the table, and it holds no more."),
        QT_TRANSLATE_NOOP("errors", "Put them back to begin anew."),
        most=MOST_DRAWS,
    )


def _no_share(share: float) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{share:g} was not taken as the share of blue."),
        QT_TRANSLATE_NOOP("errors", "A share is a probability: a number from 0 to 1."),
        QT_TRANSLATE_NOOP("errors", "Type a number such as 0.5."),
        share=share,
    )
