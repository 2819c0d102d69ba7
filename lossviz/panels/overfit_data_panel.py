"""Where the points of the Overfit page come from: an example, or a recipe with its seed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.per_cents import PER_CENT_SIGN
from lossviz.core.polynomial.data import COUNT_RANGE, NOISE_RANGE, SEED_RANGE, SHARE_RANGE
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.undo_store import UndoStore
from lossviz.widgets.controls import caption_for, fill_combo, named, push_button, row_of, show_choice, show_value
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import CountBox, NumberBox
from lossviz.widgets.panel import Panel

_CHANGED = ""  # the combo box's value once something has been changed

_PRESETS = {
    "underfit": QT_TRANSLATE_NOOP("choices", "H1: underfit"),
    "good_fit": QT_TRANSLATE_NOOP("choices", "H2: good fit"),
    "overfit": QT_TRANSLATE_NOOP("choices", "H3: overfit"),
    "ridge": QT_TRANSLATE_NOOP("choices", "H3 tamed by ridge"),
    "more_points": QT_TRANSLATE_NOOP("choices", "H3 with 200 points"),
}


class OverfitDataPanel(Panel):
    """One row; a line below it says why a number was not taken."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, clock: FrameClock, store: PolynomialStore, history: UndoStore) -> None:
        super().__init__(clock)
        self._store = store
        self._history = history
        self._build()
        history.changed.connect(self.mark_dirty)
        store.data_changed.connect(self._on_data_changed)
        store.model_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show what the points were drawn from."""
        store, recipe = self._store, self._store.recipe
        index = self._preset.findData(_CHANGED)
        if store.preset is None and index < 0:
            self._preset.addItem(self.tr("Your own"), _CHANGED)
        elif store.preset is not None and index >= 0:
            self._preset.removeItem(index)
        show_choice(self._preset, store.preset or _CHANGED)
        show_value(self._count, recipe.count)
        show_value(self._noise, recipe.noise)
        show_value(self._share, round(100 * recipe.train_share))
        show_value(self._seed, recipe.seed)
        self._undo.setEnabled(self._history.can_undo)
        self._redo.setEnabled(self._history.can_redo)

    def _build(self) -> None:
        self._build_recipe()
        store = self._store
        tip = self.tr("Other points of the same kind, with the next seed")
        resample = push_button("overfit.resample", self.tr("Resample"), tip, store.resample)
        tip = self.tr("Draw the points of this seed again, as they were before they were changed by hand")
        restore = push_button("overfit.restore", self.tr("Restore"), tip, store.draw)
        tip = self.tr("Take back the last change, on whichever page")
        self._undo = push_button("overfit.undo", "↶", tip, self.undo_wanted.emit)
        self._redo = push_button("overfit.redo", "↷", self.tr("Make it again"), self.redo_wanted.emit)
        row = row_of(
            *(caption_for(self._preset, self.tr("Example")), self._preset),
            *(caption_for(self._count, self.tr("Points")), self._count),
            *(caption_for(self._share, self.tr("Training")), self._share),
            *(caption_for(self._noise, self.tr("Noise")), self._noise),
            *(caption_for(self._seed, self.tr("Seed")), self._seed),
            *(resample, restore, None, self._undo, self._redo),
            spacing=6,
        )
        self._notice = named(QLabel(), "overfit.data_notice", self.tr("Why a number was not taken"))
        self._notice.setWordWrap(True)
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._notice)

    def _build_recipe(self) -> None:
        store = self._store
        tip = self.tr("H1, H2 and H3: polynomials of degree 1, 4 and 12 for the same points")
        self._preset = named(QComboBox(), "overfit.preset", self.tr("Example"), tip)
        fill_combo(self._preset, [(QCoreApplication.translate("choices", text), key) for key, text in _PRESETS.items()])
        self._preset.activated.connect(self._on_preset)
        self._count = named(CountBox(*COUNT_RANGE), "overfit.count", self.tr("Number of points"))
        self._count.valueChanged.connect(lambda count: store.draw(count=count))
        tip = self.tr("How much of the points the curve is fitted to; the others are held out to judge it")
        lowest, highest = (round(100 * share) for share in SHARE_RANGE)
        self._share = named(CountBox(lowest, highest), "overfit.train_share", self.tr("Training share"), tip)
        self._share.setSuffix(PER_CENT_SIGN)
        self._share.setSingleStep(5)
        self._share.valueChanged.connect(lambda percent: store.set_train_share(percent / 100))
        tip = self.tr("How far the points scatter around the truth: the standard deviation of y")
        self._noise = named(NumberBox(*NOISE_RANGE), "overfit.noise", self.tr("Noise"), tip)
        self._noise.setSingleStep(0.05)
        self._noise.refused.connect(self._on_noise_refused)
        self._noise.valueChanged.connect(lambda noise: store.draw(noise=noise))
        tip = self.tr("The same seed draws the same points and divides them the same way")
        self._seed = named(CountBox(*SEED_RANGE), "overfit.seed", self.tr("Seed"), tip)
        self._seed.valueChanged.connect(lambda seed: store.draw(seed=seed))

    def _on_preset(self, index: int) -> None:
        key = self._preset.itemData(index)
        if key != _CHANGED:
            self._store.apply_preset(key)

    def _on_data_changed(self) -> None:
        self._notice.hide()
        self.mark_dirty()

    def _on_noise_refused(self, text: str) -> None:
        template = self.tr(
            "“{text}” was not taken as noise, so the last good number stands again. "
            "Type a number from {lowest:g} to {highest:g}, for example 0.3."
        )
        self._notice.setText(template.format(text=text.strip(), lowest=NOISE_RANGE[0], highest=NOISE_RANGE[1]))
        self._notice.show()
