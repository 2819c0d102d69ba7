"""The PyTorch lines behind the numbers of the softmax page."""

from collections.abc import Callable
from typing import Literal

from lossviz.core.fit.cases import Column
from lossviz.core.snippets import Snippet, snippet_of
from lossviz.core.softmax import loss_snippets as losses
from lossviz.core.softmax import probability_snippets as probabilities
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.float32_range import SATURATED, SigmoidCase
from lossviz.core.softmax.gradients import StepLoss
from lossviz.core.softmax.network import SoftmaxNetwork
from lossviz.core.softmax.sigmoid_snippets import sigmoid_loss_lines, sigmoid_slope_lines
from lossviz.core.softmax.snippet_lines import Body, Subject

SnippetKey = Literal[
    "probabilities",
    "exps",
    "two_classes",
    "loss",
    "divergence",
    "entropy",
    "mse",
    "double",
    "gradient",
    "mse_gradient",
    "step",
    "float32",
    "float32_shifted",
    "sigmoids",
    "network",
    "sigmoid_formula",
    "sigmoid_bce",
    "sigmoid_logit",
    "sigmoid_bce_slope",
    "sigmoid_logit_slope",
]


def softmax_snippet(
    key: SnippetKey,
    facts: SoftmaxFacts,
    network: SoftmaxNetwork | None = None,
    nudges: Column | None = None,
    rate: float = 1.0,
    step_loss: StepLoss = "bce",
    sigmoid: SigmoidCase = SATURATED,
) -> Snippet:
    """The value is, for each key:

    probabilities, two_classes, network, float32, float32_shifted: p of `facts.target_class` after one softmax, in that
    order as it is, by a sigmoid, from Wx + b, and in float32 by the formula (may be NaN) and after the shift.
    exps: sum of e^(z/T), may be inf. loss: the cross-entropy. divergence: the same as H(y) + KL(y||p). entropy: H(y).
    mse: of the probabilities. double: the cross-entropy after two softmaxes. gradient, mse_gradient: the length of the
    gradient. step: the loss after one step; `rate` and `step_loss` count. sigmoids: BCEWithLogitsLoss in float32.

    sigmoid_...: of `sigmoid` in float32: its loss by the formula, by BCELoss and by BCEWithLogitsLoss, and the slopes
    of the last two.

    network, nudges: for "network" only, which needs the network.
    """
    body, value = _BODIES[key](Subject(facts, network, nudges, rate, step_loss, sigmoid))
    return snippet_of(body, value)


_BODIES: dict[SnippetKey, Callable[[Subject], Body]] = {
    "probabilities": probabilities.probabilities_lines,
    "exps": probabilities.exps_lines,
    "two_classes": probabilities.two_classes_lines,
    "loss": losses.loss_lines,
    "divergence": losses.divergence_lines,
    "entropy": losses.entropy_lines,
    "mse": losses.mse_lines,
    "double": losses.double_lines,
    "gradient": losses.gradient_lines("bce"),
    "mse_gradient": losses.gradient_lines("mse"),
    "step": losses.step_lines,
    "float32": probabilities.float32_lines,
    "float32_shifted": probabilities.float32_shifted_lines,
    "sigmoids": probabilities.sigmoids_lines,
    "network": probabilities.network_lines,
    "sigmoid_formula": sigmoid_loss_lines("formula"),
    "sigmoid_bce": sigmoid_loss_lines("probability"),
    "sigmoid_logit": sigmoid_loss_lines("logit"),
    "sigmoid_bce_slope": sigmoid_slope_lines("probability"),
    "sigmoid_logit_slope": sigmoid_slope_lines("logit"),
}
