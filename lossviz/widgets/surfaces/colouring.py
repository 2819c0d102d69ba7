"""Losses as colours: dark blue at the bottom, teal, pale yellow at the top; lightness alone tells the order."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.surfaces.picture import drawable

LEVELS = 256
# Nearly one hue path from blue to yellow, which keeps its order for every kind of colour blindness and in grey.
ANCHORS = ("#101b4d", "#1b3f7d", "#1f6790", "#2a8f95", "#62b58c", "#b2d489", "#f8f0b4")
SAMPLES = 4096
# By rank, what a colour covers at the least: of the height above the lowest loss, and of the whole range. On a plateau
# the losses differ by rounding alone, and colours as fine as that would paint speckles.
LEAST_STEP, LEAST_STEP_OF_RANGE = 1 / 512, 1e-9


@cache
def colour_table() -> NDArray[np.uint32]:
    """(256,) as 0xffrrggbb, in steps of equal lightness."""
    rgb = colour_table_u8().astype(np.uint32)
    table = np.asarray(0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2], np.uint32)
    table.flags.writeable = False
    return table


@cache
def colour_table_u8() -> NDArray[np.uint8]:
    """(256, 3) as red, green, blue."""
    anchors = np.array([[int(name[i : i + 2], 16) for i in (1, 3, 5)] for name in ANCHORS], np.float64)
    fine = np.linspace(0.0, len(anchors) - 1.0, 4 * LEVELS)
    rgb = np.column_stack([np.interp(fine, np.arange(len(anchors)), anchors[:, part]) for part in range(3)])
    lightness = lightness_of(rgb)
    wanted = np.linspace(lightness[0], lightness[-1], LEVELS)
    table = np.column_stack([np.interp(wanted, lightness, rgb[:, part]) for part in range(3)])
    return np.asarray(table.round(), np.uint8)


def lightness_of(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIE L* (0..100) of colours (n, 3) in 0..255. Source: CIE 015:2018, with the primaries of sRGB."""
    unit = rgb / 255.0
    linear = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    return np.asarray(np.where(luminance > 216 / 24389, 116 * np.cbrt(luminance) - 16, luminance * 24389 / 27))


@dataclass(frozen=True, eq=False)
class ColourScale:
    """Which loss has which of the 256 colours. edges: (255,) ascending, if colours go by rank."""

    low: float
    high: float
    edges: NDArray[np.float64] | None

    def indices(self, values: NDArray[np.float64]) -> NDArray[np.intp]:
        """Each value's place in the colour table, 0..255."""
        if self.edges is not None:
            return np.searchsorted(self.edges, values, side="right")
        span = self.high - self.low
        if span <= 0:
            return np.zeros(values.shape, np.intp)
        places = (values - self.low) / span * LEVELS
        return np.clip(places, 0, LEVELS - 1).astype(np.intp)

    def argb(self, values: NDArray[np.float64]) -> NDArray[np.uint32]:
        """Each value as 0xffrrggbb."""
        return colour_table().take(self.indices(values))


def colour_scale(values: NDArray[np.float64], is_quantile: bool) -> ColourScale:
    """Over all of `values`: linear from the least to the greatest, or by rank, which shows the valley's floor."""
    known = drawable(values)
    low, high = float(known.min()), float(known.max())
    return ColourScale(low, high, _rank_edges(known, low, high) if is_quantile and high > low else None)


def _rank_edges(values: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    """Equal areas between them, but plateaus have a colour or two; the rest of the map shares what they leave.

    From every second or so grid point: sorting all 16 384 takes 0.8 ms, a quarter of them 0.09 ms.
    """
    stride = max(1, int(np.sqrt(values.size / SAMPLES)))
    ordered = np.sort(values[::stride, ::stride], axis=None)
    places = np.arange(1, LEVELS) * (len(ordered) - 1) / LEVELS
    ranked = np.interp(places, np.arange(len(ordered)), ordered)
    ends = np.concatenate([[low], ranked, [high]])
    least = np.maximum(LEAST_STEP * (ends[1:] - low), LEAST_STEP_OF_RANGE * (high - low))
    colours = np.concatenate([[0.0], np.cumsum(np.minimum(np.diff(ends) / least, 1.0))])
    return np.asarray(np.interp(np.arange(1, LEVELS) * (colours[-1] / LEVELS), colours, ends))
