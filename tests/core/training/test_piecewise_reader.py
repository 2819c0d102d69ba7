"""A piecewise reader reads what a file in memory would."""

import io
import random

import pytest

from lossviz.core.training import piecewise_reader as module
from lossviz.core.training.piecewise_reader import piecewise_reader


def test_it_reads_and_seeks_like_a_file_whatever_the_size_of_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PIECE_BYTES", 7)
    chance = random.Random(5)
    content = chance.randbytes(100)
    reader, file = piecewise_reader(memoryview(content)), io.BytesIO(content)
    for _ in range(300):
        count, whence = chance.randrange(-1, 120), chance.choice((io.SEEK_SET, io.SEEK_CUR, io.SEEK_END))
        offset = chance.randrange(0, 120) - (120 if whence == io.SEEK_END else 0)
        if whence != io.SEEK_END or offset >= -100:
            assert reader.seek(offset, whence) == file.seek(offset, whence)
        assert reader.read(count) == file.read(count)
        assert reader.tell() == file.tell()


def test_there_is_nothing_before_the_beginning() -> None:
    with pytest.raises(ValueError, match="-1"):
        piecewise_reader(memoryview(b"abc")).seek(-1)
