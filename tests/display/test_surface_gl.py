"""The 3-D view with OpenGL shows the surface that the software view shows."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.surfaces.camera import Camera
from lossviz.widgets.surfaces.gl_probe import gl_refusal, gl_works
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.surfaces.surface_view import make_surface_view
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.surface_pictures import surface_picture

PICTURE = surface_picture(size=48)


@pytest.fixture(autouse=True)
def _with_gl(qapp: QApplication, _real_display: None) -> None:
    if not gl_works():
        pytest.skip(f"OpenGL cannot be used here: {gl_refusal()}")


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("dark"))


def shown(view: SurfaceView, qtbot: QtBot, camera: Camera) -> SurfaceView:
    qtbot.addWidget(view)
    view.resize(400, 320)
    view.set_camera(camera)
    view.show_picture(PICTURE)
    with qtbot.waitExposed(view):
        view.show()
    return view


def rgb(image: QImage) -> NDArray[np.float64]:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.float64)


@pytest.mark.parametrize("camera", [Camera(), Camera(35.0, 25.0), Camera(-130.0, 60.0, 1.5)])
def test_both_renderers_show_the_same_surface_at_the_same_place(
    qtbot: QtBot, theme: ThemeSource, camera: Camera
) -> None:
    by_card = shown(make_surface_view(theme), qtbot, camera)
    by_processor = shown(SoftwareSurfaceView(theme), qtbot, camera)
    assert not isinstance(by_card, SoftwareSurfaceView)
    inner = (slice(90, 230), slice(110, 290))

    def gap() -> float:
        pictures = [rgb(view.grab().toImage())[inner] for view in (by_card, by_processor)]
        return float(np.median(np.abs(pictures[0] - pictures[1])))

    qtbot.waitUntil(lambda: gap() < 8)


def test_it_turns_with_the_mouse_and_is_never_blank(qtbot: QtBot, theme: ThemeSource) -> None:
    view = shown(make_surface_view(theme), qtbot, Camera())
    colours = len(np.unique(rgb(view.grab().toImage()).reshape(-1, 3), axis=0))
    assert colours > 500
    before = rgb(view.grab().toImage())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 250))
    QTest.mouseMove(view, QPoint(300, 250))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    assert view.camera.azimuth != Camera().azimuth
    qtbot.waitUntil(lambda: float(np.abs(rgb(view.grab().toImage()) - before).mean()) > 3)


def test_two_views_in_one_window_and_a_third_in_another_all_draw(qtbot: QtBot, theme: ThemeSource) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    views = [make_surface_view(theme) for _ in range(2)]
    for view in views:
        row.addWidget(view)
        view.show_picture(PICTURE)
    qtbot.addWidget(window)
    window.resize(800, 320)
    with qtbot.waitExposed(window):
        window.show()
    views.append(shown(make_surface_view(theme), qtbot, Camera()))
    for view in views:
        assert len(np.unique(rgb(view.grab().toImage()).reshape(-1, 3), axis=0)) > 500
