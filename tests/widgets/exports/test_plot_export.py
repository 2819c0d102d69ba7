"""Every plot can be taken along as a picture, in words and in numbers, by mouse and by keys."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.widgets.exports.plot_export import PlotExport, export_of
from lossviz.widgets.exports.plot_menu import PlotMenu
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import Curve, Dots, PlotPicture
from lossviz.widgets.theme import ThemeSource, load_theme

XS = np.linspace(0.0, 1.0, 11)
PICTURE = PlotPicture(
    (Curve("square", "x squared", XS, XS**2, "loss_mse"), Curve("line", "x", XS, XS, "loss_bce", "dashed")),
    (Dots("seen", np.array([0.5]), np.array([0.25]), "marker"),),
)
NO_KEYS, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def plot(qtbot: QtBot) -> LinePlot:
    """With two curves and a dot, focused."""
    made = LinePlot(ThemeSource(load_theme("light")), "x", "y")
    made.setObjectName("fit.some_plot")
    qtbot.addWidget(made)
    made.resize(360, 240)
    made.show_plot(PICTURE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def export(plot: LinePlot) -> PlotExport:
    """What the plot offers."""
    found = export_of(plot)
    assert found is not None
    return found


def open_menu() -> PlotMenu:
    """The one that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PlotMenu)
    return menu


def test_the_picture_has_four_pixels_for_one_and_looks_the_same(plot: LinePlot, export: PlotExport) -> None:
    picture = export.picture()
    assert picture.size() == plot.size() * 2
    plot.clearFocus()
    small = picture.scaled(
        plot.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    assert mean_difference(small, plot.grab().toImage()) < 6


def test_the_picture_has_no_frame_of_the_focus(plot: LinePlot, export: PlotExport) -> None:
    accent = load_theme("light").colours.accent
    assert plot.hasFocus()
    assert plot.grab().toImage().pixelColor(0, 0).name() == accent
    assert export.picture().pixelColor(0, 0).name() != accent


def test_the_drawing_has_lines_and_letters_and_no_image(export: PlotExport) -> None:
    root = ElementTree.fromstring(export.content("svg"))
    assert not list(root.iter(f"{SVG}image"))
    texts = {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}
    assert {"x squared", "x", "y"} <= texts
    assert len(list(root.iter(f"{SVG}polyline"))) + len(list(root.iter(f"{SVG}path"))) > 4


def test_the_drawing_looks_like_the_window(plot: LinePlot, export: PlotExport) -> None:
    plot.clearFocus()
    drawn = QImage(plot.size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    renderer = QSvgRenderer(QByteArray(export.content("svg")))
    assert renderer.isValid()
    with QPainter(drawn) as painter:
        renderer.render(painter)
    assert mean_difference(drawn, plot.grab().toImage()) < 12


def test_the_numbers_are_those_that_are_shown(export: PlotExport) -> None:
    rows = list(csv.DictReader(io.StringIO(export.csv())))
    square = [(float(row["x"]), float(row["y"])) for row in rows if row["series"] == "x squared"]
    assert square == list(zip(XS.tolist(), (XS**2).tolist(), strict=True))
    assert [row["kind"] for row in rows].count("dot") == 1


def test_ctrl_c_copies_the_picture(plot: LinePlot) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(plot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().image().size() == plot.size() * 2


def test_the_menu_of_a_plot_that_always_shows_all_begins_with_the_picture(plot: LinePlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Menu)
    menu = open_menu()
    assert menu.actions()[0].text() == "Copy &picture"
    menu.close()


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_Menu, NO_KEYS), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_opens_by_keys_and_copies_words_and_numbers(
    plot: LinePlot, export: PlotExport, key: Qt.Key, keys: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(plot, key, keys)
    QTest.keyClick(open_menu(), Qt.Key.Key_S)
    assert QGuiApplication.clipboard().text() == plot.summary()
    QTest.keyClick(plot, key, keys)
    QTest.keyClick(open_menu(), Qt.Key.Key_D)
    assert QGuiApplication.clipboard().text() == export.csv()


def test_a_system_that_tells_twice_of_the_menu_key_opens_one_menu(plot: LinePlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Menu)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), plot.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(plot, event)
    assert len(plot.findChildren(PlotMenu)) == 1
    open_menu().close()


def test_a_right_click_opens_the_menu_and_a_right_drag_does_not(plot: LinePlot) -> None:
    right = Qt.MouseButton.RightButton
    QTest.mousePress(plot, right, NO_KEYS, QPoint(100, 100))
    QTest.mouseRelease(plot, right, NO_KEYS, QPoint(180, 100))
    assert QApplication.activePopupWidget() is None
    QTest.mouseClick(plot, right, NO_KEYS, QPoint(100, 100))
    open_menu().close()


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"series,")])
def test_the_menu_saves_each_kind(
    plot: LinePlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, begins: bytes
) -> None:
    proposed = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "chosen"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    QTest.keyClick(plot, Qt.Key.Key_Menu)
    menu = open_menu()
    (action,) = [action for action in menu.actions() if action.data() == suffix]
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert proposed == [f"fit-some_plot.{suffix}"]
    assert (tmp_path / f"chosen.{suffix}").read_bytes().startswith(begins)


def test_a_folder_that_cannot_be_written_is_told(
    plot: LinePlot, export: PlotExport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "missing" / "plot.csv"
    with pytest.raises(LossvizError):
        export.save(nowhere, "csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    QTest.keyClick(plot, Qt.Key.Key_Menu)
    menu = open_menu()
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    box = plot.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert str(nowhere) in box.text()
    box.close()


def test_the_description_is_made_when_the_focus_comes(qtbot: QtBot, plot: LinePlot) -> None:
    plot.show_plot(PlotPicture())
    other = QWidget()
    qtbot.addWidget(other)
    plot.clearFocus()
    plot.setFocus()
    assert plot.accessibleDescription() == plot.summary() == "Nothing to show yet."


def test_what_is_around_a_widget_offers_it_too(plot: LinePlot, export: PlotExport) -> None:
    child = QWidget(plot)
    assert export_of(child) is export
    assert export_of(None) is None


def mean_difference(one: QImage, other: QImage) -> float:
    """Of the grey values, 0 to 255."""
    return float(np.abs(grey(one) - grey(other)).mean())


def grey(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(h, w)."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width()].astype(np.float64)
