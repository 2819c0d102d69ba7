"""The PyTorch lines that fit the polynomial and give its errors."""

from typing import Literal

from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.snippets import Snippet, number_text, snippet_of, tensor_lines

ErrorKey = Literal["train", "held_out"]

_BASIS_LINES = [
    "def columns(x):  # Chebyshev polynomials of x, the train points' range scaled to -1 ... 1",
    "    low, high = train_x.min(), train_x.max()",
    "    u = (2 * x - low - high) / ((high - low) if high > low else 2)",
    "    terms = [torch.ones_like(u), u]",
    "    for _ in range(2, degree + 1):",
    "        terms.append(2 * u * terms[-1] - terms[-2])",
    "    return torch.stack(terms[: degree + 1], dim=1)",
]
_RIDGE_LINES = [
    "# Minimise the mean squared error + ridge * the sum of all squared coefficients but the constant's.",
    "penalties = (len(train_y) * ridge) ** 0.5 * torch.eye(degree + 1, dtype=torch.float64)[1:]",
    "rows = torch.cat([rows, penalties])",
    "targets = torch.cat([targets, torch.zeros(degree, dtype=torch.float64)])",
]


def polynomial_snippet(error: ErrorKey, facts: PolynomialFacts, degree: int) -> Snippet:
    """The mean squared error of the fit of that degree over the train or the held-out points."""
    errors = facts.train_errors if error == "train" else facts.held_out_errors
    lines = [
        *_data_lines(facts, degree),
        "",
        *_BASIS_LINES,
        "",
        "rows, targets = columns(train_x), train_y",
        *(_RIDGE_LINES if facts.ridge else []),
        'coefficients = torch.linalg.lstsq(rows, targets[:, None], driver="gelsd").solution[:, 0]',
        f"predicted = columns({error}_x) @ coefficients",
        f"result = torch.nn.functional.mse_loss(predicted, {error}_y).item()",
        "print(coefficients, result)",
    ]
    return snippet_of(lines, float(errors[degree]))


def _data_lines(facts: PolynomialFacts, degree: int) -> list[str]:
    (train_x, train_y), (held_out_x, held_out_y) = facts.points.train, facts.points.held_out
    return [
        *tensor_lines("train_x", train_x),
        *tensor_lines("train_y", train_y),
        *tensor_lines("held_out_x", held_out_x),
        *tensor_lines("held_out_y", held_out_y),
        f"degree = {degree}",
        *([f"ridge = {number_text(facts.ridge)}"] if facts.ridge else []),
    ]
