"""On a screen with twice as many pixels on each side, lines have twice as many."""

import json
import os
import subprocess
import sys

import pytest

PLOTS = ("line_plot", "curve_plot", "case_plot", "slice_plot", "surface_map")


def widths(scale: int) -> dict[str, float]:
    """Pixels of the screen across the line of each plot, in a process of its own: the scale is read at its start."""
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.support.line_widths"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=100)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def by_scale() -> dict[int, dict[str, float]]:
    """Measured once each."""
    return {scale: widths(scale) for scale in (1, 2)}


@pytest.mark.parametrize("plot", PLOTS)
def test_a_line_is_twice_as_wide(by_scale: dict[int, dict[str, float]], plot: str) -> None:
    usual, fine = by_scale[1][plot], by_scale[2][plot]
    assert usual > 1
    assert fine == pytest.approx(2 * usual, abs=0.5)
