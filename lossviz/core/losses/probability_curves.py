"""The losses over the probability p that the model gives to the true class."""

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.curves import LossCurve
from lossviz.core.losses.parts import huber, huber_slope


def _one_error(p: Column, _options: LossOptions) -> Column:
    return np.where(p <= 0.5, 1.0, 0.0)


def _flat(p: Column, _options: LossOptions) -> Column:
    return np.zeros_like(p)


def _squared(p: Column, _options: LossOptions) -> Column:
    return (1.0 - p) ** 2


def _squared_slope(p: Column, _options: LossOptions) -> Column:
    return -2.0 * (1.0 - p)


def _absolute(p: Column, _options: LossOptions) -> Column:
    return np.abs(1.0 - p)


def _absolute_slope(p: Column, _options: LossOptions) -> Column:
    return np.full_like(p, -1.0)


def _huber(p: Column, options: LossOptions) -> Column:
    return huber(1.0 - p, options.delta)


def _huber_slope(p: Column, options: LossOptions) -> Column:
    return -huber_slope(1.0 - p, options.delta)


def _log(p: Column, _options: LossOptions) -> Column:
    with np.errstate(divide="ignore"):
        return 0.0 - np.log(p)


def _log_slope(p: Column, _options: LossOptions) -> Column:
    with np.errstate(divide="ignore"):
        return -1.0 / p


def _weighted_log(p: Column, options: LossOptions) -> Column:
    return options.pos_weight * _log(p, options)


def _weighted_log_slope(p: Column, options: LossOptions) -> Column:
    return options.pos_weight * _log_slope(p, options)


def _focal(p: Column, options: LossOptions) -> Column:
    return (1.0 - p) ** 2 * _log(p, options)


def _focal_slope(p: Column, options: LossOptions) -> Column:
    return -2.0 * (1.0 - p) * _log(p, options) + (1.0 - p) ** 2 * _log_slope(p, options)


def _at_half(_options: LossOptions) -> tuple[float, ...]:
    return (0.5,)


def _huber_corners(options: LossOptions) -> tuple[float, ...]:
    return (1.0 - options.delta,)


ZERO_ONE = LossCurve(
    _one_error,
    _flat,
    r"\begin{cases} 1 & p \le \frac{1}{2} \\ 0 & p > \frac{1}{2} \end{cases}",
    "0",
    ("(p <= 0.5).double() + 0 * p  # flat on both sides, which autograd shall know",),
    _at_half,
)
SQUARED = LossCurve(_squared, _squared_slope, r"(1 - p)^2", r"-2\,(1 - p)", ("(1 - p) ** 2",))
ABSOLUTE = LossCurve(_absolute, _absolute_slope, r"1 - p", r"-1", ("1 - p",))
HUBER = LossCurve(
    _huber,
    _huber_slope,
    r"h_{\delta}(1 - p)",
    r"-\min(1 - p,\,\delta)",
    ("q = 1 - p", "d = {delta}", "torch.where(q <= d, q ** 2 / 2, d * (q - d / 2))"),
    _huber_corners,
)
LOG = LossCurve(_log, _log_slope, r"-\ln p", r"-\frac{1}{p}", ("-torch.log(p)",))
WEIGHTED_LOG = LossCurve(
    _weighted_log, _weighted_log_slope, r"-w\,\ln p", r"-\frac{w}{p}", ("w = {weight}", "-w * torch.log(p)")
)
FOCAL = LossCurve(
    _focal,
    _focal_slope,
    r"-(1 - p)^2\,\ln p",
    r"2\,(1 - p)\,\ln p - \frac{(1 - p)^2}{p}",
    ("-(1 - p) ** 2 * torch.log(p)",),
)
