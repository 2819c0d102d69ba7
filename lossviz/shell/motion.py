"""Keeps still, for those who want that, what Qt itself moves: menus that slide or fade in, the blinking of a caret."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from lossviz.stores.settings_store import SettingsStore

_ALL_EFFECTS = Qt.UIEffect.UI_General


class Motion(QObject):
    """Follows the remembered wish. The presenter's window asks for itself: `SettingsStore.reduced_motion`."""

    def __init__(self, application: QApplication, settings: SettingsStore) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._has_effects = application.isEffectEnabled(_ALL_EFFECTS)
        self._usual_flash_ms = application.cursorFlashTime()
        settings.reduced_motion_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        is_reduced = self._settings.reduced_motion
        self._application.setEffectEnabled(_ALL_EFFECTS, self._has_effects and not is_reduced)
        self._application.setCursorFlashTime(0 if is_reduced else self._usual_flash_ms)
