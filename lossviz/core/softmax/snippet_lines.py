"""The lines that the softmax page's snippets share."""

from dataclasses import dataclass

from lossviz.core.fit.cases import Column
from lossviz.core.snippets import number_text, tensor_lines
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.float32_range import SigmoidCase
from lossviz.core.softmax.gradients import StepLoss
from lossviz.core.softmax.network import SoftmaxNetwork

Body = tuple[list[str], float]  # the lines, and what they leave in `result`

FUNCTIONS = "functional = torch.nn.functional"


@dataclass(frozen=True, eq=False)
class Subject:
    """What a snippet is about; the arguments of softmax_snippet."""

    facts: SoftmaxFacts
    network: SoftmaxNetwork | None
    nudges: Column | None
    rate: float
    step_loss: StepLoss
    sigmoid: SigmoidCase


def logit_lines(facts: SoftmaxFacts) -> list[str]:
    """z and T."""
    return [*tensor_lines("z", facts.logits), f"T = {number_text(facts.temperature)}"]


def score_lines(facts: SoftmaxFacts, *, needs_gradient: bool = False) -> list[str]:
    """z, T, y, and what goes into the loss."""
    return [
        *logit_lines(facts),
        *tensor_lines("y", facts.target),
        FUNCTIONS,
        *(["z.requires_grad_()"] if needs_gradient else []),
        f"scores = {scores_text(facts)}",
    ]


def scores_text(facts: SoftmaxFacts) -> str:
    """What goes into the last softmax."""
    return "torch.softmax(z / T, dim=0)" if facts.is_double else "z / T"
