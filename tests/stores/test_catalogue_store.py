"""CatalogueStore: tells each change once, and refuses what is no number for it."""

import pytest
import torch
import torch.nn.functional as F

from lossviz.core.errors import LossvizError
from lossviz.core.losses.samples import MOST_SAMPLES
from lossviz.stores.catalogue_store import CatalogueStore
from tests.support.tellings import Tellings

BAD = [float("nan"), float("inf"), -float("inf"), 0.0, -1.0, 1e308]


def test_each_change_is_told_once() -> None:
    store = CatalogueStore()
    told = {
        name: Tellings(getattr(store, f"{name}_changed"))
        for name in ("losses", "axis", "selection", "options", "marker", "view", "samples", "reduction")
    }
    for _ in range(2):
        store.set_chosen("huber", is_chosen=True)
        store.set_axis("residual")
        store.select("huber")
        store.set_delta(0.3)
        store.set_marker(0.4)
        store.set_gradients_shown(False)
        store.set_sample(0, 1.5, 1.0)
        store.set_reduction("sum")
    assert {name: tellings.count for name, tellings in told.items()} == dict.fromkeys(told, 1)


def test_losses_keep_the_order_of_the_catalogue() -> None:
    store = CatalogueStore()
    store.set_chosen("squared", is_chosen=True)
    store.set_chosen("mse", is_chosen=False)
    assert store.chosen == ("zero_one", "squared", "log", "hinge")


def test_a_loss_without_a_curve_over_the_axis_waits_for_another_axis() -> None:
    store = CatalogueStore()
    store.set_axis("probability")
    assert "hinge" in store.chosen
    assert [entry.key for entry in store.drawn] == ["zero_one", "mse", "log"]


def test_each_axis_keeps_its_marker() -> None:
    store = CatalogueStore()
    store.set_marker(2.0)
    store.set_axis("probability")
    store.set_marker(7.0)
    assert store.marker() == 1.0
    store.set_axis("margin")
    assert store.marker() == 2.0


@pytest.mark.parametrize("bad", BAD)
def test_options_out_of_range_are_refused_and_the_old_ones_stay(bad: float) -> None:
    store = CatalogueStore()
    told = Tellings(store.options_changed)
    with pytest.raises(LossvizError, match="pos_weight"):
        store.set_pos_weight(bad)
    with pytest.raises(LossvizError, match="δ"):
        store.set_delta(bad)
    assert (store.options.pos_weight, store.options.delta, told.count) == (3.0, 1.0, 0)


@pytest.mark.parametrize("bad", BAD[:3])
def test_a_marker_nowhere_is_refused(bad: float) -> None:
    store = CatalogueStore()
    with pytest.raises(LossvizError, match="m = "):
        store.set_marker(bad)
    assert store.marker() == -1.0


@pytest.mark.parametrize(("score", "label"), [(float("nan"), 1.0), (float("inf"), 0.0), (1e308, 0.0), (0.0, 0.5)])
def test_samples_that_are_none_are_refused_and_the_table_stays(score: float, label: float) -> None:
    store = CatalogueStore()
    before = store.samples
    with pytest.raises(LossvizError):
        store.set_sample(2, score, label)
    assert store.samples is before


def test_the_table_holds_one_to_twenty_samples() -> None:
    store = CatalogueStore()
    while len(store.samples) < MOST_SAMPLES:
        store.add_sample()
    with pytest.raises(LossvizError, match="21 samples"):
        store.add_sample()
    while len(store.samples) > 1:
        store.remove_sample(0)
    with pytest.raises(LossvizError, match="0 samples"):
        store.remove_sample(0)
    store.reset_samples()
    assert len(store.samples) == 6


def test_the_total_is_torchs() -> None:
    store = CatalogueStore()
    z, y = torch.from_numpy(store.samples.scores), torch.from_numpy(store.samples.labels)
    assert store.total == pytest.approx(F.binary_cross_entropy_with_logits(z, y).item(), rel=1e-12)
    store.set_reduction("sum")
    assert store.total == pytest.approx(F.binary_cross_entropy_with_logits(z, y, reduction="sum").item(), rel=1e-12)


def test_a_loss_whose_name_says_mean_or_sum_is_put_together_so() -> None:
    store = CatalogueStore()
    store.set_reduction("none")
    aggregates = {}
    for key in ("mse", "sse", "mae", "rmse", "squared"):
        store.select(key)
        aggregates[key] = store.aggregate
    assert aggregates == {"mse": "mean", "sse": "sum", "mae": "mean", "rmse": "root_mean", "squared": "none"}
