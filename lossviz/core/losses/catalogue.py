"""The catalogue: all losses in the order in which they are offered."""

from collections.abc import Mapping

from lossviz.core.losses import margin_curves as margin
from lossviz.core.losses import probability_curves as probability
from lossviz.core.losses import residual_curves as residual
from lossviz.core.losses.axes import AxisKey
from lossviz.core.losses.curves import LossCurve
from lossviz.core.losses.entries import Aggregate, DashName, LossEntry, LossKey
from lossviz.core.losses.library_names import LIBRARY_NAMES
from lossviz.core.losses.words import LOSS_WORDS

Curves = Mapping[AxisKey, LossCurve]


def _on_all_axes(over_margin: LossCurve, over_probability: LossCurve, over_residual: LossCurve) -> Curves:
    return {"margin": over_margin, "probability": over_probability, "residual": over_residual}


_SQUARED = _on_all_axes(margin.SQUARED, probability.SQUARED, residual.SQUARED)
_ABSOLUTE = _on_all_axes(margin.ABSOLUTE, probability.ABSOLUTE, residual.ABSOLUTE)
_LOG = _on_all_axes(margin.LOG, probability.LOG, residual.LOG)
_ZERO_ONE = _on_all_axes(margin.ZERO_ONE, probability.ZERO_ONE, residual.ZERO_ONE)
_HUBER = _on_all_axes(margin.HUBER, probability.HUBER, residual.HUBER)
_WEIGHTED_LOG = _on_all_axes(margin.WEIGHTED_LOG, probability.WEIGHTED_LOG, residual.WEIGHTED_LOG)
_FOCAL = _on_all_axes(margin.FOCAL, probability.FOCAL, residual.FOCAL)


def _entry(key: LossKey, curves: Curves, colour: str, dash: DashName, aggregate: Aggregate | None = None) -> LossEntry:
    return LossEntry(key, LOSS_WORDS[key], curves, colour, dash, LIBRARY_NAMES[key], aggregate)


LOSSES: Mapping[LossKey, LossEntry] = {
    entry.key: entry
    for entry in (
        _entry("zero_one", _ZERO_ONE, "curve_6", "long_dashed"),
        _entry("squared", _SQUARED, "loss_mse", "solid"),
        _entry("mse", _SQUARED, "loss_mse", "solid", "mean"),
        _entry("sse", _SQUARED, "loss_mse", "solid", "sum"),
        _entry("mae", _ABSOLUTE, "curve_2", "dotted", "mean"),
        _entry("rmse", _ABSOLUTE, "curve_2", "dotted", "root_mean"),
        _entry("huber", _HUBER, "curve_3", "dash_dot"),
        _entry("log", _LOG, "loss_bce", "dashed"),
        _entry("sigmoid_ce", _LOG, "loss_bce", "dashed"),
        _entry("weighted_ce", _WEIGHTED_LOG, "curve_4", "dash_dot_dot"),
        _entry("softmax_ce", _LOG, "loss_bce", "dashed"),
        _entry("sparse_ce", _LOG, "loss_bce", "dashed"),
        _entry("hinge", {"margin": margin.HINGE}, "curve_1", "dense"),
        _entry("squared_hinge", {"margin": margin.SQUARED_HINGE}, "curve_5", "two_dashes"),
        _entry("exponential", {"margin": margin.EXPONENTIAL}, "curve_4", "sparse_dotted"),
        _entry("focal", _FOCAL, "curve_1", "dot_pairs"),
        _entry("squared_score", {"margin": margin.SQUARED_SCORE}, "curve_3", "long_dash_dot"),
    )
}
