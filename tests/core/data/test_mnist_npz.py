import io
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelledImages
from lossviz.core.data.mnist_npz import read_npz
from lossviz.core.errors import LossvizError
from tests.support.digit_files import random_digits, training_set, write_npz

DIGITS = random_digits()
MEGABYTE = 1 << 20


def saved(folder: Path, changes: dict[str, NDArray[Any]]) -> Path:
    training = training_set(DIGITS)
    arrays: dict[str, NDArray[Any]] = {
        "x_train.npy": training.images_u8,
        "y_train.npy": training.labels,
        "x_test.npy": DIGITS.test.images_u8,
        "y_test.npy": DIGITS.test.labels,
    }
    return zipped(folder, {name: npy(array) for name, array in (arrays | changes).items()})


def zipped(folder: Path, entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(folder / "mnist.npz", "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return folder / "mnist.npz"


def npy(array: NDArray[Any]) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()


def test_arrays_come_back_as_saved(tmp_path: Path) -> None:
    training, test = read_npz(write_npz(tmp_path / "mnist.npz", DIGITS))
    np.testing.assert_array_equal(training.images_u8, training_set(DIGITS).images_u8)
    np.testing.assert_array_equal(training.labels, training_set(DIGITS).labels)
    np.testing.assert_array_equal(test.images_u8, DIGITS.test.images_u8)
    np.testing.assert_array_equal(test.labels, DIGITS.test.labels)
    assert training.images_u8.flags.writeable


def test_column_order_and_wider_integers_are_understood(tmp_path: Path) -> None:
    images = np.asfortranarray(training_set(DIGITS).images_u8.astype(">i2"))
    training, _ = read_npz(saved(tmp_path, {"x_train.npy": images}))
    np.testing.assert_array_equal(training.images_u8, training_set(DIGITS).images_u8)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"x_train.npy": np.zeros((12, 28, 28))}, "float64"),
        ({"x_train.npy": np.array([{"a": 1}], dtype=object)}, "object"),
        ({"y_train.npy": np.array(["7"] * 12)}, "<U1"),
        ({"x_train.npy": np.full((12, 28, 28), 256)}, "from 0 to 255"),
        ({"x_test.npy": np.full((3, 28, 28), -1)}, "from 0 to 255"),
    ],
)
def test_arrays_of_another_kind_are_errors_for_people_that_name_the_file(
    tmp_path: Path, changes: dict[str, NDArray[Any]], what: str
) -> None:
    file = saved(tmp_path, changes)
    with pytest.raises(LossvizError, match=what) as caught:
        read_npz(file)
    assert str(file) in str(caught.value)


def test_a_missing_array_is_named(tmp_path: Path) -> None:
    np.savez(tmp_path / "mnist.npz", x_train=DIGITS.train.images_u8)
    with pytest.raises(LossvizError, match="no array named y_train"):
        read_npz(tmp_path / "mnist.npz")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_zip_is_an_error_for_people(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mnist.npz").write_bytes(content)
    with pytest.raises(LossvizError, match="damaged"):
        read_npz(tmp_path / "mnist.npz")


def test_a_missing_file_is_an_error_for_people(tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="cannot be read"):
        read_npz(tmp_path / "mnist.npz")


@pytest.mark.parametrize(
    "entry",
    [
        b"\x93NUMPY",
        b"\x93NUMPY\x07\x00" + bytes(200),
        npy(np.zeros(3, np.uint8))[:-1],
        npy(np.zeros(3, np.uint8)) + b"\0",
        npy(np.zeros(3, np.uint8)).replace(b"(3,)", b"(3"),
        npy(np.zeros(3, np.uint8)).replace(b"(3,)", b"(-3,)").replace(b"}  ", b"} "),
        npy(np.zeros(3, np.uint8)).replace(b"(3,), }       ", b"(9999999999,)}"),
        npy(np.zeros(3, np.uint8)).replace(b"'|u1'", b"'|z1'"),
    ],
)
def test_an_array_whose_header_does_not_fit_is_an_error_for_people(tmp_path: Path, entry: bytes) -> None:
    with pytest.raises(LossvizError, match="damaged"):
        read_npz(zipped(tmp_path, {"x_train.npy": entry}))


@pytest.mark.parametrize("declared_bytes", [None, 1000], ids=["honest", "lying"])
def test_a_zip_bomb_takes_little_memory_whatever_size_it_declares(tmp_path: Path, declared_bytes: int | None) -> None:
    entry = npy(np.zeros((200, MEGABYTE), np.uint8))
    with zipfile.ZipFile(tmp_path / "mnist.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x_train.npy", entry)
        if declared_bytes is not None:
            archive.getinfo("x_train.npy").file_size = declared_bytes
    assert peak_bytes_when_refused(tmp_path / "mnist.npz") < 4 * MEGABYTE


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compressions_without_bounded_memory_are_refused(tmp_path: Path, compression: int) -> None:
    file = zipped(tmp_path, {"x_train.npy": bytes(30 * MEGABYTE)}, compression)
    assert peak_bytes_when_refused(file) < 4 * MEGABYTE


def peak_bytes_when_refused(file: Path) -> int:
    tracemalloc.start()
    try:
        with pytest.raises(LossvizError):
            read_npz(file)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_whatever_happens_to_a_file_it_is_read_or_is_an_error_for_people(tmp_path: Path, data: st.DataObject) -> None:
    file = write_npz(tmp_path / "mnist.npz", random_digits(6, 1))
    content = bytearray(file.read_bytes())
    directory = content.index(b"PK\x01\x02")
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(content) - 1) | st.integers(directory, len(content) - 1))
        content[position] ^= data.draw(st.integers(1, 255))
    del content[data.draw(st.integers(0, len(content)) | st.just(len(content))) :]
    file.write_bytes(content)
    outcome = training_set_or_error(file)
    if isinstance(outcome, LossvizError):
        assert str(file) in str(outcome)
    else:
        assert outcome.images_u8.size <= 6 * 784


def training_set_or_error(file: Path) -> LabelledImages | LossvizError:
    try:
        return read_npz(file)[0]
    except LossvizError as error:
        return error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_whatever_an_array_header_says_it_is_read_or_is_an_error_for_people(
    tmp_path: Path, data: st.DataObject
) -> None:
    entry = bytearray(npy(np.zeros((6, 28, 28), np.uint8)))
    for _ in range(data.draw(st.integers(1, 3))):
        entry[data.draw(st.integers(0, 79))] = data.draw(st.integers(0, 255) | st.sampled_from(b"(){}[],'0123456789L "))
    file = zipped(tmp_path, {"x_train.npy": bytes(entry)})
    with pytest.raises(LossvizError) as caught:  # at the latest because y_train is missing
        read_npz(file)
    assert str(file) in str(caught.value)
