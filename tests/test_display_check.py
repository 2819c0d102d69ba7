"""Whether a window can be opened is found out before Qt would abort."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lossviz import display_check
from lossviz.display_check import WAYS_OUT, why_no_window

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")


@pytest.fixture
def has_cursor_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display_check, "_has_cursor_library", lambda: True)


@pytest.fixture
def listening_port() -> Iterator[int]:
    """A TCP port where something answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def test_without_a_display_there_is_no_window() -> None:
    assert "no display" in why_no_window({})
    assert "no display" in why_no_window({"DISPLAY": ""})
    assert "no display" in why_no_window({"QT_QPA_PLATFORM": "xcb"})


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "linuxfb:fb=/dev/fb0"])
def test_platforms_without_a_display_need_none(platform: str) -> None:
    assert why_no_window({"QT_QPA_PLATFORM": platform}) == ""


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_one(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert why_no_window({}) == ""


def test_wayland_is_enough_unless_x11_is_asked_for() -> None:
    assert why_no_window({"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert why_no_window({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland"}) == ""
    assert "no display" in why_no_window({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"})


@pytest.mark.parametrize("display", [":31999", "unix:31999", ":31999.0", "nonsense", ":", "host:x", "localhost:²"])
def test_a_display_that_does_not_answer_is_named(display: str) -> None:
    assert why_no_window({"DISPLAY": display}) == f"The display {display} does not answer."


@pytest.mark.parametrize("display", ["localhost:70000", f"{'h' * 70}.example:0", "127.0.0.1:99999999999"])
def test_an_impossible_address_is_one_that_does_not_answer(display: str) -> None:
    assert "does not answer" in why_no_window({"DISPLAY": display})


@pytest.mark.usefixtures("has_cursor_library")
def test_a_display_on_another_machine_is_asked_over_the_network(listening_port: int) -> None:
    number = listening_port - 6000
    for screen in ("", ".0"):
        assert why_no_window({"DISPLAY": f"127.0.0.1:{number}{screen}"}) == ""
    assert "does not answer" in why_no_window({"DISPLAY": f"127.0.0.1:{_closed_port() - 6000}"})


@pytest.mark.usefixtures("has_cursor_library")
@pytest.mark.parametrize("display", [":31998", ":31998.0", "unix:31998"])
def test_a_display_on_this_machine_is_asked_through_its_socket(display: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X31998")  # the abstract name, which leaves no file
        server.listen()
        assert why_no_window({"DISPLAY": display}) == ""
    assert "does not answer" in why_no_window({"DISPLAY": display})


def test_a_missing_library_is_told_with_the_command_that_installs_it(
    listening_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display_check, "_has_cursor_library", lambda: False)
    assert "apt-get install libxcb-cursor0" in why_no_window({"DISPLAY": f"127.0.0.1:{listening_port - 6000}"})


def test_the_ways_out_are_real_options() -> None:
    from lossviz.command_line import parse

    assert "--snapshot DIR" in WAYS_OUT
    assert parse(["--snapshot", "DIR"]).snapshot == Path("DIR")
    assert WAYS_OUT.endswith("train.")
