"""InkLayer: what is drawn piece by piece looks like what is drawn at once, and like the pen's true shape."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from lossviz.widgets.handwriting.ink_layer import InkLayer, Stroke

SIDE_PX = 200
PEN = 0.08


def spiral(points: int) -> Stroke:
    turn = np.linspace(0, 5 * np.pi, points)
    radius = np.linspace(0.05, 0.4, points)
    return np.stack([0.5 + radius * np.cos(turn), 0.5 + radius * np.sin(turn)], axis=1).astype(np.float32)


def painted(layer: InkLayer, ratio: float = 1.0, side_px: int = SIDE_PX) -> NDArray[np.uint8]:
    """(side, side) in device pixels: what `layer` draws on black."""
    pixels = round(side_px * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        layer.paint(painter, QRect(QPoint(0, 0), QPoint(side_px - 1, side_px - 1)), ratio, PEN, "#ffffff")
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(grey.constBits(), np.uint8).reshape(pixels, grey.bytesPerLine())[:, :pixels].copy()


def distances_px(stroke: Stroke, side_px: int) -> NDArray[np.float64]:
    """(side, side): how far the middle of each pixel is from the stroke, by brute force over a dense path."""
    path = stroke.astype(np.float64) * side_px
    dense = np.concatenate([np.linspace(a, b, 20) for a, b in pairwise(path)] or [path])
    middles = np.arange(side_px) + 0.5
    nearest = np.full((side_px, side_px), np.inf)
    for x, y in dense:
        nearest = np.minimum(nearest, np.hypot(middles[None, :] - x, middles[:, None] - y))
    return nearest


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("stroke", [spiral(150), spiral(2)[:1], np.repeat(spiral(2)[:1], 3, axis=0)])
def test_ink_lies_where_the_pen_has_been(stroke: Stroke) -> None:
    layer = InkLayer()
    layer.show([stroke])
    ink = painted(layer)
    distance = distances_px(stroke, SIDE_PX)
    radius = PEN * SIDE_PX / 2
    assert (ink[distance < radius - 1] == 255).all()
    assert (ink[distance > radius + 1] == 0).all()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("points_per_frame", [1, 7, 63, 64, 65, 200])
def test_a_growing_stroke_looks_as_if_drawn_at_once(points_per_frame: int) -> None:
    whole, growing = InkLayer(), InkLayer()
    strokes = [spiral(90), (spiral(331) * 0.8).astype(np.float32), spiral(64)[::-1].copy()]
    whole.show(strokes)
    for index, stroke in enumerate(strokes):
        for end in range(1, len(stroke), points_per_frame):
            growing.show([*strokes[:index], stroke[:end]])
            painted(growing)
    growing.show(strokes)
    np.testing.assert_array_equal(painted(growing), painted(whole))


@pytest.mark.usefixtures("qapp")
def test_only_the_new_points_are_reported_as_changed() -> None:
    layer = InkLayer()
    old, longer = spiral(100), spiral(103)
    longer[:100] = old
    layer.show([old])
    painted(layer)
    changed = layer.show([longer])
    assert changed is not None
    new = longer[99:]
    assert changed.left() == pytest.approx(new[:, 0].min())
    assert changed.right() == pytest.approx(new[:, 0].max())
    assert changed.width() < 0.1
    assert layer.show([longer]) is None
    dot = np.array([[0.9, 0.9]], np.float32)
    around_dot = layer.show([longer, dot])
    assert around_dot is not None
    assert around_dot.topLeft().toTuple() == pytest.approx((0.9, 0.9))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "after", [[], [spiral(80)], [spiral(80)[:40], spiral(30)], [spiral(80) + np.float32(0.01), spiral(70)]]
)
def test_ink_that_is_taken_away_or_changed_disappears(after: list[Stroke]) -> None:
    layer, fresh = InkLayer(), InkLayer()
    layer.show([spiral(80), spiral(70) * np.float32(0.5)])
    painted(layer)
    layer.show(after)
    fresh.show(after)
    np.testing.assert_array_equal(painted(layer), painted(fresh))


@pytest.mark.usefixtures("qapp")
def test_on_a_fine_screen_the_ink_has_the_screens_resolution() -> None:
    layer, twice = InkLayer(), InkLayer()
    for shown in (layer, twice):
        shown.show([spiral(150), spiral(2)])
    painted(layer)
    np.testing.assert_allclose(painted(layer, ratio=2.0), painted(twice, side_px=2 * SIDE_PX), atol=40)
    np.testing.assert_array_equal(painted(layer), painted(layer))


@pytest.mark.usefixtures("qapp")
def test_nothing_is_drawn_outside_the_square(qapp: QApplication) -> None:
    layer = InkLayer()
    layer.show([np.array([[1.0, 0.0], [1.0, 1.0]], np.float32)])
    image = QImage(2 * SIDE_PX, SIDE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        layer.paint(painter, QRect(0, 0, SIDE_PX, SIDE_PX), 1.0, PEN, "#ffffff")
    assert image.pixelColor(SIDE_PX - 1, 100).lightness() == 255
    assert image.pixelColor(SIDE_PX, 100).lightness() == 0
