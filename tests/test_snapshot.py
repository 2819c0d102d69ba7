"""The program from outside: its work by itself in the real window, and its one sentence without a display."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lossviz.core.training.settings import PRESETS

_CHECKOUT = Path(__file__).parents[1]
_WINDOW_SYSTEM = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What main.py does in a home of its own, on a machine without a display."""
    inherited = {name: value for name, value in os.environ.items() if name not in _WINDOW_SYSTEM}
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=_CHECKOUT,
        env=inherited | environment,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_a_snapshot_trains_reads_a_digit_and_shows_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "snapshot"
    finished = run(
        "--snapshot", str(folder), "--seed", "3", "--device", "cpu", XDG_CONFIG_HOME=str(tmp_path / "config")
    )
    assert finished.stderr == ""
    assert finished.returncode == 0
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["data"] == "built-in digits"
    assert report["device"] == "CPU"
    assert report["steps"] == 10_000 / PRESETS["fast_99"].batch_size
    assert report["accuracy"] > 0.8
    assert report["drawn"] == report["prediction"] == 7
    assert set(report["versions"]) >= {"lossviz", "torch", "numpy", "python"}
    picture = QImage(str(folder / "mnist.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    places = [(x, y) for x in range(0, picture.width(), 11) for y in range(0, picture.height(), 11)]
    assert len({picture.pixelColor(x, y).name() for x, y in places}) > 20


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_there_is_one_sentence_and_a_way_out() -> None:
    finished = run()
    assert finished.returncode == 2
    assert finished.stdout == ""
    assert "no display" in finished.stderr
    assert "--snapshot" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert finished.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_display_that_does_not_answer_is_named() -> None:
    finished = run(DISPLAY=":4711")
    assert finished.returncode == 2
    assert ":4711 does not answer" in finished.stderr
    assert finished.stderr.count("\n") == 1


def test_a_snapshot_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finished = run("--snapshot", str(tmp_path / "file" / "snapshot"))
    assert finished.returncode not in {0, -6}
    assert "Traceback" not in finished.stderr
    assert str(tmp_path / "file") in finished.stderr
