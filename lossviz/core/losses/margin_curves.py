"""The losses over the margin m of a sample: its score, with the sign turned where the label is 0.

The squared and absolute errors are those of the probability, so that 1 - σ(m) is the residual's size.
"""

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import sigmoid
from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.curves import LossCurve
from lossviz.core.losses.parts import huber, huber_slope, minus_log_sigmoid


def _one_error(m: Column, _options: LossOptions) -> Column:
    return np.where(m <= 0, 1.0, 0.0)


def _flat(m: Column, _options: LossOptions) -> Column:
    return np.zeros_like(m)


def _squared(m: Column, _options: LossOptions) -> Column:
    return sigmoid(-m) ** 2


def _squared_slope(m: Column, _options: LossOptions) -> Column:
    return -2.0 * sigmoid(m) * sigmoid(-m) ** 2


def _absolute(m: Column, _options: LossOptions) -> Column:
    return sigmoid(-m)


def _absolute_slope(m: Column, _options: LossOptions) -> Column:
    return -sigmoid(m) * sigmoid(-m)


def _huber(m: Column, options: LossOptions) -> Column:
    return huber(sigmoid(-m), options.delta)


def _huber_slope(m: Column, options: LossOptions) -> Column:
    return -huber_slope(sigmoid(-m), options.delta) * sigmoid(m) * sigmoid(-m)


def _huber_corners(options: LossOptions) -> tuple[float, ...]:
    """Where 1 - σ(m) is delta."""
    return (float(np.log(1.0 / options.delta - 1.0)),) if options.delta < 1.0 else ()


def _log(m: Column, _options: LossOptions) -> Column:
    return minus_log_sigmoid(m)


def _log_slope(m: Column, _options: LossOptions) -> Column:
    return -sigmoid(-m)


def _weighted_log(m: Column, options: LossOptions) -> Column:
    return options.pos_weight * minus_log_sigmoid(m)


def _weighted_log_slope(m: Column, options: LossOptions) -> Column:
    return -options.pos_weight * sigmoid(-m)


def _focal(m: Column, _options: LossOptions) -> Column:
    return sigmoid(-m) ** 2 * minus_log_sigmoid(m)


def _focal_slope(m: Column, _options: LossOptions) -> Column:
    q = sigmoid(-m)
    return -(q**2) * (2.0 * sigmoid(m) * minus_log_sigmoid(m) + q)


def _hinge(m: Column, _options: LossOptions) -> Column:
    return np.maximum(1.0 - m, 0.0)


def _hinge_slope(m: Column, _options: LossOptions) -> Column:
    return np.where(m < 1.0, -1.0, 0.0)


def _squared_hinge(m: Column, _options: LossOptions) -> Column:
    return np.maximum(1.0 - m, 0.0) ** 2


def _squared_hinge_slope(m: Column, _options: LossOptions) -> Column:
    return -2.0 * np.maximum(1.0 - m, 0.0)


def _exponential(m: Column, _options: LossOptions) -> Column:
    with np.errstate(over="ignore"):
        return np.exp(-m)


def _exponential_slope(m: Column, options: LossOptions) -> Column:
    return -_exponential(m, options)


def _squared_score(m: Column, _options: LossOptions) -> Column:
    return (1.0 - m) ** 2


def _squared_score_slope(m: Column, _options: LossOptions) -> Column:
    return -2.0 * (1.0 - m)


def _at_zero(_options: LossOptions) -> tuple[float, ...]:
    return (0.0,)


def _at_one(_options: LossOptions) -> tuple[float, ...]:
    return (1.0,)


_Q = "q = torch.sigmoid(-m)  # 1 - sigmoid(m)"

ZERO_ONE = LossCurve(
    _one_error,
    _flat,
    r"\begin{cases} 1 & m \le 0 \\ 0 & m > 0 \end{cases}",
    "0",
    ("(m <= 0).double() + 0 * m  # flat on both sides, which autograd shall know",),
    _at_zero,
)
SQUARED = LossCurve(
    _squared,
    _squared_slope,
    r"\left(1 - \sigma(m)\right)^2",
    r"-2\,\sigma(m)\left(1 - \sigma(m)\right)^2",
    (_Q, "q ** 2"),
)
ABSOLUTE = LossCurve(
    _absolute,
    _absolute_slope,
    r"1 - \sigma(m)",
    r"-\sigma(m)\left(1 - \sigma(m)\right)",
    ("torch.sigmoid(-m)  # 1 - sigmoid(m)",),
)
HUBER = LossCurve(
    _huber,
    _huber_slope,
    r"h_{\delta}\left(1 - \sigma(m)\right)",
    r"-\min\left(1 - \sigma(m),\,\delta\right)\,\sigma(m)\left(1 - \sigma(m)\right)",
    (_Q, "d = {delta}", "torch.where(q <= d, q ** 2 / 2, d * (q - d / 2))"),
    _huber_corners,
)
LOG = LossCurve(
    _log,
    _log_slope,
    r"\ln\left(1 + e^{-m}\right)",
    r"-\left(1 - \sigma(m)\right)",
    ("torch.log1p(torch.exp(-m))",),
)
WEIGHTED_LOG = LossCurve(
    _weighted_log,
    _weighted_log_slope,
    r"w\,\ln\left(1 + e^{-m}\right)",
    r"-w\left(1 - \sigma(m)\right)",
    ("w = {weight}", "w * torch.log1p(torch.exp(-m))"),
)
FOCAL = LossCurve(
    _focal,
    _focal_slope,
    r"\left(1 - \sigma(m)\right)^2\,\ln\left(1 + e^{-m}\right)",
    r"-q^2\left(2\,(1 - q)\,\ln\left(1 + e^{-m}\right) + q\right),\quad q = 1 - \sigma(m)",
    (_Q, "q ** 2 * torch.log1p(torch.exp(-m))"),
)
HINGE = LossCurve(
    _hinge,
    _hinge_slope,
    r"\max(0,\,1 - m)",
    r"\begin{cases} -1 & m < 1 \\ 0 & m \ge 1 \end{cases}",
    ("torch.relu(1 - m)",),
    _at_one,
)
SQUARED_HINGE = LossCurve(
    _squared_hinge,
    _squared_hinge_slope,
    r"\max(0,\,1 - m)^2",
    r"-2\max(0,\,1 - m)",
    ("torch.relu(1 - m) ** 2",),
    _at_one,
)
EXPONENTIAL = LossCurve(_exponential, _exponential_slope, r"e^{-m}", r"-e^{-m}", ("torch.exp(-m)",))
SQUARED_SCORE = LossCurve(_squared_score, _squared_score_slope, r"(1 - m)^2", r"-2\,(1 - m)", ("(1 - m) ** 2",))
