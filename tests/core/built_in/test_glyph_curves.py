"""Templates become pen paths that go where they were told."""

import numpy as np
import pytest

from lossviz.core.built_in.glyph_curves import glyph_curves

DIGITS = range(10)


@pytest.mark.parametrize("digit", DIGITS)
def test_the_path_passes_through_every_control_point(digit: int) -> None:
    for curve in glyph_curves(digit)[0]:
        path = curve.exact @ curve.controls
        nearest = np.linalg.norm(path[:, None] - curve.controls, axis=2).min(axis=0)
        assert nearest.max() < 1e-4


@pytest.mark.parametrize("digit", DIGITS)
def test_moving_all_controls_moves_the_path_as_much(digit: int) -> None:
    for curve in glyph_curves(digit)[0]:
        assert np.allclose(curve.exact.sum(axis=1), 1, atol=1e-5)
        assert np.allclose(curve.rounded.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("digit", DIGITS)
def test_samples_are_dense_and_strokes_stay_apart(digit: int) -> None:
    for curve in glyph_curves(digit)[0]:
        path = curve.exact @ curve.controls
        starts_stroke = curve.position[1:] == 0
        steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
        assert steps[~starts_stroke].max() < 5  # 100 units are 20 px at most: 1 px
        assert np.median(steps[~starts_stroke]) < 2.5
        assert starts_stroke.sum() == curve.stroke_of_control[-1]
        assert curve.is_end.sum() == 2 * (curve.stroke_of_control[-1] + 1)


@pytest.mark.parametrize("digit", DIGITS)
def test_rounding_keeps_the_ends_of_a_stroke(digit: int) -> None:
    for curve in glyph_curves(digit)[0]:
        ends = np.isin(curve.position, (0, 1))
        assert np.allclose((curve.rounded @ curve.controls)[ends], (curve.exact @ curve.controls)[ends], atol=1e-4)


def test_every_digit_has_several_styles_whose_shares_sum_to_one() -> None:
    for digit in DIGITS:
        curves, shares = glyph_curves(digit)
        assert len(curves) >= 7
        assert shares.sum() == pytest.approx(1)
