"""Less motion: what Qt moves by itself keeps still, until it may move again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from lossviz.shell.motion import Motion
from lossviz.stores.settings_store import SettingsStore

ALL = Qt.UIEffect.UI_General


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Iterator[SettingsStore]:
    has_effects, flash_ms = qapp.isEffectEnabled(ALL), qapp.cursorFlashTime()
    yield SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))
    qapp.setEffectEnabled(ALL, has_effects)
    qapp.setCursorFlashTime(flash_ms)


def test_menus_and_carets_keep_still_as_long_as_that_is_wanted(qapp: QApplication, settings: SettingsStore) -> None:
    qapp.setEffectEnabled(ALL, True)
    qapp.setCursorFlashTime(900)
    motion = Motion(qapp, settings)
    settings.set_reduced_motion(is_reduced=True)
    assert not qapp.isEffectEnabled(ALL)
    assert qapp.cursorFlashTime() == 0
    settings.set_reduced_motion(is_reduced=False)
    assert qapp.isEffectEnabled(ALL)
    assert qapp.cursorFlashTime() == 900
    del motion


def test_the_wish_is_remembered(settings: SettingsStore) -> None:
    assert not settings.reduced_motion
    settings.set_reduced_motion(is_reduced=True)
    assert settings.reduced_motion
