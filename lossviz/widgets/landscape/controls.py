"""The settings of a landscape, and the buttons that compute and cancel it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from lossviz.core.landscape.grid_order import GRID_SIZES
from lossviz.core.landscape.settings import (
    HIGHEST_SEED,
    LARGEST_SPAN,
    LEAST_IMAGES,
    LEAST_SPAN,
    MOST_IMAGES,
    LandscapeSettings,
)
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice, show_value
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.type_size import as_wide_as
from lossviz.widgets.whole_number_box import WholeNumberBox

_SPAN_STEP = 0.25


class LandscapeControls(QWidget):
    """Two rows that fit into 480 pixels. `settings` is what they say.

    page: what the controls' names begin with.
    """

    settings_chosen = Signal(object)  # LandscapeSettings
    refused = Signal(str)  # why a number was not taken, in words
    compute_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, page: str, settings: LandscapeSettings) -> None:
        super().__init__()
        self._page = page
        self.settings = settings
        self._build_choices()
        self._build_numbers()
        self._build_buttons()
        self._lay_out()
        self.show_settings(settings, is_running=False)

    def show_settings(self, settings: LandscapeSettings, *, is_running: bool) -> None:
        """Show these; nobody hears of it."""
        self.settings = settings
        show_choice(self._directions, settings.directions)
        show_choice(self._grid, settings.grid)
        for box, value in ((self._seed, settings.seed), (self._span, settings.span), (self._images, settings.images)):
            show_value(box, value)
        self._seed.setEnabled(settings.directions == "random")
        self._compute.setEnabled(not is_running)
        self._cancel.setEnabled(is_running)

    def _build_choices(self) -> None:
        self._directions = named(QComboBox(), f"{self._page}.landscape_directions", self.tr("Kind of directions"))
        kinds = [(self.tr("Random directions"), "random"), (self.tr("Along the path"), "path")]
        fill_combo(self._directions, kinds)
        self._directions.setToolTip(
            self.tr(
                "Random: two directions with every filter as long as the network's own. "
                "Along the path: the two in which training has moved the weights most"
            )
        )
        self._directions.activated.connect(
            lambda index: self._choose(replace(self.settings, directions=self._directions.itemData(index)))
        )
        self._grid = named(QComboBox(), f"{self._page}.landscape_grid", self.tr("Points of the grid"))
        fill_combo(self._grid, [(f"{size} × {size}", size) for size in GRID_SIZES])
        self._grid.activated.connect(
            lambda index: self._choose(replace(self.settings, grid=self._grid.itemData(index)))
        )

    def _build_numbers(self) -> None:
        tip = self.tr("Another seed gives other random directions")
        self._seed = named(WholeNumberBox(0, HIGHEST_SEED), f"{self._page}.landscape_seed", self.tr("Seed"), tip)
        self._seed.valueChanged.connect(lambda _value: self._choose(replace(self.settings, seed=self._seed.whole)))
        self._seed.refused.connect(lambda text: self._refuse(text, 0, HIGHEST_SEED))
        tip = self.tr("How far the grid reaches to each side of the present weights")
        self._span = named(NumberBox(LEAST_SPAN, LARGEST_SPAN), f"{self._page}.landscape_span", self.tr("Span"), tip)
        self._span.setSingleStep(_SPAN_STEP)
        self._span.valueChanged.connect(lambda value: self._choose(replace(self.settings, span=value)))
        self._span.refused.connect(lambda text: self._refuse(text, LEAST_SPAN, LARGEST_SPAN))
        tip = self.tr("Of the training images; more take longer and are more exact")
        self._images = named(
            WholeNumberBox(LEAST_IMAGES, MOST_IMAGES), f"{self._page}.landscape_images", self.tr("Images"), tip
        )
        self._images.setSingleStep(LEAST_IMAGES)
        self._images.valueChanged.connect(
            lambda _value: self._choose(replace(self.settings, images=self._images.whole))
        )
        self._images.refused.connect(lambda text: self._refuse(text, LEAST_IMAGES, MOST_IMAGES))

    def _build_buttons(self) -> None:
        tip = self.tr("Compute the losses around the network as it is now")
        self._compute = named(QPushButton(self.tr("Compute")), f"{self._page}.landscape_compute", tip, tip)
        self._compute.setProperty("rank", "primary")
        self._compute.clicked.connect(lambda _checked: self.compute_pressed.emit())
        tip = self.tr("Stop computing; what is known stays")
        self._cancel = named(QPushButton(self.tr("Cancel")), f"{self._page}.landscape_cancel", tip, tip)
        self._cancel.clicked.connect(lambda _checked: self.cancel_pressed.emit())

    def _lay_out(self) -> None:
        for box in (self._seed, self._span, self._images):
            as_wide_as(box, "000000", 24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(
            row_of(
                *(self._directions, caption_for(self._seed, self.tr("Seed")), self._seed),
                *(caption_for(self._span, self.tr("Span ±")), self._span, None),
                spacing=6,
            )
        )
        column.addLayout(
            row_of(
                *(caption_for(self._images, self.tr("Images")), self._images),
                *(caption_for(self._grid, self.tr("Grid")), self._grid, None),
                *(self._compute, self._cancel),
                spacing=6,
            )
        )

    def _choose(self, settings: LandscapeSettings) -> None:
        self.settings = settings
        self.settings_chosen.emit(settings)

    def _refuse(self, text: str, low: float, high: float) -> None:
        sentence = self.tr("“{text}” was not taken: it has to be a number from {low} to {high}. The last one stays.")
        self.refused.emit(sentence.format(text=text, low=f"{low:g}", high=f"{high:,}"))
