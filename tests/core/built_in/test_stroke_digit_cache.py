"""The built-in digits' cache is never trusted blindly and never in the way."""

from pathlib import Path

import numpy as np
import pytest

from lossviz.core.built_in import stroke_digit_cache
from lossviz.core.built_in.stroke_digit_cache import cached_built_in_digits
from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits


@pytest.fixture(scope="module")
def drawn() -> Digits:
    return built_in_digits(seed=0)


@pytest.fixture
def draw_count(monkeypatch: pytest.MonkeyPatch, drawn: Digits) -> list[int]:
    """Seeds that digits have been drawn with."""
    seeds: list[int] = []

    def draw(seed: int) -> Digits:
        seeds.append(seed)
        return drawn

    monkeypatch.setattr(stroke_digit_cache, "built_in_digits", draw)
    return seeds


def _same(first: Digits, second: Digits) -> bool:
    return first.identity == second.identity and all(
        np.array_equal(one.images_u8, other.images_u8) and np.array_equal(one.labels, other.labels)
        for one, other in (
            (first.train, second.train),
            (first.validation, second.validation),
            (first.test, second.test),
        )
    )


def test_digits_are_drawn_once_and_read_back_the_same(tmp_path: Path, draw_count: list[int], drawn: Digits) -> None:
    folder = tmp_path / "not" / "there yet"
    first, second = cached_built_in_digits(folder), cached_built_in_digits(folder)
    assert draw_count == [0]
    assert _same(first, drawn)
    assert _same(second, drawn)
    assert len(list(folder.iterdir())) == 1


def test_another_seed_does_not_get_these(tmp_path: Path, draw_count: list[int]) -> None:
    cached_built_in_digits(tmp_path, seed=0)
    cached_built_in_digits(tmp_path, seed=1)
    assert draw_count == [0, 1]


@pytest.mark.parametrize("damage", ["flip a bit", "cut", "empty", "lengthen", "swap a label"])
def test_a_damaged_cache_is_drawn_again_and_replaced(
    tmp_path: Path, draw_count: list[int], drawn: Digits, damage: str
) -> None:
    cached_built_in_digits(tmp_path)
    (file,) = tmp_path.iterdir()
    content = bytearray(file.read_bytes())
    if damage == "flip a bit":
        content[5_000_000] ^= 1
    elif damage == "swap a label":
        content[-1] ^= 1
    elif damage == "lengthen":
        content += b"more"
    else:
        del content[-785 if damage == "cut" else 0 :]
    file.write_bytes(content)
    assert _same(cached_built_in_digits(tmp_path), drawn)
    cached_built_in_digits(tmp_path)
    assert draw_count == [0, 0]


def test_an_unusable_folder_does_no_harm(tmp_path: Path, draw_count: list[int], drawn: Digits) -> None:
    file = tmp_path / "a file"
    file.write_text("in the way")
    assert _same(cached_built_in_digits(file), drawn)
    assert _same(cached_built_in_digits(None), drawn)
    assert draw_count == [0, 0]


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, draw_count: list[int], drawn: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_from: Path, _to: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_space)
    assert _same(cached_built_in_digits(tmp_path), drawn)
    assert list(tmp_path.iterdir()) == []
    assert draw_count == [0]
