"""Entropy, cross-entropy and divergence of two distributions that are dragged."""

import math

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lossviz.core.entropy import NATS_IN, Comparison
from lossviz.core.fit.cases import Column
from lossviz.core.likelihood.distribution_presets import DistributionPreset
from lossviz.stores.distributions_store import OUTCOME_RANGE, SIDES, DistributionsStore, Side
from lossviz.widgets.controls import caption_for, fill_combo, named, plain_label, row_of, show_choice, show_value
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.likelihood.distribution_bars import DistributionBars, DistributionPicture
from lossviz.widgets.likelihood.entropy_formulas import EntropyFormulas
from lossviz.widgets.likelihood.entropy_stack import EntropyPicture, EntropyStack
from lossviz.widgets.likelihood.share_table import ShareTable
from lossviz.widgets.likelihood.state_note import StateNote
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.number_boxes import CountBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

OUTCOMES = "ABCDEF"
SIDE_COLOURS: dict[Side, str] = {"p": "target", "q": "accent"}

_NUMBERS = ("entropy_p", "entropy_q", "cross_entropy", "divergence", "reverse_divergence")
_FORMULA_ROOM_PX = (900, 560)  # from here on the sums are written out below the table
_SCALE_STEP = 0.5  # the stack's scale grows in steps of so much, so that it holds still during a drag


class LossesEntropyPanel(Panel):
    """p is what happens, q what is expected; H(p) + KL(p||q) = H(p, q)."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, distributions: DistributionsStore) -> None:
        super().__init__(clock)
        self._store = distributions
        self.bars: dict[Side, DistributionBars] = {side: self._build_bars(theme, side) for side in SIDES}
        self.stack = named(EntropyStack(theme), "losses.entropy_stack", self.tr("H(p) and KL(p‖q) make H(p, q)"))
        self._table = ShareTable(OUTCOME_RANGE[1])
        self.formulas = EntropyFormulas(theme)
        self._note = named(StateNote(), "losses.entropy_note", self.tr("What the distributions say"))
        self._table.share_typed.connect(self._on_share)
        self._table.refused.connect(self._note.refuse_number)
        self._build()
        for signal in (distributions.changed, distributions.pointing_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show both distributions, their terms and their sums."""
        store, comparison = self._store, self._store.comparison
        for side in SIDES:
            self._show_bars(side)
        terms = [_texts(comparison.cross_terms), _texts(comparison.divergence_terms)]
        self._table.show_rows(self._names(), [comparison.p.tolist(), comparison.q.tolist()], terms)
        self._table.point_at(store.hovered)
        for name in _NUMBERS:
            self._numbers[name].setText(_text(getattr(comparison, name)))
        self.stack.show_picture(
            EntropyPicture(comparison.entropy_p, comparison.divergence, comparison.cross_entropy, _scale(comparison))
        )
        self.formulas.show_comparison(comparison, _text)
        self._note.show_state(self._meaning(comparison))
        show_value(self._count, store.count)
        show_choice(self._unit, store.unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The formulas where there is room for them."""
        super().resizeEvent(event)
        width, height = (by_type(self, size_px) for size_px in _FORMULA_ROOM_PX)
        self.formulas.setVisible(self.width() >= width and self.height() >= height)

    def _show_bars(self, side: Side) -> None:
        store, other = self._store, SIDES[1 - SIDES.index(side)]
        titles = {"p": self.tr("p: what happens (dotted: q)"), "q": self.tr("q: what is expected (dotted: p)")}
        self.bars[side].show_picture(
            DistributionPicture(
                titles[side],
                self._names(),
                store.distribution(side),
                SIDE_COLOURS[side],
                store.distribution(other),
                SIDE_COLOURS[other],
                store.hovered,
            )
        )

    def _meaning(self, comparison: Comparison) -> str:
        if comparison.impossible:
            text = self.tr(
                "{outcome} happens although q gives it 0: −ln 0 is infinite, so H(p, q) and KL(p‖q) are infinite."
                " No other outcome can make up for it. Give {outcome} a little of q."
            )
            return text.format(outcome=OUTCOMES[comparison.impossible[0]])
        if not comparison.divergence:
            return self.tr("q is p: expecting what happens costs nothing beyond H(p), and KL is 0 both ways.")
        if comparison.entropy_p == 0.0:
            return self.tr("p is one-hot: H(p) is 0, and the cross-entropy is −ln q of the one outcome that happens.")
        text = self.tr(
            "Expecting q where p happens costs {cross} {unit}: H(p) = {entropy} whatever is expected,"
            " and KL = {extra} on top."
        )
        return text.format(
            unit=self._unit.currentText(),
            cross=_text(comparison.cross_entropy),
            entropy=_text(comparison.entropy_p),
            extra=_text(comparison.divergence),
        )

    def _names(self) -> tuple[str, ...]:
        return tuple(OUTCOMES[: self._store.count])

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(6)
        for side in SIDES:
            middle.addWidget(self.bars[side], 5)
        middle.addWidget(self._build_side(), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._build_choices())
        column.addLayout(middle, 1)
        column.addLayout(self._build_numbers())
        column.addWidget(self.stack)
        column.addWidget(self._note)

    def _build_side(self) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(2, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(self._table)
        rows.addWidget(self.formulas)
        rows.addStretch(1)
        self.formulas.hide()
        return side

    def _build_choices(self) -> QHBoxLayout:
        self._preset = named(QComboBox(), "losses.distribution_preset", self.tr("Pair of distributions"))
        presets: list[tuple[str, DistributionPreset]] = [
            (self.tr("Far apart"), "apart"),
            (self.tr("q equals p"), "equal"),
            (self.tr("p one-hot"), "one_hot"),
            (self.tr("q uniform"), "uniform"),
            (self.tr("q rules one out"), "impossible"),
        ]
        fill_combo(self._preset, [(self.tr("Preset…"), ""), *presets])
        self._preset.activated.connect(self._on_preset)
        swap = named(QPushButton(self.tr("p ⇄ q")), "losses.swap", self.tr("Let p and q change places"))
        swap.clicked.connect(self._store.swap)
        self._count = named(CountBox(*OUTCOME_RANGE), "losses.outcomes", self.tr("How many outcomes there are"))
        self._count.valueChanged.connect(lambda count: self._note.attempt(lambda: self._store.set_count(count)))
        self._unit = named(QComboBox(), "losses.unit", self.tr("Unit of the entropies"))
        fill_combo(self._unit, [(self.tr("nats"), "nats"), (self.tr("bits"), "bits")])
        self._unit.activated.connect(lambda index: self._store.set_unit(self._unit.itemData(index)))
        outcomes = caption_for(self._count, self.tr("Outcomes"))
        unit = caption_for(self._unit, self.tr("Unit"))
        return row_of(self._preset, swap, outcomes, self._count, unit, self._unit, None, spacing=6)

    def _build_numbers(self) -> QGridLayout:
        heads = ("H(p)", "H(q)", "H(p, q)", "KL(p‖q)", "KL(q‖p)")
        tips = (
            self.tr("Entropy of p: how surprising p is to somebody who expects p"),
            self.tr("Entropy of q"),
            self.tr("Cross-entropy: how surprising p is to somebody who expects q"),
            self.tr("Divergence: what expecting q costs on top of the entropy of p"),
            self.tr("The divergence the other way round: another number"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        self._numbers: dict[str, QLabel] = {}
        for column, (name, head, tip) in enumerate(zip(_NUMBERS, heads, tips, strict=True)):
            title = plain_label(head)
            title.setProperty("rank", "small")
            title.setToolTip(tip)
            self._numbers[name] = named(QLabel(), f"losses.{name}", f"{head}: {tip}", tip)
            grid.addWidget(title, 0, column)
            grid.addWidget(self._numbers[name], 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _build_bars(self, theme: ThemeSource, side: Side) -> DistributionBars:
        spoken = self.tr("Distribution {side}: choose a bar with Left and Right, change it with Up and Down")
        bars = named(DistributionBars(theme), f"losses.bars_{side}", spoken.format(side=side))
        bars.share_drag_started.connect(lambda _index: self._store.begin_drag(side))
        bars.share_dragged.connect(lambda index, share: self._on_share(side, index, share))
        bars.share_drag_ended.connect(self._store.end_drag)
        bars.outcome_hovered.connect(self._store.point)
        return bars

    def _on_share(self, side: Side, index: int, share: float) -> None:
        if index < self._store.count:  # one that is gone may still be shown, until the next frame
            self._note.attempt(lambda: self._store.set_share(side, index, share))

    def _on_preset(self, index: int) -> None:
        preset = self._preset.itemData(index)
        if preset:
            self._note.attempt(lambda: self._store.apply_preset(preset))
        self._preset.setCurrentIndex(0)


def _text(value: float) -> str:
    return with_minus_signs(f"{value:.4f}")


def _texts(values: Column) -> list[str]:
    return [_text(value) for value in values.tolist()]


def _scale(comparison: Comparison) -> float:
    """Holds the entropy of any p over so many outcomes, and the cross-entropy where it is finite."""
    least = math.log(len(comparison.p)) / NATS_IN[comparison.unit]
    needed = max(least, comparison.cross_entropy) if np.isfinite(comparison.cross_entropy) else 2 * least
    return _SCALE_STEP * math.ceil(needed / _SCALE_STEP + 1e-9)
