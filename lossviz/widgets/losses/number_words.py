"""How the catalogue writes its numbers."""

import math

from lossviz.widgets.minus_signs import with_minus_signs


def number_words(value: float) -> str:
    """Five figures, four places at most; ∞ and – for what is none."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    size = abs(value)
    text = f"{value:.{_places(size)}f}" if size < 1000 else f"{value:.4g}"
    return with_minus_signs(text) if float(text) else text.lstrip("-")


def _places(size: float) -> int:
    return 4 if size < 10 else 3 if size < 100 else 2
