"""The logits as what a layer gives: z = W x + b, each number of it to be typed."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.softmax.limits import NETWORK_NUMBER
from lossviz.stores.logits_store import LogitsStore
from lossviz.widgets.classes.bracketed import Bracketed
from lossviz.widgets.classes.number_matrix import NumberMatrix
from lossviz.widgets.classes.refusal import Refusal
from lossviz.widgets.controls import named, plain_label, plain_tip, push_button, row_of
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

_NAME_PX, _SCORE_PX = 44, 56
_WIDEST_PX = 640  # in a wider panel the equation and its words stand in the middle


class SoftmaxNetworkPanel(Panel):
    """W · x + b = z, with the classes' names before their rows. What is typed makes the network the source."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, logits: LogitsStore) -> None:
        super().__init__(clock)
        self._logits = logits
        self._weights, self._features, self._bias = (
            NumberMatrix(theme, NETWORK_NUMBER.low, NETWORK_NUMBER.high) for _ in range(3)
        )
        self._names = Bracketed(theme, has_brackets=False)
        self._scores = Bracketed(theme)
        self._class_labels: list[QLabel] = []
        self._score_labels: list[QLabel] = []
        self._build()
        for signal in (
            *(logits.network_changed, logits.settings_changed, logits.logits_changed),
            *(logits.source_changed, logits.pointing_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the network's numbers and what they give."""
        network = self._logits.network
        if self._weights.show_numbers(network.weights):
            self._name_fields()
            self._build_rows(len(network.bias))
        if self._features.show_numbers(network.x[:, np.newaxis]):
            self._name_features()
        if self._bias.show_numbers(network.bias[:, np.newaxis]):
            self._name_biases()
        self._show_scores()
        for rows in (self._names, self._scores):
            rows.light_row(self._logits.hovered)
        self._show_source()

    def _show_scores(self) -> None:
        scores = self._logits.network.logits.tolist()
        for label, score in zip(self._score_labels, scores, strict=True):
            label.setText(_short(score))
        for label, name in zip(self._class_labels, self._class_names(len(scores)), strict=True):
            label.setText(label.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, label.width()))
            label.setToolTip(plain_tip(name))
        self._sums.setText("\n".join(self._sum(k, name) for k, name in enumerate(self._class_names(len(scores)))))

    def _sum(self, k: int, name: str) -> str:
        """One row of the product, written out."""
        network = self._logits.network
        pairs = zip(network.weights[k].tolist(), network.x.tolist(), strict=True)
        terms = [f"{_factor(weight)} · {_factor(feature)}" for weight, feature in pairs]
        return f"z({name}) = {' + '.join([*terms, _factor(float(network.bias[k]))])} = {_short(network.logits[k])}"

    def _class_names(self, count: int) -> list[str]:
        """The network's classes; only numbers while the page shows others."""
        names = list(self._logits.names) if self._logits.can_edit_classes else []
        return names if len(names) == count else [str(k) for k in range(count)]

    def _show_source(self) -> None:
        is_used = self._logits.source == "network"
        if is_used and self._logits.has_nudges:
            text = self.tr("Some logits were moved by hand: the page shows z with these changes.")
        elif is_used:
            text = self.tr("The page shows the softmax of this z.")
        else:
            text = self.tr("The page shows other logits. Type a number here, or:")
        self._state.setText(text)
        self._use.setVisible(not is_used)

    def _build(self) -> None:
        self._state = named(WrappedText(), "softmax.network_state", self.tr("Whether the page shows the network"))
        tip = self.tr("Show the softmax of this z on the page")
        self._use = push_button("softmax.use_network", self.tr("Use the network"), tip)
        self._use.clicked.connect(self._on_use)
        self._refusal = named(Refusal(), "softmax.network_refusal", self.tr("What was not taken"))
        self._connect_fields()
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._build_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        row = row_of(self._state, self._use, None)
        row.setAlignment(self._state, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self._refusal)
        column.addWidget(scroll, 1)

    def _build_page(self) -> QWidget:
        """The matrices, and each row of them as a sum."""
        self._sums = named(QLabel(), "softmax.network_sums", self.tr("Each logit as a sum"))
        self._sums.setContentsMargins(0, 8, 0, 0)
        meaning = plain_label(
            self.tr(
                "x: the features of one sample. W: a weight for each class (row) and feature (column). b: the biases."
            )
        )
        meaning.setWordWrap(True)
        meaning.setProperty("rank", "small")
        return _in_the_middle(self._build_equation(), meaning, self._sums)

    def _build_equation(self) -> QWidget:
        """Each part under its letter."""
        equation = QWidget()
        row = QHBoxLayout(equation)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        parts = (
            ("", self._names, ""),
            (self.tr("W"), self._weights, "·"),
            (self.tr("x"), self._features, "+"),
            (self.tr("b"), self._bias, "="),
            (self.tr("z"), self._scores, ""),
        )
        for head, part, sign in parts:
            row.addLayout(_headed(head, part))
            if sign:
                row.addLayout(_headed("", _sign(sign, self._weights)))
            elif part is self._names:
                row.addSpacing(4)
        row.addStretch(1)
        return equation

    def _connect_fields(self) -> None:
        logits = self._logits
        for matrix, name in (
            (self._weights, self.tr("Weights")),
            (self._features, self.tr("Features")),
            (self._bias, self.tr("Biases")),
        ):
            matrix.setAccessibleName(name)
            matrix.refused.connect(self._on_refused)
        self._weights.edited.connect(lambda k, i, value: self._edit_class(k, lambda: logits.set_weight(k, i, value)))
        self._features.edited.connect(lambda i, _, value: self._edit(lambda: logits.set_feature(i, value)))
        self._bias.edited.connect(lambda k, _, value: self._edit_class(k, lambda: logits.set_bias(k, value)))
        for rows in (self._names, self._scores):
            rows.row_hovered.connect(lambda row: logits.point(row, None if row is None else "z"))

    def _build_rows(self, class_count: int) -> None:
        self._class_labels = _rebuilt(self._names, class_count, _NAME_PX)
        self._score_labels = _rebuilt(self._scores, class_count, _SCORE_PX)
        for k, label in enumerate(self._score_labels):
            named(label, f"softmax.network_z_{k}", self.tr("Logit {k} of the network").format(k=k))

    def _name_fields(self) -> None:
        weights = self._logits.network.weights
        tip = self.tr("Weight of feature {i} for class {k}")
        for k, i in np.ndindex(*weights.shape):
            named(self._weights.box(k, i), f"softmax.weight_{k}_{i}", tip.format(i=i, k=k), tip.format(i=i, k=k))

    def _name_features(self) -> None:
        for i in range(len(self._logits.network.x)):
            text = self.tr("Feature {i}").format(i=i)
            named(self._features.box(i, 0), f"softmax.feature_{i}", text, text)

    def _name_biases(self) -> None:
        for k in range(len(self._logits.network.bias)):
            text = self.tr("Bias of class {k}").format(k=k)
            named(self._bias.box(k, 0), f"softmax.bias_{k}", text, text)

    def _edit_class(self, k: int, change: Callable[[], None]) -> None:
        """Make the change, unless the class is gone: its fields stay until the next frame."""
        if k < len(self._logits.network.bias):
            self._edit(change)

    def _edit(self, change: Callable[[], None]) -> None:
        """Make the change and show it on the page, or say why not."""
        try:
            with self._logits.editing():
                change()
                self._logits.set_source("network")
        except LossvizError as error:
            self._refusal.tell(error)
            self.mark_dirty()
        else:
            self._refusal.settle()

    def _on_use(self) -> None:
        self._edit(lambda: None)

    def _on_refused(self, typed: str) -> None:
        self._refusal.tell_number(typed, NETWORK_NUMBER.low, NETWORK_NUMBER.high)


def _short(value: float) -> str:
    return with_minus_signs(f"{value:.5g}")


def _factor(value: float) -> str:
    """With brackets about what has a sign."""
    return f"({_short(value)})" if value < 0 else _short(value)


def _in_the_middle(*parts: QWidget) -> QWidget:
    """Below each other, as narrow as they are read well; of room that is left above and below, more below."""
    inner, page = QWidget(), QWidget()
    at_each_type(inner, lambda _metrics: inner.setMaximumWidth(round(by_type(inner, _WIDEST_PX))))
    column, across = QVBoxLayout(inner), QHBoxLayout(page)
    column.setSpacing(4)
    for layout in (column, across):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
    for part in parts:
        column.addWidget(part)
    column.addStretch(2)
    across.addWidget(inner, 1000)  # all of the width that it can use
    across.addStretch(1)
    return page


def _headed(text: str, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    head = plain_label(text)
    head.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(head)
    column.addWidget(part)
    column.addStretch(1)
    return column


def _sign(text: str, beside: Bracketed) -> QLabel:
    """In line with the first row."""
    label = plain_label(text)
    at_each_type(label, lambda _metrics: label.setFixedHeight(beside.first_row_px))
    return label


def _keep_width(label: QLabel, width_px: int) -> None:
    at_each_type(label, lambda _metrics: label.setFixedWidth(round(by_type(label, width_px))))


def _rebuilt(rows: Bracketed, count: int, width_px: int) -> list[QLabel]:
    rows.clear()
    labels = [plain_label() for _ in range(count)]
    for row, label in enumerate(labels):
        _keep_width(label, width_px)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.place(row, 0, label)
    return labels
