"""ThresholdStore: stays a probability, and tells of changes only."""

from lossviz.stores.threshold_store import Costs, ThresholdStore
from tests.support.tellings import Tellings


def test_the_threshold_stays_a_probability() -> None:
    store = ThresholdStore()
    store.set_threshold(1.7)
    assert store.threshold == 1.0
    store.set_threshold(-3.0)
    assert store.threshold == 0.0


def test_each_change_is_told_once() -> None:
    store = ThresholdStore()
    told = Tellings(store.changed)
    for _ in range(2):
        store.set_threshold(0.3)
        store.set_costs(Costs(false_negative=5.0))
        store.set_discretised(is_discretised=True)
    assert told.count == 3
    assert (store.threshold, store.costs, store.is_discretised) == (0.3, Costs(1.0, 5.0), True)
