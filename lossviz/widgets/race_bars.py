"""Times as bars from one start line, on one scale."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lossviz.core.axis_ticks import linear_ticks, tick_spacing, value_text
from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.tables import Table, table_of
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.joints import listed_phrases, titled
from lossviz.widgets.plots.focus_frame import paint_focus
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource

_ROW_PX, _LEAST_ROW_PX, _MOST_ROW_PX, _BAR_SHARE = 44.0, 26.0, 180.0, 0.62
_LEAST_BAR_PX = 2.0  # a time too short for a pixel can be seen
_LEAST_TRACK_PX = 80
_TICK_PX = 60.0

_UNITS = (
    (1.0, QT_TRANSLATE_NOOP("RaceBars", "{number} s")),
    (1e-3, QT_TRANSLATE_NOOP("RaceBars", "{number} ms")),
    (1e-6, QT_TRANSLATE_NOOP("RaceBars", "{number} µs")),
)


@dataclass(frozen=True)
class RaceBar:
    """seconds: None before its start. colour: the name of a theme token. is_running: whether it still grows."""

    name: str
    seconds: float | None
    colour: str
    is_running: bool = False


def seconds_text(seconds: float) -> str:
    """Three digits, in seconds, milli- or microseconds."""
    unit, template = next((entry for entry in _UNITS if seconds >= entry[0]), _UNITS[-1])
    return QCoreApplication.translate("RaceBars", template).format(number=f"{seconds / unit:.3g}")


class RaceBars(QWidget):
    """A row for each runner: its name, its bar, its time; a common scale of seconds below."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[RaceBar, ...] = ()
        self._scale_seconds = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        offer_export(self, self)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_bars(self, bars: tuple[RaceBar, ...], scale_seconds: float) -> None:
        """scale_seconds: what the width stands for."""
        if len(bars) != len(self._bars):
            self.updateGeometry()
        self._bars, self._scale_seconds = bars, max(scale_seconds, 1e-9)
        self.setMaximumHeight(self._height(_MOST_ROW_PX))
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """Every runner and its time."""
        return listed_phrases(titled(bar.name, self._time(bar)) for bar in self._bars) or self.tr("Nobody runs yet.")

    def table(self) -> Table:
        """A row for each runner."""
        return table_of(("runner", "seconds"), ((bar.name, bar.seconds) for bar in self._bars))

    def sizeHint(self) -> QSize:
        """Rows that can be read from afar."""
        return QSize(480, self._height(_ROW_PX))

    def minimumSizeHint(self) -> QSize:
        """Names, a short track, and times."""
        metrics = QFontMetricsF(self.font())
        return QSize(
            round(self._names_px(metrics) + self._times_px(metrics)) + _LEAST_TRACK_PX, self._height(_LEAST_ROW_PX)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale and a row for each runner."""
        if not self._bars:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            metrics = QFontMetricsF(painter.font())
            track = self._track(metrics)
            self._paint_scale(painter, track)
            for index, bar in enumerate(self._bars):
                top = track.top() + index * track.height() / len(self._bars)
                self._paint_row(painter, bar, QRectF(track.left(), top, track.width(), self._row(track)))
            paint_focus(painter, self, self._theme.theme)

    def _paint_row(self, painter: QPainter, bar: RaceBar, row: QRectF) -> None:
        theme, colours, gap = self._theme.theme, self._theme.theme.colours, self._theme.theme.sizes.gap_px
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.text))
        painter.drawText(
            QRectF(0, row.top(), row.left() - gap, row.height()), Qt.AlignmentFlag.AlignRight | middle, bar.name
        )
        end = row.left()
        if bar.seconds is not None:
            width = min(max(bar.seconds / self._scale_seconds * row.width(), _LEAST_BAR_PX), row.width())
            height = row.height() * _BAR_SHARE
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, bar.colour)))
            painter.drawRect(QRectF(row.left(), row.center().y() - height / 2, width, height))
            end += width
        painter.setPen(QColor(colours.text if bar.seconds is not None else colours.text_muted))
        painter.drawText(QRectF(end + gap, row.top(), self.width() - end, row.height()), middle, self._time(bar))
        painter.setPen(QPen(QColor(colours.text_muted), theme.sizes.line_thin_px))
        painter.drawLine(QPointF(row.left(), row.top()), QPointF(row.left(), row.bottom()))

    def _paint_scale(self, painter: QPainter, track: QRectF) -> None:
        theme = self._theme.theme
        painter.save()
        painter.setFont(small_font(self.font(), theme))
        height = QFontMetricsF(painter.font()).height()
        spacing = tick_spacing(0.0, self._scale_seconds, max(2, int(track.width() / _TICK_PX)))
        for seconds in linear_ticks(0.0, self._scale_seconds, spacing):
            x_px = track.left() + seconds / self._scale_seconds * track.width()
            painter.setPen(QPen(QColor(theme.colours.grid), theme.sizes.line_thin_px))
            painter.drawLine(QPointF(x_px, track.top()), QPointF(x_px, track.bottom()))
            painter.setPen(QColor(theme.colours.text_muted))
            place = QRectF(x_px - _TICK_PX / 2, track.bottom() + 2, _TICK_PX, height)
            text = self.tr("{seconds} s").format(seconds=value_text(seconds, spacing))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)
        painter.restore()

    def _time(self, bar: RaceBar) -> str:
        if bar.seconds is None:
            return self.tr("not yet")
        text = seconds_text(bar.seconds)
        return self.tr("{time} …").format(time=text) if bar.is_running else text

    def _track(self, metrics: QFontMetricsF) -> QRectF:
        """Where the bars lie; the rows are no higher than they need be."""
        left = self._names_px(metrics)
        below = metrics.height() + 4
        height = min(self.height() - below, _MOST_ROW_PX * len(self._bars))
        return QRectF(left, 0, max(1.0, self.width() - left - self._times_px(metrics)), height)

    def _row(self, track: QRectF) -> float:
        return track.height() / len(self._bars)

    def _names_px(self, metrics: QFontMetricsF) -> float:
        gap = self._theme.theme.sizes.gap_px
        return max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0.0) + gap

    def _times_px(self, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance(self.tr("{time} …").format(time="88.88 ms")) + self._theme.theme.sizes.gap_px

    def _height(self, row_px: float) -> int:
        return round(max(1, len(self._bars)) * row_px + QFontMetricsF(self.font()).height() + 4)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
