"""Every curve of the catalogue equals torch's value and autograd's gradient."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.losses.axes import AXES, DELTA_RANGE, POS_WEIGHT_RANGE, AxisKey, LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.curves import points_of
from lossviz.core.losses.entries import LIBRARIES, LossEntry, LossKey

Oracle = Callable[[torch.Tensor, LossOptions], torch.Tensor]

OPTIONS = LossOptions(pos_weight=3.0, delta=0.4)


def _ones(x: torch.Tensor) -> torch.Tensor:
    return torch.ones_like(x)


def _two_scores(m: torch.Tensor) -> torch.Tensor:
    return torch.stack([torch.zeros_like(m), m], dim=1)


def _focal(p: torch.Tensor, log_p: torch.Tensor) -> torch.Tensor:
    return -((1.0 - p) ** 2) * log_p


def _squared(p: torch.Tensor, _options: LossOptions) -> torch.Tensor:
    return F.mse_loss(p, _ones(p), reduction="none")


def _absolute(p: torch.Tensor, _options: LossOptions) -> torch.Tensor:
    return F.l1_loss(p, _ones(p), reduction="none")


def _huber(p: torch.Tensor, options: LossOptions) -> torch.Tensor:
    return F.huber_loss(p, _ones(p), reduction="none", delta=options.delta)


def _log(p: torch.Tensor, _options: LossOptions) -> torch.Tensor:
    return F.binary_cross_entropy(p, _ones(p), reduction="none")


def _weighted(m: torch.Tensor, options: LossOptions) -> torch.Tensor:
    weight = torch.tensor(options.pos_weight, dtype=torch.float64)
    return F.binary_cross_entropy_with_logits(m, _ones(m), reduction="none", pos_weight=weight)


def _softmax(m: torch.Tensor, _options: LossOptions) -> torch.Tensor:
    return F.cross_entropy(_two_scores(m), F.one_hot(_ones(m).long(), 2).double(), reduction="none")


def _margin_loss(power: int) -> Oracle:
    """Of two classes, and so divided by 2."""
    return lambda m, _options: 2.0 * F.multi_margin_loss(_two_scores(m), _ones(m).long(), p=power, reduction="none")


def _behind_sigmoid(of_probability: Oracle) -> Oracle:
    return lambda m, options: of_probability(torch.sigmoid(m), options)


OF_PROBABILITY: dict[LossKey, Oracle] = {
    "squared": _squared,
    "mse": _squared,
    "sse": _squared,
    "mae": _absolute,
    "rmse": lambda p, options: _squared(p, options).sqrt(),
    "huber": _huber,
    "log": _log,
    "sigmoid_ce": _log,
    "softmax_ce": _log,
    "sparse_ce": _log,
    "weighted_ce": lambda p, options: options.pos_weight * _log(p, options),
    "focal": lambda p, _options: _focal(p, torch.log(p)),
}
OF_MARGIN: dict[LossKey, Oracle] = {
    **{key: _behind_sigmoid(OF_PROBABILITY[key]) for key in ("squared", "mse", "sse", "mae", "rmse", "huber", "log")},
    "sigmoid_ce": lambda m, _options: F.binary_cross_entropy_with_logits(m, _ones(m), reduction="none"),
    "weighted_ce": _weighted,
    "softmax_ce": _softmax,
    "sparse_ce": lambda m, _options: F.cross_entropy(_two_scores(m), _ones(m).long(), reduction="none"),
    "hinge": _margin_loss(1),
    "squared_hinge": _margin_loss(2),
    "exponential": lambda m, _options: torch.exp(-m),
    "focal": lambda m, _options: _focal(torch.sigmoid(m), F.logsigmoid(m)),
    "squared_score": lambda m, _options: F.mse_loss(m, _ones(m), reduction="none"),
}


def _of_residual(key: LossKey) -> Oracle:
    """A residual below 0 is that of label 1, above 0 that of label 0."""

    def loss(r: torch.Tensor, options: LossOptions) -> torch.Tensor:
        p = 1.0 - r.abs()
        positive, negative = (OF_PROBABILITY[key](p, each) for each in (options, replace(options, pos_weight=1.0)))
        return torch.where(r < 0, positive, negative)

    return loss


ORACLES: dict[AxisKey, dict[LossKey, Oracle]] = {
    "margin": OF_MARGIN,
    "probability": OF_PROBABILITY,
    "residual": {key: _of_residual(key) for key in OF_PROBABILITY},
}
PLACES: dict[AxisKey, tuple[float, float]] = {
    "margin": (-9.0, 9.0),
    "probability": (0.02, 0.98),
    "residual": (-0.9, 0.9),
}
CASES = [(axis, key) for axis in AXES for key in LOSSES if key in ORACLES[axis]]


@pytest.mark.parametrize(("axis", "key"), CASES)
def test_value_and_gradient_equal_torch(axis: AxisKey, key: LossKey) -> None:
    places = np.linspace(*PLACES[axis], 333)
    x = torch.from_numpy(places.copy()).requires_grad_()
    values = ORACLES[axis][key](x, OPTIONS)
    (gradients,) = torch.autograd.grad(values.sum(), x)
    curve = LOSSES[key].curves[axis]
    np.testing.assert_allclose(curve.value(places, OPTIONS), values.detach().numpy(), rtol=1e-12, atol=1e-12)
    kept = ~np.isin(places, curve.corners(OPTIONS)) & (places != 0)  # autograd picks a side of a kink, or NaN
    np.testing.assert_allclose(curve.gradient(places, OPTIONS)[kept], gradients.numpy()[kept], rtol=1e-12, atol=1e-12)


def test_an_oracle_stands_for_every_curve_but_that_of_the_0_1_loss() -> None:
    drawn = {(axis, key) for key, entry in LOSSES.items() for axis in entry.curves}
    assert drawn - set(CASES) == {(axis, "zero_one") for axis in AXES}


@pytest.mark.parametrize("axis", AXES)
def test_the_0_1_loss_counts_errors_and_has_no_slope(axis: AxisKey) -> None:
    curve, places = LOSSES["zero_one"].curves[axis], np.linspace(AXES[axis].low, AXES[axis].high, 1001)
    is_wrong = {
        "margin": places <= 0,
        "probability": places <= 0.5,
        "residual": np.abs(places) >= 0.5,
    }[axis]
    np.testing.assert_array_equal(curve.value(places, OPTIONS), is_wrong.astype(float))
    assert not curve.gradient(places, OPTIONS).any()


@given(
    st.floats(-600, 600), st.floats(*POS_WEIGHT_RANGE), st.floats(*DELTA_RANGE), st.sampled_from(list(LOSSES.values()))
)
def test_no_margin_gives_nan(m: float, pos_weight: float, delta: float, entry: LossEntry) -> None:
    options = LossOptions(pos_weight, delta)
    assert np.isfinite(entry.curves["margin"].value_at(m, options))
    assert np.isfinite(entry.curves["margin"].gradient_at(m, options))


def test_the_log_loss_is_infinite_where_the_true_class_gets_nothing() -> None:
    over = LOSSES["log"].curves
    assert over["probability"].value_at(0.0, OPTIONS) == np.inf
    assert over["probability"].gradient_at(0.0, OPTIONS) == -np.inf
    assert over["residual"].value_at(1.0, OPTIONS) == np.inf
    assert np.isnan(over["residual"].value_at(1.5, OPTIONS))
    assert np.isnan(over["residual"].gradient_at(-1.5, OPTIONS))


@pytest.mark.parametrize("p", [0.6, 0.1, 1.0])
def test_the_log_loss_of_the_course(p: float) -> None:
    expected = {0.6: 0.510826, 0.1: 2.302585, 1.0: 0.0}[p]
    assert LOSSES["log"].curves["probability"].value_at(p, OPTIONS) == pytest.approx(expected, abs=5e-7)


def test_surely_wrong_the_squared_error_lets_go_and_the_log_loss_does_not() -> None:
    squared, log = (LOSSES[key].curves["margin"].gradient_at(-8.0, OPTIONS) for key in ("mse", "log"))
    assert abs(squared) < 1e-3
    assert log < -0.999


@pytest.mark.parametrize("axis", AXES)
def test_a_drawn_curve_is_broken_at_jumps_only(axis: AxisKey) -> None:
    for entry in LOSSES.values():
        curve = entry.curves.get(axis)
        if curve is None:
            continue
        corners = curve.corners(OPTIONS)
        xs, ys = points_of(curve.value, corners, AXES[axis], OPTIONS)
        assert np.all(np.diff(xs) > 0)
        gaps = xs[np.isnan(ys) & ((axis != "residual") | (np.abs(xs) < 1.0))]
        jumps = {"margin": [0.0], "probability": [0.5], "residual": [-0.5, 0.5]}[axis]
        np.testing.assert_array_equal(gaps, jumps if entry.key == "zero_one" else [])


def test_the_kink_of_the_hinge_is_drawn_where_it_is() -> None:
    curve = LOSSES["hinge"].curves["margin"]
    xs, ys = points_of(curve.gradient, curve.corners(OPTIONS), AXES["margin"], OPTIONS)
    assert xs[np.isnan(ys)].tolist() == [1.0]
    assert set(ys[~np.isnan(ys)].tolist()) == {-1.0, 0.0}


def test_every_loss_says_how_each_library_calls_it() -> None:
    for entry in LOSSES.values():
        assert set(entry.libraries) == set(LIBRARIES)
        prefixes = {"torch": "torch.", "tensorflow": "tf.", "paddle": "paddle.", "sklearn": "sklearn."}
        for library, name in entry.libraries.items():
            assert not name.call or name.call.startswith(prefixes[library])


def test_the_names_in_pytorch_exist() -> None:
    calls = {key: entry.libraries["torch"].call for key, entry in LOSSES.items()}
    assert {key for key, call in calls.items() if not call} == {"zero_one", "exponential", "focal"}
    for call in filter(None, calls.values()):
        thing: object = torch
        for part in re.split(r"[^\w.]", call)[0].split(".")[1:]:
            thing = getattr(thing, part)
        assert callable(thing)


@pytest.mark.parametrize("bad", [0.0, -1.0, float("nan"), float("inf"), 21.0])
def test_weights_out_of_range_are_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="not within"):
        LossOptions(pos_weight=bad)


@pytest.mark.parametrize("bad", [0.0, -1.0, float("nan"), float("inf"), 5.1])
def test_deltas_out_of_range_are_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="not within"):
        LossOptions(delta=bad)
