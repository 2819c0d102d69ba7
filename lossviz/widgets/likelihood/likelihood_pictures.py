"""The plots of a likelihood: over the share of blue, over the cases of the fit, and draw by draw."""

from dataclasses import dataclass

import numpy as np

from lossviz.core.fit.cases import Cases, Column
from lossviz.core.fit.logistic import Parameters, case_losses, logits, sigmoid
from lossviz.core.likelihood.bernoulli import best_share, log_likelihoods
from lossviz.core.likelihood.running_product import RunningProduct
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.picture import Curve, Dash, Dots, DotShape, Handle, PlotPicture, Rule

SHARE_HANDLE = "share"
PRODUCT_COLOUR, SUM_COLOUR, HERE_COLOUR, BEST_COLOUR = "curve_3", "loss_bce", "marker", "target"
MOST_POINTS = 1200  # of a running plot: more than pixels

_SHARE_POINTS = 401
_PEAK_POINTS = 121  # around the maximum, which is narrow after many draws
_PEAK_WIDTHS = 6.0  # standard deviations on either side
_MODEL_POINTS = 201
_ROOM = 0.04
_UNIT_RANGE = AxisRange(-_ROOM, 1.0 + _ROOM)


@dataclass(frozen=True)
class PlotNames:
    """What the curves are called, in the user's language. best: holds {share}."""

    likelihood: str
    best: str
    positive: str
    negative: str


def share_picture(whites: int, blues: int, share: float, is_product: bool, names: PlotNames) -> PlotPicture:
    """The likelihood over all shares of blue, as a part of its largest value, or -ln of it; with k/n and `share`."""
    shares = _shares(whites, blues)
    curve = Curve(
        "likelihood",
        names.likelihood,
        shares,
        _heights(shares, whites, blues, is_product),
        PRODUCT_COLOUR if is_product else SUM_COLOUR,
        "solid" if is_product else "dashed",
    )
    here = float(_heights(np.array([share]), whites, blues, is_product)[0])
    best = best_share(whites, blues)
    rules: tuple[Rule, ...] = ()
    dots: tuple[Dots, ...] = ()
    y_range = _UNIT_RANGE if is_product else _sum_range(curve.ys)
    if best is not None:
        rules = (Rule(best, names.best.format(share=f"{best:.4g}"), BEST_COLOUR, is_vertical=True),)
        top = _heights(np.array([best]), whites, blues, is_product)
        dots = (Dots("best", np.array([best]), top, BEST_COLOUR),)
    handle = Handle(SHARE_HANDLE, share, min(here, y_range.high), HERE_COLOUR, f"p = {share:.4g}")
    return PlotPicture((curve,), dots, rules, (handle,), _UNIT_RANGE, y_range)


def labels_picture(cases: Cases, parameters: Parameters, is_product: bool, names: PlotNames) -> PlotPicture:
    """What the sigmoid makes of each label: its probability, or -ln of it. Dots: "positive" and "negative"."""
    low, high = float(cases.x.min()), float(cases.x.max())
    room = _ROOM * (high - low) or 1.0
    xs = np.linspace(low - room, high + room, _MODEL_POINTS)
    looks: tuple[tuple[str, str, float, Dash], ...] = (
        ("positive", names.positive, 1.0, "solid"),
        ("negative", names.negative, 0.0, "dotted"),
    )
    curves = tuple(
        Curve(f"{key}_curve", name, xs, _label_heights(parameters, xs, label, is_product), key, dash, is_thick=False)
        for key, name, label, dash in looks
    )
    dots = (
        _label_dots(cases, parameters, "positive", "diamond", is_product),
        _label_dots(cases, parameters, "negative", "disc", is_product),
    )
    return PlotPicture(curves, dots, y_range=_UNIT_RANGE if is_product else None)


def running_picture(product: RunningProduct, is_product: bool, name: str) -> PlotPicture:
    """The product, from 1 down, or the sum, from 0 up, after each draw."""
    values = np.append(1.0, product.products) if is_product else np.append(0.0, product.sums)
    places = np.unique(np.linspace(0, len(product), min(len(product) + 1, MOST_POINTS)).astype(np.int64))
    curve = Curve(
        "running",
        name,
        places.astype(np.float64),
        values[places],
        PRODUCT_COLOUR if is_product else SUM_COLOUR,
        "solid" if is_product else "dashed",
    )
    draws = AxisRange(-_ROOM * max(len(product), 1), (1.0 + _ROOM) * max(len(product), 1))
    return PlotPicture((curve,), x_range=draws, y_range=_UNIT_RANGE if is_product else _sum_range(curve.ys))


def _shares(whites: int, blues: int) -> Column:
    shares = np.linspace(0.0, 1.0, _SHARE_POINTS)
    best = best_share(whites, blues)
    if best is None:
        return shares
    width = _PEAK_WIDTHS * max((best * (1.0 - best) / (whites + blues)) ** 0.5, 1.0 / (whites + blues))
    near = np.clip(np.linspace(best - width, best + width, _PEAK_POINTS), 0.0, 1.0)
    return np.unique(np.concatenate([shares, near]))


def _heights(shares: Column, whites: int, blues: int, is_product: bool) -> Column:
    logs = log_likelihoods(shares, whites, blues)
    if not is_product:
        return -logs + 0.0  # no -0
    best = best_share(whites, blues)
    largest = 0.0 if best is None else log_likelihoods(np.array([best]), whites, blues)[0]
    return np.exp(logs - largest)


def _label_dots(cases: Cases, parameters: Parameters, key: str, shape: DotShape, is_product: bool) -> Dots:
    label = 1.0 if key == "positive" else 0.0
    xs = cases.x[cases.y == label]
    return Dots(key, xs, _label_heights(parameters, xs, label, is_product), key, shape)


def _label_heights(parameters: Parameters, xs: Column, label: float, is_product: bool) -> Column:
    z = logits(parameters, xs)
    return sigmoid(z if label else -z) if is_product else case_losses("bce", z, np.full_like(z, label))


def _sum_range(values: Column) -> AxisRange:
    """From 0 to the largest finite value."""
    finite = values[np.isfinite(values)]
    high = float(finite.max()) if len(finite) and finite.max() > 0.0 else 1.0
    return AxisRange(-_ROOM * high, (1.0 + _ROOM) * high)
