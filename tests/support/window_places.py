"""Where in the window every named control lies: its page, and the tabs within it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QTabWidget, QWidget

from lossviz.composition import Assembly
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import Surroundings


@dataclass(frozen=True)
class Place:
    """path: texts of the tabs from the outermost to the innermost. choices: the values of a combo box."""

    path: tuple[str, ...]
    choices: frozenset[str]


def places_in(window: QWidget) -> dict[str, list[Place]]:
    """Of all widgets with a name of the form page.control; a good name is that of one."""
    places: dict[str, list[Place]] = {}
    for widget in window.findChildren(QWidget):
        if "." in widget.objectName():
            places.setdefault(widget.objectName(), []).append(Place(_path_to(widget), _choices(widget)))
    return places


def places_in_a_new_window(folder: Path) -> dict[str, list[Place]]:
    """Of a window that is built, looked through, and never shown; what it remembers goes to `folder`."""
    application = QApplication([])
    settings = QSettings(str(folder / "lossviz.ini"), QSettings.Format.IniFormat)
    around = Surroundings(settings, folder / "mnist", folder / "built-in")
    assembly = Assembly(application, around, TrainingSettings(), "cpu")
    places = places_in(assembly.window)
    assembly.shut_down()
    return places


def _path_to(widget: QWidget) -> tuple[str, ...]:
    path: list[str] = []
    child: QObject = widget
    while (parent := child.parent()) is not None:
        tabs = parent.parent()
        if isinstance(child, QWidget) and isinstance(parent, QStackedWidget) and isinstance(tabs, QTabWidget):
            path.insert(0, tabs.tabText(tabs.indexOf(child)))
        child = parent
    return tuple(path)


def _choices(widget: QWidget) -> frozenset[str]:
    if not isinstance(widget, QComboBox):
        return frozenset()
    return frozenset(str(widget.itemData(index)) for index in range(widget.count()))
