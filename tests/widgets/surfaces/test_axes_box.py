"""The box around a landscape: the numbers of its two axes keep apart."""

import pytest

from lossviz.widgets.surfaces.axes_box import axes_box
from lossviz.widgets.surfaces.camera import Camera, View
from lossviz.widgets.surfaces.colouring import colour_scale
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
