"""The PyTorch lines that give the losses of one sigmoid in float32, and their gradients."""

from collections.abc import Callable
from typing import Literal

import numpy as np

from lossviz.core.snippets import number_text
from lossviz.core.softmax.float32_range import SigmoidLosses, sigmoid_losses
from lossviz.core.softmax.snippet_lines import Body, Subject

Way = Literal["formula", "probability", "logit"]

_LOSS_LINES: dict[Way, str] = {
    "formula": "loss = (-y * torch.log(p) - (1 - y) * torch.log(1 - p)).sum()  # ln 0 is -inf, 0 * inf is NaN",
    "probability": "loss = torch.nn.BCELoss()(p, y)  # takes no logarithm below -100",
    "logit": "loss = torch.nn.BCEWithLogitsLoss()(z, y)  # from the logit itself",
}


def sigmoid_loss_lines(way: Way) -> Callable[[Subject], Body]:
    """The loss."""

    def lines(subject: Subject) -> Body:
        losses = _losses(subject)
        found = {"formula": losses.by_formula, "probability": losses.by_probability, "logit": losses.by_logit}
        return [*_lines(subject, way), "print(p, loss)", "result = loss.item()"], float(found[way][0])

    return lines


def sigmoid_slope_lines(way: Literal["probability", "logit"]) -> Callable[[Subject], Body]:
    """The loss' derivative by the logit, as autograd has it."""

    def lines(subject: Subject) -> Body:
        losses = _losses(subject)
        slopes = losses.slopes_by_logit if way == "logit" else losses.slopes_by_probability
        body = [*_lines(subject, way), "loss.backward()", "print(p, loss, z.grad)", "result = z.grad.item()"]
        return body, float(slopes[0])

    return lines


def _lines(subject: Subject, way: Way) -> list[str]:
    case = subject.sigmoid
    return [
        f"z = torch.tensor([{number_text(case.z)}], requires_grad=True)  # float32",
        f"y = torch.tensor([{number_text(case.label)}])",
        "p = torch.sigmoid(z)",
        _LOSS_LINES[way],
    ]


def _losses(subject: Subject) -> SigmoidLosses:
    return sigmoid_losses(np.array([subject.sigmoid.z]), np.array([subject.sigmoid.label]))
