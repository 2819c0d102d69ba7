"""The axes of a report's plots."""

import numpy as np

from lossviz.core.reports.plot_scale import scale_for


def test_everything_is_shown_where_that_squashes_nothing() -> None:
    curve = np.linspace(0.2, 1.0, 100)
    scale = scale_for(100, [curve], [], may_be_log=False)
    assert scale.values.low < 0.2 < 1.0 < scale.values.high
    assert (scale.steps.low, scale.steps.high) == (0, 100)


def test_a_few_outliers_do_not_squash_the_rest() -> None:
    curve = np.append(1e6, np.linspace(1.0, 2.0, 99))
    assert scale_for(100, [curve], [], may_be_log=False).values.high < 3


def test_a_measurement_is_never_left_out() -> None:
    scale = scale_for(100, [np.linspace(1.0, 2.0, 99)], [np.array([50.0])], may_be_log=False)
    assert scale.values.high > 50


def test_a_loss_over_two_decades_stands_on_a_logarithmic_axis() -> None:
    curve = np.geomspace(2.0, 0.002, 100)
    scale = scale_for(100, [curve], [], may_be_log=True)
    assert scale.is_log
    assert np.allclose(scale.on_axis(np.array([0.01])), -2)
    assert not scale_for(100, [curve], [], may_be_log=False).is_log


def test_values_without_a_place_are_left_out() -> None:
    assert np.isnan(scale_for(3, [np.array([np.nan, np.inf])], [], may_be_log=True).on_axis(np.array([np.inf]))).all()
    scale = scale_for(3, [np.geomspace(1, 1e-4, 50)], [], may_be_log=True)
    assert np.isnan(scale.on_axis(np.array([0.0, -1.0, np.nan]))).all()
