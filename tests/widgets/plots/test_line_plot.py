"""LinePlot: what is painted, pixel by pixel, and what is said."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest

from lossviz.core.fit.cases import Column
from lossviz.widgets.plots.line_plot import AxisRange, Curve, Dots, Handle, LinePlot, PlotPicture, Rule
from lossviz.widgets.plots.picture import Dash, DotShape
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.widgets.plots.plot_rig import PARABOLA, XS, image_of, nearness, with_marks

Shown = Callable[[PlotPicture], LinePlot]
COLOURS = load_theme("light").colours


def line(ys: Column, dash: Dash = "solid", name: str = "line") -> Curve:
    return Curve("line", name, XS, ys, "curve_1", dash)


def painted_xs(plot: LinePlot, y: float, colour: str = COLOURS.curve_1) -> list[bool]:
    """Whether each column of pixels has `colour` at the height of `y`."""
    image, left, right = image_of(plot), plot.position(-4, y), plot.position(4, y)
    xs = range(round(left.x()) + 1, round(right.x()))
    return [nearness(image, QPointF(x, left.y()), colour, 0) > 0.8 for x in xs]


def test_a_curve_runs_through_its_points(shown: Shown) -> None:
    plot = shown(PlotPicture((PARABOLA,)))
    image = image_of(plot)
    for x in (-3.5, -1.0, 0.0, 2.2):
        assert nearness(image, plot.position(x, x**2), COLOURS.curve_1) > 0.8
        assert nearness(image, plot.position(x, x**2 + 4), COLOURS.curve_1) < 0.5


@pytest.mark.parametrize(
    ("dash", "least", "most"),
    [("solid", 1.0, 1.0), ("dashed", 0.5, 0.75), ("dotted", 0.2, 0.5), ("dash_dot", 0.45, 0.75)],
)
def test_dashes_leave_gaps(shown: Shown, dash: Dash, least: float, most: float) -> None:
    plot = shown(PlotPicture((line(np.zeros(81), dash),), y_range=AxisRange(-1, 1)))
    assert least <= np.mean(painted_xs(plot, 0.0)) <= most


@pytest.mark.parametrize("hole", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_breaks_the_line(shown: Shown, hole: float) -> None:
    ys = np.where(np.abs(XS) < 1.01, hole, 0.0)
    plot = shown(PlotPicture((line(ys),), y_range=AxisRange(-1, 1)))
    image = image_of(plot)
    assert nearness(image, plot.position(-1.5, 0), COLOURS.curve_1) > 0.8
    assert nearness(image, plot.position(0.0, 0), COLOURS.curve_1) < 0.5
    assert nearness(image, plot.position(1.5, 0), COLOURS.curve_1) > 0.8


def test_a_point_alone_is_seen(shown: Shown) -> None:
    plot = shown(PlotPicture((line(np.where(XS == 0.0, 0.0, np.nan)),), x_range=AxisRange(-1, 1)))
    assert nearness(image_of(plot), plot.position(0, 0), COLOURS.curve_1) > 0.8


def test_a_line_far_out_of_view_is_where_it_belongs(shown: Shown) -> None:
    ends = np.array([-1e5, 1e5])
    view = AxisRange(-1.0, 1.0)
    plot = shown(PlotPicture((Curve("l", "", ends, 0.5 * ends, "curve_1"),), x_range=view, y_range=view))
    image = image_of(plot)
    for x in (-0.8, 0.0, 0.6):
        assert nearness(image, plot.position(x, x / 2), COLOURS.curve_1) > 0.8


def test_curves_stay_inside_the_axes(shown: Shown) -> None:
    plot = shown(PlotPicture((replace(PARABOLA, name=""),), y_range=AxisRange(1.0, 4.0)))
    image, top, bottom = image_of(plot), plot.position(0, 4).y(), plot.position(0, 1).y()
    outside = [y for y in range(image.height()) if not top - 3 <= y <= bottom + 3]
    names = {image.pixelColor(x, y).name() for x in range(image.width()) for y in outside}
    assert COLOURS.curve_1 not in names


@pytest.mark.parametrize("shape", ["disc", "ring", "square", "cross"])
def test_dots_have_shapes(shown: Shown, shape: DotShape) -> None:
    dots = Dots("d", np.array([0.0, np.nan]), np.array([0.0, 1.0]), "curve_2", shape)
    plot = shown(PlotPicture((), (dots,)))
    image, centre = image_of(plot), plot.dot_position("d", 0)
    at_corner = nearness(image, centre + QPointF(-3.6, -3.6), COLOURS.curve_2, 0) > 0.7
    at_side = any(nearness(image, centre + QPointF(0, down), COLOURS.curve_2, 0) > 0.7 for down in (3, 4, 5))
    in_middle = nearness(image, centre, COLOURS.curve_2, 0) > 0.7
    expected = {
        "disc": (False, True, True),
        "ring": (True, True, False),
        "square": (True, True, True),
        "cross": (True, False, True),
    }
    assert (at_corner, at_side, in_middle) == expected[shape]
    with pytest.raises(LookupError):
        plot.dot_position("d", 1)


def test_rules_go_across_and_only_where_they_are_in_view(shown: Shown) -> None:
    rules = (
        Rule(1.0, "one", "curve_5", True, "solid"),
        Rule(9.0, "nine", "curve_4", False, "solid"),
        Rule(99.0, "out", "curve_3", True),
    )
    plot = shown(PlotPicture((PARABOLA,), rules=rules, x_range=AxisRange(-4, 4)))
    image = image_of(plot)
    assert all(nearness(image, plot.position(1.0, y), COLOURS.curve_5) > 0.9 for y in (3, 6, 14))
    assert all(nearness(image, plot.position(x, 9.0), COLOURS.curve_4) > 0.9 for x in (-3.5, 0, 2))
    assert nearness(image, plot.position(1.0, 15.9) + QPointF(12, 4), COLOURS.curve_5, 8) > 0.6


def test_a_new_theme_is_painted(shown: Shown, theme: ThemeSource) -> None:
    plot = shown(PlotPicture((PARABOLA,)))
    assert nearness(image_of(plot), plot.position(1, 1), COLOURS.curve_1) > 0.8
    dark = load_theme("dark")
    theme.set_theme(dark)
    image = image_of(plot)
    assert nearness(image, plot.position(1, 1), dark.colours.curve_1) > 0.8
    assert image.pixelColor(4, 4).name() == dark.colours.surface


def test_the_legend_stands_above_the_curves(shown: Shown) -> None:
    plot = shown(PlotPicture((PARABOLA,)))
    with_name = plot.position(0, plot.y_range.high).y()
    image = image_of(plot)
    assert nearness(image, QPointF(20, with_name / 2), COLOURS.curve_1, int(with_name / 2) - 2) > 0.9
    plot.show_plot(PlotPicture((replace(PARABOLA, name=""),)))
    assert plot.position(0, plot.y_range.high).y() < with_name


@pytest.mark.parametrize("size", [(1, 1), (30, 400), (400, 30), (200, 120), (490, 300), (1600, 900)])
@pytest.mark.parametrize("count", [0, 1, 8])
def test_it_paints_at_any_size(shown: Shown, size: tuple[int, int], count: int) -> None:
    curves = tuple(replace(PARABOLA, key=str(row), name=f"a long name of curve {row}") for row in range(count))
    plot = shown(replace(with_marks(), curves=curves, rules=(Rule(0.0, "a rule with a long name", "law", True),)))
    plot.resize(*size)
    QTest.mouseMove(plot, plot.rect().center())
    image = image_of(plot)
    assert (image.width(), image.height()) == size
    if count and min(size) >= 300:
        assert nearness(image, plot.position(-3.0, 9.0), COLOURS.curve_1) > 0.8


def test_most_of_a_small_plot_is_left_for_the_curves(shown: Shown) -> None:
    curves = tuple(replace(PARABOLA, key=str(row), name=f"a long name of curve {row}") for row in range(8))
    plot = shown(PlotPicture(curves))
    plot.resize(plot.minimumSizeHint())
    top_left, bottom_right = plot.position(-4, plot.y_range.high), plot.position(4, plot.y_range.low)
    assert bottom_right.x() - top_left.x() > 120
    assert bottom_right.y() - top_left.y() > 40


def test_the_summary_has_the_numbers(shown: Shown) -> None:
    plot = shown(
        replace(with_marks(Handle("knob", 2.0, 4.0, "accent", "z")), rules=(Rule(0.25, "bound", "law", False),))
    )
    assert plot.summary().splitlines() == [
        "loss over z",
        "parabola: from 16 at −4 to 16 at 4; least 0 at 0, most 16 at −4",
        "Dots: (−2, 12), (1, 8)",
        "bound at 0.25",
        "z: can be dragged, at (2, 4)",
    ]
    assert plot.accessibleName() == "loss over z"
    plot.show_plot(PlotPicture((line(np.full(81, np.nan)),)))
    assert plot.summary().splitlines()[1] == "line: no values"
    plot.show_plot(PlotPicture())
    assert plot.summary() == "Nothing to show yet."


def test_bars_are_told_by_their_lengths_and_not_by_their_ends(shown: Shown) -> None:
    bars = Curve(
        "bars", "misses", np.repeat([0.0, 1.0], 3), np.array([5, 7, np.nan, 4, 3.5, np.nan]), "curve_1", is_bars=True
    )
    assert shown(PlotPicture((bars,))).summary().splitlines()[1] == "misses: 2, the longest 2"


def test_titles_change_and_a_name_of_ones_own_stays(shown: Shown) -> None:
    plot = shown(PlotPicture())
    plot.set_titles("p", "gradient")
    assert plot.accessibleName() == "gradient over p"
    plot.setAccessibleName("Gradients")
    plot.set_titles("z", "")
    assert plot.accessibleName() == "Gradients"
