"""The state of the Fit page's stores: cases, model, descent to the last bit, threshold and surfaces."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, OptimizerName
from lossviz.core.fit.laws import SCENARIOS, ScenarioKey
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters
from lossviz.core.fit.surface_grid import GridRange
from lossviz.stores.descent_choices import DescentChoices
from lossviz.stores.descent_store import SPEEDS, DescentStore
from lossviz.stores.fit_choices import FitChoices
from lossviz.stores.fit_store import FitStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.surface_choices import SurfaceChoices
from lossviz.stores.surface_store import SurfaceStore
from lossviz.stores.threshold_choices import ThresholdChoices
from lossviz.stores.threshold_store import Costs, ThresholdStore
from tests.support.state_checks import as_saved, assert_comes_back, assert_preparing_changes_nothing, assert_refused

WORDS = CaseWords("length", "mm", "short", "long")
NUMBERS = st.floats(-1e6, 1e6)


class Rig:
    """The stores of the Fit page and their states."""

    def __init__(self) -> None:
        self.fit = FitStore()
        self.descents = DescentStore(self.fit)
        self.surfaces = SurfaceStore(self.fit, self.descents)
        self.threshold = ThresholdStore()
        self.choices = FitChoices(self.fit)
        self.descent = DescentChoices(self.descents)
        self.looks = SurfaceChoices(self.surfaces)
        self.table = StateTable({"fit": {"fit": self.choices, "descent": self.descent, "surfaces": self.looks}}, [])

    def come_to(self, other: "Rig") -> None:
        """Set all stores to what those of another rig are, through a file."""
        self.table.set_state(
            {
                "fit": as_saved(other.choices),
                "descent": as_saved(other.descent),
                "surfaces": as_saved(other.looks),
            }
        )
        assert self.table.state() == other.table.state()


@pytest.fixture
def rig() -> Rig:
    return Rig()


def places(fit: FitStore) -> list[tuple[float, float]]:
    return list(zip(fit.cases.x.tolist(), fit.cases.y.tolist(), strict=True))


@given(
    st.sampled_from(list(SCENARIOS)),
    st.integers(8, 200),
    st.floats(0.25, 4.0),
    st.integers(0, 99_999),
    NUMBERS,
    NUMBERS,
)
def test_drawn_cases_come_back_from_their_recipe(
    scenario: ScenarioKey, count: int, overlap: float, seed: int, w: float, b: float
) -> None:
    fit, other = FitStore("valve", seed=3), FitStore()
    fit.draw(scenario=scenario, count=count, overlap=overlap, seed=seed)
    fit.set_parameters(Parameters(w, b))
    fit.resample()
    assert FitChoices(fit).state()["cases"] is None
    assert_comes_back(FitChoices(fit), FitChoices(other))
    assert places(other) == places(fit)
    assert (other.law, other.ghosts, other.parameters) == (fit.law, fit.ghosts, fit.parameters)
    assert other.facts.sigmoid == fit.facts.sigmoid


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(-100, 100), st.booleans()), max_size=4), st.booleans())
def test_cases_that_were_moved_come_back_with_the_law_behind_them(
    moves: list[tuple[int, float, bool]], is_law_shown: bool
) -> None:
    fit, other = FitStore(), FitStore("valve")
    fit.draw(count=10)
    fit.add_case(2.5, 1.0)
    fit.remove_case(0)
    for index, x, label in moves:
        fit.place_case(index, x, float(label))
    fit.set_law_shown(is_law_shown)
    fit.select(4)
    assert_comes_back(FitChoices(fit), FitChoices(other))
    assert places(other) == places(fit)
    assert (other.law, other.cases.words, other.selected) == (fit.law, fit.cases.words, 4)


def test_cases_of_a_file_come_back_with_their_words_and_no_law() -> None:
    fit, other = FitStore(), FitStore()
    fit.open_cases(Cases(np.array([1.0, 2.0, 0.1 + 0.2]), np.array([0.0, 1.0, 1.0]), WORDS))
    assert_comes_back(FitChoices(fit), FitChoices(other))
    assert places(other) == [(1.0, 0.0), (2.0, 1.0), (0.1 + 0.2, 1.0)]
    assert (other.cases.words, other.law, other.recipe) == (WORDS, None, None)
    fit.draw(scenario="clean")
    assert_comes_back(FitChoices(fit), FitChoices(other))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_alone_is_as_chosen_in_the_window(scenario: ScenarioKey) -> None:
    fit, chosen = FitStore(), FitStore()
    FitChoices(fit).prepare({"scenario": scenario})()
    chosen.draw(scenario=scenario)
    assert FitChoices(fit).state() == FitChoices(chosen).state()


def test_cases_alone_come_from_elsewhere_and_begin_with_a_level_sigmoid(rig: Rig) -> None:
    rig.choices.prepare({"cases": {"x": [1, 2, 3], "y": [0, 1, 1]}, "b": 0.5})()
    assert places(rig.fit) == [(1.0, 0.0), (2.0, 1.0), (3.0, 1.0)]
    assert (rig.fit.parameters, rig.fit.law) == (Parameters(0.0, 0.5), None)
    assert rig.fit.cases.words == SCENARIOS["overlapping"].words


def test_what_is_as_it_is_already_is_not_told(rig: Rig) -> None:
    rig.fit.place_case(0, 2.0, 1.0)
    told: list[str] = []
    for name in ("cases_changed", "parameters_changed", "view_changed", "pointing_changed"):
        getattr(rig.fit, name).connect(lambda name=name: told.append(name))
    rig.choices.prepare(as_saved(rig.choices))()
    assert told == []


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"w": float("nan")}, "fit.w"),
        ({"w": 1.0, "b": 2e6}, "fit.b"),
        ({"scenario": "sunny"}, "fit.scenario"),
        ({"scenario": None}, "fit.scenario"),
        ({"scenario": None, "seed": 1, "cases": {"x": [1], "y": [0]}}, "fit.scenario"),
        ({"count": 7}, "fit.count"),
        ({"overlap": 0}, "fit.overlap"),
        ({"seed": -1}, "fit.seed"),
        ({"scenario": "valve", "weight": 1}, "fit.weight"),
        ({"cases": {"x": [1, 2], "y": [0]}}, "fit.cases"),
        ({"cases": {"x": [1, 2]}}, "fit.cases"),
        ({"cases": {"x": [1, float("inf")], "y": [0, 1]}}, "fit.cases.x"),
        ({"cases": {"x": [0.0] * 100_001, "y": [0]}}, "fit.cases.x"),
        ({"cases": {"x": [1], "y": [2]}}, "fit.cases.y"),
        ({"cases": {"x": [1], "y": [1], "colour": "red"}}, "fit.cases.colour"),
        ({"cases": {"x": [5e-324, 0], "y": [0, 1]}}, "fit.cases"),
        ({"cases": {"x": [1, 2], "y": [0, 1], "negative": "same", "positive": "same"}}, "fit.cases"),
        ({"cases": {"x": [1, 2], "y": [0, 1], "negative": ""}}, "fit.cases"),
        ({"cases": {"x": [1, 2], "y": [0, 1], "quantity": "on two\nlines"}}, "fit.cases"),
        ({"cases": {"x": [1, 2], "y": [0, 1], "unit": "\0"}}, "fit.cases.unit"),
        ({"cases": {"x": [1, 2], "y": [0, 1], "positive": "\ud800"}}, "fit.cases.positive"),
        ({"cases": {"x": [1], "y": [1]}, "selected": 1}, "fit.selected"),
        ({"count": 20, "selected": 20}, "fit.selected"),
        ({"loss": "hinge"}, "fit.loss"),
        ({"law_shown": 1}, "fit.law_shown"),
        ({"ghosts": [[1, 2, 3]]}, "fit.ghosts"),
    ],
)
def test_what_cannot_be_is_refused_by_name(rig: Rig, state: dict[str, object], named: str) -> None:
    assert_refused(rig.choices, state, named)


def test_checking_changes_nothing(rig: Rig) -> None:
    assert_preparing_changes_nothing(rig.choices, {"scenario": "valve", "seed": 5, "w": 1.0})
    assert_preparing_changes_nothing(rig.descent, {"steps": 5})
    assert_preparing_changes_nothing(rig.looks, {"in_3d": True})


RATES = st.sampled_from([0.001, 0.1, 0.3, 1.0, 30.0])


@settings(max_examples=30)
@given(
    st.sampled_from(OPTIMIZER_NAMES),
    st.sets(st.sampled_from(OPTIMIZER_NAMES)),
    st.sampled_from([None, 1, 7]),
    st.sampled_from(LOSS_KINDS),
    st.lists(st.tuples(RATES, st.integers(0, 9)), min_size=1, max_size=4),
    st.integers(0, 5),
)
def test_a_descent_comes_back_with_every_place_on_its_path(
    optimizer: OptimizerName,
    racing: set[OptimizerName],
    batch_size: int | None,
    loss: LossKind,
    legs: list[tuple[float, int]],
    back: int,
) -> None:
    rig, other = Rig(), Rig()
    rig.fit.set_loss_kind(loss)
    rig.fit.set_parameters(Parameters(-2.0, 1.5))
    rig.descents.change(optimizer=optimizer, batch_size=batch_size)
    rig.descents.set_racing(sorted(racing))
    for rate, steps in legs:
        rig.descents.change(learning_rate=rate)
        rig.descents.step(steps)
    rig.descents.step_back(back)
    other.come_to(rig)
    assert [racer.descent.path for racer in other.descents.racers] == [r.descent.path for r in rig.descents.racers]
    assert other.fit.parameters == rig.fit.parameters
    assert other.surfaces.range == rig.surfaces.range


def test_from_there_the_descent_goes_on_as_it_would_have(rig: Rig) -> None:
    rig.descents.change(optimizer="adam", learning_rate=0.1, batch_size=8)
    rig.descents.step(20)
    other = Rig()
    other.come_to(rig)
    rig.descents.step(30)
    other.descents.step(30)
    assert other.fit.parameters == rig.fit.parameters


def test_steps_alone_are_taken_from_where_the_marker_is_set(rig: Rig) -> None:
    rig.table.set_state({"fit": {"w": -1.0, "b": 2.0}, "descent": {"steps": 20, "learning_rate": 0.1}})
    expected = Rig()
    expected.fit.set_parameters(Parameters(-1.0, 2.0))
    expected.descents.change(learning_rate=0.1)
    expected.descents.step(20)
    assert rig.table.state() == expected.table.state()
    assert rig.descents.start == Parameters(-1.0, 2.0)


def test_who_comes_back_to_a_path_that_was_left_does_not_compute_it_again(rig: Rig) -> None:
    rig.descents.step(40)
    kept, leader = rig.table.state(), rig.descents.leader
    rig.fit.set_parameters(Parameters(0.0, 0.0))
    rig.table.set_state(kept)
    assert rig.descents.leader is leader
    assert rig.table.state() == kept


def test_a_descent_that_plays_is_halted(rig: Rig) -> None:
    rig.descents.set_playing(is_playing=True)
    rig.table.set_state({"descent": {"steps": 3}})
    assert not rig.descents.is_playing


@given(st.sampled_from(SPEEDS), st.sampled_from([None, 0, 3]), st.integers(0, 99_999))
def test_speed_slow_motion_and_seed_come_back(speed: float, phase: int | None, seed: int) -> None:
    rig, other = Rig(), Rig()
    rig.descents.change(seed=seed)
    rig.descents.set_speed(speed)
    rig.descents.set_phase(phase)
    other.come_to(rig)
    assert (other.descents.speed, other.descents.phase, other.descents.settings.seed) == (speed, phase, seed)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"optimizer": "newton"}, "descent.optimizer"),
        ({"learning_rate": 0}, "descent.learning_rate"),
        ({"learning_rate": float("nan")}, "descent.learning_rate"),
        ({"batch_size": 0}, "descent.batch_size"),
        ({"racing": ["adam", "newton"]}, "descent.racing"),
        ({"start": [1.0]}, "descent.start"),
        ({"steps": 100_001}, "descent.steps"),
        ({"steps": -1}, "descent.steps"),
        ({"steps": 3, "rates": [[0.1, 4]]}, "descent.rates"),
        ({"rates": [[0.1, 1.5]]}, "descent.rates"),
        ({"rates": [[0.1, 100_000], [0.2, 1]]}, "descent.rates"),
        ({"rates": [[0, 4]]}, "descent.rates"),
        ({"speed": 2}, "descent.speed"),
        ({"phase": 4}, "descent.phase"),
        ({"playing": True}, "descent.playing"),
    ],
)
def test_a_descent_that_cannot_be_is_refused_by_name(rig: Rig, state: dict[str, object], named: str) -> None:
    rig.descents.step(3)
    assert_refused(rig.descent, state, named)


@given(st.floats(-50, 50), st.floats(0.01, 50), st.lists(st.booleans(), min_size=5, max_size=5))
def test_the_look_of_the_surfaces_comes_back(low: float, width: float, flags: list[bool]) -> None:
    rig, other = Rig(), Rig()
    is_automatic, is_3d, is_quantile, shows_line, shows_curvature = flags
    rig.surfaces.set_range(GridRange(low, low + width, -width, width), is_automatic)
    rig.surfaces.set_3d(is_3d)
    rig.surfaces.set_quantile(is_quantile)
    rig.surfaces.set_shows_line(shows_line)
    rig.surfaces.set_shows_curvature(shows_curvature)
    rig.surfaces.set_slice_axis("b")
    other.come_to(rig)
    assert other.surfaces.range == rig.surfaces.range
    assert np.array_equal(other.surfaces.values("bce"), rig.surfaces.values("bce"))


def test_an_automatic_range_can_be_asked_for_alone(rig: Rig) -> None:
    usual = rig.surfaces.range
    rig.looks.prepare({"range": [-1, 1, -2, 2]})()
    assert not rig.surfaces.is_automatic
    rig.looks.prepare({"automatic": True})()
    assert rig.surfaces.range == usual
    rig.looks.prepare({"automatic": False})()
    assert (rig.surfaces.range, rig.surfaces.is_automatic) == (usual, False)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"range": [1, 1, 0, 1]}, "surfaces.range"),
        ({"range": [0, 1, 0]}, "surfaces.range"),
        ({"range": [1, 1.0000000000000002, 0, 1]}, "surfaces.range"),
        ({"range": [0, 1, 0, 5e-324]}, "surfaces.range"),
        ({"slice": "x"}, "surfaces.slice"),
        ({"in_3d": "yes"}, "surfaces.in_3d"),
        ({"zoom": 1}, "surfaces.zoom"),
    ],
)
def test_a_look_that_cannot_be_is_refused_by_name(rig: Rig, state: dict[str, object], named: str) -> None:
    assert_refused(rig.looks, state, named)


@given(st.floats(0, 1), st.floats(0, 1000), st.floats(0, 1000), st.booleans())
def test_the_threshold_comes_back(threshold: float, alarm: float, missed: float, is_discretised: bool) -> None:
    store, other = ThresholdStore(), ThresholdStore()
    store.set_threshold(threshold)
    store.set_costs(Costs(alarm, missed))
    store.set_discretised(is_discretised)
    assert_comes_back(ThresholdChoices(store), ThresholdChoices(other))
    assert (other.threshold, other.costs, other.is_discretised) == (threshold, Costs(alarm, missed), is_discretised)


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"threshold": 1.1}, "threshold.threshold"),
        ({"false_positive": -1}, "threshold.false_positive"),
        ({"decisions": 1}, "threshold.decisions"),
        ({"cost": 1}, "threshold.cost"),
    ],
)
def test_a_threshold_that_cannot_be_is_refused_by_name(state: dict[str, object], named: str) -> None:
    assert_refused(ThresholdChoices(ThresholdStore()), state, named)
