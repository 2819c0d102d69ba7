import numpy as np
import pytest
import torch
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF

from lossviz.core.fit.cases import Column
from lossviz.core.fit.laws import Law
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.model_shapes import crossing, law_shape, line_shape, sigmoid_shape, step_shape
from lossviz.widgets.plots.plot_frame import PlotFrame

FRAME = PlotFrame(QRectF(0, 0, 600, 340), AxisRange(0.0, 6.0), AxisRange(-0.35, 1.35))
EXTREME = [
    Parameters(0.0, 0.0),
    Parameters(0.0, 1e308),
    Parameters(1e308, -1e308),
    Parameters(-1e308, 1e308),
    Parameters(1e-308, 1e308),
    Parameters(5e-324, -1.0),
]


def points_of(shape: QPolygonF) -> list[tuple[float, float]]:
    return [(shape.at(place).x(), shape.at(place).y()) for place in range(shape.size())]


def data_of(shape: QPolygonF) -> tuple[Column, Column]:
    points = points_of(shape)
    return np.array([FRAME.x_at(x) for x, _ in points]), np.array([FRAME.y_at(y) for _, y in points])


@pytest.mark.parametrize("parameters", [Parameters(2.0, -6.0), Parameters(-0.4, 1.0), Parameters(500.0, -1500.0)])
def test_the_curve_is_torch_sigmoid_from_edge_to_edge(parameters: Parameters) -> None:
    x, p = data_of(sigmoid_shape(parameters, FRAME))
    expected = torch.sigmoid(parameters.w * torch.tensor(x) + parameters.b).numpy()
    assert (x[0], x[-1]) == pytest.approx((0.0, 6.0))
    assert np.abs(p - expected).max() < 1e-6


def test_a_steep_rise_between_two_columns_keeps_its_levels() -> None:
    _, p = data_of(sigmoid_shape(Parameters(1e6, -3.001e6), FRAME))
    assert ((p > 0.2) & (p < 0.8)).sum() >= 3


def test_the_law_is_drawn_at_its_own_probabilities() -> None:
    law = Law(2.5, 3.0)
    x, p = data_of(law_shape(law, FRAME))
    assert np.abs(p - law.probability(x)).max() < 1e-9


def test_the_line_is_straight_and_bends_only_out_of_view() -> None:
    x, y = data_of(line_shape(Parameters(0.7, -1.0), FRAME))
    inside = (y > -0.35) & (y < 1.35)
    assert np.abs(y - (0.7 * x - 1.0))[inside].max(initial=0.0) < 1e-9
    assert y.min() < -0.35
    assert y.max() > 1.35
    crossings = np.interp([0.0, 1.0], y, x)
    assert crossings == pytest.approx([1.0 / 0.7, 2.0 / 0.7])


@pytest.mark.parametrize("parameters", EXTREME)
def test_extreme_parameters_give_finite_shapes(parameters: Parameters) -> None:
    shapes = [sigmoid_shape(parameters, FRAME), line_shape(parameters, FRAME)]
    shapes += [step_shape("sigmoid", parameters, 0.3, FRAME), step_shape("line", parameters, 0.3, FRAME)]
    for shape in shapes:
        assert shape.size() >= 2
        assert np.isfinite(points_of(shape)).all()


@pytest.mark.parametrize(("w", "answers"), [(2.0, [0.0, 0.0, 1.0, 1.0]), (-2.0, [1.0, 1.0, 0.0, 0.0])])
def test_a_discretised_sigmoid_steps_where_it_crosses_the_threshold(w: float, answers: list[float]) -> None:
    x, y = data_of(step_shape("sigmoid", Parameters(w, -3.0 * w), 0.7, FRAME))
    expected = 3.0 + np.log(0.7 / 0.3) / w
    assert x.tolist() == pytest.approx([0.0, expected, expected, 6.0])
    assert y.tolist() == pytest.approx(answers)


def test_there_is_no_crossing_at_levels_that_are_never_reached() -> None:
    assert crossing("sigmoid", Parameters(2.0, -6.0), 0.0) is None
    assert crossing("sigmoid", Parameters(2.0, -6.0), 1.0) is None
    assert crossing("sigmoid", Parameters(0.0, 3.0), 0.5) is None
    assert crossing("line", Parameters(0.5, 0.0), 1.0) == 2.0
