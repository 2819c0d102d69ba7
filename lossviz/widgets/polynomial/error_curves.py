"""Errors against the degree, as the curves of a plot."""

import math
from dataclasses import dataclass

import numpy as np

from lossviz.core.polynomial.data import Column
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.fit import DEGREES, HIGHEST_DEGREE
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.plots.picture import Curve, Dots

DEGREE_RANGE = AxisRange(-0.4, HIGHEST_DEGREE + 0.4)

_ZERO_ERROR = 1e-20  # squared: what rounding leaves of an error of 0
_MOST_DECADES = 6.0
_XS = np.array(DEGREES, dtype=np.float64)


@dataclass(frozen=True)
class ErrorNames:
    """What the two curves are called in the plot's key."""

    train: str
    held_out: str


def error_curves(facts: PolynomialFacts, names: ErrorNames, is_log: bool, shows_held_out: bool) -> tuple[Curve, ...]:
    """The training error, and the held-out error if it is to be seen and there is one."""
    train = Curve("train", names.train, _XS, on_axis(facts.train_errors, is_log), "train")
    if not shows_held_out or facts.best_degree is None:
        return (train,)
    held_out = on_axis(facts.held_out_errors, is_log)
    return train, Curve("held_out", names.held_out, _XS, held_out, "validation", "dashed")


def error_dots(curves: tuple[Curve, ...]) -> tuple[Dots, ...]:
    """A mark at each degree: the errors exist at whole degrees only."""
    shapes = {"train": "disc", "held_out": "square"}
    return tuple(
        Dots(f"{curve.key}_dots", curve.xs, curve.ys, curve.colour, "disc" if shapes[curve.key] == "disc" else "square")
        for curve in curves
    )


def error_range(facts: PolynomialFacts, is_log: bool) -> AxisRange:
    """What is worth seeing: all training errors, and the held-out ones as far as they do not squash the others."""
    if not is_log:
        high = _worth_seeing(facts)
        return AxisRange(-0.02 * high, 1.06 * high)
    errors = np.concatenate([facts.train_errors, facts.held_out_errors])
    powers = np.log10(errors[np.isfinite(errors) & (errors > _ZERO_ERROR)])
    middle = math.log10(_worth_seeing(facts))
    shown = np.clip(powers, middle - _MOST_DECADES, middle + _MOST_DECADES)
    low, high = float(shown.min(initial=middle)), float(shown.max(initial=middle))
    room = 0.06 * max(high - low, 0.5)
    return AxisRange(low - room, high + room)


def on_axis(errors: Column, is_log: bool) -> Column:
    """The errors, or their logarithms to base 10; an error of 0 stands far below all others."""
    return np.log10(np.maximum(errors, _ZERO_ERROR)) if is_log else errors


def error_text(error: float) -> str:
    """To three digits; a dash where there is none, 0 for what rounding left of it."""
    if math.isnan(error):
        return "–"
    return "0" if error < _ZERO_ERROR else f"{error:.3g}"


def _worth_seeing(facts: PolynomialFacts) -> float:
    """The larger of the errors of degree 0: what the simplest model of all gets."""
    at_zero = [float(errors[0]) for errors in (facts.train_errors, facts.held_out_errors)]
    return max([error for error in at_zero if math.isfinite(error)], default=0.0) or 1.0
