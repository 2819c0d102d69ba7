"""H(p) and KL(p||q) end to end above H(p, q): the same length."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import Theme, ThemeSource

ENTROPY_COLOUR, DIVERGENCE_COLOUR, CROSS_COLOUR = "curve_3", "curve_2", "loss_bce"

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class EntropyPicture:
    """entropy: H(p). divergence: KL(p||q), may be inf. full_scale: the length that fills the width, positive."""

    entropy: float
    divergence: float
    cross_entropy: float
    full_scale: float


class EntropyStack(QWidget):
    """Two rows on one scale, each with its name to the left; an infinite part runs out of the picture."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._picture: EntropyPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Entropy and divergence stacked to the cross-entropy"))
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_picture(self, picture: EntropyPicture) -> None:
        """Show this."""
        self._picture = picture
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """The sum in words and numbers."""
        shown = self._picture
        if shown is None:
            return self.tr("There are no distributions yet.")
        text = self.tr("H(p) {entropy:.4g} and KL {divergence:.4g} make H(p, q) {cross:.4g}")
        return text.format(entropy=shown.entropy, divergence=shown.divergence, cross=shown.cross_entropy)

    def table(self) -> Table:
        """Every part."""
        shown = self._picture
        parts = () if shown is None else ((shown.entropy, shown.divergence, shown.cross_entropy),)
        return table_of(("entropy", "divergence", "cross_entropy"), parts)

    def segment(self, name: str) -> QRectF:
        """Where "entropy", "divergence" or "cross" is drawn. Raises: LookupError if nothing is shown yet."""
        if self._picture is None:
            raise LookupError("nothing is shown yet")
        track, height = self._track_px(), self.height() / 2
        scale = (self.width() - track) / self._picture.full_scale
        entropy = min(self._picture.entropy * scale, self.width() - track)
        whole = min(self._picture.cross_entropy * scale, self.width() - track)
        left, right = {"entropy": (0.0, entropy), "divergence": (entropy, whole), "cross": (0.0, whole)}[name]
        top = height if name == "cross" else 0.0
        return QRectF(track + left, top + 2, max(right - left, 0.0), height - 4)

    def sizeHint(self) -> QSize:
        """Two rows of text with some air."""
        return QSize(400, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Two rows of text."""
        return QSize(220, round(3.6 * self._theme.theme.sizes.font_small_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both rows."""
        if self._picture is None:
            return
        theme = self._theme.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small_font(self.font(), theme))
            painter.setPen(QColor(theme.colours.text))
            for row, name in enumerate(self._names()):
                place = QRectF(0, row * self.height() / 2, self._track_px(), self.height() / 2)
                painter.drawText(place, _LEFT, name)
            for segment, colour, text in (
                ("entropy", ENTROPY_COLOUR, self.tr("H(p)")),
                ("divergence", DIVERGENCE_COLOUR, "KL"),
                ("cross", CROSS_COLOUR, self.tr("H(p, q)")),
            ):
                _paint_segment(painter, self.segment(segment), getattr(theme.colours, colour), text, theme)
            if math.isinf(self._picture.cross_entropy):
                for segment in ("divergence", "cross"):
                    _paint_endless(painter, self.segment(segment), theme)
            paint_focus(painter, self, theme)

    def _names(self) -> tuple[str, str]:
        return self.tr("H(p) + KL(p‖q)"), self.tr("= H(p, q)")

    def _track_px(self) -> float:
        metrics = QFontMetricsF(small_font(self.font(), self._theme.theme))
        return max(metrics.horizontalAdvance(name) for name in self._names()) + self._theme.theme.sizes.gap_px

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_segment(painter: QPainter, place: QRectF, colour: str, text: str, theme: Theme) -> None:
    painter.fillRect(place, QColor(colour))
    if painter.fontMetrics().horizontalAdvance(text) + theme.sizes.gap_px <= place.width():
        painter.setPen(QColor(theme.colours.surface))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _paint_endless(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Teeth at the right end: the bar goes on."""
    tooth = place.height() / 3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.window))
    for index in range(3):
        top = place.top() + index * tooth
        right = place.right() + 1
        points = [QPointF(right, top), QPointF(right - tooth, top + tooth / 2), QPointF(right, top + tooth)]
        painter.drawPolygon(QPolygonF(points))
