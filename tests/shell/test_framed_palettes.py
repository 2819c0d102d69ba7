"""The edges of fields and of boxes to tick can be seen, measured on pixels; what is in one row has one height."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lossviz.core.names import THEME_NAMES
from lossviz.shell.framed_palettes import framed_palette
from lossviz.shell.theme_application import ThemeApplication, dress, hand_down
from lossviz.stores.settings_store import SettingsStore
from lossviz.widgets.theme import Theme, load_presenting_theme, load_theme
from tests.support.assembly import application_restored
from tests.support.colour_vision import contrast

Dressed = Callable[[str], Theme]
LEAST = 3.0  # Source: WCAG 2.2, 1.4.11, non-text contrast


@pytest.fixture
def dressed(qapp: QApplication, tmp_path: Path) -> Iterator[Dressed]:
    """Puts a theme on the application, and another one if it is asked again."""
    settings = SettingsStore(QSettings(str(tmp_path / "lossviz.ini"), QSettings.Format.IniFormat))
    with application_restored(qapp):
        themes = ThemeApplication(qapp, settings)

        def put_on(name: str) -> Theme:
            settings.set_theme_name(name)
            return themes.source.theme

        yield put_on


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    return window


def item_to_tick(tree: QTreeWidget) -> QTreeWidgetItem:
    item = QTreeWidgetItem(tree, ["one"])
    item.setCheckState(0, Qt.CheckState.Unchecked)
    return item


def edge_of(widget: QWidget) -> QRect:
    """Around what is to be seen, in the window's pixels."""
    place = widget.rect()
    if isinstance(widget, (QCheckBox, QRadioButton)):
        option = QStyleOptionButton()
        option.initFrom(widget)
        is_check = isinstance(widget, QCheckBox)
        part = QStyle.SubElement.SE_CheckBoxIndicator if is_check else QStyle.SubElement.SE_RadioButtonIndicator
        place = widget.style().subElementRect(part, option, widget)
    return place.translated(widget.mapTo(widget.window(), QPoint()))


def contrasts(image: QImage, place: QRect, behind: str) -> list[float]:
    """Of the edges on the left, on the right, above and below: the strongest of some pixels across each."""
    x, y = place.center().x(), place.center().y()
    across = [
        [QPoint(place.left() + step, y) for step in range(-1, 3)],
        [QPoint(place.right() - step, y) for step in range(-1, 3)],
        [QPoint(x, place.top() + step) for step in range(-1, 3)],
        [QPoint(x, place.bottom() - step) for step in range(-1, 3)],
    ]
    return [max(contrast(image.pixelColor(point).name(), behind) for point in points) for points in across]


@pytest.mark.parametrize(
    "kind", [QCheckBox, QRadioButton, QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit]
)
@pytest.mark.parametrize("name", THEME_NAMES)
def test_an_edge_stands_out_from_the_page(
    dressed: Dressed, qtbot: QtBot, name: str, kind: Callable[[], QWidget]
) -> None:
    theme = dressed(name)
    other, widget = QPushButton(), kind()
    window = shown(qtbot, other, widget)
    other.setFocus()
    image = window.grab().toImage()
    assert min(contrasts(image, edge_of(widget), theme.colours.window)) >= LEAST


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_box_to_tick_in_a_list_stands_out_from_the_list(dressed: Dressed, qtbot: QtBot, name: str) -> None:
    theme = dressed(name)
    tree = QTreeWidget()
    item = item_to_tick(tree)
    window = shown(qtbot, QPushButton(), tree)
    row = tree.visualItemRect(item)
    corner = tree.viewport().mapTo(window, row.topLeft())
    image = window.grab(QRect(corner, row.size())).toImage()
    line = [image.pixelColor(x, image.height() // 2).name() for x in range(20)]
    assert max(contrast(colour, theme.colours.field) for colour in line) >= LEAST


def test_another_theme_gives_other_edges_at_once(dressed: Dressed, qtbot: QtBot) -> None:
    dressed("light")
    box = QCheckBox()
    window = shown(qtbot, box)
    theme = dressed("dark")
    image = window.grab().toImage()
    assert min(contrasts(image, edge_of(box), theme.colours.window)) >= LEAST


def test_what_cannot_be_used_has_the_faint_edge(dressed: Dressed, qtbot: QtBot) -> None:
    theme = dressed("dark")
    box = QSpinBox()
    box.setEnabled(False)
    image = shown(qtbot, box).grab().toImage()
    assert max(contrasts(image, edge_of(box), theme.colours.window)) < LEAST


@pytest.mark.parametrize("theme", [load_theme("light"), load_presenting_theme()], ids=["light", "presenting"])
def test_a_window_in_another_theme_has_the_edges_of_that(dressed: Dressed, qtbot: QtBot, theme: Theme) -> None:
    assert dressed("dark") != theme
    window = QWidget()
    qtbot.addWidget(window)
    dress(window, theme)
    layout, other, box = QVBoxLayout(window), QPushButton(), QSpinBox()
    layout.addWidget(other)
    layout.addWidget(box)
    hand_down(window)
    with qtbot.waitExposed(window):
        window.show()
    other.setFocus()
    image = window.grab().toImage()
    assert image.pixelColor(2, 2) == QColor(theme.colours.window)
    assert min(contrasts(image, edge_of(box), theme.colours.window)) >= LEAST
    hand_down(window)
    assert box.palette() == framed_palette(box, window.palette(), QColor(theme.colours.border))


@pytest.mark.parametrize("name", THEME_NAMES)
def test_what_stands_in_one_row_is_of_one_height(dressed: Dressed, qtbot: QtBot, name: str) -> None:
    theme = dressed(name)
    row = QWidget()
    layout = QHBoxLayout(row)
    widgets = (QPushButton("Go"), QComboBox(), QSpinBox(), QDoubleSpinBox())
    for widget in widgets:
        layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    shown(qtbot, row)
    heights = [widget.height() for widget in widgets]
    assert max(heights) - min(heights) <= 1, heights  # the type of a platform may be a pixel higher
    assert abs(heights[0] - theme.sizes.control_px) <= 2
