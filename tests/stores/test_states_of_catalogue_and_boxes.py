"""The states of the catalogue of losses and of the boxes with their balls."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.losses.axes import AXES
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossKey
from lossviz.stores.boxes_choices import BALL_SOURCES, BoxesChoices
from lossviz.stores.boxes_store import BallSource, BoxesStore
from lossviz.stores.catalogue_choices import CatalogueChoices
from lossviz.stores.catalogue_store import CatalogueStore
from tests.support.state_checks import assert_comes_back, assert_preparing_changes_nothing, assert_refused

SAMPLES = st.lists(st.tuples(st.floats(-100, 100), st.sampled_from([0.0, 1.0])), min_size=1, max_size=14)


@given(st.sets(st.sampled_from(list(LOSSES))), st.sampled_from(list(LOSSES)), st.floats(-5, 5), SAMPLES)
def test_the_catalogue_comes_back(
    losses: set[LossKey], selected: LossKey, margin: float, samples: list[tuple[float, float]]
) -> None:
    store, other = CatalogueStore(), CatalogueStore()
    store.compare(losses)
    store.select(selected)
    store.set_marker(margin)
    store.set_axis("residual")
    store.set_pos_weight(7.5)
    store.set_delta(0.3)
    store.set_gradients_shown(are_shown=False)
    store.set_reduction("sum")
    for score, label in samples:
        store.add_sample(score, label)
    store.remove_sample(0)
    assert_comes_back(CatalogueChoices(store), CatalogueChoices(other))
    assert (other.drawn, other.total, other.options) == (store.drawn, store.total, store.options)
    assert [other.marker(axis) for axis in AXES] == [store.marker(axis) for axis in AXES]


def test_one_marker_can_be_set_alone() -> None:
    store = CatalogueStore()
    CatalogueChoices(store).prepare({"markers": {"probability": 0.9}, "labels": [1, 1, 1, 0, 0, 0]})()
    assert (store.marker("probability"), store.marker("margin")) == (0.9, AXES["margin"].start)
    assert store.samples.labels.tolist() == [1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"losses": ["hinges"]}, "catalogue.losses"),
        ({"axis": "x"}, "catalogue.axis"),
        ({"selected": "best"}, "catalogue.selected"),
        ({"markers": {"margin": 6}}, "catalogue.markers.margin"),
        ({"markers": {"size": 6}}, "catalogue.markers.size"),
        ({"pos_weight": 0}, "catalogue.pos_weight"),
        ({"delta": float("nan")}, "catalogue.delta"),
        ({"slopes": None}, "catalogue.slopes"),
        ({"scores": [0.0] * 21}, "catalogue.scores"),
        ({"scores": [0.0]}, "catalogue.labels"),
        ({"labels": [2] * 6}, "catalogue.labels"),
        ({"reduction": "max"}, "catalogue.reduction"),
        ({"loss": "log"}, "catalogue.loss"),
    ],
)
def test_a_catalogue_that_cannot_be_is_refused_by_name(state: dict[str, object], named: str) -> None:
    assert_refused(CatalogueChoices(CatalogueStore()), state, named)


@given(
    st.sampled_from(BALL_SOURCES),
    st.integers(0, 999_999),
    st.integers(0, 40),
    st.floats(0, 1),
    st.floats(0, 1),
    st.booleans(),
)
def test_the_boxes_and_the_balls_come_back(
    source: BallSource, seed: int, count: int, prior: float, share: float, is_told: bool
) -> None:
    store, other = BoxesStore(), BoxesStore(seed=5)
    other.draw(3)
    store.set_box(0, 7, 3)
    store.set_source(source)
    store.set_seed(seed)
    if count:
        store.draw(count)
    store.put_ball(is_blue=True)
    store.set_prior(prior)
    if is_told:
        store.reveal()
    store.set_share(share)
    store.set_draw_source("labels")
    assert_comes_back(BoxesChoices(store), BoxesChoices(other))
    assert np.array_equal(other.is_blue, store.is_blue)
    assert (other.source_index, other.is_revealed, other.boxes) == (store.source_index, store.is_revealed, store.boxes)
    assert (other.share, other.draw_source) == (share, "labels")


def test_balls_alone_lie_on_the_table() -> None:
    store = BoxesStore()
    BoxesChoices(store).prepare({"source": "second", "balls": "bbw"})()
    assert (store.blues, store.whites, store.source) == (2, 1, "second")


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"first": [0, 0]}, "boxes.first"),
        ({"second": [1, 501]}, "boxes.second"),
        ({"prior": 1.5}, "boxes.prior"),
        ({"seed": 1.0}, "boxes.seed"),
        ({"source": "third"}, "boxes.source"),
        ({"balls": "bbx"}, "boxes.balls"),
        ({"balls": "b" * 10_001}, "boxes.balls"),
        ({"hidden": "third"}, "boxes.hidden"),
        ({"told": 0}, "boxes.told"),
        ({"share": -0.1}, "boxes.share"),
        ({"draws": "cases"}, "boxes.draws"),
        ({"box": 1}, "boxes.box"),
    ],
)
def test_boxes_that_cannot_be_are_refused_by_name(state: dict[str, object], named: str) -> None:
    assert_refused(BoxesChoices(BoxesStore()), state, named)


def test_checking_changes_nothing() -> None:
    assert_preparing_changes_nothing(BoxesChoices(BoxesStore()), {"balls": "b"})
    assert_preparing_changes_nothing(CatalogueChoices(CatalogueStore()), {"losses": []})
