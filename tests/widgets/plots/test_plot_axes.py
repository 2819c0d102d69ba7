"""The numbers on the axes: none over another, none over the edge."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.line_plot import LinePlot, PlotPicture
from lossviz.widgets.plots.plot_axes import x_ticks, y_ticks
from lossviz.widgets.plots.plot_fonts import small_font
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.widgets.plots.plot_rig import image_of

THEME = load_theme("light")

lows = st.sampled_from([-1e6, -1.0, 0.0, 1e-7, 0.3, 12345.0, 99999.0, 1e12])
spans = st.sampled_from([1e-5, 0.013, 0.5, 1.0, 8.0, 777.0, 1e6, 1e15])
RANGES = [AxisRange(0.0, 1.0), AxisRange(-1e6, 1e6), AxisRange(1e-7, 3e-7), AxisRange(99999.0, 100001.0)]


@given(lows, spans, st.integers(60, 1200))
@pytest.mark.usefixtures("qapp")
def test_numbers_keep_apart(low: float, span: float, length_px: int) -> None:
    shown, font = AxisRange(low, low + max(span, 1e-6 * abs(low))), small_font(QFont(), THEME)
    metrics = QFontMetricsF(font)
    ticks = [
        ((value - shown.low) / shown.span * length_px, text) for value, text in x_ticks(shown, length_px, THEME, font)
    ]
    widths = [metrics.horizontalAdvance(text) for _px, text in ticks]
    for (left, right), (one, other) in zip(pairwise(ticks), pairwise(widths), strict=True):
        assert left[0] + one / 2 <= right[0] - other / 2
    rows = [(value - shown.low) / shown.span * length_px for value, _text in y_ticks(shown, length_px, font)]
    assert all(above - below >= metrics.height() * 0.999 for below, above in pairwise(rows))


@pytest.mark.parametrize("x_range", RANGES)
@pytest.mark.parametrize("y_range", RANGES)
@pytest.mark.parametrize("size", [(200, 120), (490, 300)])
def test_nothing_is_cut_off_at_the_edge(
    qtbot: QtBot, theme: ThemeSource, x_range: AxisRange, y_range: AxisRange, size: tuple[int, int]
) -> None:
    plot = LinePlot(theme, "x", "y")
    qtbot.addWidget(plot)
    plot.resize(*size)
    plot.show_plot(PlotPicture(x_range=x_range, y_range=y_range))
    image = image_of(plot)
    width, height = image.width(), image.height()
    edge = {(x, y) for x in range(width) for y in (0, height - 1)} | {
        (x, y) for x in (0, width - 1) for y in range(height)
    }
    assert {image.pixelColor(x, y).name() for x, y in edge} == {theme.theme.colours.surface}


def test_an_axis_has_two_numbers_where_they_fit(qapp: object) -> None:
    font = small_font(QFont(), THEME)
    assert [text for _value, text in x_ticks(AxisRange(-4.0, 4.0), 130.0, THEME, font)] == ["−4", "−2", "0", "2", "4"]
