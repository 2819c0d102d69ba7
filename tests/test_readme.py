"""The README has two commands, each of which can be pasted as one piece. `python -m tests.support.readme` runs them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.readme import CHECKOUT, command_blocks, newcomer, run_block

_README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def test_there_are_two_commands_one_starts_the_app_and_one_runs_the_tests() -> None:
    start, test = command_blocks(_README)
    assert start.splitlines()[-1] == ".venv/bin/lossviz"
    assert test.splitlines()[-1].endswith("-m pytest -n 2")


def test_each_block_is_one_command_so_that_sudo_cannot_read_the_next_pasted_line_as_a_password() -> None:
    for block in command_blocks(_README):
        *lines, last = block.splitlines()
        assert all(line.endswith(" &&") for line in lines)
        assert not last.endswith("&&")


def test_only_blocks_fenced_as_bash_at_the_start_of_a_line_are_commands() -> None:
    text = "```bash\nfirst\n```\n```powershell\nno\n```\n  ```bash\n  indented\n  ```\n```bash\nsecond &&\nthird\n```\n"
    assert command_blocks(text) == ["first\n", "second &&\nthird\n"]


def test_a_newcomer_has_an_empty_home_no_display_and_no_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "LOSSVIZ_TEST_MNIST", "XDG_CACHE_HOME", "PYTHONPATH"):
        monkeypatch.setenv(name, "something")
    environment = newcomer(tmp_path)
    assert environment["HOME"] == str(tmp_path)
    assert not {"DISPLAY", "LOSSVIZ_TEST_MNIST", "XDG_CACHE_HOME", "PYTHONPATH"} & environment.keys()


@pytest.mark.skipif(
    not (CHECKOUT / ".git").exists() or shutil.which("git") is None,
    reason="only git can tell which files belong to the project, and this is no git checkout",
)
def test_a_block_runs_in_a_copy_of_the_project_and_a_failure_is_not_lost() -> None:
    run_block('test -f pyproject.toml && test ! -e .git && test ! -e .venv && test -z "$(ls -A "$HOME")"')
    with pytest.raises(subprocess.CalledProcessError):
        run_block("true &&\nfalse")
