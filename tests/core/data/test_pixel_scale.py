import numpy as np
import pytest
from numpy.typing import NDArray

from lossviz.core.data.pixel_scale import grey_levels

ALL_LEVELS = np.arange(256, dtype=np.float64)


def assert_levels(values: NDArray[np.float64], expected: list[int]) -> None:
    levels = grey_levels(values)
    assert levels is not None
    assert levels.tolist() == expected


@pytest.mark.parametrize("divisor", [1, 255, 256])
def test_every_level_comes_back_exactly_from_every_known_scale(divisor: int) -> None:
    assert_levels(ALL_LEVELS / divisor, list(range(256)))


@pytest.mark.parametrize("divisor", [255, 256])
@pytest.mark.parametrize("decimals", [3, 4, 6])
def test_rounded_values_come_back_exactly(divisor: int, decimals: int) -> None:
    assert_levels(np.round(ALL_LEVELS / divisor, decimals), list(range(256)))


@pytest.mark.parametrize("divisor", [255, 256])
def test_single_precision_values_come_back_exactly(divisor: int) -> None:
    values = (ALL_LEVELS.astype(np.float32) / np.float32(divisor)).astype(np.float64)
    assert_levels(values, list(range(256)))


def test_black_and_white_written_as_0_and_1_are_full_contrast() -> None:
    assert_levels(np.array([0.0, 1.0]), [0, 255])


@pytest.mark.parametrize(
    "values",
    [[-0.4242, 2.8215], [-1.0, 1.0], [0.0, 256.0], [0.0, 0.3333, 0.4142, 0.7182], [0.5, float("nan")], [float("inf")]],
    ids=["standardised", "minus one to one", "above 255", "any fractions", "NaN", "infinity"],
)
def test_values_on_no_known_scale_are_refused(values: list[float]) -> None:
    assert grey_levels(np.array(values)) is None
