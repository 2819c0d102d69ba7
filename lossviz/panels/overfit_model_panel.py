"""How flexible the polynomial is: its degree, and the ridge that holds it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout

from lossviz.core.polynomial.fit import HIGHEST_DEGREE, LARGEST_RIDGE
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.controls import caption_for, named, row_of, show_value
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.number_boxes import CountBox, NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.polynomial.strength_slider import StrengthSlider
from lossviz.widgets.type_size import as_wide_as

_RIDGE_POWERS = (-8, 3)


class OverfitModelPanel(Panel):
    """A slider and a field for each."""

    def __init__(self, clock: FrameClock, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        self._build_degree()
        self._build_ridge()
        self._notice = named(QLabel(), "overfit.ridge_notice", self.tr("Why a ridge strength was not taken"))
        self._notice.setWordWrap(True)
        self._notice.hide()
        row = row_of(
            *(caption_for(self._degree, self.tr("Degree")), self._degree_slider, self._degree),
            *(caption_for(self._ridge, self.tr("Ridge λ")), self._ridge_slider, self._ridge),
            spacing=6,
        )
        row.setStretchFactor(self._degree_slider, 1)
        row.setStretchFactor(self._ridge_slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._notice)
        store.model_changed.connect(self._on_model_changed)

    def redraw(self) -> None:
        """Show both numbers."""
        store = self._store
        show_value(self._degree, store.degree)
        show_value(self._ridge, store.ridge)
        self._ridge_slider.show_strength(store.ridge)
        if self._degree_slider.value() != store.degree:
            self._degree_slider.setValue(store.degree)

    def _build_degree(self) -> None:
        tip = self.tr("The highest power of x: a polynomial of degree 4 has 5 coefficients")
        self._degree = named(CountBox(0, HIGHEST_DEGREE), "overfit.degree", self.tr("Degree"), tip)
        self._degree.valueChanged.connect(self._store.set_degree)
        self._degree_slider = named(QSlider(Qt.Orientation.Horizontal), "overfit.degree_slider", tip, tip)
        self._degree_slider.setRange(0, HIGHEST_DEGREE)
        self._degree_slider.setPageStep(1)
        watch_drags(self._degree_slider)
        self._degree_slider.valueChanged.connect(self._store.set_degree)

    def _build_ridge(self) -> None:
        tip = self.tr(
            "The fit minimises the mean squared error + λ times the sum of the squared coefficients. They are those of "
            "Chebyshev polynomials on the training points' range; the constant is left out of the sum. 0: no ridge."
        )
        self._ridge = named(NumberBox(0.0, LARGEST_RIDGE), "overfit.ridge", self.tr("Ridge strength"), tip)
        as_wide_as(self._ridge, "0.000000", 18)
        self._ridge.setSingleStep(0.01)
        self._ridge.valueChanged.connect(self._store.set_ridge)
        self._ridge.refused.connect(self._on_refused)
        self._ridge_slider = named(
            StrengthSlider(*_RIDGE_POWERS), "overfit.ridge_slider", self.tr("Ridge strength, by powers of ten"), tip
        )
        self._ridge_slider.chosen.connect(self._store.set_ridge)

    def _on_model_changed(self) -> None:
        self._notice.hide()
        self.mark_dirty()

    def _on_refused(self, text: str) -> None:
        template = self.tr(
            "“{text}” was not taken as ridge strength, so the last good number stands again. "
            "Type a number from 0 to {highest:g}, for example 0.03."
        )
        self._notice.setText(template.format(text=text.strip(), highest=LARGEST_RIDGE))
        self._notice.show()
