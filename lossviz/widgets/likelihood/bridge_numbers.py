"""A likelihood in numbers: the product, what float64 makes of it, the sum of logarithms, and its mean."""

import math

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lossviz.core.likelihood.running_product import RunningProduct
from lossviz.core.likelihood.small_numbers import power_text
from lossviz.widgets.controls import caption_for, named, plain_label, row_of
from lossviz.widgets.minus_signs import with_minus_signs

_EXACT = ".17g"  # tells any two doubles apart


class BridgeNumbers(QWidget):
    """objectNames losses.product, losses.float_product, losses.log_sum, losses.draws, losses.log_mean,
    losses.fit_bce, losses.same.
    """

    def __init__(self) -> None:
        super().__init__()
        heads = {
            "draws": (self.tr("n draws"), self.tr("How many draws there are")),
            "product": (self.tr("product of P"), self.tr("The likelihood of all draws")),
            "float_product": (self.tr("in float64"), self.tr("What multiplying doubles gives")),
            "log_sum": (self.tr("sum of −ln P"), self.tr("−ln of the likelihood")),
        }
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for column, (name, (text, tip)) in enumerate(heads.items()):
            head = plain_label(text)
            head.setProperty("rank", "small")
            head.setToolTip(tip)
            self._labels[name] = named(QLabel(), f"losses.{name}", tip, tip)
            grid.addWidget(head, 0, column)
            grid.addWidget(self._labels[name], 1, column)
            grid.setColumnStretch(column, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(2)
        column_layout.addLayout(grid)
        column_layout.addLayout(row_of(*self._bridge(), None, spacing=6))

    def show_product(self, product: RunningProduct, fit_bce: float | None) -> None:
        """fit_bce: the cross-entropy that the fit shows for the same draws; None if they are no labels."""
        self._labels["draws"].setText(str(len(product)))
        self._labels["product"].setText(power_text(-product.total, 4))
        self._labels["float_product"].setText(with_minus_signs(f"{product.product:.4g}"))
        self._labels["log_sum"].setText(_number(product.total, ".8g"))
        mean = product.mean
        self._labels["log_mean"].setText(
            "–" if mean is None else _number(mean, _EXACT if fit_bce is not None else ".8g")
        )
        for widget in self._of_labels:
            widget.setVisible(fit_bce is not None)
        if fit_bce is not None:
            self._labels["fit_bce"].setText(_number(fit_bce, _EXACT))
            self._labels["same"].setText("=" if mean == fit_bce else "≠")

    def _bridge(self) -> tuple[QLabel, ...]:
        """The one number, twice."""
        tips = {
            "log_mean": self.tr("−ln of the likelihood for each draw"),
            "same": self.tr("Whether both are the same to the last digit"),
            "fit_bce": self.tr("The cross-entropy on the Fit page"),
        }
        for name, tip in tips.items():
            self._labels[name] = named(QLabel(), f"losses.{name}", tip, tip)
        mean, bce = self._labels["log_mean"], self._labels["fit_bce"]
        captions = (caption_for(mean, self.tr("sum ÷ n =")), caption_for(bce, self.tr("Fit’s BCE =")))
        for caption in captions:
            caption.setProperty("rank", "small")
        self._of_labels = (self._labels["same"], captions[1], bce)
        return captions[0], mean, *self._of_labels


def _number(value: float, form: str) -> str:
    return "∞" if math.isinf(value) else f"{value:{form}}"
