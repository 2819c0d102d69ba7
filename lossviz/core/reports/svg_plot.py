"""Curves with axes, ticks and names as an SVG that stands inside a page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lossviz.core.axis_ticks import linear_ticks, log_ticks, step_text, tick_spacing, value_text
from lossviz.core.reports.plot_scale import PlotScale, Span
from lossviz.core.reports.report_run import LineLook
from lossviz.core.training.metric_log import Column

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 28, 12, 44  # room around the plotted area, in the picture's units
_STEP_TICKS, _VALUE_TICKS = 8, 7
_LINE_WIDTH, _MARKER_RADIUS = 1.8, 3.6
# As attributes, not as a style sheet: drawing programs read those more reliably.
_GRID, _AXIS = 'fill="none" stroke="#e3e6ea"', 'fill="none" stroke="#7c838e"'
_TEXT = 'font-family="Noto Sans, Segoe UI, Arial, sans-serif" font-size="13" fill="#565d68"'
_NAME = 'font-family="Noto Sans, Segoe UI, Arial, sans-serif" font-size="14" fill="#1c2026"'
_BEYOND = 2.0  # heights of the plot that a curve goes on outside it, where it is cut off
_TITLE_PX, _KEY_ROW_PX, _GAP_PX = 26, 20, 12


@dataclass(frozen=True, eq=False)
class PlotLine:
    """A curve and the measurements that stand out on it as dots. Values that are not finite break the line.

    steps, values: (n,). dot_steps, dot_values: (k,).
    """

    name: str
    steps: Column
    values: Column
    dot_steps: Column
    dot_values: Column
    look: LineLook


@dataclass(frozen=True, eq=False)
class Plot:
    """A plot with all that stands in it."""

    title: str
    x_title: str
    y_title: str
    lines: Sequence[PlotLine]
    scale: PlotScale


def plot_svg(plot: Plot) -> str:
    """The plot as an <svg> element for a page, which gives it its width; its title is read aloud."""
    title = escape(plot.title)
    head = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">'
    return "\n".join([head, f"<title>{title}</title>", *_parts(plot), "</svg>"])


def svg_document(key: Sequence[tuple[str, LineLook]], plots: Sequence[Plot]) -> str:
    """A file of its own: the names with samples of their lines, and the plots below each other."""
    top = _GAP_PX
    parts = []
    for name, look in key:
        parts.append(f'<g transform="translate({LEFT} {top})">{_sample(look)}')
        parts.append(f'<text x="52" y="11" {_NAME}>{escape(name)}</text></g>')
        top += _KEY_ROW_PX
    for plot in plots:
        top += _GAP_PX + _TITLE_PX
        parts.append(f'<text x="{LEFT}" y="{top - 8}" font-weight="bold" {_NAME}>{escape(plot.title)}</text>')
        parts += [f'<g transform="translate(0 {top})">', *_parts(plot), "</g>"]
        top += HEIGHT
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{top}" viewBox="0 0 {WIDTH} {top}">\n'
        f'<rect width="{WIDTH}" height="{top}" fill="#ffffff"/>'
    )
    return "\n".join([head, *parts, "</svg>\n"])


def line_sample_svg(look: LineLook) -> str:
    """A piece of a curve with one of its dots, to stand beside its name in a page."""
    return f'<svg class="sample" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">{_sample(look)}</svg>'


def _sample(look: LineLook) -> str:
    dot = f'<circle cx="22" cy="6" r="{_MARKER_RADIUS}" fill="{escape(look.colour)}"/>'
    return f'<path d="M1 6H43" {_stroke(look)}/>{dot}'


def _parts(plot: Plot) -> list[str]:
    area = _Area(plot.scale)
    axes = [*_value_axis(area, plot.y_title), *_step_axis(area, plot.x_title)]
    width, height = area.right - LEFT, area.bottom - TOP
    # An inner <svg> cuts off what leaves it, and needs no name as a clip path would.
    room = f'x="{LEFT}" y="{TOP}" width="{width}" height="{height}" viewBox="{LEFT} {TOP} {width} {height}"'
    curves = (_curve(area, line) for line in plot.lines)
    dots = (part for line in plot.lines for part in _dots(area, line))
    return [f"<g {_TEXT}>", *axes, "</g>", f"<svg {room}>", *curves, "</svg>", *dots]


class _Area:
    """From steps and values to the picture's units."""

    def __init__(self, scale: PlotScale) -> None:
        self.scale = scale
        self.right, self.bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x(self, step: float) -> float:
        return LEFT + self.scale.steps.share(step) * (self.right - LEFT)

    def y(self, value: float) -> float:
        """value: where it stands on the axis: the exponent of ten on a logarithmic one."""
        share = min(max(self.scale.values.share(value), -_BEYOND), 1.0 + _BEYOND)
        return self.bottom - share * (self.bottom - TOP)


def _value_axis(area: _Area, title: str) -> list[str]:
    values, middle = area.scale.values, (TOP + area.bottom) / 2
    parts = []
    for tick, text in _value_labels(values, area.scale.is_log):
        y = f"{area.y(tick):.1f}"
        parts.append(f'<path {_GRID} d="M{LEFT} {y}H{area.right}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{text}</text>')
    name = f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">{escape(title)}</text>'
    return [*parts, f'<path {_AXIS} d="M{LEFT} {TOP}V{area.bottom}"/>', name]


def _value_labels(values: Span, is_log: bool) -> list[tuple[float, str]]:
    if is_log:
        ticks = log_ticks(values.low, values.high, _VALUE_TICKS)
        return [(tick, value_text(10.0**tick, 10.0 ** (tick - 5))) for tick in ticks]
    spacing = tick_spacing(values.low, values.high, _VALUE_TICKS)
    return [(tick, value_text(tick, spacing)) for tick in linear_ticks(values.low, values.high, spacing)]


def _step_axis(area: _Area, title: str) -> list[str]:
    steps = area.scale.steps
    spacing = max(1.0, tick_spacing(steps.low, steps.high, _STEP_TICKS))
    parts = [f'<path {_AXIS} d="M{LEFT} {area.bottom}H{area.right}"/>']
    for tick in linear_ticks(steps.low, steps.high, spacing):
        x, text = f"{area.x(tick):.1f}", step_text(tick, steps.high)
        parts.append(f'<path {_AXIS} d="M{x} {area.bottom}v4"/>')
        parts.append(f'<text x="{x}" y="{area.bottom + 18}" text-anchor="middle">{text}</text>')
    middle = (LEFT + area.right) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">{escape(title)}</text>')
    return parts


def _curve(area: _Area, line: PlotLine) -> str:
    path = f'<path d="{_path(area, line.steps, line.values)}" {_stroke(line.look)}/>'
    return f"<g><title>{escape(line.name)}</title>{path}</g>"


def _dots(area: _Area, line: PlotLine) -> list[str]:
    look = f'r="{_MARKER_RADIUS}" fill="{escape(line.look.colour)}" stroke="#ffffff"'
    places = zip(line.dot_steps.tolist(), area.scale.on_axis(line.dot_values).tolist(), strict=True)
    return [
        f'<circle cx="{area.x(step):.1f}" cy="{area.y(value):.1f}" {look}/>'
        for step, value in places
        if math.isfinite(value)
    ]


def _path(area: _Area, steps: Column, values: Column) -> str:
    parts, command = [], "M"
    for step, value in zip(steps.tolist(), area.scale.on_axis(values).tolist(), strict=True):
        if math.isfinite(value):
            parts.append(f"{command}{area.x(step):.1f} {area.y(value):.1f}")
            command = "L"
        else:
            command = "M"
    return "".join(parts)


def _stroke(look: LineLook) -> str:
    dashes = " ".join(f"{length * _LINE_WIDTH:g}" for length in look.dashes)
    attribute = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'fill="none" stroke-linejoin="round" stroke="{escape(look.colour)}" stroke-width="{_LINE_WIDTH}"{attribute}'
