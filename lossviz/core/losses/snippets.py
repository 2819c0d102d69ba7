"""The PyTorch lines that give the loss of the samples on screen: by the library's function, and by hand."""

from collections.abc import Sequence
from typing import Literal

from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.entries import Aggregate, LossEntry, LossKey
from lossviz.core.losses.samples import Samples, aggregate_losses, sample_losses
from lossviz.core.snippets import Snippet, number_text, snippet_of, tensor_lines

Way = Literal["library", "by_hand"]

_Form = LossKey | Literal["far_log"]

_LARGEST_PLAIN_SCORE = 10.0  # beyond, 1 - p has lost so many digits that its logarithm is off by more than 1e-12
_MARGIN = "m = torch.where(y == 1, z, -z)  # the margin"
_OF_THE_TRUE_CLASS = [_MARGIN, "p = torch.sigmoid(m)  # of the true class, so that 1 - p need not be formed near 1"]
_RESIDUAL = "r = torch.sigmoid(z) - y"
_TWO_SCORES = "scores = torch.stack([torch.zeros_like(z), z], dim=1)  # of class 0 and of class 1"
_ONE_HOT = "one_hot = torch.stack([1 - y, y], dim=1)"
_ENDINGS: dict[Aggregate, tuple[str, str]] = {
    "none": ("", "result = losses[0].item()  # of the first sample"),
    "mean": (".mean()", "result = loss.item()"),
    "sum": (".sum()", "result = loss.item()"),
    "root_mean": (".mean().sqrt()", "result = loss.item()"),
}


def loss_snippet(entry: LossEntry, samples: Samples, options: LossOptions, aggregate: Aggregate, way: Way) -> Snippet:
    """Where PyTorch has no function for a loss, both ways write it out."""
    value = aggregate_losses(sample_losses(entry, samples, options), aggregate)
    key: _Form = entry.key
    if key == "log" and float(abs(samples.scores).max()) > _LARGEST_PLAIN_SCORE:
        key = "far_log"
    call = _call(key, options, aggregate) if way == "library" else None
    body = call or _by_hand(key, options, aggregate)
    name, ending = "losses" if aggregate == "none" else "loss", _ENDINGS[aggregate][1]
    data = [*tensor_lines("z", samples.scores), *tensor_lines("y", samples.labels), ""]
    lines = [*data, *body[:-1], f"{name} = {body[-1]}", f"print({name})", ending]
    if any("F." in line for line in body):
        lines.insert(0, "import torch.nn.functional as F")
        lines.insert(1, "")
    code = snippet_of(lines, value).code
    return Snippet(code.replace("import torch\n\nimport", "import torch\nimport"), value)


def _call(key: _Form, options: LossOptions, aggregate: Aggregate) -> list[str] | None:
    """The lines that prepare, and what gives the loss; None where there is no function for it."""
    reduction = {"mean": "", "root_mean": ""}.get(aggregate, f', reduction="{aggregate}"')
    return _filled(_CALLS[key], options, reduction) if key in _CALLS else None


def _by_hand(key: _Form, options: LossOptions, aggregate: Aggregate) -> list[str]:
    """The lines that prepare, and the formula with its mean or sum."""
    *before, formula = _filled(_FORMULAS[key], options)
    ending = _ENDINGS[aggregate][0]
    return [*before, f"({formula}){ending}" if ending else formula]


def _filled(lines: Sequence[str], options: LossOptions, reduction: str = "") -> list[str]:
    weight, delta = number_text(options.pos_weight), number_text(options.delta)
    return [line.format(weight=weight, delta=delta, reduction=reduction) for line in lines]


_CALLS: dict[_Form, tuple[str, ...]] = {
    "squared": ("F.mse_loss(torch.sigmoid(z), y{reduction})",),
    "mse": ("F.mse_loss(torch.sigmoid(z), y{reduction})",),
    "sse": ("F.mse_loss(torch.sigmoid(z), y{reduction})",),
    "mae": ("F.l1_loss(torch.sigmoid(z), y{reduction})",),
    "rmse": ("F.mse_loss(torch.sigmoid(z), y{reduction}).sqrt()",),
    "huber": ("F.huber_loss(torch.sigmoid(z), y{reduction}, delta={delta})",),
    "log": ("F.binary_cross_entropy(torch.sigmoid(z), y{reduction})",),
    "far_log": (*_OF_THE_TRUE_CLASS, "F.binary_cross_entropy(p, torch.ones_like(p){reduction})"),
    "sigmoid_ce": ("F.binary_cross_entropy_with_logits(z, y{reduction})",),
    "weighted_ce": (
        "w = torch.tensor({weight}, dtype=torch.float64)",
        "F.binary_cross_entropy_with_logits(z, y{reduction}, pos_weight=w)",
    ),
    "softmax_ce": (_TWO_SCORES, _ONE_HOT, "F.cross_entropy(scores, one_hot{reduction})"),
    "sparse_ce": (_TWO_SCORES, "F.cross_entropy(scores, y.long(){reduction})"),
    "squared_score": ("F.mse_loss(z, 2 * y - 1{reduction})",),
}

_FORMULAS: dict[_Form, tuple[str, ...]] = {
    "zero_one": (_MARGIN, "(m <= 0).double()"),
    "squared": (_RESIDUAL, "r ** 2"),
    "mse": (_RESIDUAL, "r ** 2"),
    "sse": (_RESIDUAL, "r ** 2"),
    "mae": (_RESIDUAL, "r.abs()"),
    "rmse": (_RESIDUAL, "r ** 2"),
    "huber": (_RESIDUAL, "d = {delta}", "torch.where(r.abs() <= d, r ** 2 / 2, d * (r.abs() - d / 2))"),
    "log": ("p = torch.sigmoid(z)", "-(y * torch.log(p) + (1 - y) * torch.log(1 - p))"),
    "far_log": (*_OF_THE_TRUE_CLASS, "-torch.log(p)"),
    "sigmoid_ce": ("z.clamp(min=0) - z * y + torch.log1p(torch.exp(-z.abs()))",),
    "weighted_ce": ("w = {weight}", "w * y * torch.log1p(torch.exp(-z)) + (1 - y) * torch.log1p(torch.exp(z))"),
    "softmax_ce": (_TWO_SCORES, _ONE_HOT, "-(one_hot * torch.log_softmax(scores, dim=1)).sum(dim=1)"),
    "sparse_ce": (_TWO_SCORES, "-torch.log_softmax(scores, dim=1)[torch.arange(len(y)), y.long()]"),
    "hinge": (_MARGIN, "torch.clamp(1 - m, min=0)"),
    "squared_hinge": (_MARGIN, "torch.clamp(1 - m, min=0) ** 2"),
    "exponential": (_MARGIN, "torch.exp(-m)"),
    "focal": (_MARGIN, "-(1 - torch.sigmoid(m)) ** 2 * torch.nn.functional.logsigmoid(m)"),
    "squared_score": ("s = 2 * y - 1  # the label as -1 or 1", "(z - s) ** 2"),
}
