"""Projector mode: large type on a screen of its own, led with a clicker; afterwards everything is as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabWidget,
    QToolTip,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lossviz.composition import Assembly
from lossviz.pages.panel_pairs import PANEL_PAIRS
from lossviz.shell.panel_scroll import PanelScroll
from lossviz.shell.presentation import Presentation
from lossviz.shell.presentation_choice import PresentationChoice
from lossviz.shell.presentation_commands import presentation_commands
from lossviz.shell.presentation_window import PresentationWindow
from lossviz.widgets.formulas.formula_view import FormulaView
from lossviz.widgets.theme import ThemeSource, load_presenting_theme
from tests.support.assembly import Home, settle

SIZE = (1280, 720)

Kind = TypeVar("Kind", bound=QWidget)


@dataclass
class Rig:
    assembly: Assembly
    presentation: Presentation
    qtbot: QtBot

    @property
    def window(self) -> PresentationWindow:
        assert self.presentation.window is not None
        return self.presentation.window

    def present(self, *names: str) -> PresentationWindow:
        self.presentation.present(names)
        self.window.showNormal()
        self.window.resize(*SIZE)
        self.settle()
        return self.window

    def settle(self) -> None:
        settle(self.assembly, self.qtbot)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window, key, modifiers)
        self.settle()


@dataclass
class Lesson:
    names: tuple[str, ...] = ("softmax.table", "softmax.loss", "softmax.code")
    steps: list[int] = field(default_factory=list)

    def shown_panels(self) -> Sequence[str]:
        return self.names

    def step_forward(self) -> None:
        self.steps.append(1)

    def step_back(self) -> None:
        self.steps.append(-1)

    def build_strip(self, theme: ThemeSource) -> QWidget:
        del theme
        return QLabel("What will the loss be?")


@pytest.fixture
def rig(home: Home, qtbot: QtBot) -> Iterator[Rig]:
    assembly = home.build()
    qtbot.addWidget(assembly.window)
    assembly.window.resize(1100, 700)
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()
    presentation = Presentation(assembly.window, assembly.factory.build, assembly.engine.clock, assembly.settings)
    assembly.window.set_commands(presentation_commands(presentation, assembly.settings))
    rig = Rig(assembly, presentation, qtbot)
    rig.settle()
    yield rig
    presentation.leave()


def test_f5_presents_the_first_pair_of_the_page_in_front(rig: Rig) -> None:
    rig.assembly.window.show_page("overfit")
    rig.assembly.window.setFocus()
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    assert rig.presentation.panels_shown == ("overfit.plot", "overfit.errors")
    assert rig.window.isFullScreen()
    assert [panel.isVisible() for panel in rig.window.stage.panels] == [True, True]


def test_f5_presents_nothing_that_is_behind_another_tab(rig: Rig) -> None:
    rig.assembly.window.show_page("mnist")
    rig.assembly.pages.mnist.show_panel("mnist.confusion")
    rig.assembly.window.setFocus()
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    assert "mnist.curves" not in rig.presentation.panels_shown


def test_f5_presents_the_panel_that_the_keyboard_is_in(rig: Rig) -> None:
    rig.assembly.pages.fit.surfaces.maps["bce"].setFocus()
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    assert rig.presentation.panels_shown == ("fit.surfaces",)


def test_f5_presents_what_a_clicked_tab_shows(rig: Rig) -> None:
    rig.assembly.pages.fit.surfaces.maps["bce"].setFocus()
    tabs = only(rig.assembly.window, QTabWidget, "fit.left_tabs")
    tabs.setCurrentIndex(1)  # so that the click is on the one in front, too
    click(rig.assembly.window, tabs.tabBar(), tabs.tabBar().tabRect(2).center())
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    assert rig.presentation.panels_shown == ("fit.calibration",)


def test_f5_presents_the_panel_that_was_clicked_last_even_on_a_mere_label(rig: Rig) -> None:
    rig.assembly.pages.fit.surfaces.maps["bce"].setFocus()
    label = only(rig.assembly.window, QLabel, "fit.loss_bce")
    click(rig.assembly.window, label, label.rect().center())
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    (name,) = rig.presentation.panels_shown
    assert rig.assembly.pages.fit.losses.isAncestorOf(label) == (name == "fit.losses")
    assert name != "fit.surfaces"


def test_f5_presents_no_panel_whose_tab_has_gone_behind_since_it_was_clicked(rig: Rig) -> None:
    tabs = only(rig.assembly.window, QTabWidget, "fit.left_tabs")
    click(rig.assembly.window, tabs.tabBar(), tabs.tabBar().tabRect(1).center())
    rig.assembly.window.show_page("overfit")
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5)
    assert rig.presentation.panels_shown == ("overfit.plot", "overfit.errors")


def click(window: QWidget, part: QWidget, at: QPoint) -> None:
    """As a mouse does: by way of the window."""
    QTest.mouseClick(
        *(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier), part.mapTo(window, at)
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "names",
    [
        ("fit.plot", "fit.surfaces"),
        ("fit.losses",),
        ("softmax.table", "softmax.gradient"),
        ("losses.catalogue", "losses.card"),
        ("losses.entropy",),
        ("overfit.plot", "overfit.question"),
        ("mnist.settings", "mnist.curves"),
        ("mnist.canvas", "mnist.answer"),
        ("mnist.compare",),
    ],
    ids="+".join,
)
def test_nothing_in_it_is_written_smaller_than_24_px(rig: Rig, names: tuple[str, ...], theme: str) -> None:
    rig.assembly.settings.set_theme_name(theme)
    window = rig.present(*names)
    wanted = load_presenting_theme()
    grounds = {wanted.colours.field, wanted.colours.window, "#000000"}
    for part in parts_of(window):
        assert QFontInfo(part.font()).pixelSize() >= 24, (part.objectName(), type(part))
        ground = part.palette().color(QPalette.ColorRole.Base).name()
        assert isinstance(part, QPushButton) or ground in grounds, (part.objectName(), type(part))


@pytest.mark.parametrize(
    "names", [("fit.plot", "fit.losses"), ("softmax.table", "softmax.formula"), ("losses.card",)], ids="+".join
)
def test_the_letters_of_a_formula_are_24_px_at_least(rig: Rig, names: tuple[str, ...]) -> None:
    window = rig.present(*names)
    formulas = [formula for formula in window.findChildren(FormulaView) if formula.isVisible()]
    assert formulas
    rig.qtbot.waitUntil(lambda: all(formula.letters_px >= 23.9 for formula in formulas))


@pytest.mark.parametrize(
    "pair", [pair for pair in PANEL_PAIRS if pair[0].startswith(("fit.", "overfit."))], ids="+".join
)
def test_a_pair_is_not_cut_off_at_the_side(rig: Rig, pair: tuple[str, str]) -> None:
    window = rig.present(*pair)
    rig.qtbot.waitUntil(lambda: not [panel for panel in window.stage.panels if is_cut_off_at_the_side(panel)])


def test_plot_and_losses_stand_beside_each_other_above_a_lesson_s_question(rig: Rig) -> None:
    window = rig.present("fit.plot", "fit.losses")
    window.resize(1280, 570)  # what a question of three lines leaves of 720
    rig.settle()
    assert not window.stage.is_stacked
    rig.qtbot.waitUntil(lambda: all(frame.verticalScrollBar().maximum() == 0 for frame in scrolls(window)))


def scrolls(window: PresentationWindow) -> list[PanelScroll]:
    return [frame for frame in window.findChildren(PanelScroll) if frame.isVisible()]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
@pytest.mark.parametrize(
    "names",
    [
        ("softmax.table", "softmax.network"),
        ("overfit.plot", "overfit.errors"),
        ("mnist.compare",),
        ("mnist.compare", "mnist.canvas"),
    ],
    ids="+".join,
)
def test_nothing_of_it_is_scrolled_away_and_no_line_is_cut_off(
    rig: Rig, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    window = rig.present(*names)
    window.resize(*size)
    rig.qtbot.waitUntil(lambda: scrolled_away(window) == [] and cut_off(window) == [])


def scrolled_away(window: QWidget) -> list[str]:
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    bars = [(area, bar) for area in areas for bar in (area.horizontalScrollBar(), area.verticalScrollBar())]
    return [area.objectName() for area, bar in bars if bar.maximum() > 0]


def cut_off(window: QWidget) -> list[str]:
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.width() < label.minimumSizeHint().width()]


def is_cut_off_at_the_side(panel: QWidget) -> bool:
    frame = panel.parentWidget()
    return frame is None or panel.minimumSizeHint().width() > frame.width()


def test_a_number_that_is_typed_there_is_the_one_in_the_main_window(rig: Rig) -> None:
    rig.present("fit.plot")
    box = only(rig.window, QDoubleSpinBox, "fit.weight")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    rig.settle()
    assert rig.assembly.engine.fit.fit.parameters.w == 1.5
    assert only(rig.assembly.window, QDoubleSpinBox, "fit.weight").value() == 1.5


def test_the_clicker_goes_through_the_list_and_comes_round(rig: Rig) -> None:
    views = [view.names for view in rig.presentation.views]
    rig.present(*views[0])
    rig.press(Qt.Key.Key_PageDown)
    assert rig.presentation.panels_shown == views[1]
    rig.press(Qt.Key.Key_PageUp)
    rig.press(Qt.Key.Key_PageUp)
    assert rig.presentation.panels_shown == views[-1]


def test_the_clicker_steps_through_a_lesson_whose_strip_is_below(rig: Rig) -> None:
    lesson = Lesson()
    rig.presentation.set_lesson(lesson)
    rig.presentation.present_front()
    assert rig.presentation.panels_shown == lesson.names[:2]
    strip = rig.window.strip
    assert strip is not None
    rig.qtbot.waitUntil(strip.isVisible)
    assert QFontInfo(strip.font()).pixelSize() >= 24
    rig.press(Qt.Key.Key_PageDown)
    rig.press(Qt.Key.Key_PageUp)
    assert lesson.steps == [1, -1]
    lesson.names = ("fit.plot",)
    rig.presentation.follow_lesson()
    assert rig.presentation.panels_shown == ("fit.plot",)
    rig.presentation.set_lesson(None)
    assert rig.window.strip is None


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_key_turns_the_screen_black_and_back(rig: Rig, key: Qt.Key) -> None:
    window = rig.present("fit.losses")
    rig.press(key)
    middle = window.grab().toImage().pixelColor(SIZE[0] // 2, SIZE[1] // 2)
    assert window.is_black
    assert middle.name() == "#000000"
    rig.press(key)
    assert not window.is_black


def test_the_next_key_brings_a_black_screen_back(rig: Rig) -> None:
    rig.present("fit.losses")
    rig.press(Qt.Key.Key_B)
    rig.press(Qt.Key.Key_PageDown)
    assert not rig.window.is_black
    assert rig.presentation.panels_shown != ("fit.losses",)


def test_in_a_field_for_numbers_b_is_the_clickers_and_a_point_is_the_fields(rig: Rig) -> None:
    window = rig.present("fit.plot")
    box = only(window, QDoubleSpinBox, "fit.weight")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.7")
    assert not window.is_black
    QTest.keyClick(box, Qt.Key.Key_B)
    assert window.is_black
    assert "b" not in box.text().lower()


def test_esc_leaves_everything_as_it_was(rig: Rig) -> None:
    main = rig.assembly.window
    main.show_page("softmax")
    rig.settle()
    before = (
        main.geometry(),
        main.page,
        rig.assembly.theme.source.theme,
        main.font(),
        main.palette(),
        main.isVisible(),
    )
    texts = [tabs.count() for tabs in main.findChildren(type(main.pages))]
    window = rig.present("softmax.loss", "mnist.canvas")
    rig.press(Qt.Key.Key_Escape)
    rig.qtbot.waitUntil(lambda: not isValid(window))
    assert not rig.presentation.is_presenting
    after = (main.geometry(), main.page, rig.assembly.theme.source.theme, main.font(), main.palette(), main.isVisible())
    assert after == before
    assert [tabs.count() for tabs in main.findChildren(type(main.pages))] == texts
    rig.assembly.engine.softmax.logits.apply_preset("soft_first")
    rig.settle()


def test_what_is_presented_can_be_chosen_from_the_keyboard(rig: Rig) -> None:
    QTest.keyClick(rig.assembly.window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    dialog = only(rig.assembly.window, PresentationChoice, "present.choice")
    views = only(dialog, QTreeWidget, "present.views")
    page = views.topLevelItem(1)
    assert page is not None
    assert page.text(0) == "Softmax"
    pair = page.child(0)
    assert pair is not None
    assert pair.text(0) == "Table of classes + Loss"
    views.setCurrentItem(page)
    QTest.keyClick(views, Qt.Key.Key_Down)
    QTest.keyClick(views, Qt.Key.Key_Return)
    assert rig.presentation.panels_shown == ("softmax.table", "softmax.loss")


def test_a_page_is_no_choice(rig: Rig) -> None:
    rig.presentation.choose()
    dialog = only(rig.assembly.window, PresentationChoice, "present.choice")
    views = only(dialog, QTreeWidget, "present.views")
    page = views.topLevelItem(0)
    assert page is not None
    views.setCurrentItem(page)
    dialog.accept()
    assert not rig.presentation.is_presenting
    dialog.reject()


@pytest.mark.parametrize(
    "names", [("fit.plot", "fit.losses"), ("softmax.table", "softmax.formula"), ("overfit.plot", "overfit.errors")]
)
def test_panels_are_drawn_and_laid_out_before_they_are_seen(rig: Rig, names: tuple[str, ...]) -> None:
    window = rig.present("losses.catalogue")
    rig.presentation.present(names)
    at_first = looks(window)
    rig.settle()
    assert at_first == looks(window)


def looks(window: PresentationWindow) -> list[tuple[str, QRect, str]]:
    """Where everything on the stage is, and what stands on it."""
    parts = [part for part in window.stage.findChildren(QWidget) if part.isVisible() and part.objectName()]
    return [(part.objectName(), part.geometry(), part.text() if isinstance(part, QLabel) else "") for part in parts]


def test_screens_are_told_by_their_size_where_they_have_no_names_and_panels_by_their_whole_names(rig: Rig) -> None:
    rig.presentation.choose()
    dialog = only(rig.assembly.window, PresentationChoice, "present.choice")
    screens, views = only(dialog, QComboBox, "present.screen"), only(dialog, QTreeWidget, "present.views")
    assert ": ," not in screens.currentText()
    assert views.viewport().width() >= views.sizeHintForColumn(0)
    assert dialog.screen().availableGeometry().size().expandedTo(dialog.size()) == dialog.screen().availableSize()
    dialog.reject()


def test_the_halo_is_dark_until_the_pointer_moves_over_the_window(rig: Rig) -> None:
    QCursor.setPos(0, 0)
    window = rig.present("fit.plot")
    assert not window.halo.is_lit
    QTest.mouseMove(window, QPoint(SIZE[0] // 2, SIZE[1] // 2))
    rig.qtbot.waitUntil(lambda: window.halo.is_lit)
    QCursor.setPos(window.mapToGlobal(QPoint(-20, -20)))
    rig.qtbot.waitUntil(lambda: not window.halo.is_lit)


def test_the_halo_follows_the_pointer_and_takes_no_click(rig: Rig) -> None:
    window = rig.present("fit.plot")
    box = only(window, QDoubleSpinBox, "fit.weight")
    place = box.mapTo(window, box.rect().center())
    QTest.mouseMove(window, place)
    rig.qtbot.waitUntil(lambda: window.halo.centre == place)
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    rig.qtbot.waitUntil(lambda: window.halo.is_pulsing)
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert box.hasFocus()
    rig.qtbot.waitUntil(lambda: not window.halo.is_pulsing)


def test_h_hides_the_halo_and_shows_it_again(rig: Rig) -> None:
    window = rig.present("fit.plot")
    assert window.halo.isVisible()
    rig.press(Qt.Key.Key_H)
    assert not window.halo.isVisible()
    rig.press(Qt.Key.Key_H)
    assert window.halo.isVisible()


def test_with_less_motion_a_click_sends_out_no_ring(rig: Rig) -> None:
    rig.assembly.settings.set_reduced_motion(is_reduced=True)
    window = rig.present("fit.plot")
    place = QPoint(SIZE[0] // 2, SIZE[1] // 2)
    QTest.mouseMove(window, place)
    rig.qtbot.waitUntil(lambda: window.halo.centre == place)
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    rig.qtbot.waitUntil(lambda: window.halo.is_held)
    assert not window.halo.is_pulsing
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_panels_of_two_pages_are_shown_together(rig: Rig) -> None:
    window = rig.present("mnist.canvas", "softmax.table")
    assert len(window.stage.panels) == 2
    assert window.stage.is_stacked


def test_an_unknown_panel_is_refused(rig: Rig) -> None:
    with pytest.raises(KeyError):
        rig.presentation.present(["fit.nothing"])
    assert not rig.presentation.is_presenting


def test_it_can_be_built_anew_while_it_is_on_the_screen(rig: Rig) -> None:
    rig.present("fit.plot", "fit.losses")
    before = rig.window
    rig.presentation.rebuild()
    rig.qtbot.waitUntil(lambda: not isValid(before))
    assert rig.window is not before
    assert rig.presentation.panels_shown == ("fit.plot", "fit.losses")


def test_the_last_screen_that_is_left_is_used(rig: Rig) -> None:
    rig.present("fit.plot")
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())
    assert rig.presentation.is_presenting


def parts_of(window: QWidget) -> list[QWidget]:
    """Every widget that is seen and can show text."""
    parts = window.findChildren(QWidget)
    return [part for part in parts if part.isVisible() and not isinstance(part, QScrollBar | QAbstractSlider)]


def only(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    (found,) = parent.findChildren(kind, name)
    return found


def test_a_tool_tip_is_as_large_as_the_rest(rig: Rig) -> None:
    window = rig.present("fit.plot")
    box = only(window, QDoubleSpinBox, "fit.weight")
    QToolTip.showText(box.mapToGlobal(box.rect().center()), "what w is", box)
    tips = [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel") and widget.isVisible()]
    assert [QFontInfo(tip.font()).pixelSize() for tip in tips] == [24]
    QToolTip.hideText()
    rig.qtbot.waitUntil(lambda: not any(isValid(tip) and tip.isVisible() for tip in tips))
