"""The PyTorch lines that give probabilities: as they are, by a sigmoid, from a network, in float32."""

import numpy as np

from lossviz.core.snippets import number_text, tensor_lines
from lossviz.core.softmax.facts import SoftmaxFacts
from lossviz.core.softmax.snippet_lines import Body, Subject, logit_lines
from lossviz.core.softmax.softmax import softmax


def probabilities_lines(subject: Subject) -> Body:
    facts = subject.facts
    body = [
        *logit_lines(facts),
        "p = torch.softmax(z / T, dim=0)",
        "print(p, p.sum())",
        f"result = p[{facts.target_class}].item()",
    ]
    return body, _target_probability(facts)


def exps_lines(subject: Subject) -> Body:
    body = [
        *logit_lines(subject.facts),
        "exps = torch.exp(z / T)  # inf beyond 709.78",
        "print(exps, exps / exps.sum())",
        "result = exps.sum().item()",
    ]
    return body, subject.facts.exps_total


def two_classes_lines(subject: Subject) -> Body:
    facts, i = subject.facts, subject.facts.target_class
    difference = f"scores[{i}] - scores[{1 - i}]"
    if facts.class_count > 2:  # then one class against all others
        difference = f"scores[{i}] - torch.logsumexp(torch.cat([scores[:{i}], scores[{i + 1}:]]), dim=0)"
    body = [
        *logit_lines(facts),
        "scores = z / T",
        f"difference = {difference}",
        f"print(torch.softmax(scores, dim=0)[{i}])",
        "result = torch.sigmoid(difference).item()",
    ]
    return body, _target_probability(facts)


def float32_lines(subject: Subject) -> Body:
    facts = subject.facts
    body = [
        *logit_lines(facts),
        "exps = torch.exp(z.float() / T)  # inf beyond 88.72",
        "p = exps / exps.sum()  # inf / inf is NaN",
        "print(exps, exps.sum(), p)",
        f"result = p[{facts.target_class}].item()",
    ]
    return body, float(facts.float32.probabilities[facts.target_class])


def float32_shifted_lines(subject: Subject) -> Body:
    facts = subject.facts
    body = [
        *logit_lines(facts),
        "scores = z.float() / T",
        "exps = torch.exp(scores - scores.max())  # never above 1",
        "p = exps / exps.sum()",
        "print(exps, exps.sum(), p)",
        f"result = p[{facts.target_class}].item()",
    ]
    return body, float(facts.float32.shifted_probabilities[facts.target_class])


def sigmoids_lines(subject: Subject) -> Body:
    facts = subject.facts
    body = [
        *logit_lines(facts),
        *tensor_lines("y", facts.target),
        "scores, y = (z / T).float(), y.float()",
        "print(torch.nn.BCELoss()(torch.sigmoid(scores), y))  # takes no logarithm below -100",
        "result = torch.nn.BCEWithLogitsLoss()(scores, y).item()",
        "print(result)",
    ]
    return body, facts.sigmoids.mean_by_logit


def network_lines(subject: Subject) -> Body:
    network, facts = subject.network, subject.facts
    if network is None:
        raise ValueError("the network's lines need the network")
    has_nudges = subject.nudges is not None and bool(subject.nudges.any())
    nudges = subject.nudges if subject.nudges is not None else np.zeros(facts.class_count)
    body = [
        *tensor_lines("x", network.x),
        *tensor_lines("W", network.weights),
        *tensor_lines("b", network.bias),
        "z = W @ x + b",
        *([*tensor_lines("nudges", nudges), "z = z + nudges"] if has_nudges else []),
        f"p = torch.softmax(z / {number_text(facts.temperature)}, dim=0)",
        "print(z, p)",
        f"result = p[{facts.target_class}].item()",
    ]
    return body, float(softmax((network.logits + nudges) / facts.temperature)[facts.target_class])


def _target_probability(facts: SoftmaxFacts) -> float:
    return float(facts.probabilities[facts.target_class])
