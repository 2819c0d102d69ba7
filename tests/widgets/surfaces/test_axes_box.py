"""The box around a landscape: the numbers of its two axes keep apart."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from lossviz.widgets.surfaces.axes_box import axes_box
from lossviz.widgets.surfaces.camera import Camera, View
from lossviz.widgets.surfaces.colouring import colour_scale
from lossviz.widgets.surfaces.palette import SurfacePalette
from lossviz.widgets.surfaces.terrain_marks import draw_box_labels
from lossviz.widgets.theme import load_theme
from tests.support.surface_pictures import surface_picture


@pytest.mark.parametrize("azimuth", [-152.0, -62.0, 28.0, 118.0])
def test_only_the_numbers_on_the_right_begin_at_their_places(azimuth: float) -> None:
    picture, view = surface_picture(size=8), View(Camera(azimuth), 245.0, 350.0)
    box = axes_box(picture, colour_scale(picture.values, is_quantile=False), view)
    numbers = [label for label in box.labels if not label.is_name and not label.is_right_aligned]
    assert numbers
    right = [label for label in numbers if label.is_left_aligned]
    left = [label for label in numbers if not label.is_left_aligned]
    assert min(view.pixel_of(label.at).x() for label in right) > max(view.pixel_of(label.at).x() for label in left)


@pytest.mark.parametrize("azimuth", [-152.0, -62.0, -20.0, 28.0, 118.0])
@pytest.mark.parametrize("elevation", [15.0, 36.0, 70.0])
@pytest.mark.parametrize("width_px", [180.0, 250.0, 480.0])
def test_the_names_of_the_axes_lie_over_no_number(
    qapp: QApplication, azimuth: float, elevation: float, width_px: float
) -> None:
    picture, view = surface_picture(size=8), View(Camera(azimuth, elevation), width_px, 350.0)
    box = axes_box(picture, colour_scale(picture.values, is_quantile=False), view)
    painter = Mock(spec=QPainter)
    draw_box_labels(painter, box, view, SurfacePalette(load_theme("light"), qapp.font()), "loss")
    drawn = [(call.args[2], call.args[0]) for call in painter.drawText.call_args_list]
    for name in picture.axis_names:
        (place,) = (where for text, where in drawn if text == name)
        assert [text for text, where in drawn if text != name and where.intersects(place)] == []
        assert QRectF(0, 0, width_px, 350).contains(place)


def test_labels_whose_places_are_out_of_view_do_not_gather_at_its_edges(qapp: QApplication) -> None:
    picture, view = surface_picture(size=8), View(Camera(distance=0.3), 400.0, 350.0)
    box = axes_box(picture, colour_scale(picture.values, is_quantile=False), view)
    painter = Mock(spec=QPainter)
    draw_box_labels(painter, box, view, SurfacePalette(load_theme("light"), qapp.font()), "loss")
    assert painter.drawText.call_count == 0
