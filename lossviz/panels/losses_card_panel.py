"""The card of one loss: its formula with live numbers, when to use it, what its slope is good for, its names."""

from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.losses.axes import AXES
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LIBRARIES
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of, show_choice
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.losses.card_page import CardPage, CardText, LibraryRow
from lossviz.widgets.losses.loss_pictures import translated
from lossviz.widgets.losses.number_words import number_words
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource

_SLOT = r"\slot{{{name}}}{{-00.0000}}"


class LossesCardPanel(Panel):
    """Follows the selection of the list, the axis, and the marker of the plots."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, catalogue: CatalogueStore) -> None:
        super().__init__(clock)
        self._catalogue = catalogue
        self._formula = named(FormulaView(theme), "losses.card_formula", self.tr("The formula"))
        self._value = named(FormulaView(theme), "losses.card_value", self.tr("The loss at the marker"))
        self._slope = named(FormulaView(theme), "losses.card_slope", self.tr("Its slope at the marker"))
        self._page = named(CardPage(theme), "losses.card_page", self.tr("What there is to know of this loss"))
        self._build()
        for signal in (
            *(catalogue.selection_changed, catalogue.axis_changed),
            *(catalogue.marker_changed, catalogue.options_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the card of the selected loss."""
        entry = self._catalogue.entry
        show_choice(self._loss, entry.key)
        self._formula.show_formula(entry.words.formula)
        self._show_numbers()
        texts = (
            CardText(self.tr("When to use it"), translated(entry.words.use)),
            CardText(self.tr("What its slope is good for"), translated(entry.words.slope)),
        )
        rows = [
            LibraryRow(LIBRARIES[library], name.call, translated(name.note) if name.note else "")
            for library, name in entry.libraries.items()
        ]
        self._page.show_card(texts, self.tr("What the libraries call it"), rows, self.tr("none"))

    def _show_numbers(self) -> None:
        """The loss and its slope on the axis of the plots, or over the margin if it has no curve there."""
        catalogue = self._catalogue
        axis = catalogue.card_axis
        curve, symbol, place = catalogue.entry.curves[axis], AXES[axis].symbol, catalogue.marker(axis)
        value, slope = _SLOT.format(name="value"), _SLOT.format(name="slope")
        self._value.show_formula(rf"\ell({symbol}) = {curve.value_tex} = {value}")
        self._slope.show_formula(rf"\frac{{d\ell}}{{d{symbol}}} = {curve.gradient_tex} = {slope}")
        self._value.show_numbers({"value": number_words(curve.value_at(place, catalogue.options))})
        self._slope.show_numbers({"slope": number_words(curve.gradient_at(place, catalogue.options))})
        text = self.tr("At the marker, {axis} = {place:.4g}:").format(axis=translated(AXES[axis].name), place=place)
        self._where.setText(with_minus_signs(text))

    def _build(self) -> None:
        self._loss = named(QComboBox(), "losses.card_loss", self.tr("The loss of this card"))
        fill_combo(self._loss, [(translated(entry.words.name), key) for key, entry in LOSSES.items()])
        self._loss.activated.connect(lambda index: self._catalogue.select(self._loss.itemData(index)))
        self._where = named(QLabel(), "losses.card_marker", self.tr("Where the marker stands"))
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(6)
        for widget in (self._formula, self._where, self._value, self._slope):
            inner.addWidget(widget)
        inner.addSpacing(4)
        inner.addWidget(self._page)
        inner.addStretch(1)
        area = named(QScrollArea(), "losses.card_area", self.tr("The card"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(caption_for(self._loss, self.tr("Loss function")), self._loss, None))
        column.addWidget(area, 1)
