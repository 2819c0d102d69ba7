"""The PyTorch lines that give a loss and its slope at the marker of the catalogue's plots."""

import math
from typing import Literal

from lossviz.core.losses.axes import LossAxis, LossOptions
from lossviz.core.losses.curves import LossCurve
from lossviz.core.snippets import Snippet, number_text, snippet_of

Wanted = Literal["value", "slope"]

_NO_SLOPE = "slope = torch.where(loss.isnan(), loss, slope)  # where there is no loss there is no slope"


def marker_snippet(curve: LossCurve, axis: LossAxis, place: float, options: LossOptions, wanted: Wanted) -> Snippet:
    """`curve` and, by autograd, its slope at `place` on `axis`."""
    x, weight, delta = axis.symbol, number_text(options.pos_weight), number_text(options.delta)
    *before, formula = (line.format(weight=weight, delta=delta) for line in curve.code)
    number, loss = f"torch.tensor({number_text(place)}, dtype=torch.float64", f"loss = {formula}"
    if wanted == "value":
        value = curve.value_at(place, options)
        return snippet_of([f"{x} = {number})", *before, loss, "print(loss)", "result = loss.item()"], value)
    slope = curve.gradient_at(place, options)
    lines = [f"{x} = {number}, requires_grad=True)", *before, loss, f"(slope,) = torch.autograd.grad(loss, {x})"]
    if math.isnan(slope):
        lines.append(_NO_SLOPE)
    return snippet_of([*lines, "print(slope)", "result = slope.item()"], slope)
