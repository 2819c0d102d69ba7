"""The PyTorch lines that give a number on screen, complete: pasted into Python they need nothing but torch."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent_path import run_path
from lossviz.core.fit.descent_settings import MOMENTUM, DescentSettings, OptimizerName
from lossviz.core.fit.estimates import least_squares
from lossviz.core.fit.logistic import LossKind, Parameters, gradient, logits, mean_loss, sigmoid
from lossviz.core.snippets import Snippet, tensor_lines

FitPanel = Literal["losses", "fit", "surface", "descent", "threshold"]
FitKind = LossKind | Literal["line_mse"]

MOST_CASES_WRITTEN_OUT = 60
CASES_FILE = "cases.csv"


@dataclass(frozen=True, eq=False)
class _Subject:
    kind: FitKind
    cases: Cases
    parameters: Parameters
    settings: DescentSettings | None
    threshold: float


def fit_snippet(
    panel: FitPanel,
    kind: FitKind,
    cases: Cases,
    parameters: Parameters,
    settings: DescentSettings | None = None,
    threshold: float = 0.5,
) -> Snippet:
    """losses: the mean loss, by formula and by library. fit: the least-squares line's squared error for "line_mse", the
    sigmoid's loss otherwise. surface: the gradient's length. descent: the mean loss after one step over all cases with
    a new optimizer; needs `settings`, whose loss counts. threshold: the accuracy.

    More than 60 cases are read from the table that the window exports, cases.csv.
    """
    subject = _Subject(kind, cases, parameters, settings, threshold)
    body, value = _PANELS[panel](subject)
    return Snippet("\n".join([*_data_lines(cases), "", *_parameter_lines(parameters), *body]) + "\n", value)


def _data_lines(cases: Cases) -> list[str]:
    if len(cases) > MOST_CASES_WRITTEN_OUT:
        return [
            f"# {len(cases)} cases are too many to be written out here. Export them from the window as {CASES_FILE}",
            "# and run these lines in the same folder: the quantity is in the first column, the class in the second.",
            "import csv",
            "",
            "import torch",
            "",
            f'with open("{CASES_FILE}", newline="", encoding="utf-8-sig") as file:',
            "    rows = list(csv.reader(file))[1:]  # the first row names the columns",
            "x = torch.tensor([float(row[0]) for row in rows], dtype=torch.float64)",
            f"y = torch.tensor([float(row[1] == {cases.words.positive!r}) for row in rows], dtype=torch.float64)",
        ]
    return ["import torch", "", *tensor_lines("x", cases.x), *tensor_lines("y", cases.y)]


def _parameter_lines(parameters: Parameters) -> list[str]:
    w, b = map(float, parameters)
    return [f"w = torch.tensor({w!r}, dtype=torch.float64)", f"b = torch.tensor({b!r}, dtype=torch.float64)"]


def _library_line(kind: FitKind) -> str:
    return {
        "mse": "torch.nn.functional.mse_loss(torch.sigmoid(w * x + b), y)",
        "bce": "torch.nn.functional.binary_cross_entropy_with_logits(w * x + b, y)",
        "line_mse": "torch.nn.functional.mse_loss(w * x + b, y)",
    }[kind]


def _losses(subject: _Subject) -> tuple[list[str], float]:
    prediction = "w * x + b" if subject.kind == "line_mse" else "torch.sigmoid(w * x + b)"
    formula = {
        "mse": "((p - y) ** 2).mean()",
        "bce": "-(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()  # NaN or inf where p is 0 or 1 to all digits",
        "line_mse": "((p - y) ** 2).mean()",
    }[subject.kind]
    body = [
        f"p = {prediction}",
        f"by_formula = {formula}",
        f"by_library = {_library_line(subject.kind)}",
        "print(by_formula, by_library)",
        "result = by_library.item()",
    ]
    return body, _loss(subject.kind, subject.parameters, subject.cases)


def _fit(subject: _Subject) -> tuple[list[str], float]:
    evaluate = [f"result = {_library_line(subject.kind)}.item()", "print(w, b, result)"]
    if subject.kind != "line_mse":
        return evaluate, _loss(subject.kind, subject.parameters, subject.cases)
    solve = [
        "columns = torch.stack([x, torch.ones_like(x)], dim=1)",
        "w, b = torch.linalg.lstsq(columns, y[:, None]).solution[:, 0]  # the best straight line",
    ]
    return [*solve, *evaluate], _loss("line_mse", least_squares(subject.cases), subject.cases)


def _surface(subject: _Subject) -> tuple[list[str], float]:
    body = [
        "w.requires_grad_()",
        "b.requires_grad_()",
        f"loss = {_library_line(subject.kind)}",
        "loss.backward()",
        "print(loss, w.grad, b.grad)",
        "result = torch.hypot(w.grad, b.grad).item()  # how steep the surface is here",
    ]
    return body, math.hypot(*_gradient(subject.kind, subject.parameters, subject.cases))


def _descent(subject: _Subject) -> tuple[list[str], float]:
    if subject.settings is None:
        raise ValueError("the descent's lines need its settings")
    settings = replace(subject.settings, batch_size=None)
    body = [
        "w.requires_grad_()",
        "b.requires_grad_()",
        f"optimizer = {_optimizer_call(settings.optimizer, settings.learning_rate)}",
        f"loss = {_library_line(settings.loss)}  # forward, over all cases",
        "loss.backward()  # backward",
        "optimizer.step()  # update",
        "print(w, b)",
        f"result = {_library_line(settings.loss)}.item()  # the loss after the step",
    ]
    w, b = run_path(subject.parameters, settings, subject.cases, steps=1)[-1].tolist()
    return body, mean_loss(settings.loss, Parameters(w, b), subject.cases)


def _threshold(subject: _Subject) -> tuple[list[str], float]:
    z = logits(subject.parameters, subject.cases.x)
    is_line = subject.kind == "line_mse"
    body = [
        f"scores = {'w * x + b' if is_line else 'torch.sigmoid(w * x + b)'}",
        f"predicted = scores >= {float(subject.threshold)!r}",
        "result = (predicted == (y == 1)).double().mean().item()  # the accuracy",
        "print(result)",
    ]
    predicted = (z if is_line else sigmoid(z)) >= subject.threshold
    return body, float(np.mean(predicted == (subject.cases.y == 1.0)))


def _optimizer_call(name: OptimizerName, rate: float) -> str:
    return {
        "gd": f"torch.optim.SGD([w, b], lr={rate!r})",
        "momentum": f"torch.optim.SGD([w, b], lr={rate!r}, momentum={MOMENTUM!r})",
        "rmsprop": f"torch.optim.RMSprop([w, b], lr={rate!r})",
        "adam": f"torch.optim.Adam([w, b], lr={rate!r})",
    }[name]


def _loss(kind: FitKind, parameters: Parameters, cases: Cases) -> float:
    if kind == "line_mse":
        return float(((logits(parameters, cases.x) - cases.y) ** 2).mean())
    return mean_loss(kind, parameters, cases)


def _gradient(kind: FitKind, parameters: Parameters, cases: Cases) -> Parameters:
    if kind == "line_mse":
        residuals = logits(parameters, cases.x) - cases.y
        return Parameters(float((2.0 * residuals * cases.x).mean()), float((2.0 * residuals).mean()))
    return gradient(kind, parameters, cases)


_PANELS: dict[FitPanel, Callable[[_Subject], tuple[list[str], float]]] = {
    "losses": _losses,
    "fit": _fit,
    "surface": _surface,
    "descent": _descent,
    "threshold": _threshold,
}
