"""Keeps a test session away from the user's settings, caches, MNIST and display."""

import sys
from collections.abc import MutableMapping
from pathlib import Path

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def isolate(environment: MutableMapping[str, str], home: Path) -> None:
    """Point `environment` to the empty folder `home`, to no MNIST, and to no display where there is none.

    Must run before torch and Qt are imported: both read the environment only then.
    """
    _set_home(environment, home)
    _hide_mnist(environment)
    if sys.platform == "linux" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # torch's threads must not spin while they wait: with more busy threads than cores, training collapses.
    environment.setdefault("GOMP_SPINCOUNT", "10000")


def redirect_qt(folder: Path) -> None:
    """Send QSettings into `folder` and QStandardPaths to Qt's test places, also where Qt does not ask $HOME."""
    from PySide6.QtCore import QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))


def _set_home(environment: MutableMapping[str, str], home: Path) -> None:
    environment.update(dict.fromkeys(_HOMES, str(home)))
    for name in _XDG_FOLDERS:
        folder = home / name.lower()
        folder.mkdir()
        environment[name] = str(folder)
    if "XDG_RUNTIME_DIR" not in environment:  # the user's own holds the socket of a Wayland display
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        environment["XDG_RUNTIME_DIR"] = str(runtime)


def _hide_mnist(environment: MutableMapping[str, str]) -> None:
    folder = environment.pop("LOSSVIZ_MNIST", None)
    if folder is not None:
        environment.setdefault("LOSSVIZ_TEST_MNIST", folder)
