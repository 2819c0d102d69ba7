import gzip
import os
import struct
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.data.idx_files import MAX_ITEM_BYTES, read_idx
from lossviz.core.errors import LossvizError
from tests.support.digit_files import idx_bytes, random_labelled, zeros_gzip

IMAGES = random_labelled(7).images_u8
GOOD = idx_bytes(IMAGES)
MEGABYTE = 1 << 20


def written(folder: Path, content: bytes) -> Path:
    file = folder / "images"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("content", [GOOD, gzip.compress(GOOD)], ids=["raw", "gzip"])
def test_items_come_back_as_written_whatever_the_file_is_called(tmp_path: Path, content: bytes) -> None:
    items = read_idx(written(tmp_path, content))
    np.testing.assert_array_equal(items, IMAGES)
    assert items.flags.writeable  # torch.from_numpy warns otherwise


@pytest.mark.parametrize("shape", [(5,), (5, 3), (5, 3, 2)])
def test_one_to_three_dimensions_are_read(tmp_path: Path, shape: tuple[int, ...]) -> None:
    items = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    np.testing.assert_array_equal(read_idx(written(tmp_path, idx_bytes(items))), items)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "incomplete"),
        (GOOD[:-1], "incomplete"),
        (gzip.compress(GOOD)[:-1], "incomplete"),
        (gzip.compress(GOOD[:-1]), "incomplete"),
        (GOOD + b"\0", "longer"),
        (gzip.compress(GOOD + b"\0"), "longer"),
        (gzip.compress(GOOD) + b"garbage", "damaged"),
        (b"\1" + GOOD[1:], "not an IDX file"),
        (b"<!DOCTYPE html>", "not an IDX file"),
        (idx_bytes(IMAGES, type_code=0x0D), "0x0D"),
        (idx_bytes(IMAGES, sizes=(0, 28, 28)), "empty"),
        (idx_bytes(IMAGES, sizes=(2**32 - 1,) * 3), "too large"),
        (idx_bytes(IMAGES, sizes=(MAX_ITEM_BYTES + 1,)), "too large"),
        (idx_bytes(IMAGES, sizes=(1, 1, 1, 1)), "not an IDX file"),
    ],
)
def test_bad_files_are_errors_for_people_that_name_the_file(tmp_path: Path, content: bytes, what: str) -> None:
    file = written(tmp_path, content)
    with pytest.raises(LossvizError, match=what) as caught:
        read_idx(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("missing", ["nothing", "\0"], ids=["no file", "an impossible name"])
def test_what_is_no_file_is_an_error_for_people(tmp_path: Path, missing: str) -> None:
    with pytest.raises(LossvizError, match="missing"):
        read_idx(tmp_path / missing)


def test_a_folder_is_not_called_missing(tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="that is a folder, not a file"):
        read_idx(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_a_file_without_an_end_is_not_waited_for_nor_called_missing(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(LossvizError, match="nothing that can be read"):
            read_idx(path)


def test_a_flipped_bit_in_a_gzip_is_noticed_by_its_checksum(tmp_path: Path) -> None:
    stored = bytearray(gzip.compress(GOOD, compresslevel=0))
    stored[len(stored) // 2] ^= 1
    with pytest.raises(LossvizError, match="damaged"):
        read_idx(written(tmp_path, bytes(stored)))


@pytest.mark.parametrize("length", range(16))
@pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["raw", "gzip"])
def test_a_header_cut_at_any_byte_is_an_error_for_people(tmp_path: Path, length: int, compress: type[bytes]) -> None:
    with pytest.raises(LossvizError, match="incomplete"):
        read_idx(written(tmp_path, compress(GOOD[:length])))


@pytest.mark.parametrize(
    ("prefix", "limit_bytes"),
    [
        (struct.pack(">4B3I", 0, 0, 8, 3, 10_000, 28, 28), 16 * MEGABYTE),
        (struct.pack(">4B3I", 0, 0, 8, 3, 2**32 - 1, 28, 28), 4 * MEGABYTE),
        (b"", 4 * MEGABYTE),
    ],
    ids=["honest header", "huge header", "zeros only"],
)
def test_a_gzip_bomb_of_a_gigabyte_takes_no_more_memory_than_its_header_allows(
    tmp_path: Path, prefix: bytes, limit_bytes: int
) -> None:
    file = written(tmp_path, zeros_gzip(prefix, megabytes=1024))
    tracemalloc.start()
    try:
        with pytest.raises(LossvizError):
            read_idx(file)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < limit_bytes


def test_a_small_file_that_announces_much_takes_little_memory(tmp_path: Path) -> None:
    file = written(tmp_path, idx_bytes(IMAGES, sizes=(MAX_ITEM_BYTES,)))
    tracemalloc.start()
    try:
        with pytest.raises(LossvizError, match="incomplete"):
            read_idx(file)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 4 * MEGABYTE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data(), is_gzip=st.booleans())
def test_whatever_happens_to_a_file_it_is_read_or_is_an_error_for_people(
    tmp_path: Path, data: st.DataObject, is_gzip: bool
) -> None:
    content = bytearray(gzip.compress(GOOD) if is_gzip else GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, min(len(content) - 1, 60)) | st.integers(0, len(content) - 1))] ^= data.draw(
            st.integers(1, 255)
        )
    del content[data.draw(st.integers(0, len(content)) | st.just(len(content))) :]
    outcome = items_or_error(written(tmp_path, bytes(content)))
    if isinstance(outcome, LossvizError):
        assert str(tmp_path / "images") in str(outcome)
    else:
        assert outcome.size <= len(GOOD)


def items_or_error(file: Path) -> NDArray[np.uint8] | LossvizError:
    try:
        return read_idx(file)
    except LossvizError as error:
        return error
