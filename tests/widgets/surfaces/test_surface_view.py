"""The choice between the 3-D views: software where OpenGL shows nothing, and OpenGL is not loaded for nothing."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces.gl_probe import gl_refusal, gl_works
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.surfaces.surface_view import make_surface_view
from lossviz.widgets.theme import ThemeSource, load_theme


def test_importing_the_widgets_does_not_load_opengl() -> None:
    code = (
        "import sys, lossviz.widgets.surfaces.surface_view, lossviz.widgets.surfaces.surface_map;"
        "sys.exit('OpenGL' in sys.modules or 'pyqtgraph.opengl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_without_a_display_the_reason_is_named_and_the_software_view_is_made(qtbot: QtBot) -> None:
    if QGuiApplication.platformName() not in {"offscreen", "minimal"}:
        pytest.skip("about platforms that show nothing")
    assert not gl_works()
    assert "offscreen" in gl_refusal() or "minimal" in gl_refusal()
    view = make_surface_view(ThemeSource(load_theme("light")))
    qtbot.addWidget(view)
    assert isinstance(view, SoftwareSurfaceView)


def test_the_environment_can_ask_for_the_software_view(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOSSVIZ_3D", "software")
    view = make_surface_view(ThemeSource(load_theme("light")))
    qtbot.addWidget(view)
    assert isinstance(view, SoftwareSurfaceView)
