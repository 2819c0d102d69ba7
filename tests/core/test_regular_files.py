"""require_regular_file: a file passes, and what is none is refused before anybody waits for it."""

import os
import sys
from pathlib import Path

import pytest

from lossviz.core.regular_files import require_regular_file


def test_a_file_and_a_link_to_one_pass(tmp_path: Path) -> None:
    file = tmp_path / "one.pt"
    file.touch()
    require_regular_file(file)
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(file)
        require_regular_file(tmp_path / "link")


@pytest.mark.parametrize("name", ["absent", "null\0character"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        require_regular_file(tmp_path / name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        require_regular_file(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_a_link_to_itself_a_device_and_a_pipe_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(FileNotFoundError):
        require_regular_file(tmp_path / "loop")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(OSError, match="Invalid argument"):
            require_regular_file(path)
