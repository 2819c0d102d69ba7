"""Whether a window can be opened at all, asked before Qt is: Qt would abort the whole process instead of answering."""

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

WAYS_OUT = (
    "To see it work without a display, run it with --snapshot DIR; to train without a window, use the command train."
)


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """Empty if a window can be opened, else one sentence why not. Only X11 and Wayland can be missing."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux") or platform.split(":")[0] not in {"", "xcb", "wayland"}:
        return ""
    if environment.get("WAYLAND_DISPLAY") and platform != "xcb":
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "There is no display to open a window on."
    if not _answers(display):
        return f"The display {display} does not answer."
    return (
        ""
        if _has_cursor_library()
        else "Qt lacks the library libxcb-cursor0; on Debian: apt-get install libxcb-cursor0."
    )


def _answers(display: str) -> bool:
    match = re.fullmatch(r"(?:unix|/.*)?:(\d+)(?:\.\d+)?", display)
    if match is None:  # another machine's display, e.g. through ssh
        return _answers_by_network(display)
    path = f"/tmp/.X11-unix/X{match[1]}"
    return any(_connects(socket.AF_UNIX, address) for address in (path, "\0" + path)) or Path(display).exists()


def _answers_by_network(display: str) -> bool:
    host, _, number = display.rpartition(":")
    digits = number.partition(".")[0]
    return digits.isdecimal() and _connects(socket.AF_INET, (host, 6000 + int(digits)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except (OSError, OverflowError, UnicodeError):  # the last two: no such port, no such host name
            return False
        return True


def _has_cursor_library() -> bool:
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return False
    return True
