"""Which colour and dash each variant has, the same in every view."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lossviz.core.training.variants import Variant
from lossviz.widgets.plots.picture import Dash, DotShape
from lossviz.widgets.plots.strokes import paint_line, token_colour
from lossviz.widgets.theme import ThemeSource

SQUARED = ("mse_softmax", "mse_logits", "mse_number")


@dataclass(frozen=True)
class VariantLook:
    """colour: a token of the theme's Colours. mark: for its evaluations."""

    colour: str
    dash: Dash
    mark: DotShape


CROSS_ENTROPY_LOOK = VariantLook("loss_bce", "dashed", "ring")
SQUARED_LOOK = VariantLook("loss_mse", "solid", "square")
_OTHERS = (
    VariantLook("curve_1", "solid", "square"),
    VariantLook("curve_2", "dashed", "ring"),
    VariantLook("curve_3", "dotted", "cross"),
    VariantLook("curve_4", "dash_dot", "disc"),
)


def looks_of(variants: Sequence[Variant]) -> tuple[VariantLook, ...]:
    """A look for each. Where losses are compared, cross-entropy and the first squared error look as everywhere else."""
    losses = [one.settings.loss for one in variants]
    free = list(_OTHERS)
    if len(set(losses)) == 1:
        return tuple(free[: len(variants)])
    looks = {losses.index("cross_entropy"): CROSS_ENTROPY_LOOK} if "cross_entropy" in losses else {}
    squared = next((place for place, loss in enumerate(losses) if loss in SQUARED), None)
    if squared is not None:
        looks[squared] = SQUARED_LOOK
    taken = {look.dash for look in looks.values()}
    rest = (look for look in free if look.dash not in taken)
    return tuple(looks.get(place) or next(rest) for place in range(len(variants)))


_SAMPLE_SIZE = QSize(28, 14)


class LineSample(QWidget):
    """A piece of a variant's line."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._look = _OTHERS[0]
        self._follow_theme()
        theme.theme_changed.connect(self._follow_theme)

    def _follow_theme(self) -> None:
        self.setFixedSize(_SAMPLE_SIZE * self._theme.theme.sizes.enlargement)
        self.update()

    def show_look(self, look: VariantLook) -> None:
        """Paint this one."""
        if look != self._look:
            self._look = look
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        theme = self._theme.theme
        middle = self.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pixels = np.array([[0.0, middle], [float(self.width()), middle]])
            paint_line(painter, pixels, token_colour(theme, self._look.colour), theme.sizes.line_px, self._look.dash)
