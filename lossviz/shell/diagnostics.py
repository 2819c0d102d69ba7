"""What somebody who is to help needs to know: versions, processors, places; English, whatever the window speaks."""

import locale
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from PySide6.QtCore import QSettings, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from lossviz.core.training.devices import choose_device
from lossviz.shell.components import COMPONENTS
from lossviz.shell.crash_files import newest_report
from lossviz.stores.checked_settings import holds_objects
from lossviz.widgets.surfaces.gl_probe import gl_refusal

_VARIABLES = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LOSSVIZ_3D", "LOSSVIZ_MNIST", "OMP_NUM_THREADS", "LANG")


@dataclass(frozen=True)
class Places:
    """Where lossviz keeps things. settings: the file. data: downloads. built_in: drawn digits. crashes: reports."""

    settings: Path
    data: Path
    built_in: Path
    crashes: Path


def diagnosis(places: Places, threads: int) -> str:
    """One fact a line. threads: for training."""
    return "\n".join((*_versions(), *_system(), *_screen(), *_processors(threads), *_places(places)))


def _versions() -> Iterator[str]:
    for part in COMPONENTS:
        yield f"{part.name}: {part.version or 'not installed'}"
        if part.name == "lossviz":
            yield f"Python: {sys.version.split()[0]} ({platform.python_implementation()})"
    yield f"Qt: {qVersion()}"


def _system() -> Iterator[str]:
    yield f"System: {QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}, {platform.machine()}"
    yield f"Locale: {locale.getlocale()[0] or 'C'}"
    for name in _VARIABLES:
        if name in os.environ:
            yield f"{name}={os.environ[name]}"


def _screen() -> Iterator[str]:
    if not isinstance(QGuiApplication.instance(), QGuiApplication):
        yield "Qt platform: none, there is no display"
        return
    yield f"Qt platform: {QGuiApplication.platformName()}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield f"Screen: {size.width()}x{size.height()} at {screen.devicePixelRatio():g}, {screen.refreshRate():.0f} Hz"
    refusal = gl_refusal()
    yield f"OpenGL: {f'not used: {refusal}' if refusal else 'works'}"


def _processors(threads: int) -> Iterator[str]:
    found = choose_device("auto")
    yield f"Processor for training: {found.label} ({found.device}){'; ' + found.reason if found.reason else ''}"
    yield f"CUDA: {torch.version.cuda or 'not in this build of torch'}"
    yield f"Cores: {os.cpu_count()}; threads for training: {threads}"


def _places(places: Places) -> Iterator[str]:
    yield f"Settings: {places.settings} ({settings_state(places.settings)})"
    yield f"MNIST: {places.data} ({'there' if places.data.is_dir() else 'nothing downloaded'})"
    yield f"Built-in digits: {places.built_in} ({'there' if places.built_in.is_dir() else 'not drawn yet'})"
    newest = newest_report(places.crashes)
    yield f"Crash reports: {places.crashes} ({f'the last one is {newest.name}' if newest else 'none'})"


def settings_state(path: Path) -> str:
    """What can be said of a settings file in a few words."""
    if not path.exists():
        return "no file: all settings are as they ship"
    if holds_objects(path):
        return "somebody else's, with objects in it: it is put aside, and all settings are as they ship"
    settings = QSettings(str(path), QSettings.Format.IniFormat) if path.is_file() else None
    if settings is None or settings.status() is not QSettings.Status.NoError:
        return "cannot be read: all settings are as they ship"
    if not os.access(path, os.W_OK):
        return f"{len(settings.allKeys())} settings, cannot be written"
    return f"{len(settings.allKeys())} settings"
