"""What is remembered between sittings, each value checked when it is read."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Signal

from lossviz.stores.store import Store

THEME_NAMES = ("light", "dark")


class SettingsStore(Store):
    """Owns the remembered choices. A damaged settings file gives the defaults, never an error."""

    theme_changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings

    @property
    def theme_name(self) -> str:
        """The chosen theme; empty to follow the system."""
        name = self._text("window/theme")
        return name if name in THEME_NAMES else ""

    @property
    def data_folder(self) -> str:
        """The folder or file that digits were loaded from last; empty if none was."""
        return self._text("data/folder")

    @property
    def window_geometry(self) -> QByteArray:
        """As QWidget.saveGeometry gave it; empty the first time."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_theme_name(self, name: str) -> None:
        """Remember a theme of THEME_NAMES, or "" to follow the system.

        Raises: ValueError for any other.
        """
        if name not in ("", *THEME_NAMES):
            raise ValueError(f"{name!r} is no theme")
        if name != self.theme_name:
            self._settings.setValue("window/theme", name)
            self._tell(self.theme_changed)

    def set_data_folder(self, path: Path | None) -> None:
        """Remember where digits were loaded from; None to forget it."""
        self._settings.setValue("data/folder", str(path) if path else "")

    def set_window_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._settings.setValue("window/geometry", geometry)

    def save(self) -> None:
        """Write what is remembered to its file."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""
