"""The question compares the degrees that matter, and its answer is what the errors do."""

from lossviz.core.polynomial.data import Recipe, draw_points
from lossviz.core.polynomial.errors_by_degree import PolynomialFacts
from lossviz.core.polynomial.fit import DEGREES
from lossviz.core.polynomial.presets import PRESETS
from lossviz.core.polynomial.question import degree_step


def facts_of(recipe: Recipe, ridge: float = 0.0) -> PolynomialFacts:
    return PolynomialFacts(draw_points(recipe), ridge)


def test_from_the_best_degree_on_the_held_out_error_rises_while_the_training_error_falls() -> None:
    facts = facts_of(PRESETS["overfit"].recipe)
    for degree in (4, 9, 12):
        step = degree_step(facts, degree)
        assert step is not None
        assert (step.lower, step.higher) == (4, 12 if degree == 4 else degree)
        assert (step.train_change, step.held_out_change) == ("falls", "rises")
        assert step.held_out == (facts.held_out_errors[step.lower], facts.held_out_errors[step.higher])
        assert step.train == (facts.train_errors[step.lower], facts.train_errors[step.higher])


def test_up_to_the_best_degree_both_fall() -> None:
    step = degree_step(facts_of(PRESETS["underfit"].recipe), 1)
    assert step is not None
    assert (step.lower, step.higher, step.held_out_change) == (1, 4, "falls")


def test_with_many_points_the_held_out_error_hardly_changes() -> None:
    step = degree_step(facts_of(PRESETS["more_points"].recipe), 12)
    assert step is not None
    assert step.held_out_change == "same"


def test_two_different_degrees_are_compared_whatever_is_best() -> None:
    for seed in range(40):
        facts = facts_of(Recipe(40, 0.2, 0.5, seed), 0.1 * (seed % 2))
        for degree in DEGREES:
            step = degree_step(facts, degree)
            assert step is not None
            assert step.lower < step.higher


def test_nothing_is_asked_without_held_out_points() -> None:
    assert degree_step(facts_of(Recipe(40, 0.2, 1.0, 1)), 4) is None
