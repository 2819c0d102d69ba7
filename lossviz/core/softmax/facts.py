"""Every number of the softmax page, computed when first asked for."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.fit.logistic import sigmoid
from lossviz.core.softmax.float32_range import Float32Softmax, SigmoidLosses, float32_softmax, sigmoid_losses
from lossviz.core.softmax.gradients import GradientCheck, Problem, StepLoss, check_gradient, gradient
from lossviz.core.softmax.losses import (
    cross_entropy,
    cross_entropy_terms,
    double_softmax_least,
    entropy,
    kl_divergence,
    mean_squared_error,
)
from lossviz.core.softmax.softmax import Stages, log_softmax, softmax, stages


@dataclass(frozen=True)
class TwoClasses:
    """The sigmoid of z1 - z0 beside the softmax of both. p0, p1: softmax'. They agree to the last digits."""

    difference: float
    sigmoid: float
    p0: float
    p1: float


@dataclass(frozen=True, eq=False)
class SoftmaxFacts:
    """logits: (K,), finite. temperature: > 0. target: (K,), sum 1. is_double: whether softmax is applied twice.

    What has no `once` or `twice` in its name follows `is_double`, except for the stages, `probabilities` and
    `log_probabilities`, which are always those of the first softmax. All columns are (K,).
    """

    logits: Column
    temperature: float
    target: Column
    is_double: bool = False

    @property
    def class_count(self) -> int:
        """K."""
        return len(self.logits)

    @property
    def target_class(self) -> int:
        """The class with the largest share."""
        return int(np.argmax(self.target))

    @cached_property
    def stages(self) -> Stages:
        """The numbers from z to p."""
        return stages(self.logits, self.temperature)

    @property
    def scaled(self) -> Column:
        """z/T."""
        return self.stages.scaled

    @property
    def exps(self) -> Column:
        """e^(z/T), inf beyond 709.78."""
        return self.stages.exps

    @property
    def exps_total(self) -> float:
        """Their sum."""
        return self.stages.total

    @property
    def shifted(self) -> Column:
        """z/T less the largest of them."""
        return self.stages.shifted

    @property
    def shifted_exps(self) -> Column:
        """e to these, at most 1."""
        return self.stages.shifted_exps

    @property
    def shifted_total(self) -> float:
        """Their sum."""
        return self.stages.shifted_total

    @property
    def probabilities(self) -> Column:
        """p, after the first softmax."""
        return self.stages.probabilities

    @cached_property
    def log_probabilities(self) -> Column:
        """ln p, finite."""
        return log_softmax(self.scaled)

    @cached_property
    def twice_probabilities(self) -> Column:
        """softmax(p): what comes out when softmax is applied to probabilities by mistake."""
        return softmax(self.probabilities)

    @cached_property
    def twice_log_probabilities(self) -> Column:
        """Their ln."""
        return log_softmax(self.probabilities)

    @property
    def output(self) -> Column:
        """The probabilities that the loss is taken of."""
        return self.twice_probabilities if self.is_double else self.probabilities

    @property
    def log_output(self) -> Column:
        """Their ln."""
        return self.twice_log_probabilities if self.is_double else self.log_probabilities

    @cached_property
    def terms(self) -> Column:
        """-y_i ln p_i; 0 where y_i is 0."""
        return cross_entropy_terms(self.target, self.log_output)

    @property
    def loss(self) -> float:
        """The cross-entropy, the terms' sum."""
        return float(self.terms.sum())

    @cached_property
    def loss_twice(self) -> float:
        """The cross-entropy after two."""
        return cross_entropy(self.target, self.twice_log_probabilities)

    @cached_property
    def entropy(self) -> float:
        """H(y), which no logits can lower."""
        return entropy(self.target)

    @cached_property
    def divergence(self) -> float:
        """KL(y||p): loss = H(y) + KL(y||p)."""
        return kl_divergence(self.target, self.log_output)

    @property
    def floor(self) -> float:
        """The least cross-entropy that any logits reach, or come near to, with this target."""
        return self.floor_twice if self.is_double else self.entropy

    @cached_property
    def floor_twice(self) -> float:
        """The floor with two softmaxes: ln(1 + (K-1)/e) for one-hot targets."""
        return double_softmax_least(self.target)

    @cached_property
    def mse(self) -> float:
        """The mean over the classes of (p - y)^2."""
        return mean_squared_error(self.output, self.target)

    @cached_property
    def problem(self) -> Problem:
        """What the gradients are taken of."""
        return Problem(self.logits, self.temperature, self.target, self.is_double)

    @cached_property
    def gradient(self) -> Column:
        """Of the cross-entropy by the logits: (p - y)/T after one softmax."""
        return gradient("bce", self.problem)

    @cached_property
    def mse_gradient(self) -> Column:
        """Of the mean squared error of the probabilities."""
        return gradient("mse", self.problem)

    def step_gradient(self, kind: StepLoss) -> Column:
        """Of either loss."""
        return self.gradient if kind == "bce" else self.mse_gradient

    def step_value(self, kind: StepLoss) -> float:
        """Either loss."""
        return self.loss if kind == "bce" else self.mse

    @cached_property
    def check(self) -> GradientCheck:
        """The cross-entropy's gradient against torch's autograd."""
        return check_gradient("bce", self.problem)

    @cached_property
    def mse_check(self) -> GradientCheck:
        """The mean squared error's gradient against torch's autograd."""
        return check_gradient("mse", self.problem)

    @cached_property
    def float32(self) -> Float32Softmax:
        """The naive and the shifted form, one softmax, in float32."""
        return float32_softmax(self.logits, self.temperature, self.target)

    @cached_property
    def sigmoids(self) -> SigmoidLosses:
        """A sigmoid for each class instead: BCELoss against BCEWithLogitsLoss in float32."""
        return sigmoid_losses(self.scaled, self.target)

    @cached_property
    def two_classes(self) -> TwoClasses | None:
        """Sigmoid and softmax side by side; None unless there are two classes."""
        if self.class_count != 2:
            return None
        difference = float(self.scaled[1] - self.scaled[0])
        p0, p1 = self.probabilities.tolist()
        return TwoClasses(difference, float(sigmoid(np.array([difference]))[0]), p0, p1)
