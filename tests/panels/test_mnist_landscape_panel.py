"""MnistLandscapePanel: computed with the mouse, read with the mouse, and honest about what is not known yet."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.landscape.survey import Subject
from lossviz.core.training.settings import LossName
from lossviz.panels.mnist_landscape_panel import MnistLandscapePanel
from lossviz.stores.data_store import DataStore
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.landscape.words import plane_text
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.surfaces import surface_view
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.landscape_controller import LandscapeController
from tests.support.assembly import PATIENCE_MS, choose
from tests.support.landscapes import SMALL, some_subject, surveyed
from tests.support.small_digits import small_digits


class PanelRig:
    """The panel with a controller, as on its page."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.landscapes, self.clock = LandscapeStore(), FrameClock()
        self.landscapes.set_settings(SMALL)
        self.subject: Subject = some_subject()
        data = DataStore()
        data.set_digits(small_digits())
        self.controller = LandscapeController(self.landscapes, data, lambda: self.subject)
        self.clock.add_collector(self.controller.collect)
        self.landscapes.state_changed.connect(self.clock.wake)
        self.panel = MnistLandscapePanel(self.clock, ThemeSource(load_theme("light")), self.landscapes)
        self.panel.compute_pressed.connect(self.controller.compute)
        self.panel.cancel_pressed.connect(self.controller.cancel)
        qtbot.addWidget(self.panel)
        self.panel.resize(480, 420)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.until(lambda: self.combo("grid").currentData() == 9)

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def text(self, name: str) -> str:
        label = self.panel.findChildren(QLabel, f"mnist.landscape_{name}")[0]
        return label.text() if label.isVisible() else ""

    def combo(self, name: str) -> QComboBox:
        return self.panel.findChildren(QComboBox, f"mnist.landscape_{name}")[0]

    def box(self, name: str) -> NumberBox:
        return self.panel.findChildren(NumberBox, f"mnist.landscape_{name}")[0]

    def press(self, name: str) -> None:
        button = self.panel.findChildren(QPushButton, f"mnist.landscape_{name}")[0]
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def compute(self) -> None:
        self.press("compute")
        self.until(lambda: self.landscapes.state == "done" and bool(self.text("facts")) and not self.bar.isVisible())

    def tick(self, name: str) -> None:
        box = self.panel.findChildren(QCheckBox, f"mnist.landscape_{name}")[0]
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    @property
    def bar(self) -> QProgressBar:
        return self.panel.findChildren(QProgressBar, "mnist.landscape_progress")[0]

    def map(self, side: str) -> SurfaceMap:
        return self.panel.findChildren(SurfaceMap, f"mnist.landscape_{side}")[0]

    def views(self) -> list[SurfaceView]:
        return self.panel.findChildren(SurfaceView)


@pytest.fixture
def rig(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[PanelRig]:
    monkeypatch.setenv(surface_view.CHOICE_VARIABLE, "software")
    rig = PanelRig(qtbot)
    yield rig
    assert rig.controller.shut_down()
    rig.until(lambda: not rig.landscapes.is_running)
    rig.clock.stop()


def point_at(widget: QWidget, place: QPointF) -> None:
    """Bring the mouse over the widget."""
    far = widget.mapToGlobal(place)
    QApplication.sendEvent(widget, QEnterEvent(place, place, far))
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QTest.mouseMove(widget, place.toPoint())


def test_a_landscape_is_computed_with_the_mouse_and_says_on_what(rig: PanelRig) -> None:
    assert "Press Compute" in rig.text("hint")
    rig.compute()
    landscape = rig.landscapes.landscape
    assert landscape is not None
    facts = rig.text("facts")
    assert "Softmax regression after 50 steps, first 70 training images of small digits" in facts
    names: dict[LossName, str] = {"mse_softmax": "MSE on softmax", "cross_entropy": "Cross-entropy"}
    for loss, name in names.items():
        (mean, error) = re.findall(rf"{name} ([\d.e-]+) ± ([\d.e-]*\d)", facts)[0]
        assert float(mean) == pytest.approx(landscape.values[loss][4, 4], rel=5e-3)
        assert float(error) == pytest.approx(landscape.centre_errors[loss], rel=0.5)
    assert landscape.path.share is not None
    assert "seed 0" in facts
    assert re.search(r"explains [\d.]+% of the path's variance", facts)
    assert "not computed yet" not in facts
    assert rig.text("hint") == ""


def test_both_losses_stand_side_by_side_with_their_names(rig: PanelRig) -> None:
    rig.compute()
    assert rig.map("left").summary().startswith("MSE on softmax. The marker is at a = 0, b = 0.")
    assert rig.map("right").summary().startswith("Cross-entropy.")
    assert "Arrow keys" not in rig.map("left").summary()
    assert rig.map("left").isVisible()
    assert rig.map("right").isVisible()


def test_a_network_that_answers_with_a_number_has_one_surface(rig: PanelRig) -> None:
    rig.subject = some_subject("mlp", "mse_number")
    rig.compute()
    assert rig.map("left").isVisible()
    assert not rig.map("right").isVisible()
    rig.subject = some_subject()
    rig.compute()
    rig.until(rig.map("right").isVisible)


def test_under_the_mouse_the_nearest_computed_point_is_read(rig: PanelRig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.compute()
    surface_map, landscape = rig.map("right"), rig.landscapes.landscape
    read: list[str] = []
    monkeypatch.setattr(surface_map, "set_hover_text", read.append)
    frame = surface_map.frame
    assert frame is not None
    assert landscape is not None
    point_at(surface_map, frame.pixel_of((0.27, -0.52)))
    rig.until(lambda: any(read))
    text = next(each for each in read if each)
    assert text.startswith("point a 0.25, b −0.5")
    assert f"Cross-entropy {landscape.values['cross_entropy'][2, 5]:.6g}" in text
    assert f"MSE on softmax {landscape.values['mse_softmax'][2, 5]:.6g}" in text


def test_in_space_both_are_seen_from_the_same_side(rig: PanelRig) -> None:
    rig.compute()
    rig.tick("3d")
    rig.until(lambda: len(rig.views()) == 2 and all(view.isVisible() for view in rig.views()))
    left, right = rig.views()
    QTest.keyClick(left, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert left.camera == right.camera != type(left.camera)()
    rig.tick("3d")
    rig.until(rig.map("left").isVisible)


def test_a_cancelled_landscape_says_that_parts_are_missing(rig: PanelRig) -> None:
    rig.subject = some_subject("course_cnn")
    rig.landscapes.set_settings(replace(SMALL, grid=33))
    rig.until(lambda: rig.combo("grid").currentData() == 33)
    rig.press("compute")
    rig.until(lambda: "of 1089 points" in rig.bar.text())
    rig.until(lambda: "Hatched: not computed yet" in rig.text("facts"))
    rig.press("cancel")
    rig.until(lambda: "Cancelled at" in rig.bar.text())
    assert rig.bar.isVisible()
    assert rig.bar.value() < rig.bar.maximum()
    assert "Hatched: not computed yet" in rig.text("facts")
    rig.tick("3d")
    rig.until(lambda: "Dark: not computed yet" in rig.text("facts"))


def test_the_controls_are_the_next_landscape_s_settings(rig: PanelRig) -> None:
    choose(rig.combo("grid"), 17)
    choose(rig.combo("directions"), "path")
    for name, text in (("images", "2e2"), ("span", "1,5")):
        box = rig.box(name)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert rig.landscapes.settings == replace(SMALL, directions="path", grid=17, images=200, span=1.5)
    rig.until(lambda: not rig.box("seed").isEnabled())


def test_settings_that_the_landscape_was_not_computed_with_are_told(rig: PanelRig) -> None:
    rig.compute()
    assert rig.text("advice") == ""
    rig.landscapes.set_settings(replace(SMALL, seed=3))
    rig.until(lambda: "next Compute" in rig.text("advice"))
    rig.compute()
    rig.until(lambda: rig.text("advice") == "")
    assert "seed 3" in rig.text("facts")


def test_a_number_that_is_refused_is_told_and_the_last_one_stays(rig: PanelRig) -> None:
    box = rig.box("images")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "12")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    rig.until(lambda: "“12” was not taken" in rig.text("advice"))
    assert rig.landscapes.settings.images == 100


def test_a_problem_is_told_in_place(rig: PanelRig) -> None:
    rig.landscapes.fail(LossvizError("That did not work.", "There was no room.", "Try again."))
    rig.until(lambda: rig.text("advice") == "That did not work. There was no room. Try again.")


def test_the_marker_follows_a_step_of_the_path(rig: PanelRig) -> None:
    rig.compute()
    rig.landscapes.show_step(1, 20)
    a, _ = rig.landscapes.marker
    assert a != 0.0
    rig.until(lambda: "a = 0, b = 0" not in rig.map("left").summary())


def test_it_fits_where_the_page_is_narrow_and_low(rig: PanelRig) -> None:
    rig.compute()
    rig.panel.resize(480, 300)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert (rig.panel.width(), rig.panel.height()) == (480, 300)
    assert rig.map("left").height() >= 100


def test_nothing_new_is_drawn_without_need(rig: PanelRig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.compute()
    shown: list[object] = []
    monkeypatch.setattr(SurfaceMap, "show_picture", lambda _map, picture: shown.append(picture.values))
    rig.panel.redraw()
    rig.panel.redraw()
    assert shown[0] is shown[2]
    assert shown[1] is shown[3]


def test_a_landscape_s_words_name_the_plane_of_the_path() -> None:
    landscape, _ = surveyed(some_subject(), replace(SMALL, directions="path"))
    assert plane_text(landscape).startswith("Principal components of the path. The plane explains")
