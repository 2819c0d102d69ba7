"""The pictures of a likelihood hold the curve, its maximum, and the numbers of the fit."""

import math

import numpy as np
import pytest

from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters, case_losses, logits
from lossviz.core.likelihood.bernoulli import ball_product
from lossviz.widgets.likelihood.likelihood_pictures import (
    MOST_POINTS,
    PlotNames,
    labels_picture,
    running_picture,
    share_picture,
)

NAMES = PlotNames("L", "k/n = {share}", "malignant", "benign")


@pytest.mark.parametrize(("whites", "blues"), [(3, 7), (600, 400), (9_990, 10), (5, 0)])
def test_the_curve_is_highest_at_k_over_n(whites: int, blues: int) -> None:
    picture = share_picture(whites, blues, 0.4, True, NAMES)
    (curve,), (rule,) = picture.curves, picture.rules
    best = blues / (whites + blues)
    assert rule.value == best
    assert curve.ys.max() == pytest.approx(1.0, abs=0.01)
    assert curve.xs[curve.ys.argmax()] == pytest.approx(best, abs=0.003)
    assert (np.diff(curve.xs) > 0).all()


def test_the_sum_is_minus_ln_of_the_product() -> None:
    product, total = (share_picture(3, 7, 0.4, is_product, NAMES) for is_product in (True, False))
    inside = slice(1, -1)
    relative = np.log(product.curves[0].ys[inside])
    lowest = total.curves[0].ys.min()
    assert total.curves[0].ys[inside] == pytest.approx(lowest - relative, abs=1e-4)
    assert total.handles[0].y == pytest.approx(-math.log(0.4**7 * 0.6**3))
    assert total.curves[0].colour == "loss_bce"
    assert total.curves[0].dash == "dashed"


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_share_that_rules_a_ball_out_keeps_its_handle(share: float) -> None:
    (handle,) = share_picture(3, 7, share, False, NAMES).handles
    assert math.isfinite(handle.y)


def test_without_balls_there_is_no_maximum() -> None:
    picture = share_picture(0, 0, 0.5, True, NAMES)
    assert (picture.rules, picture.dots) == ((), ())
    assert set(picture.curves[0].ys.tolist()) == {1.0}


def test_each_label_stands_at_its_loss() -> None:
    cases, _law = draw_cases(SCENARIOS["overlapping"], 60, 1.0, 3)
    parameters = Parameters(1.2, -3.0)
    picture = labels_picture(cases, parameters, False, NAMES)
    losses = case_losses("bce", logits(parameters, cases.x), cases.y)
    for dots, label in zip(picture.dots, (1.0, 0.0), strict=True):
        assert dots.ys.tolist() == losses[cases.y == label].tolist()


@pytest.mark.parametrize("count", [0, 1, 50, 10_000])
def test_the_running_plot_goes_from_nothing_to_the_end(count: int) -> None:
    product = ball_product(0.5, np.ones(count, np.bool_))
    for is_product, first, last in ((True, 1.0, 0.5**count), (False, 0.0, count * math.log(2))):
        (curve,) = running_picture(product, is_product, "name").curves
        assert len(curve.xs) <= MOST_POINTS
        assert (curve.xs[0], curve.xs[-1]) == (0.0, count)
        assert (curve.ys[0], curve.ys[-1]) == pytest.approx((first, last), rel=1e-9)
