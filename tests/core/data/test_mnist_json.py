import gzip
import json
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lossviz.core.data.digits import LabelledImages, digest_of
from lossviz.core.data.mnist_json import read_json
from lossviz.core.errors import LossvizError
from tests.support.digit_files import json_text, random_digits, zeros_gzip

DIGITS = random_digits()
GOOD = json_text(DIGITS).encode()
BLACK_IMAGE = [0] * 784
MEGABYTE = 1 << 20


def written(folder: Path, content: bytes) -> Path:
    file = folder / "mnist.json.gz"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("divisor", [None, 255, 256])
@pytest.mark.parametrize("is_nested", [False, True], ids=["784 numbers", "28 lists of 28"])
def test_pixels_come_back_exactly_from_every_scale_and_form(
    tmp_path: Path, divisor: int | None, is_nested: bool
) -> None:
    train, validation, test = read_json(written(tmp_path, json_text(DIGITS, divisor, is_nested).encode()))
    assert digest_of(train, validation, test) == DIGITS.identity.sha256
    assert train.images_u8.flags.writeable


def test_a_gzip_is_recognised_by_its_content(tmp_path: Path) -> None:
    train, validation, test = read_json(written(tmp_path, gzip.compress(GOOD)))
    assert digest_of(train, validation, test) == DIGITS.identity.sha256


def test_white_space_between_the_numbers_does_not_matter(tmp_path: Path) -> None:
    indented = json.dumps(json.loads(GOOD), indent=4).encode()
    train, validation, test = read_json(written(tmp_path, indented + b"\r\n"))
    assert digest_of(train, validation, test) == DIGITS.identity.sha256


def test_labels_may_be_written_with_a_decimal_point(tmp_path: Path) -> None:
    (part,) = read_json(written(tmp_path, json.dumps([[[BLACK_IMAGE, BLACK_IMAGE], [3.0, 7.0]]]).encode()))
    np.testing.assert_array_equal(part.labels, [3, 7])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "another form"),
        ("[]", "another form"),
        ("{}", "cannot be understood"),
        ('{"train": [[0], [0]]}', "cannot be understood"),
        ("<!DOCTYPE html>", "cannot be understood"),
        ("[[[[0, 1], [2", "2 numbers"),
        ("[[1, 2], [3, 4]]", "another form"),
        ("]", "cannot be understood"),
        (json.dumps([[[[0] * 783], [1]]]), "783 numbers"),
        (json.dumps([[[[[0] * 28] * 27], [1]]]), "another size"),
        (json.dumps([[[[[[0]] * 28] * 28], [1]]]), "another form"),
        (json.dumps([[[1], [BLACK_IMAGE]]]), "another form"),
        (json.dumps([[[], []]] * 3), "another form"),
        (json.dumps([[[BLACK_IMAGE], [2.5]]]), "no digits"),
        (json.dumps([[[BLACK_IMAGE], ["2"]]]), "cannot be understood"),
        (json.dumps([[[[None] * 784], [1]]]), "cannot be understood"),
        (json.dumps([[[[float("nan")] * 784], [1]]]), "cannot be understood"),
        (json.dumps([[[[-0.42] * 784], [1]]]), "neither 0 to 255"),
        (json.dumps([[[[256] * 784], [1]]]), "neither 0 to 255"),
        (json.dumps([[[[1e300] * 784], [1e300]]]), "no digits|neither 0 to 255"),
        (json.dumps([[[BLACK_IMAGE], [1]]])[:-1], "cannot be understood"),
        (json.dumps([[[BLACK_IMAGE], [1]]]) + "]", "cannot be understood"),
        (json.dumps([[[BLACK_IMAGE], [1]], [[BLACK_IMAGE]]]), "another form"),
    ],
)
def test_json_of_another_form_is_an_error_for_people_that_names_the_file(
    tmp_path: Path, content: str, what: str
) -> None:
    file = written(tmp_path, content.encode())
    with pytest.raises(LossvizError, match=what) as caught:
        read_json(file)
    assert str(file) in str(caught.value)


def bomb(unit: bytes, count: int, prefix: bytes = b"") -> bytes:
    """A gzip of `prefix` and then 1 MB made of `unit`, so many times."""
    return gzip.compress(prefix) + gzip.compress(unit * (MEGABYTE // len(unit))) * count


@pytest.mark.parametrize(
    "content",
    [
        zeros_gzip(b"[[[[", megabytes=1024),
        bomb(b"[", 1024),
        bomb(b" ", 1024, prefix=b"[[["),
        bomb(b"0", 1024, prefix=b"[[[["),
        bomb(b"0,", 1024, prefix=b"[[[["),
        bomb(b"[]", 1024, prefix=b"[[[["),
        bomb(b"]", 1024, prefix=b"[[[["),
        bomb(b"[" + b"0," * 783 + b"0],", 4, prefix=b"[[") + bomb(b"0", 1024),
    ],
    ids=["NULs", "depth", "white space", "one number", "one image", "empty lists", "closings", "images first"],
)
def test_a_gzip_bomb_of_a_gigabyte_takes_little_memory(tmp_path: Path, content: bytes) -> None:
    file = written(tmp_path, content)
    tracemalloc.start()
    try:
        with pytest.raises(LossvizError):
            read_json(file)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 100 * MEGABYTE


def test_endless_numbers_of_ever_new_spelling_take_little_memory(tmp_path: Path) -> None:
    rows = ",".join(json.dumps([784 * row + pixel for pixel in range(784)]) for row in range(90))
    with pytest.raises(LossvizError, match="neither 0 to 255"):
        read_json(written(tmp_path, f"[[[{rows}], [1]]]".encode()))


def test_more_images_than_memory_should_hold_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossviz.core.data.mnist_json._MAX_IMAGES", 14)
    with pytest.raises(LossvizError, match="more than 14 images"):
        read_json(written(tmp_path, GOOD))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data(), is_gzip=st.booleans())
def test_whatever_happens_to_a_file_it_is_read_or_is_an_error_for_people(
    tmp_path: Path, data: st.DataObject, is_gzip: bool
) -> None:
    small = json.dumps([[[BLACK_IMAGE], [digit]] for digit in range(3)]).encode()
    content = bytearray(gzip.compress(small) if is_gzip else small)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(content) - 1))
        new = data.draw(st.integers(0, 255) | st.sampled_from(b'[],. 0"{e-\n'))
        content[position : position + data.draw(st.integers(0, 1))] = bytes([new])
    outcome = parts_or_error(written(tmp_path, bytes(content)))
    if isinstance(outcome, LossvizError):
        assert str(tmp_path / "mnist.json.gz") in str(outcome)
    else:
        assert all(part.images_u8.shape[1:] == (28, 28) for part in outcome)


def parts_or_error(file: Path) -> list[LabelledImages] | LossvizError:
    try:
        return read_json(file)
    except LossvizError as error:
        return error
