"""Least squares in rational numbers: no rounding at all, so it is what any solver should come to."""

from fractions import Fraction

from lossviz.core.polynomial.data import Column


def exact_values(x: Column, y: Column, degree: int, ridge: float, places: Column) -> list[float]:
    """The best polynomial's values at `places`, rounded once at the end. More different x than `degree`, or ridge."""
    xs, ys = ([Fraction(value) for value in column.tolist()] for column in (x, y))
    low, high = min(xs), max(xs)
    rows = [_terms(value, low, high, degree) for value in xs]
    size = degree + 1
    matrix = [[sum((row[i] * row[j] for row in rows), Fraction()) for j in range(size)] for i in range(size)]
    target = [sum((row[i] * value for row, value in zip(rows, ys, strict=True)), Fraction()) for i in range(size)]
    for k in range(1, size):
        matrix[k][k] += len(xs) * Fraction(ridge)
    coefficients = _solved(matrix, target)
    at_places = (_terms(Fraction(place), low, high, degree) for place in places.tolist())
    return [float(sum((c * t for c, t in zip(coefficients, terms, strict=True)), Fraction())) for terms in at_places]


def _terms(x: Fraction, low: Fraction, high: Fraction, degree: int) -> list[Fraction]:
    u = (2 * x - low - high) / (high - low)
    terms = [Fraction(1), u]
    for _ in range(2, degree + 1):
        terms.append(2 * u * terms[-1] - terms[-2])
    return terms[: degree + 1]


def _solved(matrix: list[list[Fraction]], target: list[Fraction]) -> list[Fraction]:
    """Gauss-Jordan; the matrix is positive definite, so no pivot is zero."""
    rows = [[*row, value] for row, value in zip(matrix, target, strict=True)]
    for pivot, pivot_row in enumerate(rows):
        rows[pivot] = pivot_row = [value / pivot_row[pivot] for value in pivot_row]
        for other, row in enumerate(rows):
            if other != pivot and row[pivot]:
                factor = row[pivot]
                rows[other] = [value - factor * base for value, base in zip(row, pivot_row, strict=True)]
    return [row[-1] for row in rows]
