"""The catalogue: several losses and their slopes over one axis, with a marker that both plots share."""

import math
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from lossviz.core.losses.axes import AXES, DELTA_RANGE, POS_WEIGHT_RANGE, LossAxis
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossEntry, LossKey
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_checked, show_choice
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.losses.loss_list import LossList, LossRow
from lossviz.widgets.losses.loss_pictures import Side, dots_at, height_at, loss_curves, loss_range, translated
from lossviz.widgets.losses.ratio_field import RatioField
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import AxisRange, Curve, Handle, LinePlot, PlotPicture, Rule
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_WIDE_PX = 720  # from here on the list has room for the slopes
_LIST_SHARE, _LEAST_LIST_PX, _MOST_LIST_PX = 0.44, 262, 370
_HINT_PX = 500  # the height from which on the list has room to spare
_NARROW_PX = 440


class LossesCataloguePanel(Panel):
    """The list is the key of the plots: what is ticked is drawn, what is selected has its card open."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, catalogue: CatalogueStore) -> None:
        super().__init__(clock)
        self._catalogue = catalogue
        self._curves: dict[Side, tuple[Curve, ...]] = {"value": (), "slope": ()}
        self._are_curves_current = False
        self.value_plot = named(LinePlot(theme), "losses.value_plot", self.tr("The losses"))
        self.slope_plot = named(LinePlot(theme), "losses.slope_plot", self.tr("Their slopes"))
        self.losses = named(LossList(theme), "losses.list", self.tr("Losses to compare"))
        self._build_controls()
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Of the narrow arrangement, also while the list is wide."""
        return QSize(round(by_type(self, _NARROW_PX)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share."""
        super().resizeEvent(event)
        width = event.size().width()
        least, most = by_type(self, _LEAST_LIST_PX), by_type(self, _MOST_LIST_PX)
        self._side.setFixedWidth(int(min(max(_LIST_SHARE * width, least), most)))
        self.losses.show_slopes(width >= by_type(self, _WIDE_PX))
        self._hint.setVisible(event.size().height() >= by_type(self, _HINT_PX))

    def redraw(self) -> None:
        """Show the losses over the present axis and what they are worth at the marker."""
        catalogue = self._catalogue
        axis = AXES[catalogue.axis]
        self._show_controls(axis)
        if not self._are_curves_current:
            for side in self._curves:
                self._curves[side] = loss_curves(catalogue.drawn, axis.key, catalogue.options, side)
            self._are_curves_current = True
        self._show_plot(self.value_plot, "value", axis)
        if catalogue.are_gradients_shown:
            self._show_plot(self.slope_plot, "slope", axis)
        self.losses.show_rows([self._row(entry) for entry in LOSSES.values()], catalogue.selected)

    def _show_controls(self, axis: LossAxis) -> None:
        catalogue = self._catalogue
        show_choice(self._axis, axis.key)
        show_checked(self._gradients, catalogue.are_gradients_shown)
        self._pos_weight.show_number(catalogue.options.pos_weight)
        self._delta.show_number(catalogue.options.delta)
        self.slope_plot.setVisible(catalogue.are_gradients_shown)
        x_title = translated(axis.name)
        self.value_plot.set_titles("" if catalogue.are_gradients_shown else x_title, self.tr("loss"))
        self.slope_plot.set_titles(x_title, self.tr("slope"))
        self.losses.show_heads(self.tr("Loss function"), self.tr("loss"), self.tr("slope"))

    def _show_plot(self, plot: LinePlot, side: Side, axis: LossAxis) -> None:
        catalogue, curves = self._catalogue, self._curves[side]
        place = catalogue.marker()
        y_range = loss_range(curves, catalogue.options, side)
        name = with_minus_signs(f"{axis.symbol} = {place:.3g}") if side == "value" else ""
        handle = Handle("marker", place, self._handle_height(side, y_range), "marker")
        plot.show_plot(
            PlotPicture(
                curves,
                dots_at(catalogue.drawn, axis.key, catalogue.options, side, place),
                (Rule(place, name, "marker", is_vertical=True),),
                (handle,),
                AxisRange(axis.low, axis.high),
                y_range,
            )
        )

    def _handle_height(self, side: Side, shown: AxisRange) -> float:
        """On the curve of the selected loss, as far as that is in view; at 0 if it is not drawn."""
        catalogue, entry = self._catalogue, self._catalogue.entry
        if entry not in catalogue.drawn:
            return 0.0
        height = height_at(entry, catalogue.axis, catalogue.options, side, catalogue.marker())
        return 0.0 if math.isnan(height) else min(max(height, shown.low), shown.high)

    def _row(self, entry: LossEntry) -> LossRow:
        catalogue = self._catalogue
        name = translated(entry.words.name)
        is_drawable, is_chosen = catalogue.axis in entry.curves, entry.key in catalogue.chosen
        numbers: dict[Side, float | None] = {"value": None, "slope": None}
        if is_drawable and is_chosen:
            for side in numbers:
                numbers[side] = height_at(entry, catalogue.axis, catalogue.options, side, catalogue.marker())
        tip = name if is_drawable else self.tr("{name}: it is drawn over the margin only").format(name=name)
        looks = (entry.colour, entry.dash)
        return LossRow(entry.key, name, *looks, is_chosen, is_drawable, numbers["value"], numbers["slope"], tip)

    def _build_controls(self) -> None:
        self._axis = named(QComboBox(), "losses.axis", self.tr("What the losses are drawn over"))
        fill_combo(self._axis, [(translated(axis.name), key) for key, axis in AXES.items()])
        for place, axis in enumerate(AXES.values()):
            self._axis.setItemData(place, translated(axis.meaning), Qt.ItemDataRole.ToolTipRole)
        self._gradients = named(QCheckBox(self.tr("Slopes")), "losses.gradients", self.tr("Show the slopes"))
        self._pos_weight = RatioField(
            "losses.pos_weight",
            self.tr("pos_weight w"),
            self.tr("What a positive sample counts for in the weighted sigmoid cross-entropy"),
            POS_WEIGHT_RANGE,
        )
        self._delta = RatioField(
            "losses.delta", self.tr("Huber’s δ"), self.tr("From where on Huber’s loss is straight"), DELTA_RANGE
        )
        self._refusal = named(Refusal(), "losses.catalogue_refusal", self.tr("A number that was not taken"))
        self._hint = WrappedText()
        self._hint.setProperty("rank", "small")
        self._hint.setText(
            self.tr("Tick losses to compare them, click one to read about it. Drag the marker in a plot.")
        )

    def _lay_out(self) -> None:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row_of(caption_for(self._axis, self.tr("Over")), self._axis, None, self._gradients))
        column.addWidget(self.losses, 1)
        column.addWidget(self._hint)
        captions = (self._pos_weight.caption, self._delta.caption)
        widest = max(caption.sizeHint().width() for caption in captions)
        for field, caption in zip((self._pos_weight, self._delta), captions, strict=True):
            caption.setMinimumWidth(widest)
            column.addWidget(field)
        column.addWidget(self._refusal)
        plots = QVBoxLayout()
        plots.setContentsMargins(0, 0, 0, 0)
        plots.setSpacing(2)
        plots.addWidget(self.value_plot, 1)
        plots.addWidget(self.slope_plot, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._side)
        row.addLayout(plots, 1)

    def _connect(self) -> None:
        catalogue = self._catalogue
        self._axis.activated.connect(lambda index: catalogue.set_axis(self._axis.itemData(index)))
        self._gradients.toggled.connect(catalogue.set_gradients_shown)
        self.losses.chosen.connect(lambda key, is_chosen: catalogue.set_chosen(cast(LossKey, key), is_chosen))
        self.losses.selected.connect(lambda key: catalogue.select(cast(LossKey, key)))
        for field, take in ((self._pos_weight, catalogue.set_pos_weight), (self._delta, catalogue.set_delta)):
            field.changed.connect(take)
            field.changed.connect(lambda _number: self._refusal.settle())
            field.refused.connect(lambda typed, limits=field.limits: self._refusal.tell_number(typed, *limits))
        for plot in (self.value_plot, self.slope_plot):
            plot.handle_dragged.connect(lambda _key, x, _y: catalogue.set_marker(x))
        for signal in (catalogue.losses_changed, catalogue.axis_changed, catalogue.options_changed):
            signal.connect(self._on_curves_changed)
        for signal in (catalogue.selection_changed, catalogue.marker_changed, catalogue.view_changed):
            signal.connect(self.mark_dirty)

    def _on_curves_changed(self) -> None:
        self._are_curves_current = False
        self.mark_dirty()
