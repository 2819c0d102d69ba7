"""The plots of the catalogue: what is drawn is in view."""

import numpy as np
import pytest

from lossviz.core.losses.axes import AXES, LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossKey
from lossviz.widgets.losses.loss_pictures import Side, loss_curves, loss_range


@pytest.mark.parametrize("side", ["value", "slope"])
@pytest.mark.parametrize("names", [("mse",), ("log",), ("zero_one", "log"), ("mse", "log")], ids="+".join)
def test_curves_that_stay_low_are_shown_whole(names: tuple[LossKey, ...], side: Side) -> None:
    options = LossOptions()
    curves = loss_curves([LOSSES[name] for name in names], AXES["margin"].key, options, side)
    shown = loss_range(curves, options, side)
    assert all(shown.low <= np.nanmin(curve.ys) and np.nanmax(curve.ys) <= shown.high for curve in curves)
