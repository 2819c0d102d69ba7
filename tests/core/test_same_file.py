"""One file is told from two, however it is written."""

from pathlib import Path

import pytest

from lossviz.core.same_file import is_same_file


@pytest.mark.parametrize("is_there", [False, True])
def test_ways_to_write_one_path(is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    if is_there:
        Path("file").write_text("")
    for same in ("file", "./file", "folder/../file"):
        assert is_same_file(tmp_path / "file", Path(same))
    for other in ("files", "folder/file", "folder"):
        assert not is_same_file(tmp_path / "file", Path(other))


def test_a_link_to_what_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert is_same_file(tmp_path / "link", tmp_path / "file")
