"""The PyTorch lines of the experiments by hand: they draw the same random numbers and give the same loss."""

from collections.abc import Callable
from typing import Literal

import torch
from torch.nn import functional

from lossviz.core.by_hand.experiments import binary_experiment, multiclass_experiment
from lossviz.core.by_hand.labels import LABEL_LOGITS, logits_tensor
from lossviz.core.by_hand.settings import ByHandSettings
from lossviz.core.by_hand.summation_race import SEED, random_losses
from lossviz.core.snippets import Snippet, snippet_of

ByHandSnippet = Literal["binary", "multiclass", "index_labels", "race"]

RACE_SAMPLES = 100_000  # a fraction of a second for Python


def by_hand_snippet(what: ByHandSnippet, settings: ByHandSettings, labels: tuple[int, int]) -> Snippet:
    """binary, multiclass: the mean loss from logits. index_labels: the mean loss of two samples of the classes
    `labels`. race: the mean of the losses that are added.
    """
    lines, value = _SNIPPETS[what](settings, labels)
    return snippet_of(lines, value)


def _binary(settings: ByHandSettings, _labels: tuple[int, int]) -> tuple[list[str], float]:
    lines = [
        *_drawing_lines(settings, settings.binary_samples, columns=1, classes=2),
        "logits, y = (x @ w)[:, 0], y.float()  # two-class losses want floats",
        "p = torch.sigmoid(logits)",
        "",
        "by_formula = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))",
        "from_p = torch.nn.BCELoss()(p, y)",
        "from_logits = torch.nn.BCEWithLogitsLoss()(logits, y)",
        "print(by_formula.mean(), from_p, from_logits, by_formula.sum())",
        "result = from_logits.item()",
    ]
    return lines, binary_experiment(settings).ways[-1].mean


def _multiclass(settings: ByHandSettings, _labels: tuple[int, int]) -> tuple[list[str], float]:
    lines = [
        *_drawing_lines(settings, settings.multiclass_samples, settings.classes, settings.classes),
        "logits = x @ w",
        "p = torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True)",
        "log_p = torch.nn.LogSoftmax(dim=1)(logits)",
        "",
        "by_formula = -torch.log(p[torch.arange(len(y)), y])",
        "from_log_p = torch.nn.NLLLoss()(log_p, y)",
        "from_logits = torch.nn.CrossEntropyLoss()(logits, y)",
        "print(by_formula.mean(), from_log_p, from_logits, by_formula.sum())",
        "result = from_logits.item()",
    ]
    return lines, multiclass_experiment(settings).ways[-1].mean


def _index_labels(_settings: ByHandSettings, labels: tuple[int, int]) -> tuple[list[str], float]:
    lines = [
        "import torch.nn.functional as F",
        "",
        f"logits = torch.tensor({[list(row) for row in LABEL_LOGITS]}, dtype=torch.float64)",
        f"labels = torch.tensor({list(labels)})  # int64: whole numbers become that by themselves",
        "one_hot = F.one_hot(labels, 3).double()",
        "",
        'by_index = F.cross_entropy(logits, labels, reduction="none")',
        'by_one_hot = F.cross_entropy(logits, one_hot, reduction="none")',
        "print(by_index, by_one_hot)",
        "try:",
        "    F.cross_entropy(logits, labels.float())",
        "except RuntimeError as error:",
        "    print(error)",
        "result = by_index.mean().item()",
    ]
    return lines, functional.cross_entropy(logits_tensor(), torch.tensor(labels)).item()


def _race(_settings: ByHandSettings, _labels: tuple[int, int]) -> tuple[list[str], float]:
    lines = [
        "import time",
        "",
        f"generator = torch.Generator().manual_seed({SEED})",
        f"losses = -torch.log1p(-torch.rand({RACE_SAMPLES}, generator=generator))  # -ln p of random p",
        "start = time.perf_counter()",
        "by_python = sum(losses)",
        "middle = time.perf_counter()",
        "by_torch = torch.sum(losses)",
        "end = time.perf_counter()",
        "print(by_python, by_torch)",
        'print(f"Python took {(middle - start) / (end - middle):.0f} times as long")',
        "result = losses.double().mean().item()",
    ]
    return lines, random_losses(RACE_SAMPLES).double().mean().item()


def _drawing_lines(settings: ByHandSettings, samples: int, columns: int, classes: int) -> list[str]:
    return [
        f"generator = torch.Generator().manual_seed({settings.seed})",
        f"x = torch.rand(({samples}, {settings.features}), generator=generator)",
        f"w = torch.rand(({settings.features}, {columns}), generator=generator)",
        f"y = torch.randint(0, {classes}, ({samples},), generator=generator)",
        "",
    ]


_SNIPPETS: dict[ByHandSnippet, Callable[[ByHandSettings, tuple[int, int]], tuple[list[str], float]]] = {
    "binary": _binary,
    "multiclass": _multiclass,
    "index_labels": _index_labels,
    "race": _race,
}
