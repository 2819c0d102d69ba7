"""Every preset is a pair of distributions for every number of outcomes."""

import math

import pytest

from lossviz.core.entropy import Comparison, distribution_of
from lossviz.core.likelihood.distribution_presets import DISTRIBUTION_PRESETS, DistributionPreset

COUNTS = range(2, 7)


def compared(preset: DistributionPreset, count: int) -> Comparison:
    p, q = (shape(count) for shape in DISTRIBUTION_PRESETS[preset])
    return Comparison(distribution_of(p), distribution_of(q))


@pytest.mark.parametrize("preset", DISTRIBUTION_PRESETS)
@pytest.mark.parametrize("count", COUNTS)
def test_both_sum_to_1(preset: DistributionPreset, count: int) -> None:
    comparison = compared(preset, count)
    for side in (comparison.p, comparison.q):
        assert len(side) == count
        assert math.fsum(side) == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize("count", COUNTS)
def test_each_shows_what_it_is_named_after(count: int) -> None:
    assert compared("equal", count).divergence == 0.0
    assert compared("one_hot", count).entropy_p == 0.0
    assert compared("uniform", count).entropy_q == pytest.approx(math.log(count), rel=1e-15)
    assert compared("impossible", count).impossible == (count - 1,)
    apart = compared("apart", count)
    assert abs(apart.divergence - apart.reverse_divergence) > 1e-3
