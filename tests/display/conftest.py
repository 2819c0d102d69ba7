"""Tests of this folder need a real display: under X11, `xvfb-run` gives one to a machine that has none."""

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _real_display(qapp: QGuiApplication) -> None:
    if qapp.platformName() in {"offscreen", "minimal"}:
        pytest.skip(f"needs a real display, and Qt runs on the platform {qapp.platformName()!r}")
