"""DistributionsStore: whatever is done to it, both distributions sum to 1."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.likelihood.distribution_presets import DISTRIBUTION_PRESETS, DistributionPreset
from lossviz.stores.distributions_store import SIDES, DistributionsStore, Side
from tests.support.tellings import Tellings

SHARES = st.tuples(st.sampled_from(SIDES), st.integers(0, 1), st.floats(0, 1))
CHANGES = st.lists(st.one_of(SHARES, st.integers(2, 6), st.sampled_from(list(DISTRIBUTION_PRESETS))), max_size=30)


@given(CHANGES)
def test_both_always_sum_to_1(changes: list[tuple[Side, int, float] | int | DistributionPreset]) -> None:
    store = DistributionsStore()
    for change in changes:
        if isinstance(change, int):
            store.set_count(change)
        elif isinstance(change, tuple):
            store.set_share(*change)
        else:
            store.apply_preset(change)
        for side in SIDES:
            assert len(store.distribution(side)) == store.count
            assert math.fsum(store.distribution(side)) == pytest.approx(1.0, abs=1e-12)


def test_a_drag_over_the_top_and_back_keeps_the_proportions_of_the_others() -> None:
    store = DistributionsStore()
    before = store.distribution("p")
    store.begin_drag("p")
    for share in (0.8, 1.0, 0.9, float(before[0])):
        store.set_share("p", 0, share)
    store.end_drag()
    assert store.distribution("p") == pytest.approx(before, rel=1e-12)


def test_swapping_twice_changes_nothing() -> None:
    store = DistributionsStore()
    p, q = store.distribution("p"), store.distribution("q")
    store.swap()
    assert (store.distribution("p") == q).all()
    store.swap()
    assert (store.distribution("p") == p).all()


@pytest.mark.parametrize("share", [-0.1, 1.5, math.nan])
def test_a_number_that_is_no_share_leaves_the_last_good_distribution(share: float) -> None:
    store = DistributionsStore()
    before = store.distribution("q")
    told = Tellings(store.changed)
    with pytest.raises(LossvizError):
        store.set_share("q", 0, share)
    assert (store.distribution("q") == before).all()
    assert told.count == 0


@pytest.mark.parametrize("count", [1, 7])
def test_there_are_two_to_six_outcomes(count: int) -> None:
    store = DistributionsStore()
    with pytest.raises(LossvizError):
        store.set_count(count)
    assert store.count == 3


def test_the_unit_changes_the_numbers_and_not_the_distributions() -> None:
    store = DistributionsStore()
    nats, p = store.comparison.entropy_p, store.distribution("p")
    store.set_unit("bits")
    assert store.comparison.entropy_p == pytest.approx(nats / math.log(2), rel=1e-14)
    assert (store.distribution("p") == p).all()


def test_what_does_not_change_is_not_told() -> None:
    store = DistributionsStore()
    told = Tellings(store.changed, store.pointing_changed)
    store.set_count(3)
    store.set_unit("nats")
    store.point(None)
    store.set_share("p", 0, float(store.distribution("p")[0]))
    assert told.count == 0
    store.point(1)
    store.set_share("p", 0, 0.9)
    assert told.count == 2
    assert store.distribution("p")[0] == pytest.approx(0.9)
