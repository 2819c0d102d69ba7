"""Where this user's settings and caches are. Needs no window and no display."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths


@dataclass(frozen=True)
class UserPlaces:
    """settings_file: what is remembered between sittings. downloads: MNIST as it was fetched. built_in: drawn digits.

    state: what a window leaves behind of itself, such as crash reports.
    """

    settings_file: Path
    downloads: Path
    built_in: Path
    state: Path

    @property
    def crashes(self) -> Path:
        """The folder of crash reports."""
        return self.state / "crashes"

    def settings(self) -> QSettings:
        """What is remembered; nothing where a pipe or a device has the file's name, for whose end Qt would wait."""
        file = self.settings_file
        is_endless = file.exists() and not file.is_file() and not file.is_dir()
        return QSettings(str(file / "none" if is_endless else file), QSettings.Format.IniFormat)


def name_application() -> None:
    """Let Qt know under which name the places are."""
    QCoreApplication.setApplicationName("lossviz")
    QCoreApplication.setOrganizationName("lossviz")


def user_places() -> UserPlaces:
    """Those of whoever runs this. The application has been named before."""
    place = QStandardPaths.StandardLocation
    cache = Path(QStandardPaths.writableLocation(place.CacheLocation))
    config = Path(QStandardPaths.writableLocation(place.AppConfigLocation))
    state = Path(QStandardPaths.writableLocation(place.StateLocation))
    return UserPlaces(config / "lossviz.ini", cache / "mnist", cache / "built-in", state)
