"""The PyTorch lines behind the boxes of balls, the likelihood, its bridge to the fit, and entropy."""

from typing import Literal

import numpy as np

from lossviz.core.entropy import Comparison
from lossviz.core.fit.cases import Cases
from lossviz.core.fit.logistic import Parameters
from lossviz.core.fit.snippets import fit_snippet
from lossviz.core.likelihood.bernoulli import log_likelihoods
from lossviz.core.likelihood.boxes import Boxes, judge
from lossviz.core.likelihood.labels import label_product
from lossviz.core.snippets import Snippet, number_text, snippet_of, tensor_lines

ChanceKey = Literal["posterior", "likelihood", "bridge", "entropy"]


def posterior_snippet(boxes: Boxes, whites: int, blues: int) -> Snippet:
    """The posterior of the second box after so many balls: a softmax of logarithms; NaN where no box is possible."""
    contents = [[box.whites, box.blues] for box in boxes.both]
    lines = [
        *tensor_lines("boxes", np.array(contents, np.float64)),
        f"drawn = torch.tensor([{whites}, {blues}])  # white and blue balls, as the columns of boxes",
        *tensor_lines("prior", np.array(boxes.priors)),
        "share = boxes / boxes.sum(dim=1, keepdim=True)  # of each colour in each box",
        "log_likelihood = torch.xlogy(drawn, share).sum(dim=1)  # drawn * ln(share), and 0 * ln(0) = 0",
        "posterior = torch.softmax(torch.log(prior) + log_likelihood, dim=0)",
        "print(log_likelihood, posterior)",
        "result = posterior[1].item()  # of the second box",
    ]
    posteriors = judge(boxes, whites, blues).posteriors
    return snippet_of(lines, posteriors[1] if posteriors else float("nan"))


def likelihood_snippet(share: float, whites: int, blues: int) -> Snippet:
    """-ln of the likelihood of so many balls at a share of blue."""
    lines = [
        f"p = torch.tensor({number_text(share)}, dtype=torch.float64)  # the share of blue",
        f"white, blue = torch.tensor({whites}), torch.tensor({blues})",
        "product = p ** blue * (1 - p) ** white  # 0 where it is too small for float64",
        "log_likelihood = torch.xlogy(blue, p) + torch.special.xlog1py(white, -p)",
        "print(product, log_likelihood)",
        "result = -log_likelihood.item()  # the sum of -ln P",
    ]
    value = -float(log_likelihoods(np.array([share]), whites, blues)[0]) + 0.0  # no -0
    return snippet_of(lines, value)


def bridge_snippet(parameters: Parameters, cases: Cases) -> Snippet:
    """-ln of the likelihood of the labels for each case, below the lines that give the fit's cross-entropy."""
    body = [
        "",
        "# The same number once more: each label is a draw, and the sigmoid says how probable it was.",
        "z = w * x + b",
        "z_of_label = torch.where(y == 1, z, -z)",
        "probability = torch.sigmoid(z_of_label)  # P(y) of each label",
        "print(probability.prod())  # the likelihood: 0 where it is too small for float64",
        "sum_of_logs = -torch.nn.functional.logsigmoid(z_of_label).sum()  # -ln of the likelihood",
        "result = sum_of_logs.item() / len(y)",
        "print(result)",
    ]
    above = fit_snippet("losses", "bce", cases, parameters).code
    product = label_product(parameters, cases)
    return Snippet(above + "\n".join(body) + "\n", product.total / len(product))


def entropy_snippet(comparison: Comparison) -> Snippet:
    """H(p, q), in the comparison's unit."""
    unit = "" if comparison.unit == "nats" else " / math.log(2)"
    lines = [
        *(["import math", ""] if unit else []),
        *tensor_lines("p", comparison.p),
        *tensor_lines("q", comparison.q),
        f"entropy = -torch.xlogy(p, p).sum(){unit}  # H(p); p * ln(p), and 0 * ln(0) = 0",
        f"cross_entropy = -torch.xlogy(p, q).sum(){unit}  # H(p, q)",
        "divergence = cross_entropy - entropy  # KL(p||q)",
        "print(entropy, divergence, cross_entropy)",
        "result = cross_entropy.item()",
    ]
    return snippet_of(lines, comparison.cross_entropy)
