"""Number boxes: what may be typed, where the arrows lead, and when the wheel counts."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.messages.field_note import FieldNote
from lossviz.widgets.number_boxes import CountBox, LearningRateBox, NumberBox


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window: a box at 0.01 with the focus, and another field."""
    window, box = QWidget(), LearningRateBox()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(QLineEdit())
    box.setValue(0.01)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    box.setFocus()
    return window


@pytest.fixture
def box(window: QWidget) -> LearningRateBox:
    (box,) = window.findChildren(LearningRateBox)
    return box


def type_text(box: QAbstractSpinBox, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    for sign in text:  # QTest knows no key for a minus that is no hyphen
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(box, QKeyEvent(kind, ord(sign), Qt.KeyboardModifier.NoModifier, sign))
    QTest.keyClick(box, end)


def turn_wheel(box: QAbstractSpinBox) -> bool:
    """Turn it one notch up over the box; whether the box took it."""
    here = QPointF(box.rect().center())
    event = QWheelEvent(
        here,
        QPointF(box.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_the_arrows_walk_the_ladder_up_and_down(box: LearningRateBox) -> None:
    ups = []
    for _ in range(6):
        QTest.keyClick(box, Qt.Key.Key_Up)
        ups.append(box.value())
    assert ups == [0.03, 0.1, 0.3, 1.0, 3.0, 10.0]
    downs = []
    for _ in range(8):
        QTest.keyClick(box, Qt.Key.Key_Down)
        downs.append(box.value())
    assert downs == [3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001]


def test_a_value_between_the_rungs_goes_to_the_next_one(box: LearningRateBox) -> None:
    box.setValue(0.02)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 0.03
    box.setValue(0.02)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == 0.01


@pytest.mark.parametrize(("end", "key"), [(1e6, Qt.Key.Key_Up), (1e-6, Qt.Key.Key_Down)])
def test_the_ladder_ends_at_the_limits(box: LearningRateBox, end: float, key: Qt.Key) -> None:
    for _ in range(40):
        QTest.keyClick(box, key)
    assert box.value() == end
    box.stepBy(10**9 if end > 1 else -(10**9))
    assert box.value() == end


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1e-3", 0.001),
        ("1E-3", 0.001),
        (" 0.5 ", 0.5),
        ("0,01", 0.01),
        (",3", 0.3),
        (".3", 0.3),
        ("7", 7.0),
        ("+2", 2.0),
        ("1e6", 1e6),
        ("1e-6", 1e-6),
        ("0.0123456", 0.0123456),
    ],
)
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_any_notation_is_understood(box: LearningRateBox, typed: str, value: float, end: Qt.Key) -> None:
    box.setValue(0.5)
    type_text(box, typed, end)
    assert box.value() == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "1e",
        "-",
        "--3",
        "-0.1",
        "0",
        "1e308",
        "1e999",
        "inf",
        "nan",
        "1e-7",
        "2e6",
        "0x10",
        "1.2.3",
        "1 000 000 000",
        "1,500",
    ],
)
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_is_no_rate_gives_way_to_the_last_good_value(box: LearningRateBox, typed: str, end: Qt.Key) -> None:
    values: list[float] = []
    box.valueChanged.connect(values.append)
    type_text(box, typed, end)
    assert box.value() == 0.01
    assert values == []
    if end is Qt.Key.Key_Tab:
        assert box.text() == "0.01"


def test_a_value_counts_when_it_has_been_typed_whole(box: LearningRateBox) -> None:
    values: list[float] = []
    box.valueChanged.connect(values.append)
    type_text(box, "0.025")
    assert values == [0.025]


@pytest.mark.parametrize(("value", "text"), [(0.001, "0.001"), (1e-6, "1e−6"), (1e6, "1e6"), (0.1, "0.1")])
def test_a_value_is_shown_as_short_as_it_is(box: LearningRateBox, value: float, text: str) -> None:
    box.setValue(value)
    assert box.text() == text


def test_the_wheel_counts_only_with_the_focus(box: LearningRateBox, qtbot: QtBot) -> None:
    assert turn_wheel(box)
    assert box.value() == 0.03
    box.clearFocus()
    qtbot.waitUntil(lambda: not box.hasFocus())
    assert not turn_wheel(box)
    assert box.value() == 0.03


@pytest.fixture
def german_system() -> Iterator[None]:
    """Numbers are written 1.234,5 unless somebody says otherwise."""
    before = QLocale()
    german = QLocale("de_DE")
    german.setNumberOptions(QLocale.NumberOption(0))
    QLocale.setDefault(german)
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german_system")
def test_fields_read_and_show_the_same_on_every_system(qtbot: QtBot) -> None:
    count, number = CountBox(0, 100_000), NumberBox(0.0, 100_000.0)
    for box in (count, number):
        qtbot.addWidget(box)
    type_text(count, "12345")
    type_text(number, "12345.5")
    assert (count.text(), number.text()) == ("12345", "12345.5")
    assert (count.value(), number.value()) == (12345, 12345.5)
    type_text(number, "0,25")
    assert (number.text(), number.value()) == ("0.25", 0.25)


def test_a_count_is_kept_within_its_range_and_told_once(qtbot: QtBot) -> None:
    box = CountBox(1, 500)
    qtbot.addWidget(box)
    values: list[int] = []
    box.valueChanged.connect(values.append)
    type_text(box, "250")
    assert values == [250]
    type_text(box, "9999")
    assert box.value() <= 500
    type_text(box, "x")
    assert box.value() <= 500
    assert not turn_wheel(box)


class Counting:
    """A field for 0 to 12 at 12, with a window whose Undo key is counted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.box, self.undone = QMainWindow(), CountBox(0, 12), 0
        self.box.setValue(12)
        self.window.setCentralWidget(self.box)
        undo = QAction(self.window)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.triggered.connect(self._on_undo)
        self.window.addAction(undo)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.box.setFocus()

    def _on_undo(self) -> None:
        self.undone += 1

    @property
    def note(self) -> FieldNote | None:
        return self.window.findChild(FieldNote)


@pytest.fixture
def counting(qtbot: QtBot) -> Counting:
    return Counting(qtbot)


@pytest.mark.parametrize("typed", ["13", "200", "-4", "1.5", "many", "", "0,5", "1 1", "6,0", "0,000", "1,"])
def test_what_is_no_whole_number_in_range_is_refused_in_whole_and_told_of(counting: Counting, typed: str) -> None:
    type_text(counting.box, typed)
    assert counting.box.value() == 12
    assert counting.box.text() == "12"
    assert counting.note is not None
    assert counting.note.isVisible()
    assert f"“{typed or 'nothing'}” was not taken" in counting.note.text()
    assert "from 0 to 12" in counting.note.text()


@pytest.mark.parametrize(("typed", "number"), [("1,500", 1500), ("12,345", 12345), ("1,5", 1), ("1,50", 1), ("1 5", 1)])
def test_a_comma_in_a_count_separates_thousands_or_nothing(qtbot: QtBot, typed: str, number: int) -> None:
    box = CountBox(1, 100_000)
    qtbot.addWidget(box)
    type_text(box, typed)
    assert (box.value(), box.text()) == (number, str(number))


def test_the_note_goes_when_something_else_is_typed(counting: Counting) -> None:
    type_text(counting.box, "13")
    type_text(counting.box, "7")
    assert counting.box.value() == 7
    assert counting.note is not None
    assert not counting.note.isVisible()


def test_the_note_lies_within_the_window(counting: Counting) -> None:
    type_text(counting.box, "13")
    assert counting.note is not None
    assert counting.window.rect().contains(counting.note.geometry())


def test_a_field_with_a_unit_and_a_word_for_none_keeps_both(counting: Counting) -> None:
    counting.box.setSuffix("%")
    counting.box.setSpecialValueText("off")
    type_text(counting.box, "99")
    assert counting.box.text() == "12%"
    counting.box.setValue(0)
    type_text(counting.box, "99")
    assert counting.box.text() == "off"
    type_text(counting.box, "off")
    assert counting.box.value() == 0


def test_ctrl_z_is_the_windows_once_a_number_is_entered(counting: Counting) -> None:
    type_text(counting.box, "7")
    QTest.keyClick(counting.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counting.undone == 1
    assert counting.box.value() == 7


def test_ctrl_z_takes_back_what_is_being_typed(counting: Counting) -> None:
    counting.box.selectAll()
    QTest.keyClicks(counting.box, "5")
    QTest.keyClick(counting.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counting.undone == 0
    assert counting.box.text() == "12"


@pytest.mark.parametrize(("lowest", "highest"), [(0.0, 1.0), (-1e6, 1e6), (0.05, 5.0)])
@pytest.mark.parametrize("value", [2 / 3, 1 / 12, 1 / 300, 123456.7e-6, 6.66667e-5])
def test_a_field_no_wider_than_it_asks_for_shows_all_of_its_number(
    qtbot: QtBot, lowest: float, highest: float, value: float
) -> None:
    box = NumberBox(lowest, highest)
    qtbot.addWidget(box)
    box.setValue(math.copysign(value, lowest))
    box.resize(box.minimumSizeHint())
    box.show()
    line = box.findChild(QLineEdit)
    assert line is not None
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - 5  # Qt's margins and its cursor


def test_a_number_that_is_not_typed_anew_keeps_the_digits_that_are_not_written(qtbot: QtBot) -> None:
    box = NumberBox(0.0, 1.0)
    qtbot.addWidget(box)
    box.setValue(1 / 300)
    assert box.text() == "0.003333"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == pytest.approx(1 / 300, abs=1e-12)


@pytest.fixture
def below_nothing(qtbot: QtBot) -> NumberBox:
    """A field at 1 for -10 to 10, with the focus in an active window."""
    box = NumberBox(-10.0, 10.0)
    box.setValue(1.0)
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    return box


@pytest.mark.parametrize("typed", ["-2.5", "−2.5"])
@pytest.mark.parametrize("is_pasted", [False, True])
def test_a_hyphen_and_a_minus_are_read_and_shown_as_a_minus(
    below_nothing: NumberBox, typed: str, is_pasted: bool
) -> None:
    if is_pasted:
        below_nothing.selectAll()
        QApplication.clipboard().setText(typed)
        QTest.keySequence(below_nothing, QKeySequence(QKeySequence.StandardKey.Paste))
        QTest.keyClick(below_nothing, Qt.Key.Key_Return)
    else:
        type_text(below_nothing, typed)
    assert (below_nothing.value(), below_nothing.text()) == (-2.5, "−2.5")


@pytest.mark.parametrize(("value", "text"), [(-1e-5, "−1e−5"), (0.00002, "2e−5"), (-0.0, "0"), (-3.25, "−3.25")])
def test_the_minus_is_as_wide_as_a_plus(below_nothing: NumberBox, value: float, text: str) -> None:
    below_nothing.setValue(value)
    assert below_nothing.text() == text
    type_text(below_nothing, text)
    assert below_nothing.value() == value


@pytest.mark.parametrize("key", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut])
def test_a_copied_number_can_be_read_by_other_programs(below_nothing: NumberBox, key: QKeySequence.StandardKey) -> None:
    below_nothing.setValue(-1.5e-5)
    below_nothing.selectAll()
    QTest.keySequence(below_nothing, QKeySequence(key))
    assert QApplication.clipboard().text() == "-1.5e-5"


def test_the_menu_of_a_field_copies_as_the_keys_do(below_nothing: NumberBox) -> None:
    below_nothing.setValue(-2.5)
    below_nothing.selectAll()
    menu = below_nothing.lineEdit().createStandardContextMenu()
    menu.setParent(below_nothing, menu.windowFlags())
    (copy,) = [action for action in menu.actions() if action.objectName() == "edit-copy"]
    copy.trigger()
    assert QApplication.clipboard().text() == "-2.5"


def test_what_is_copied_elsewhere_stays_as_it_is(below_nothing: NumberBox) -> None:
    QApplication.clipboard().setText("from −3 to 3")
    assert QApplication.clipboard().text() == "from −3 to 3"
    below_nothing.clearFocus()
    QApplication.clipboard().setText("−3")
    assert QApplication.clipboard().text() == "−3"
