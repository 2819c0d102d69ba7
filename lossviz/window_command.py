"""Opens the window that a command line asks for."""

import argparse
import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.composition import Assembly
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings
from lossviz.shell.crash_report import CrashReports
from lossviz.shell.garbage_timer import GarbageTimer
from lossviz.snapshot import take_snapshot
from lossviz.user_places import UserPlaces, user_places
from lossviz.widgets.surfaces.surface_view import CHOICE_VARIABLE


def run_window(application: QApplication, splash: QWidget, arguments: argparse.Namespace) -> int:
    """Build the window that `arguments` ask for, show it, and run it to its end."""
    logging.basicConfig(level=logging.WARNING)
    settings = TrainingSettings()
    if arguments.seed is not None:
        settings = settings.changed(seed=arguments.seed)
    places = user_places()
    with surroundings(places, is_safe=arguments.safe_mode) as around, crash_reports(places) as crashes:
        assembly = Assembly(application, around, settings, arguments.device, _theme(arguments), arguments.lang or "")
        GarbageTimer(assembly)
        if arguments.page:
            assembly.window.show_page(arguments.page)
        assembly.window.show()
        splash.close()
        if arguments.snapshot:
            return take_snapshot(assembly, arguments.snapshot, arguments.mnist)
        _tell_of_crashes(assembly, crashes)
        # Ctrl+C in the terminal; Python hears of it when a timer of the window next gives it a turn.
        signal.signal(signal.SIGINT, lambda _number, _frame: assembly.window.close())
        assembly.begin(arguments.mnist)
        assembly.begin_session()
        if arguments.open:
            assembly.open_file(arguments.open)
        begin_class(assembly, arguments.lesson, is_presented=arguments.present)
        return application.exec()


def begin_class(assembly: Assembly, lesson: str | None, *, is_presented: bool) -> None:
    """lesson: the key of one that ships, or a file, which has a suffix; a message says why it cannot be given."""
    if lesson and Path(lesson).suffix:
        assembly.classroom.open_file(Path(lesson))
    elif lesson:
        assembly.classroom.begin_shipped(lesson)
    if is_presented:
        assembly.presentation.present_front()


@contextmanager
def surroundings(places: UserPlaces, *, is_safe: bool) -> Iterator[Surroundings]:
    """This user's settings and caches; in safe mode settings that last as long as the window, and no OpenGL."""
    variable = os.environ.get("LOSSVIZ_MNIST", "")
    if not is_safe:
        yield Surroundings(places.settings(), places.downloads, places.built_in, variable, places.state)
        return
    os.environ[CHOICE_VARIABLE] = "software"
    with TemporaryDirectory(prefix="lossviz-") as folder:
        settings = QSettings(str(Path(folder) / "lossviz.ini"), QSettings.Format.IniFormat)
        yield Surroundings(settings, places.downloads, places.built_in, variable, places.state, is_safe=True)


@contextmanager
def crash_reports(places: UserPlaces) -> Iterator[CrashReports]:
    """Watch what goes wrong, from before the window is built until it has ended."""
    crashes = CrashReports(places.crashes)
    crashes.begin()
    try:
        yield crashes
    finally:
        crashes.end()


def _tell_of_crashes(assembly: Assembly, crashes: CrashReports) -> None:
    notice = assembly.aids.crash_notice
    crashes.written.connect(notice.tell_of)
    assembly.window.command_run.connect(crashes.note_command)
    if crashes.of_the_dead:
        notice.tell_of_last_time(crashes.of_the_dead)


def _theme(arguments: argparse.Namespace) -> str:
    """Safe mode does not trust what the system says about its own look."""
    return arguments.theme or ("light" if arguments.safe_mode else "")
