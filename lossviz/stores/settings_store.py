"""What is remembered between sittings, each value checked when it is read."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Signal

from lossviz.core.names import LANGUAGE_NAMES, THEME_NAMES
from lossviz.stores.checked_settings import CheckedSettings
from lossviz.stores.store import Store

MOST_RECENT_FILES = 10


class SettingsStore(Store):
    """Owns the remembered choices. A damaged or foreign settings file gives the defaults, never an error."""

    theme_changed = Signal()
    reduced_motion_changed = Signal()
    language_changed = Signal()
    recent_files_changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = CheckedSettings(settings)

    @property
    def theme_name(self) -> str:
        """The chosen theme; empty to follow the system."""
        name = self._text("window/theme")
        return name if name in THEME_NAMES else ""

    @property
    def language(self) -> str:
        """The chosen language; empty to follow the system."""
        name = self._text("window/language")
        return name if name in LANGUAGE_NAMES else ""

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing shall move by itself that a person has not set in motion."""
        return self._text("window/reduced_motion") == "true"

    @property
    def data_folder(self) -> str:
        """The folder or file that digits were loaded from last; empty if none was."""
        return self._text("data/folder")

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """What was opened or saved last, newest first, at most MOST_RECENT_FILES; they need not be there any more."""
        value = self._settings.value("files/recent", [])
        texts = value if isinstance(value, list) else [value]  # Qt gives a list of one back as a text
        paths = (Path(text) for text in texts if isinstance(text, str) and text)
        return tuple(dict.fromkeys(paths))[:MOST_RECENT_FILES]

    def recent_files_there(self) -> tuple[Path, ...]:
        """Those of them that are still there."""
        return tuple(filter(_is_there, self.recent_files))

    @property
    def window_geometry(self) -> QByteArray:
        """As QWidget.saveGeometry gave it; empty the first time."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def view_state(self) -> dict[str, object]:
        """How the window was arranged, by objectName; empty the first time and where it cannot be read."""
        try:
            state = json.loads(self._text("window/view"))
        except (ValueError, RecursionError):
            return {}
        return state if isinstance(state, dict) else {}

    def set_theme_name(self, name: str) -> None:
        """Remember a theme of THEME_NAMES, or "" to follow the system.

        Raises: ValueError for any other.
        """
        if name not in ("", *THEME_NAMES):
            raise ValueError(f"{name!r} is no theme")
        if name != self.theme_name:
            self._settings.set_value("window/theme", name)
            self._tell(self.theme_changed)

    def set_language(self, name: str) -> None:
        """Remember a language of LANGUAGE_NAMES, or "" to follow the system.

        Raises: ValueError for any other.
        """
        if name not in ("", *LANGUAGE_NAMES):
            raise ValueError(f"{name!r} is no language of the window")
        if name != self.language:
            self._settings.set_value("window/language", name)
            self._tell(self.language_changed)

    def set_reduced_motion(self, *, is_reduced: bool) -> None:
        """Remember whether movement is unwelcome."""
        if is_reduced != self.reduced_motion:
            self._settings.set_value("window/reduced_motion", "true" if is_reduced else "false")
            self._tell(self.reduced_motion_changed)

    def set_data_folder(self, path: Path | None) -> None:
        """Remember where digits were loaded from; None to forget it, and so does a name that is no text."""
        self._settings.set_value("data/folder", str(path) if path and _can_be_stored(path) else "")

    def add_recent_file(self, path: Path) -> None:
        """Put a file in front of those that were opened or saved before; one whose name is no text is left out."""
        if _can_be_stored(path.absolute()):
            self._set_recent_files((path.absolute(), *self.recent_files_there()))

    def forget_recent_files(self) -> None:
        """Begin a new list."""
        self._set_recent_files(())

    def set_window_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._settings.set_value("window/geometry", geometry)

    def set_view_state(self, state: Mapping[str, object]) -> None:
        """Remember how the window is arranged; `state` is JSON-ready."""
        self._settings.set_value("window/view", json.dumps(state))

    def save(self) -> None:
        """Write what is remembered to its file."""
        self._settings.sync()

    def _set_recent_files(self, paths: Iterable[Path]) -> None:
        recent = tuple(dict.fromkeys(paths))[:MOST_RECENT_FILES]
        if recent != self.recent_files:
            self._settings.set_value("files/recent", [str(path) for path in recent])
            self._tell(self.recent_files_changed)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""


def _can_be_stored(path: Path) -> bool:
    """On Linux a name is any bytes; those that are not UTF-8 would be another name when they are read again."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that may not be looked into
        return False
