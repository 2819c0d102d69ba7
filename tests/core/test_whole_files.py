"""Files that are there as a whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lossviz.core.whole_files import require_writable, write_whole


def _breaks_after_one_piece() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("no more")


def test_the_pieces_stand_in_the_file_one_after_the_other(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", (b"one ", b"two"))
    assert (tmp_path / "file").read_bytes() == b"one two"


def test_a_file_that_was_not_finished_leaves_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    with pytest.raises(RuntimeError, match="no more"):
        write_whole(tmp_path / "file", _breaks_after_one_piece())
    assert (tmp_path / "file").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "no folder" / "file", (b"",))


def test_whether_a_place_can_be_written_is_found_out_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    require_writable(tmp_path / "file")
    require_writable(tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"before"


def test_what_is_no_place_for_a_file_is_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "no folder" / "file", tmp_path / "file" / "below", tmp_path / ("x" * 300)):
        with pytest.raises(OSError, match=r"\[Errno"):
            require_writable(place)
