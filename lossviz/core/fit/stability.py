"""Why a descent behaves as it does: its learning rate against the curvature, its gradient against the other loss'."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent_endings import STALLED_GRADIENT, EndingRules
from lossviz.core.fit.descent_settings import LEARNING_RATES, MOMENTUM, DescentSettings, rate_at_most
from lossviz.core.fit.logistic import LossKind, Parameters, gradient, hessian, mean_loss

DiagnosisKind = Literal["fine", "too_large", "uphill", "stalled", "flat", "separable"]

_SATURATED_RATIO = 10.0
_STEPS_AHEAD, _WORTHWHILE_GAIN = 100, 0.01
_STEPS_TO_BOTTOM, _LEAST_ADAPTIVE_RATE = 100, 1e-3


@dataclass(frozen=True)
class Diagnosis:
    """too_large: the learning rate is above `limit`, so that steps overshoot further each time.
    uphill: it is not, but the next step of gradient descent ends higher: the surface bends more on the way there.
    stalled: on a plateau of squared error, where the gradient is shorter than 1e-4.
    flat: on such a plateau's slope, where a hundred steps bring less than 1% of what could be gained.
    separable: no parameters are best, w grows without end.

    largest_eigenvalue: of the loss' Hessian at `measured_at`, here or at the bottom, whichever allows the smaller rate.
    limit: 2 / largest_eigenvalue, with momentum 2 (1 + 0.9) / largest_eigenvalue; infinite where no rate is too large,
        and for RMSprop and Adam, which scale their steps themselves.
    gradient_ratio: how many times longer the cross-entropy's gradient is than that of squared error, here.
    suggested_rate: a rung of LEARNING_RATES, at most half the limit; where the step leads uphill, one that does not.
    """

    kind: DiagnosisKind
    largest_eigenvalue: float
    measured_at: Literal["here", "bottom"]
    limit: float
    gradient_ratio: float
    suggested_rate: float


def diagnose(parameters: Parameters, settings: DescentSettings, cases: Cases) -> Diagnosis:
    """For the next steps from these parameters with these settings."""
    rules = EndingRules(settings.loss, cases, parameters)
    here, bottom = (
        _largest_eigenvalue(parameters, settings.loss, cases),
        _bottom_eigenvalue(rules, settings.loss, cases),
    )
    largest = max(here, bottom)
    limit, ratio = _limit(settings, largest), _gradient_ratio(parameters, cases)
    return Diagnosis(
        kind=_kind(parameters, settings, cases, rules, limit, ratio),
        largest_eigenvalue=largest,
        measured_at="here" if here >= bottom else "bottom",
        limit=limit,
        gradient_ratio=ratio,
        suggested_rate=_suggested_rate(parameters, settings, rules, limit, cases),
    )


def _kind(
    parameters: Parameters, settings: DescentSettings, cases: Cases, rules: EndingRules, limit: float, ratio: float
) -> DiagnosisKind:
    if settings.learning_rate > limit:
        return "too_large"
    if _leads_uphill(parameters, settings, settings.learning_rate, cases):
        return "uphill"
    if rules.is_far(parameters):
        length = math.hypot(*gradient(settings.loss, parameters, cases))
        if length < STALLED_GRADIENT:
            return "stalled"
        if ratio > _SATURATED_RATIO and _gain_ahead(length, settings) < _WORTHWHILE_GAIN * rules.excess(parameters):
            return "flat"
    return "separable" if rules.fit.state == "separable" else "fine"


def _leads_uphill(parameters: Parameters, settings: DescentSettings, rate: float, cases: Cases) -> bool:
    """Only of plain gradient descent over all cases: other steps depend on those before, or on the batch."""
    if settings.optimizer != "gd" or settings.batch_size is not None:
        return False
    slope = gradient(settings.loss, parameters, cases)
    reached = Parameters(parameters.w - rate * slope.w, parameters.b - rate * slope.b)
    if not all(map(math.isfinite, reached)):
        return True
    return mean_loss(settings.loss, reached, cases) > mean_loss(settings.loss, parameters, cases)


def _gain_ahead(length: float, settings: DescentSettings) -> float:
    """How much loss the next steps take away if the gradient stays as it is; RMSprop and Adam lengthen theirs."""
    speeds = {"gd": 1.0, "momentum": 1.0 / (1.0 - MOMENTUM), "rmsprop": 1.0 / length, "adam": 1.0 / length}
    return _STEPS_AHEAD * settings.learning_rate * length**2 * speeds[settings.optimizer]


def _largest_eigenvalue(parameters: Parameters, kind: LossKind, cases: Cases) -> float:
    return float(np.linalg.eigvalsh(hessian(kind, parameters, cases))[-1])


def _bottom_eigenvalue(rules: EndingRules, kind: LossKind, cases: Cases) -> float:
    """Where the descent is to settle; 0 where there is no such place. A far plateau knows nothing of it."""
    if rules.fit.state in ("separable", "one_class"):
        return 0.0
    return _largest_eigenvalue(rules.fit.parameters, kind, cases)


def _limit(settings: DescentSettings, largest: float) -> float:
    if largest <= 0 or settings.optimizer in ("rmsprop", "adam"):
        return math.inf
    return 2.0 * (1.0 + MOMENTUM if settings.optimizer == "momentum" else 1.0) / largest


def _gradient_ratio(parameters: Parameters, cases: Cases) -> float:
    cross_entropy = math.hypot(*gradient("bce", parameters, cases))
    squared_error = math.hypot(*gradient("mse", parameters, cases))
    if squared_error == 0:
        return math.inf if cross_entropy > 0 else 1.0
    return cross_entropy / squared_error


def _suggested_rate(
    parameters: Parameters, settings: DescentSettings, rules: EndingRules, limit: float, cases: Cases
) -> float:
    """At most half the limit, at which no direction overshoots; for RMSprop and Adam one that is there in 100 steps."""
    if settings.optimizer in ("rmsprop", "adam"):
        w, b = rules.fit.parameters
        distance = max(abs(w - parameters.w), abs(b - parameters.b))
        return rate_at_most(max(distance / _STEPS_TO_BOTTOM, _LEAST_ADAPTIVE_RATE))
    rate = rate_at_most(limit / 2.0) if math.isfinite(limit) else settings.learning_rate
    while rate > LEARNING_RATES[0] and _leads_uphill(parameters, settings, rate, cases):
        rate = rate_at_most(rate / 2.0)
    return rate
