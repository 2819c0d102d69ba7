"""Pictures of every allowed form come out as the same grey values; everything else as an error that helps."""

import os
import struct
import tempfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.logging import _QtMessageCapture as QtLog

from lossviz.core.errors import LossvizError
from lossviz.widgets.pictures.image_reading import LONGEST_SIDE_PX, grey_from_qimage, read_grey_image

FORMATS = ("png", "jpeg", "bmp", "webp")
WIDTH, HEIGHT = 60, 40


def sample_image(pixel_format: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    """White paper with a black block in the upper left quarter."""
    image = QImage(WIDTH, HEIGHT, pixel_format)
    image.fill(QColor("white"))
    for y in range(8, 20):
        for x in range(8, 24):
            image.setPixelColor(x, y, QColor("black"))
    return image


def expected_grey() -> NDArray[np.uint8]:
    grey = np.full((HEIGHT, WIDTH), 255, np.uint8)
    grey[8:20, 8:24] = 0
    return grey


def encoded(image: QImage, picture_format: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, picture_format.encode())
    writer.setQuality(100)
    assert writer.write(image)
    return bytes(data.data())


def written(folder: Path, content: bytes, name: str = "picture") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> LossvizError:
    """The error that reading gives; it names the file and its three sentences can be filled in."""
    with pytest.raises(LossvizError) as refused:
        read_grey_image(path)
    assert path.name in str(refused.value)
    return refused.value


def grey_or_error(path: Path) -> NDArray[np.uint8] | LossvizError:
    try:
        return read_grey_image(path)
    except LossvizError as error:
        return error


def png(width: int, height: int, rows: bytes, depth: int = 8) -> bytes:
    """A grey PNG with right checksums, whatever the rows."""
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0),
        b"IDAT": zlib.compress(rows),
        b"IEND": b"",
    }
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks.items()
    )
    return b"\x89PNG\r\n\x1a\n" + body


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    """`jpeg` with an EXIF segment that says only how the camera was held."""
    tag = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + struct.pack(">2sHIH", b"MM", 42, 8, 1) + tag + struct.pack(">I", 0)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


@pytest.mark.parametrize("picture_format", FORMATS)
def test_every_format_gives_the_same_grey_values_whatever_the_files_name(tmp_path: Path, picture_format: str) -> None:
    path = written(tmp_path, encoded(sample_image(), picture_format), "my picture.txt")
    grey = read_grey_image(path)
    assert grey.dtype == np.uint8
    np.testing.assert_allclose(grey.astype(int), expected_grey(), atol=6)


@pytest.mark.parametrize(
    "pixel_format",
    [
        QImage.Format.Format_Mono,
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_RGBA64,
    ],
)
def test_every_depth_gives_the_same_grey_values(tmp_path: Path, pixel_format: QImage.Format) -> None:
    image = sample_image().convertToFormat(pixel_format)
    np.testing.assert_array_equal(read_grey_image(written(tmp_path, encoded(image, "png"))), expected_grey())
    np.testing.assert_array_equal(grey_from_qimage(image), expected_grey())


def test_rows_are_not_skewed_when_their_length_is_odd() -> None:
    image = sample_image().copy(0, 0, 57, HEIGHT)
    np.testing.assert_array_equal(grey_from_qimage(image), expected_grey()[:, :57])


@pytest.mark.parametrize("picture_format", ["png", "webp"])
def test_transparent_parts_are_white_and_half_transparent_ink_is_grey(tmp_path: Path, picture_format: str) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for y in range(HEIGHT):
        for x in range(WIDTH // 2):
            image.setPixelColor(x, y, QColor(0, 0, 0, 128))
    grey = read_grey_image(written(tmp_path, encoded(image, picture_format)))
    np.testing.assert_allclose(grey[:, : WIDTH // 2 - 2].astype(int), 127, atol=6)
    np.testing.assert_allclose(grey[:, WIDTH // 2 + 2 :].astype(int), 255, atol=6)


@pytest.mark.parametrize(("orientation", "quarter_turns"), [(1, 0), (3, 2), (6, -1), (8, 1)])
def test_a_photo_is_turned_as_the_camera_was_held(tmp_path: Path, orientation: int, quarter_turns: int) -> None:
    content = with_orientation(encoded(sample_image(), "jpeg"), orientation)
    grey = read_grey_image(written(tmp_path, content))
    np.testing.assert_allclose(grey.astype(int), np.rot90(expected_grey(), quarter_turns), atol=6)


def test_a_screenshot_of_a_fine_screen_is_taken_whole() -> None:
    image = sample_image(QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2.0)
    np.testing.assert_array_equal(grey_from_qimage(image), expected_grey())


@pytest.mark.parametrize("picture_format", ["png", "jpeg", "bmp"])
@pytest.mark.parametrize("size", [(20000, 40), (20000, 1), (1, 20000), (5000, 3000)])
def test_large_pictures_are_reduced_and_no_side_vanishes(
    tmp_path: Path, picture_format: str, size: tuple[int, int]
) -> None:
    image = QImage(*size, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    grey = read_grey_image(written(tmp_path, encoded(image, picture_format)))
    scale = LONGEST_SIDE_PX / max(size)
    assert grey.shape == (max(1, round(scale * size[1])), max(1, round(scale * size[0])))
    assert grey.min() >= 250
    np.testing.assert_array_equal(grey_from_qimage(image).shape, grey.shape)


def test_a_reduced_picture_still_shows_what_was_where(tmp_path: Path) -> None:
    image = sample_image().scaled(100 * WIDTH, 100 * HEIGHT)
    for picture_format in ("png", "jpeg"):
        grey = read_grey_image(written(tmp_path, encoded(image, picture_format)))
        pixels_per_block = LONGEST_SIDE_PX / WIDTH
        assert grey[round(14 * pixels_per_block), round(16 * pixels_per_block)] < 10
        assert grey[round(30 * pixels_per_block), round(16 * pixels_per_block)] > 245


def test_a_picture_that_would_fill_the_memory_is_refused_unread(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, png(20000, 20000, b"")))
    assert "20000" in str(error)
    assert "smaller" in error.remedy


@pytest.mark.parametrize("name", ["missing.png", "no such folder/7.png", "zero\0inside.png"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    assert "no file" in refusal(tmp_path / name).why


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path).why


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes in folders are a thing of Unix")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    assert "not a file" in refusal(pipe).why


def test_what_the_system_refuses_is_said_in_words_of_ours(tmp_path: Path) -> None:
    file = written(tmp_path, b"")
    error = refusal(file / "below a file.png")
    assert error.why.format(**error.values) in str(error)
    assert os.name != "posix" or "a part of the path is a file, not a folder" in str(error)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the system lets the superuser read everything")
def test_a_file_without_the_right_to_read_it_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, encoded(sample_image(), "png"))
    file.chmod(0)
    assert "may read" in refusal(file).remedy


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "empty" in refusal(written(tmp_path, b"")).why


@pytest.mark.parametrize(
    "content",
    [
        b"7",
        b"This is not a picture, however it is named.",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'/>",
        b"%PDF-1.4\n%%EOF",
        b"GIF89a" + bytes(100),
        bytes(1000),
        b"RIFF\x10\0\0\0WAVEfmt ",
    ],
)
def test_what_is_not_one_of_the_four_formats_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "not a PNG" in refusal(written(tmp_path, content, "seven.png")).why


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (7, 7)])
@pytest.mark.parametrize("picture_format", FORMATS)
def test_a_picture_of_a_few_pixels_is_refused(tmp_path: Path, picture_format: str, size: tuple[int, int]) -> None:
    image = sample_image().copy(0, 0, *size)
    error = refusal(written(tmp_path, encoded(image, picture_format)))
    # Qt takes a WebP of fewer than 64 bytes for a damaged one.
    assert "too small" in error.why or picture_format == "webp"
    with pytest.raises(LossvizError, match=f"{size[0]} × {size[1]}"):
        grey_from_qimage(image)


def test_no_image_at_all_is_refused() -> None:
    with pytest.raises(LossvizError, match="could not be used"):
        grey_from_qimage(QImage())


@pytest.mark.parametrize("picture_format", FORMATS)
@pytest.mark.parametrize("kept", [0.02, 0.1, 0.5, 0.9])
def test_a_cut_file_is_refused_without_a_word_on_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], picture_format: str, kept: float
) -> None:
    content = encoded(sample_image().scaled(300, 200), picture_format)
    error = refusal(written(tmp_path, content[: max(16, round(kept * len(content)))]))
    assert "part of it" in error.why
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("chunk", [b"IHDR", b"IDAT"])
def test_a_png_with_a_wrong_checksum_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], chunk: bytes
) -> None:
    content = bytearray(encoded(sample_image(), "png"))
    content[content.index(chunk) + 7] ^= 1
    assert "damaged" in refusal(written(tmp_path, bytes(content))).why
    assert capfd.readouterr().err == ""


def test_a_bmp_with_too_long_a_palette_is_read_without_a_word_from_qt(tmp_path: Path, qtlog: QtLog) -> None:
    content = bytearray(encoded(sample_image().convertToFormat(QImage.Format.Format_Mono), "bmp"))
    struct.pack_into("<I", content, 46, 5)
    outcome = grey_or_error(written(tmp_path, bytes(content)))
    assert not isinstance(outcome, LossvizError)
    assert qtlog.records == []


@given(
    st.sampled_from(FORMATS),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    st.floats(0, 1),
)
def test_damaged_files_give_grey_values_or_an_error_that_helps(
    picture_format: str, changes: list[tuple[float, int]], kept: float
) -> None:
    content = bytearray(encoded(sample_image(), picture_format))
    for position, value in changes:
        # Half of the changes go to the header, where lengths and sizes are.
        reach = len(content) if value % 2 else min(80, len(content))
        content[int(position * reach)] = value
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), bytes(content[: round(kept * len(content))] if kept < 0.7 else content))
        outcome = grey_or_error(path)
    if isinstance(outcome, LossvizError):
        assert path.name in str(outcome)
    else:
        assert min(outcome.shape) >= 1
        assert max(outcome.shape) <= LONGEST_SIDE_PX
