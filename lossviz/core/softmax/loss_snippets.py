"""The PyTorch lines that give losses, their gradients and a step down."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from lossviz.core.snippets import number_text, tensor_lines
from lossviz.core.softmax.gradients import StepLoss
from lossviz.core.softmax.snippet_lines import FUNCTIONS, Body, Subject, logit_lines, score_lines, scores_text
from lossviz.core.softmax.steps import descend


def loss_lines(subject: Subject) -> Body:
    facts = subject.facts
    by_index = [f"print(functional.cross_entropy(scores, torch.tensor({facts.target_class})))  # by the class' index"]
    body = [
        *score_lines(facts),
        "terms = -y * torch.log_softmax(scores, dim=0)",
        "by_library = functional.cross_entropy(scores, y)",
        "print(terms, terms.sum(), by_library)",
        *(by_index if facts.target.max() == 1.0 else []),
        "result = by_library.item()",
    ]
    return body, facts.loss


def divergence_lines(subject: Subject) -> Body:
    body = [
        *score_lines(subject.facts),
        "entropy = torch.special.entr(y).sum()",
        'divergence = functional.kl_div(torch.log_softmax(scores, dim=0), y, reduction="sum")',
        "print(entropy, divergence, functional.cross_entropy(scores, y))",
        "result = (entropy + divergence).item()",
    ]
    return body, subject.facts.loss


def entropy_lines(subject: Subject) -> Body:
    body = [
        *tensor_lines("y", subject.facts.target),
        "result = torch.special.entr(y).sum().item()  # -y ln y, 0 where y is 0",
        "print(result)",
    ]
    return body, subject.facts.entropy


def mse_lines(subject: Subject) -> Body:
    body = [
        *score_lines(subject.facts),
        "p = torch.softmax(scores, dim=0)",
        "print(((p - y) ** 2).mean())",
        "result = functional.mse_loss(p, y).item()",
    ]
    return body, subject.facts.mse


def double_lines(subject: Subject) -> Body:
    facts = subject.facts
    body = [
        *logit_lines(facts),
        *tensor_lines("y", facts.target),
        FUNCTIONS,
        "p = torch.softmax(z / T, dim=0)",
        "print(functional.cross_entropy(z / T, y))  # right: cross_entropy applies softmax itself",
        "result = functional.cross_entropy(p, y).item()  # the mistake: softmax of a softmax",
        "print(result)",
    ]
    return body, facts.loss_twice


def gradient_lines(kind: StepLoss) -> Callable[[Subject], Body]:
    def lines(subject: Subject) -> Body:
        facts = subject.facts
        body = [
            *score_lines(facts, needs_gradient=True),
            f"loss = {_call(kind, 'scores')}",
            "loss.backward()",
            "print(loss, z.grad)",
            "result = z.grad.norm().item()  # the gradient's length",
        ]
        return body, float(np.linalg.norm(facts.step_gradient(kind)))

    return lines


def step_lines(subject: Subject) -> Body:
    facts, kind = subject.facts, subject.step_loss
    after = descend(kind, facts.problem, subject.rate).logits
    body = [
        *score_lines(facts, needs_gradient=True),
        f"loss = {_call(kind, 'scores')}",
        "loss.backward()",
        f"z = (z - {number_text(subject.rate)} * z.grad).detach().clamp(-10000, 10000)",
        f"scores = {scores_text(facts)}",
        f"result = {_call(kind, 'scores')}.item()  # the loss after the step",
        "print(loss, z, result)",
    ]
    return body, replace(facts, logits=after).step_value(kind)


def _call(kind: StepLoss, scores: str) -> str:
    if kind == "bce":
        return f"functional.cross_entropy({scores}, y)"
    return f"functional.mse_loss(torch.softmax({scores}, dim=0), y)"
