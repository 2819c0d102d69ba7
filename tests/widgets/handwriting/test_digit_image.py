"""DigitImage: every value is a square block of its own grey, and the overlay marks what it says."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.handwriting.digit_image import DigitImage
from lossviz.widgets.theme import ThemeSource, load_theme


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> DigitImage:
    widget = DigitImage(ThemeSource(load_theme("light")))
    qtbot.addWidget(widget)
    return widget


def grabbed_u8(view: DigitImage) -> NDArray[np.uint8]:
    grey = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


@pytest.mark.parametrize(("size", "scale"), [((58, 58), 2), ((142, 142), 5), ((200, 150), 5), ((143, 300), 5)])
def test_every_value_is_a_block_of_whole_pixels(view: DigitImage, size: tuple[int, int], scale: int) -> None:
    image = np.random.default_rng(3).integers(0, 256, (28, 28), dtype=np.uint8)
    view.resize(*size)
    view.show_image(image)
    pixels = grabbed_u8(view)
    side = 28 * scale
    left, top = round((size[0] - side) / 2), round((size[1] - side) / 2)
    np.testing.assert_array_equal(
        pixels[top : top + side, left : left + side], np.kron(image, np.ones((scale, scale), np.uint8))
    )


def test_a_slice_of_a_batch_is_shown_right(view: DigitImage) -> None:
    batch = np.random.default_rng(5).integers(0, 256, (28, 28, 4), dtype=np.uint8)
    view.resize(58, 58)
    view.show_image(batch[:, :, 2])
    np.testing.assert_array_equal(grabbed_u8(view)[1:57:2, 1:57:2], batch[:, :, 2])


def test_none_empties_it(view: DigitImage) -> None:
    view.resize(58, 58)
    view.show_image(np.full((28, 28), 255, np.uint8))
    view.show_image(None)
    assert grabbed_u8(view)[1:57, 1:57].max() == 0
    assert "no ink" in view.accessibleDescription()


def test_an_image_of_another_size_is_refused(view: DigitImage) -> None:
    with pytest.raises(ValueError, match="28x28"):
        view.show_image(np.zeros((20, 20), np.uint8))


def test_the_cross_lies_at_the_centre_of_mass(view: DigitImage) -> None:
    image = np.zeros((28, 28), np.uint8)
    image[6:9, 19:22] = 200  # its middle is the middle of pixel (7, 20)
    view.resize(282, 282)
    view.show_image(image)
    plain = grabbed_u8(view).astype(int)
    view.show_overlay(is_shown=True)
    box = QRectF(41, 41, 200, 200)
    changed = np.argwhere(grabbed_u8(view) != plain)
    inside = [(y, x) for y, x in changed if box.adjusted(3, 3, -3, -3).contains(float(x), float(y))]
    middle = np.mean(inside, axis=0)
    np.testing.assert_allclose(middle, (1 + 7.5 * 10, 1 + 20.5 * 10), atol=1.5)
    assert len(changed) > len(inside), "the box of 20 pixels is drawn too"


def test_the_overlay_of_a_blank_image_has_no_cross(view: DigitImage) -> None:
    view.resize(282, 282)
    view.show_image(np.zeros((28, 28), np.uint8))
    view.show_overlay(is_shown=True)
    assert grabbed_u8(view)[60:220, 60:220].max() == 0


@pytest.mark.parametrize("size", [(1, 1), (20, 20), (1, 500)])
def test_it_paints_where_there_is_hardly_room(view: DigitImage, size: tuple[int, int]) -> None:
    view.show_image(np.full((28, 28), 255, np.uint8))
    view.show_overlay(is_shown=True)
    view.resize(*size)
    assert not view.grab().isNull()
