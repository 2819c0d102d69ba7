"""Scrubber: mouse, wheel and keys lead to steps that can be looked at."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.widgets.timeline.scrubber import Scrubber
from lossviz.widgets.timeline.timeline_marks import TimelineMarks
from lossviz.widgets.timeline.timeline_painting import round_stride

STEPS = (0, 30, 100, 140, 200, 260, 300)
MARKS = TimelineMarks(STEPS, (100, 200, 300), 310, 100)
LEFT = Qt.MouseButton.LeftButton


class Listener:
    """Chooses what the slider says, as a panel does."""

    def __init__(self, scrubber: Scrubber) -> None:
        self.chosen: list[int | None] = []
        self._scrubber = scrubber
        scrubber.step_chosen.connect(self._on_step_chosen)

    def _on_step_chosen(self, step: int | None) -> None:
        self.chosen.append(step)
        self._scrubber.show_timeline(MARKS, step)


@pytest.fixture
def theme() -> ThemeSource:
    return ThemeSource(load_theme("light"))


@pytest.fixture
def scrubber(qtbot: QtBot, theme: ThemeSource) -> Scrubber:
    scrubber = Scrubber(theme)
    scrubber.setAccessibleName("step")
    qtbot.addWidget(scrubber)
    scrubber.resize(480, scrubber.sizeHint().height())
    scrubber.show_timeline(MARKS, None)
    with qtbot.waitExposed(scrubber):
        scrubber.show()
    return scrubber


def place_of(scrubber: Scrubber, step: int) -> QPoint:
    return QPoint(round(scrubber.x_of(step)), scrubber.height() // 2)


def turn_wheel(scrubber: Scrubber, angle: int) -> None:
    here = QPointF(scrubber.rect().center())
    no = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    event = QWheelEvent(
        here, QPointF(scrubber.mapToGlobal(here.toPoint())), QPoint(), QPoint(0, angle), no[0], no[1], no[2], False
    )
    QApplication.sendEvent(scrubber, event)


@pytest.mark.parametrize(("at", "nearest"), [(0, 0), (60, 30), (70, 100), (215, 200), (310, 300)])
def test_a_press_chooses_the_nearest_snapshot(scrubber: Scrubber, at: int, nearest: int) -> None:
    listener = Listener(scrubber)
    QTest.mousePress(scrubber, LEFT, pos=place_of(scrubber, at))
    assert listener.chosen == [nearest]


def test_dragging_chooses_each_snapshot_on_the_way_once_and_beyond_the_ends_the_ends(scrubber: Scrubber) -> None:
    listener = Listener(scrubber)
    QTest.mousePress(scrubber, LEFT, pos=place_of(scrubber, 140))
    for step in (150, 190, 205, 260):
        QTest.mouseMove(scrubber, place_of(scrubber, step))
    QTest.mouseMove(scrubber, QPoint(-50, 5))
    QTest.mouseMove(scrubber, QPoint(5000, 5))
    QTest.mouseRelease(scrubber, LEFT, pos=QPoint(5000, 5))
    QTest.mouseMove(scrubber, place_of(scrubber, 100))
    assert listener.chosen == [140, 200, 260, 0, 300]


def test_escape_during_a_drag_leads_back_to_where_it_began(scrubber: Scrubber) -> None:
    scrubber.show_timeline(MARKS, 30)
    listener = Listener(scrubber)
    QTest.mousePress(scrubber, LEFT, pos=place_of(scrubber, 140))
    QTest.mouseMove(scrubber, place_of(scrubber, 200))
    QTest.keyClick(scrubber, Qt.Key.Key_Escape)
    QTest.mouseMove(scrubber, place_of(scrubber, 260))
    QTest.mouseRelease(scrubber, LEFT, pos=place_of(scrubber, 260))
    QTest.mouseMove(scrubber, place_of(scrubber, 0))
    assert listener.chosen == [140, 200, 30]
    assert not scrubber.isSliderDown()


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([Qt.Key.Key_Left], [260]),
        ([Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right], [260, 200, 260, 300]),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End], [0, None]),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], [200, 100, 0, 100]),
        ([Qt.Key.Key_Home, Qt.Key.Key_Escape], [0, None]),
        ([Qt.Key.Key_A], []),
    ],
)
def test_keys_lead_from_snapshot_to_snapshot(scrubber: Scrubber, keys: list[Qt.Key], chosen: list[int | None]) -> None:
    listener = Listener(scrubber)
    for key in keys:
        QTest.keyClick(scrubber, key)
    assert listener.chosen == chosen


def test_the_wheel_goes_on_a_snapshot_a_notch_however_finely_it_turns(scrubber: Scrubber) -> None:
    listener = Listener(scrubber)
    for angle in (-120, -60, -60, 120, 30):
        turn_wheel(scrubber, angle)
    assert listener.chosen == [260, 200, 260]


def test_without_snapshots_nothing_can_be_chosen(scrubber: Scrubber) -> None:
    scrubber.show_timeline(TimelineMarks(), None)
    assert not scrubber.isEnabled()
    assert scrubber.words() == "There is nothing to look back at yet."
    scrubber.grab()


def test_a_screen_reader_hears_a_slider_with_the_step_as_its_value(scrubber: Scrubber) -> None:
    scrubber.show_timeline(MARKS, 140)
    interface = QAccessible.queryAccessibleInterface(scrubber)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 140, 310)
    assert scrubber.accessibleDescription() == "The run as it was after 140 of 310 steps."
    scrubber.show_timeline(MARKS, None)
    assert scrubber.accessibleDescription() == "The run as it is now, after 310 steps."


def test_the_handle_stands_where_the_step_is_and_at_the_end_for_now(scrubber: Scrubber, theme: ThemeSource) -> None:
    def has_accent_at(step: int) -> bool:
        image = scrubber.grab().toImage()
        column = round(scrubber.x_of(step))
        return any(
            image.pixelColor(column, y).name() == theme.theme.colours.accent for y in range(4, image.height() - 4)
        )

    scrubber.show_timeline(MARKS, 140)
    assert [has_accent_at(step) for step in (60, 140, 230)] == [False, True, False]
    scrubber.show_timeline(MARKS, None)
    assert [has_accent_at(step) for step in (60, 140, 310)] == [False, False, True]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("width", [160, 480, 1600])
@pytest.mark.parametrize(
    "marks",
    [
        MARKS,
        TimelineMarks((0,), (), 0, 0),
        TimelineMarks((0, 7), (), 9, 0),
        TimelineMarks(tuple(range(0, 600_000, 200)), tuple(range(600, 600_000, 600)), 600_000, 600),
    ],
)
def test_any_run_can_be_painted(
    scrubber: Scrubber, theme: ThemeSource, marks: TimelineMarks, width: int, name: str
) -> None:
    theme.set_theme(load_theme(name))
    scrubber.resize(width, scrubber.sizeHint().height())
    scrubber.show_timeline(marks, marks.steps[len(marks.steps) // 2])
    image = scrubber.grab().toImage()
    assert image.pixelColor(2, 2).name() == load_theme(name).colours.window


@pytest.mark.parametrize(("least", "stride"), [(0.0, 1), (1, 1), (1.1, 2), (3, 5), (6, 10), (11, 20), (999, 1000)])
def test_labels_stand_at_round_numbers(least: float, stride: int) -> None:
    assert round_stride(least) == stride
