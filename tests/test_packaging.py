"""The command line answers at once, and without a display in a sentence."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import lossviz

_CHECKOUT = Path(__file__).parents[1]

# Runs main.py as `python main.py` does, then writes the names of all loaded modules into the file named first.
_RUN_AND_LIST_MODULES = """
import json, pathlib, runpy, sys
listing = pathlib.Path(sys.argv.pop(1))
sys.argv[0] = "main.py"
try:
    runpy.run_path("main.py", run_name="__main__")
finally:
    listing.write_text(json.dumps(sorted(sys.modules)))
"""


def _without_display() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=_CHECKOUT, env=_without_display(), capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_torch_nor_qt(option: str, tmp_path: Path) -> None:
    listing = tmp_path / "modules.json"
    finished = _run("-c", _RUN_AND_LIST_MODULES, str(listing), option)
    assert finished.returncode == 0, finished.stderr
    heavy = {"torch", "numpy", "PySide6", "shiboken6", "pyqtgraph"}
    assert not heavy & set(json.loads(listing.read_text()))


def test_version_is_the_packages() -> None:
    finished = _run("main.py", "--version")
    assert (finished.stdout.split()[-1], finished.stderr) == (lossviz.__version__, "")


def test_translations_are_compiled_by_the_tools_of_the_tested_qt() -> None:
    build = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text("utf-8"))
    (tools,) = [one for one in build["build-system"]["requires"] if one.startswith("PySide6")]
    assert tools in (_CHECKOUT / "constraints.txt").read_text("utf-8").splitlines()
    assert "custom" in build["tool"]["hatch"]["build"]["hooks"]
    assert (_CHECKOUT / "hatch_build.py").is_file()


def test_help_names_every_option() -> None:
    text = _run("main.py", "--help").stdout
    options = ("train", "--snapshot", "--page", "--mnist", "--device", "--seed", "--version", "--help")
    assert [option for option in options if option not in text] == []


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a display")
def test_without_a_display_one_sentence_and_a_way_out() -> None:
    finished = _run("main.py")
    assert finished.returncode == 2
    assert "--snapshot" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert len(finished.stderr.strip().splitlines()) <= 2
