"""The summed losses of a sigmoid over a grid of (w, b), for any number of cases.

With u = e^s, where s is the logit counted towards the wrong class, a case's cross-entropy is ln(1 + u) and its squared
error (u / (1 + u))^2. As s = ±(w x + b), u is a product of a factor of w and x and the factor t = e^±b. So a
group of cases of one class shares P(t) = prod(1 + a_i t), a polynomial in t whose coefficients depend on w alone, and
  sum of ln(1 + u)       = ln P,
  sum of u / (1 + u)     = t P' / P                                  = m,
  sum of (u / (1 + u))^2 = m^2 - t^2 P'' / P.
Three small matrix products (coefficients times powers of t) and one logarithm thus stand for up to 16 cases. Every
coefficient and every power is positive, so nothing is lost; the one difference loses at most a factor of the group's
size (Cauchy-Schwarz). Measured: 6e-15 of the value, down to losses of 1e-12.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lossviz.core.fit.cases import Cases, Column

Grid = NDArray[np.float64]

_EXPONENT_ROOM = 650.0  # of the 709 that a float64 has
_GROUP_SIZES = (16, 12, 8, 6, 4, 3, 2)
_CELLS_AT_ONCE = 16384  # 128 KiB per array: a handful of them stays in a core's second-level cache
_COEFFICIENTS_AT_ONCE = 1 << 14
# Nanoseconds on one core, to choose by: per cell and group, per coefficient, per cell and case without groups.
_GROUP_COST, _COEFFICIENT_COST, _SINGLE_COST = 7.0, 0.7, 5.0


class LossSums(NamedTuple):
    """Sums over the cases, each (b, w)."""

    bce: Grid
    mse: Grid


@dataclass(frozen=True)
class _Plan:
    """group_size: cases per polynomial. rows: how many values of b share the coefficients."""

    group_size: int
    rows: int


def loss_sums(w: Column, b: Column, cases: Cases) -> LossSums:
    """Over all cases. w and b ascending. Infinite where the logits overflow, never NaN."""
    sums = LossSums(np.zeros((len(b), len(w))), np.zeros((len(b), len(w))))
    with np.errstate(over="ignore"):
        for label in (0.0, 1.0):
            x = np.sort(cases.x[cases.y == label])
            if len(x):
                _add_class(sums, w, b, x, label)
    return sums


def case_terms(w: Column, b: Column, x: float, y: float) -> LossSums:
    """One case's losses at every point of the grid."""
    with np.errstate(over="ignore"):
        towards_wrong = np.add.outer(b, w * x)
        if y > 0:
            np.negative(towards_wrong, out=towards_wrong)
        shrunk = np.abs(towards_wrong)
        np.exp(np.negative(shrunk, out=shrunk), out=shrunk)
        bce = np.log1p(shrunk)
        bce += np.maximum(towards_wrong, 0.0)
        mse = np.where(towards_wrong >= 0, 1.0, shrunk)
        mse /= np.add(shrunk, 1.0, out=shrunk)
        return LossSums(bce, np.multiply(mse, mse, out=mse))


def _add_class(sums: LossSums, w: Column, b: Column, x: Column, label: float) -> None:
    plan = _best_plan(w, b, x)
    if plan is None:
        _add_singly(sums, w, b, x, label)
        return
    sign = 1.0 - 2.0 * label
    for start in range(0, len(b), plan.rows):
        rows = slice(start, start + plan.rows)
        tile = LossSums(sums.bce[rows], sums.mse[rows])
        for groups in _groups(x, plan.group_size):
            _add_groups(tile, sign * w, sign * b[rows], groups)


def _add_singly(sums: LossSums, w: Column, b: Column, x: Column, label: float) -> None:
    for value in x:
        terms = case_terms(w, b, float(value), label)
        np.add(sums.bce, terms.bce, out=sums.bce)
        np.add(sums.mse, terms.mse, out=sums.mse)


def _best_plan(w: Column, b: Column, x: Column) -> _Plan | None:
    """The cheapest that cannot overflow; None if case by case is cheaper."""
    steepest, b_step = float(np.abs(w).max()), float(b[-1] - b[0]) / max(1, len(b) - 1)
    best, best_cost = None, _SINGLE_COST * len(x) * len(b) * len(w)
    for size in _GROUP_SIZES:
        widest = max(float((groups[:, -1] - groups[:, 0]).max()) for groups in _groups(x, size))
        height = _EXPONENT_ROOM / size - 1.0 - steepest * widest
        if not height >= b_step > 0:
            continue
        rows = min(len(b), 1 + int(height / b_step))
        cost = _plan_cost(_Plan(size, rows), len(x), len(b), len(w))
        if cost < best_cost:
            best, best_cost = _Plan(size, rows), cost
    return best


def _plan_cost(plan: _Plan, cases: int, b_count: int, w_count: int) -> float:
    tiles, groups = math.ceil(b_count / plan.rows), math.ceil(cases / plan.group_size)
    coefficients = tiles * groups * plan.group_size**2 * w_count
    return groups * b_count * w_count * _GROUP_COST + coefficients * _COEFFICIENT_COST


def _groups(x: Column, most: int) -> Iterator[Grid]:
    """The sorted x in neighbourhoods of at most `most`, as one or two arrays (groups, cases of each)."""
    count = math.ceil(len(x) / most)
    size, larger = divmod(len(x), count)
    border = larger * (size + 1)
    if larger:
        yield x[:border].reshape(larger, size + 1)
    yield x[border:].reshape(count - larger, size)


def _add_groups(tile: LossSums, w: Column, b: Column, x: Grid) -> None:
    """Add the groups' losses. x: (groups, cases); w and b carry the class' sign, so that w x + b is s."""
    origin = float(b.min())
    powers = _powers(b - origin, x.shape[1])
    at_once = max(1, _COEFFICIENTS_AT_ONCE // (x.shape[1] * len(w)))
    for start in range(0, len(x), at_once):
        pulled_out, coefficients = _polynomials(w, origin, x[start : start + at_once])
        np.add(tile.bce, pulled_out, out=tile.bce)
        _add_polynomials(tile, powers, coefficients)


def _powers(heights: Column, degree: int) -> Grid:
    """t^k, k t^k and k (k - 1) t^k for k from 1 on: (3, 1, b, degree)."""
    k = np.arange(1.0, degree + 1.0)
    powers = np.exp(np.multiply.outer(heights, k))
    return np.stack([powers, powers * k, powers * (k * (k - 1.0))])[:, np.newaxis]


def _polynomials(w: Column, origin: float, x: Grid) -> tuple[Column, Grid]:
    """What is taken out of the logarithms (w,), and the polynomials' coefficients (degree + 1, groups, w).

    Where a group's mean s is above 0 at the origin, prod(1 + u) is written as prod(u) prod(1 + 1 / u): the coefficients
    in reverse order, none large.
    """
    s = np.multiply.outer(x.T, w)  # (cases, groups, w)
    s += origin
    group_sums = s.sum(axis=0)
    is_reversed = group_sums > 0
    np.multiply(s, np.where(is_reversed, -1.0, 1.0), out=s)
    coefficients = _multiplied_out(np.exp(s, out=s))
    pulled_out = np.where(is_reversed, group_sums, 0.0).sum(axis=0)
    return pulled_out, np.where(is_reversed, coefficients[::-1], coefficients)


def _multiplied_out(factors: Grid) -> Grid:
    """The coefficients of prod(1 + a_i t): (degree, ...) to (degree + 1, ...)."""
    coefficients, risen = np.zeros((len(factors) + 1, *factors.shape[1:])), np.empty_like(factors)
    coefficients[0] = 1.0
    for degree, factor in enumerate(factors):
        np.multiply(coefficients[: degree + 1], factor, out=risen[: degree + 1])
        coefficients[1 : degree + 2] += risen[: degree + 1]
    return coefficients


def _add_polynomials(tile: LossSums, powers: Grid, coefficients: Grid) -> None:
    at_once = max(1, _CELLS_AT_ONCE // tile.bce.size)
    scratch = np.empty((min(at_once, coefficients.shape[1]), *tile.bce.shape))
    for start in range(0, coefficients.shape[1], at_once):
        some = coefficients[:, start : start + at_once]
        excess, once, twice = np.matmul(powers, some[1:].swapaxes(0, 1))  # each (groups, b, w)
        excess += some[0, :, np.newaxis] - 1.0
        _add_all(tile.bce, np.log1p(excess, out=scratch[: len(excess)]))
        excess += 1.0
        once /= excess
        twice /= excess
        np.multiply(once, once, out=once)
        once -= twice
        _add_all(tile.mse, once)


def _add_all(total: Grid, terms: Grid) -> None:
    for term in terms:
        np.add(total, term, out=total)
