"""Settings that show one thing each, all on the same curve and seed."""

from dataclasses import dataclass, replace
from typing import Literal

from lossviz.core.polynomial.data import Recipe

PresetKey = Literal["underfit", "good_fit", "overfit", "ridge", "more_points"]

# 18 train and 12 held-out points. Degree 4 has the least held-out error, 0.096; degree 12 has 0.615, though its
# training error is a quarter of degree 4's.
_POINTS = Recipe(count=30, noise=0.3, train_share=0.6, seed=172)


@dataclass(frozen=True)
class Preset:
    """recipe: the points. ridge: its strength."""

    recipe: Recipe
    degree: int
    ridge: float = 0.0


PRESETS: dict[PresetKey, Preset] = {
    "underfit": Preset(_POINTS, 1),
    "good_fit": Preset(_POINTS, 4),
    "overfit": Preset(_POINTS, 12),
    "ridge": Preset(_POINTS, 12, 0.03),
    "more_points": Preset(replace(_POINTS, count=200), 12),
}
