"""The Overfit page's data and model as a state of plain values, and back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.polynomial.data import COUNT_RANGE, NOISE_RANGE, SEED_RANGE, SHARE_RANGE, NoisyPoints, Recipe
from lossviz.core.polynomial.fit import HIGHEST_DEGREE, LARGEST_RIDGE
from lossviz.core.polynomial.limits import FARTHEST
from lossviz.core.polynomial.presets import PRESETS
from lossviz.core.sessions.state_reader import StateReader

Value = TypeVar("Value", int, float)

_RECIPE_KEYS = ("count", "noise", "train_share", "seed")


@dataclass(frozen=True)
class PolynomialWish:
    """What the page is to show. touched: the points, None where they are as the recipe draws them."""

    recipe: Recipe
    degree: int
    ridge: float
    touched: NoisyPoints | None


def polynomial_state(shown: PolynomialWish) -> dict[str, object]:
    """Keys: count, noise, train_share and seed, that points are drawn from; degree; ridge; points, a list of
    [x, y, train] with 1 for train and 0 for held out, if they are not as they were drawn.
    """
    state: dict[str, object] = {**asdict(shown.recipe), "degree": shown.degree, "ridge": shown.ridge}
    if shown.touched is not None:
        columns = (shown.touched.x.tolist(), shown.touched.y.tolist(), shown.touched.is_train.astype(int).tolist())
        state["points"] = [list(point) for point in zip(*columns, strict=True)]
    return state


def wish_of(state: Mapping[str, object], shown: PolynomialWish) -> PolynomialWish:
    """What a state asks for while `shown` is shown. Keys as in `polynomial_state`, and `preset`, for all that is not
    given beside it. Keys of the recipe without points draw new ones.

    Raises: LossvizError that names the key.
    """
    reader = StateReader(state, "polynomial")
    preset = reader.choice("preset", PRESETS)
    if preset:
        chosen = PRESETS[preset]
        shown = PolynomialWish(chosen.recipe, chosen.degree, chosen.ridge, None)
    recipe = _recipe_of(reader, shown.recipe)
    degree, ridge = reader.whole("degree", 0, HIGHEST_DEGREE), reader.number("ridge", 0.0, LARGEST_RIDGE)
    touched = _points_of(reader)
    reader.finish()
    if touched is None and not any(key in state for key in _RECIPE_KEYS):
        touched = shown.touched
    degree, ridge = _either(degree, shown.degree), _either(ridge, shown.ridge)
    return PolynomialWish(recipe, degree, ridge, touched)


def _recipe_of(reader: StateReader, recipe: Recipe) -> Recipe:
    return Recipe(
        _either(reader.whole("count", *COUNT_RANGE), recipe.count),
        _either(reader.number("noise", *NOISE_RANGE), recipe.noise),
        _either(reader.number("train_share", *SHARE_RANGE), recipe.train_share),
        _either(reader.whole("seed", *SEED_RANGE), recipe.seed),
    )


def _points_of(reader: StateReader) -> NoisyPoints | None:
    rows = reader.rows("points", 3, -FARTHEST, FARTHEST, 1, COUNT_RANGE[1])
    if rows is None:
        return None
    x, y, train = np.array(rows, np.float64).T
    if not np.isin(train, (0.0, 1.0)).all():
        why = QT_TRANSLATE_NOOP("errors", "Expected are points [x, y, train], where train is 1 or 0; it is {found}.")
        raise reader.refusal("points", why)
    if not train.any():
        raise reader.refusal("points", QT_TRANSLATE_NOOP("errors", "Expected is at least one point to fit to."))
    return NoisyPoints(x.copy(), y.copy(), train.astype(np.bool_))


def _either(read: Value | None, otherwise: Value) -> Value:
    return otherwise if read is None else read
