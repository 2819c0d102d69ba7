"""How far the settings of the points and the polynomial go, and what is said of one that goes farther."""

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.polynomial.data import COUNT_RANGE, NOISE_RANGE, SEED_RANGE, SHARE_RANGE, Recipe
from lossviz.core.polynomial.fit import LARGEST_RIDGE

FARTHEST = 1000.0  # of a point's x and y from zero


def check_recipe(recipe: Recipe) -> None:
    """Raises: LossvizError if points cannot be drawn from it."""
    _check_range(QT_TRANSLATE_NOOP("errors", "number of points"), recipe.count, COUNT_RANGE)
    _check_range(QT_TRANSLATE_NOOP("errors", "noise"), recipe.noise, NOISE_RANGE)
    _check_range(QT_TRANSLATE_NOOP("errors", "training share"), recipe.train_share, SHARE_RANGE)
    _check_range(QT_TRANSLATE_NOOP("errors", "seed"), recipe.seed, SEED_RANGE)


def check_ridge(ridge: float) -> None:
    """Raises: LossvizError if it is not from 0 to 1000."""
    _check_range(QT_TRANSLATE_NOOP("errors", "ridge strength"), ridge, (0.0, LARGEST_RIDGE))


def within_reach(x: float, y: float) -> tuple[float, float]:
    """The nearest place where a point may stand."""
    return min(max(x, -FARTHEST), FARTHEST), min(max(y, -FARTHEST), FARTHEST)


def no_train_point_left() -> LossvizError:
    """The last train point was to be taken away."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The last training point stays."),
        QT_TRANSLATE_NOOP("errors", "Without it there is nothing that a curve could be fitted to."),
        QT_TRANSLATE_NOOP("errors", "Add another training point first."),
    )


def too_many_points() -> LossvizError:
    """Another point was to be added."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "No point was added."),
        QT_TRANSLATE_NOOP("errors", "There are {count} already, as many as can be shown well."),
        QT_TRANSLATE_NOOP("errors", "Remove one first."),
        count=COUNT_RANGE[1],
    )


def _check_range(name: str, value: float, limits: tuple[float, float]) -> None:
    if limits[0] <= value <= limits[1]:
        return
    raise LossvizError(
        QT_TRANSLATE_NOOP("errors", "The {name} {value:g} was not taken."),
        QT_TRANSLATE_NOOP("errors", "It goes from {lowest:g} to {highest:g} here."),
        QT_TRANSLATE_NOOP("errors", "Give a number in this range."),
        name=name,
        value=value,
        lowest=limits[0],
        highest=limits[1],
    )
