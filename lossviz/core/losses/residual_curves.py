"""The losses over the residual r = prediction - label.

A probability's residual is below 0 for a positive sample and above 0 for a negative one, and 1 - |r| is the probability
of the true class; from |r| = 1 on there is none, and no logarithm.
"""

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.curves import LossCurve
from lossviz.core.losses.parts import huber, huber_slope


def _one_error(r: Column, _options: LossOptions) -> Column:
    return np.where(np.abs(r) >= 0.5, 1.0, 0.0)


def _flat(r: Column, _options: LossOptions) -> Column:
    return np.zeros_like(r)


def _squared(r: Column, _options: LossOptions) -> Column:
    return r**2


def _squared_slope(r: Column, _options: LossOptions) -> Column:
    return 2.0 * r


def _absolute(r: Column, _options: LossOptions) -> Column:
    return np.abs(r)


def _absolute_slope(r: Column, _options: LossOptions) -> Column:
    return np.sign(r)


def _huber(r: Column, options: LossOptions) -> Column:
    return huber(r, options.delta)


def _huber_slope(r: Column, options: LossOptions) -> Column:
    return huber_slope(r, options.delta)


def _log(r: Column, _options: LossOptions) -> Column:
    with np.errstate(divide="ignore", invalid="ignore"):
        return 0.0 - np.log1p(-np.abs(r))


def _log_slope(r: Column, _options: LossOptions) -> Column:
    rest = np.where(np.abs(r) <= 1.0, 1.0 - np.abs(r), np.nan)
    with np.errstate(divide="ignore"):
        return np.sign(r) / rest


def _weights(r: Column, options: LossOptions) -> Column:
    return np.where(r < 0, options.pos_weight, 1.0)


def _weighted_log(r: Column, options: LossOptions) -> Column:
    return _weights(r, options) * _log(r, options)


def _weighted_log_slope(r: Column, options: LossOptions) -> Column:
    return _weights(r, options) * _log_slope(r, options)


def _focal(r: Column, options: LossOptions) -> Column:
    return r**2 * _log(r, options)


def _focal_slope(r: Column, options: LossOptions) -> Column:
    return 2.0 * r * _log(r, options) + r**2 * _log_slope(r, options)


def _at_halves(_options: LossOptions) -> tuple[float, ...]:
    return (-0.5, 0.5)


def _at_zero(_options: LossOptions) -> tuple[float, ...]:
    return (0.0,)


def _around_probabilities(_options: LossOptions) -> tuple[float, ...]:
    return (-1.0, 0.0, 1.0)


def _huber_corners(options: LossOptions) -> tuple[float, ...]:
    return (-options.delta, options.delta)


ZERO_ONE = LossCurve(
    _one_error,
    _flat,
    r"\begin{cases} 1 & |r| \ge \frac{1}{2} \\ 0 & |r| < \frac{1}{2} \end{cases}",
    "0",
    ("(r.abs() >= 0.5).double() + 0 * r  # flat on all sides, which autograd shall know",),
    _at_halves,
)
SQUARED = LossCurve(_squared, _squared_slope, r"r^2", r"2\,r", ("r ** 2",))
ABSOLUTE = LossCurve(_absolute, _absolute_slope, r"|r|", r"\mathrm{sign}(r)", ("r.abs()",), _at_zero)
HUBER = LossCurve(
    _huber,
    _huber_slope,
    r"h_{\delta}(r)",
    r"\begin{cases} r & |r| \le \delta \\ \delta\,\mathrm{sign}(r) & |r| > \delta \end{cases}",
    ("d = {delta}", "torch.where(r.abs() <= d, r ** 2 / 2, d * (r.abs() - d / 2))"),
    _huber_corners,
)
LOG = LossCurve(
    _log,
    _log_slope,
    r"-\ln\left(1 - |r|\right)",
    r"\frac{\mathrm{sign}(r)}{1 - |r|}",
    ("-torch.log1p(-r.abs())",),
    _around_probabilities,
)
WEIGHTED_LOG = LossCurve(
    _weighted_log,
    _weighted_log_slope,
    r"\begin{cases} -w\,\ln(1 + r) & r < 0 \\ -\ln(1 - r) & r \ge 0 \end{cases}",
    r"\begin{cases} -\frac{w}{1 + r} & r < 0 \\ \frac{1}{1 - r} & r > 0 \end{cases}",
    ("w = torch.where(r < 0, {weight}, 1.0)", "-w * torch.log1p(-r.abs())"),
    _around_probabilities,
)
FOCAL = LossCurve(
    _focal,
    _focal_slope,
    r"-r^2\,\ln\left(1 - |r|\right)",
    r"-2\,r\,\ln\left(1 - |r|\right) + \mathrm{sign}(r)\,\frac{r^2}{1 - |r|}",
    ("-(r ** 2) * torch.log1p(-r.abs())",),
    _around_probabilities,
)
