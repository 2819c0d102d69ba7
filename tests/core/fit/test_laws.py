import math
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.estimates import fit_sigmoid, least_squares, size_at, slope_at
from lossviz.core.fit.laws import COUNT_RANGE, OVERLAP_RANGE, SCENARIOS, Law, ScenarioKey, draw_cases, law_entropy
from lossviz.core.fit.logistic import Parameters, mean_loss

KEYS: tuple[ScenarioKey, ...] = get_args(ScenarioKey)


def drawn(key: ScenarioKey, seed: int = 0) -> Cases:
    return draw_cases(SCENARIOS[key], SCENARIOS[key].count, 1.0, seed)[0]


def half_way(model: str, cases: Cases) -> float:
    size = size_at("line", least_squares(cases), 0.5) if model == "line" else sigmoid_middle(cases)
    assert size is not None
    return size


def sigmoid_middle(cases: Cases) -> float | None:
    return size_at("sigmoid", fit_sigmoid(cases).parameters, 0.5)


def test_a_law_is_one_half_at_its_midpoint_and_10_and_90_per_cent_half_a_width_away() -> None:
    law = Law(midpoint=3.5, steepness=1.7)
    x = 3.5 + law.width * np.array([-0.5, 0.0, 0.5])
    np.testing.assert_allclose(law.probability(x), [0.1, 0.5, 0.9], rtol=1e-12)


def test_widening_a_law_moves_only_its_ends() -> None:
    law = Law(midpoint=3.5, steepness=1.7)
    assert law.widened(4.0).midpoint == law.midpoint
    assert law.widened(4.0).width == pytest.approx(4.0 * law.width)


def test_the_entropy_is_the_mean_of_minus_p_ln_p_over_both_classes() -> None:
    law, x = Law(3.0, 1.2), np.linspace(0.0, 6.0, 7)
    p = 1.0 / (1.0 + np.exp(-1.2 * (x - 3.0)))
    by_hand = np.mean(-p * np.log(p) - (1.0 - p) * np.log(1.0 - p))
    assert law_entropy(law, x) == pytest.approx(by_hand, rel=1e-12)


def test_the_entropy_is_ln_2_at_the_midpoint_and_0_far_away() -> None:
    assert law_entropy(Law(3.0, 1.2), np.array([3.0])) == pytest.approx(math.log(2.0))
    assert law_entropy(Law(0.0, 1.0), np.array([-1e4, 1e4])) == 0.0


def test_no_sigmoid_gets_below_the_entropy_when_the_labels_are_the_probabilities_themselves() -> None:
    law, x = Law(3.0, 1.2), np.linspace(0.0, 6.0, 50)
    expected = Cases(x, law.probability(x), SCENARIOS["clean"].words)
    floor = law_entropy(law, x)
    assert mean_loss("bce", Parameters(1.2, -3.6), expected) == pytest.approx(floor, rel=1e-12)
    assert mean_loss("bce", Parameters(1.3, -3.6), expected) > floor
    assert mean_loss("bce", Parameters(1.2, -3.5), expected) > floor


def test_every_key_has_its_scenario() -> None:
    assert tuple(SCENARIOS) == KEYS
    assert all(key == scenario.key for key, scenario in SCENARIOS.items())


@pytest.mark.parametrize("overlap", [*OVERLAP_RANGE, 1.0])
@pytest.mark.parametrize("count", [*COUNT_RANGE, 60])
@pytest.mark.parametrize("key", KEYS)
def test_as_many_cases_as_asked_for_are_drawn_of_both_classes(key: ScenarioKey, count: int, overlap: float) -> None:
    for seed in range(20):
        cases, law = draw_cases(SCENARIOS[key], count, overlap, seed)
        assert (len(cases.x), len(cases.y)) == (count, count)
        assert set(cases.y.tolist()) == {0.0, 1.0}
        assert law.width == pytest.approx(overlap * SCENARIOS[key].law.width)


@pytest.mark.parametrize("key", KEYS)
def test_a_seed_tells_the_cases(key: ScenarioKey) -> None:
    first, again, other = drawn(key, 5), drawn(key, 5), drawn(key, 6)
    assert first.x.tolist() == again.x.tolist()
    assert first.y.tolist() == again.y.tolist()
    assert first.x.tolist() != other.x.tolist()


@pytest.mark.parametrize("key", KEYS)
def test_sizes_lie_in_the_scenarios_range_and_have_no_more_decimals_than_it_says(key: ScenarioKey) -> None:
    scenario = SCENARIOS[key]
    x = drawn(key).x[: scenario.count - scenario.outliers]
    assert scenario.low <= x.min() < x.max() <= scenario.high
    assert x.tolist() == [round(size, scenario.decimals) for size in x.tolist()]


@pytest.mark.parametrize("key", ["clean", "overlapping", "valve"])
def test_labels_are_as_frequent_as_the_law_says(key: ScenarioKey) -> None:
    cases, law = draw_cases(SCENARIOS[key], 100_000, 1.0, 3)
    p = law.probability(cases.x)
    for low, high in [(0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.0)]:
        here = (p >= low) & (p < high)
        scatter = math.sqrt(float((p * (1.0 - p))[here].sum())) / here.sum()
        assert cases.y[here].mean() == pytest.approx(p[here].mean(), abs=5.0 * scatter)


@pytest.mark.parametrize("overlap", OVERLAP_RANGE)
def test_separable_cases_have_a_gap_that_more_overlap_narrows_but_does_not_close(overlap: float) -> None:
    scenario = SCENARIOS["separable"]
    for seed in range(20):
        cases, _ = draw_cases(scenario, 1000, overlap, seed)
        gap = cases.x[cases.y == 1.0].min() - cases.x[cases.y == 0.0].max()
        assert gap >= scenario.gap / overlap - 1e-9
        assert fit_sigmoid(cases).state == "separable"


def test_far_outliers_are_the_clean_cases_and_some_malignant_ones_far_out() -> None:
    clean, far = drawn("clean"), drawn("far_outliers")
    assert far.x[: len(clean)].tolist() == clean.x.tolist()
    assert far.y[: len(clean)].tolist() == clean.y.tolist()
    assert len(far) - len(clean) == SCENARIOS["far_outliers"].outliers
    assert far.x[len(clean) :].min() >= 15.0
    assert far.y[len(clean) :].tolist() == [1.0] * SCENARIOS["far_outliers"].outliers


@pytest.mark.parametrize("seed", range(8))
def test_far_outliers_move_the_lines_boundary_but_not_the_sigmoids(seed: int) -> None:
    clean, far = drawn("clean", seed), drawn("far_outliers", seed)
    assert half_way("line", far) - half_way("line", clean) > 1.0
    assert half_way("sigmoid", far) == pytest.approx(half_way("sigmoid", clean), abs=1e-6)


def test_the_valves_law_moves_from_10_to_90_per_cent_over_the_useful_range() -> None:
    law = SCENARIOS["valve"].law
    np.testing.assert_allclose(law.probability(np.array([34.0, 38.0, 42.0])), [0.1, 0.5, 0.9], rtol=1e-12)


def test_at_38_degrees_the_sigmoid_valve_turns_far_faster_than_the_linear_one() -> None:
    valve = drawn("valve")
    probe = SCENARIOS["valve"].probe
    line, sigmoid = least_squares(valve), fit_sigmoid(valve).parameters
    assert probe == 38.0
    assert slope_at("sigmoid", sigmoid, probe) > 5.0 * slope_at("line", line, probe)


@pytest.mark.parametrize("key", KEYS)
def test_the_first_sigmoid_is_flat_and_clearly_worse_than_the_fitted_one(key: ScenarioKey) -> None:
    scenario, cases = SCENARIOS[key], drawn(key)
    fitted = fit_sigmoid(cases).parameters
    assert scenario.start.w < fitted.w / 3.0
    assert mean_loss("bce", scenario.start, cases) > mean_loss("bce", fitted, cases) + 0.3


def test_a_scenario_on_one_side_of_its_law_is_refused() -> None:
    one_sided = replace(SCENARIOS["separable"], high=2.0)
    with pytest.raises(ValueError, match="only one class"):
        draw_cases(one_sided, 8, 4.0, 0)
