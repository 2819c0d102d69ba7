"""Opens the window that a command line asks for."""

import argparse
import logging
import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QSplashScreen

from lossviz.composition import Assembly, Surroundings
from lossviz.core.training.settings import TrainingSettings
from lossviz.shell.garbage_timer import GarbageTimer
from lossviz.snapshot import take_snapshot


def run_window(application: QApplication, splash: QSplashScreen, arguments: argparse.Namespace) -> int:
    """Build the window that `arguments` ask for, show it, and run it to its end."""
    logging.basicConfig(level=logging.WARNING)
    settings = TrainingSettings()
    if arguments.seed is not None:
        settings = settings.changed(seed=arguments.seed)
    assembly = Assembly(application, user_surroundings(), settings, arguments.device, arguments.theme or "")
    GarbageTimer(assembly)
    assembly.window.show_page(arguments.page)
    assembly.window.show()
    splash.finish(assembly.window)
    if arguments.snapshot:
        return take_snapshot(assembly, arguments.snapshot, arguments.mnist)
    assembly.begin(arguments.mnist)
    if arguments.open:
        assembly.open_file(arguments.open)
    return application.exec()


def user_surroundings() -> Surroundings:
    """This user's settings and caches."""
    place = QStandardPaths.StandardLocation
    cache = Path(QStandardPaths.writableLocation(place.CacheLocation))
    config = Path(QStandardPaths.writableLocation(place.AppConfigLocation))
    settings = QSettings(str(config / "lossviz.ini"), QSettings.Format.IniFormat)
    return Surroundings(settings, cache / "mnist", cache / "built-in", os.environ.get("LOSSVIZ_MNIST", ""))
