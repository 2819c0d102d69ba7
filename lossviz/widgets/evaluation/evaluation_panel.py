"""What the panels of an evaluation share: the bar that tells what was measured, and the images of what was."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot

from lossviz.core.data.digits import LabelledImages
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.widgets.evaluation.cost_captions import CostCaptions
from lossviz.widgets.evaluation.evaluation_bar import EvaluationBar
from lossviz.widgets.evaluation.grid_picture import Caption, GridPicture
from lossviz.widgets.evaluation.image_grid import ImageGrid
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel

_ALL_LINES = slice(None)


class EvaluationPanel(Panel):
    """A subclass names a bar and a grid and hands both over to `hold`; a click on an image sends it off."""

    image_chosen = Signal(object, int)  # (28, 28) uint8, its label
    evaluate_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, clock: FrameClock) -> None:
        super().__init__(clock)
        self._captions = CostCaptions(self)
        self._labelled: LabelledImages | None = None

    def hold(self, bar: EvaluationBar, grid: ImageGrid) -> None:
        """Pass on what is pressed in them."""
        self._bar, self._grid = bar, grid
        bar.evaluate_pressed.connect(self.evaluate_pressed)
        bar.cancel_pressed.connect(self.cancel_pressed)
        grid.image_chosen.connect(self._on_image_chosen)

    def show_images(
        self, facts: EvaluationFacts, places: NDArray[np.int64], nothing: str, lines: slice = _ALL_LINES
    ) -> None:
        """Those at `places`, in order. nothing: what is said where there are none. lines: those of each caption."""
        self._labelled = facts.labelled
        picture = GridPicture(
            images_u8=facts.labelled.images_u8,
            places=places,
            caption_of=partial(self._caption, facts, lines),
            spoken_of=partial(self._captions.spoken, facts),
            samples=self._captions.samples(facts)[lines],
        )
        self._grid.show_picture(picture, nothing)

    def _caption(self, facts: EvaluationFacts, lines: slice, place: int) -> Caption:
        return self._captions.lines(facts, place)[lines]

    @Slot(int)
    def _on_image_chosen(self, place: int) -> None:
        if self._labelled is not None:
            self.image_chosen.emit(self._labelled.images_u8[place], int(self._labelled.labels[place]))
