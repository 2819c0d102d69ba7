"""MessageBanner: says what it is told, fits into narrow windows, and leaves the focus where it is."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.messages.message_banner import BannerAction, MessageBanner, MessageKind
from lossviz.widgets.messages.message_icon import MessageIcon
from lossviz.widgets.theme import ThemeSource, load_theme

PATH = "/a/very/long/path/" + "without_any_space_in_it" * 20
Kind = TypeVar("Kind", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def theme(qapp: QApplication) -> ThemeSource:
    return ThemeSource(load_theme("light"))


def the_one(kind: type[Kind], window: QWidget) -> Kind:
    """The window's only `kind`."""
    (found,) = window.findChildren(kind)
    return found


@pytest.fixture
def window(qtbot: QtBot, theme: ThemeSource) -> QWidget:
    """An active window: a banner on top, a field with the focus, and room."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(MessageBanner(theme))
    layout.addWidget(QLineEdit())
    layout.addStretch(1)
    window.resize(640, 500)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    the_one(QLineEdit, window).setFocus()
    return window


@pytest.fixture
def banner(window: QWidget) -> MessageBanner:
    return the_one(MessageBanner, window)


def buttons(banner: MessageBanner) -> list[QPushButton]:
    return [button for button in banner.findChildren(QPushButton) if not button.isHidden()]


def settled(banner: MessageBanner) -> None:
    """Let the window's layout act on what has changed."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def test_it_is_hidden_until_there_is_something_to_say(banner: MessageBanner) -> None:
    assert banner.isHidden()
    banner.show_message(MessageKind.INFO, "Title", "Text")
    assert banner.isVisible()
    assert {label.text() for label in banner.findChildren(QLabel)} == {"Title", "Text"}
    banner.hide_message()
    assert banner.isHidden()


def test_each_kind_differs_by_word(banner: MessageBanner) -> None:
    names = []
    for kind in MessageKind:
        banner.show_message(kind, "Title", "Text")
        names.append(banner.accessibleName())
    assert names == ["Note: Title", "Warning: Title", "Error: Title"]


def test_each_kind_differs_by_shape_where_no_colour_helps(qtbot: QtBot, theme: ThemeSource) -> None:
    grey = replace(
        theme.theme.colours,
        **dict.fromkeys(("info", "warning", "error"), "#ffffff"),
        **dict.fromkeys(("info_edge", "warning_edge", "error_edge"), "#555555"),
    )
    banner = MessageBanner(ThemeSource(replace(theme.theme, colours=grey)))
    qtbot.addWidget(banner)
    banner.resize(400, 60)
    shown = []
    for kind in MessageKind:
        banner.show_message(kind, "Title", "Text")
        shown.append(banner.grab().toImage())
    assert shown[0] != shown[1]
    assert shown[1] != shown[2]
    assert shown[2] != shown[0]


def test_showing_it_leaves_the_focus_where_it_is(window: QWidget, banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "Text", [BannerAction("Try again", lambda: None)])
    assert the_one(QLineEdit, window).hasFocus()


def test_an_action_is_run_by_its_button_and_leaves_the_banner(banner: MessageBanner) -> None:
    run: list[str] = []
    actions = [
        BannerAction("Download", lambda: run.append("download"), "mnist.download"),
        BannerAction("Choose", lambda: run.append("choose")),
    ]
    banner.show_message(MessageKind.INFO, "Title", "Text", actions)
    settled(banner)
    (download, choose) = buttons(banner)
    assert download.objectName() == "mnist.download"
    QTest.mouseClick(choose, LEFT)
    QTest.mouseClick(download, LEFT)
    assert run == ["choose", "download"]
    assert banner.isVisible()


def test_an_action_may_show_another_message(banner: MessageBanner) -> None:
    def fail() -> None:
        banner.show_message(MessageKind.ERROR, "It failed", "", [BannerAction("Again", lambda: None, "remedy")])

    banner.show_message(MessageKind.INFO, "Title", "Text", [BannerAction("Try", fail, "remedy")])
    settled(banner)
    QTest.mouseClick(buttons(banner)[0], LEFT)
    assert [button.text() for button in buttons(banner)] == ["Again"]
    assert [button.text() for button in banner.findChildren(QPushButton, "remedy")] == ["Again"]


def test_the_cross_closes_it(qtbot: QtBot, banner: MessageBanner) -> None:
    banner.show_message(MessageKind.INFO, "Title", "Text")
    settled(banner)
    assert banner.close_button.accessibleName()
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(banner.close_button, LEFT)
    assert banner.isHidden()


def test_escape_closes_it_only_if_the_focus_is_inside(qtbot: QtBot, window: QWidget, banner: MessageBanner) -> None:
    banner.show_message(MessageKind.INFO, "Title", "Text", [BannerAction("Try again", lambda: None)])
    QTest.keyClick(the_one(QLineEdit, window), Qt.Key.Key_Escape)
    assert banner.isVisible()
    (button,) = buttons(banner)
    button.setFocus()
    with qtbot.waitSignal(banner.closed):
        QTest.keyClick(button, Qt.Key.Key_Escape)
    assert banner.isHidden()


def test_tab_goes_through_the_actions_to_the_cross(banner: MessageBanner) -> None:
    actions = [BannerAction(text, lambda: None) for text in ("One", "Two")]
    banner.show_message(MessageKind.INFO, "Title", "Text", actions)
    (one, two) = buttons(banner)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus()
    QTest.keyClick(two, Qt.Key.Key_Tab)
    assert banner.close_button.hasFocus()


def test_long_texts_make_it_higher_and_not_wider(window: QWidget, banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Short", "Short")
    settled(banner)
    width, height, least = window.width(), banner.height(), window.minimumSizeHint().width()
    banner.show_message(MessageKind.ERROR, PATH, f"{PATH} {PATH}")
    settled(banner)
    assert window.width() == width
    assert window.minimumSizeHint().width() == least
    assert banner.height() > 2 * height


@pytest.mark.parametrize("width", [250, 320, 480, 640, 1000, 1900])
@pytest.mark.parametrize("action_count", [0, 1, 3])
def test_nothing_is_clipped_and_nothing_overlaps(
    window: QWidget, banner: MessageBanner, width: int, action_count: int
) -> None:
    actions = [BannerAction(f"Action number {i}", lambda: None) for i in range(action_count)]
    window.resize(width, 900)
    banner.show_message(MessageKind.WARNING, "A title of several words", f"What happened to {PATH}, and why.", actions)
    settled(banner)
    parts = [child for child in banner.children() if isinstance(child, QWidget) and not child.isHidden()]
    for part in parts:
        assert banner.rect().contains(part.geometry())
        if part.hasHeightForWidth():
            assert part.height() >= part.heightForWidth(part.width())
        elif part is not banner.close_button:  # its one sign needs less than a button's usual room
            assert part.width() >= part.sizeHint().width()
        for other in parts:
            assert other is part or not other.geometry().intersects(part.geometry())


def test_markup_is_shown_as_it_is_and_measured_as_it_is_shown(banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "x")
    one_line = banner.sizeHint().height()
    banner.show_message(MessageKind.ERROR, "Title", "<b>x<br>y</b>")
    assert banner.sizeHint().height() == one_line
    banner.show_message(MessageKind.ERROR, "Title", "x\ny")
    assert banner.sizeHint().height() > one_line


def test_the_message_can_be_copied(banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "Text")
    (copy,) = banner.actions()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "Title\nText"


def test_another_theme_changes_its_colours(banner: MessageBanner, theme: ThemeSource) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "Text")
    settled(banner)
    place = QPoint(banner.width() // 2, 3)
    light = banner.grab().toImage().pixelColor(place)
    theme.set_theme(load_theme("dark"))
    assert banner.grab().toImage().pixelColor(place).lightness() < light.lightness() / 2


def test_the_cross_is_a_square_of_24_px_in_line_with_the_sign(banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "Text")
    settled(banner)
    sign = the_one(MessageIcon, banner).geometry()
    assert banner.close_button.size() == QSize(24, 24)
    assert abs(banner.close_button.geometry().center().y() - sign.center().y()) <= 1


def test_contents_margins_are_air_around_it(window: QWidget, banner: MessageBanner) -> None:
    banner.show_message(MessageKind.ERROR, "Title", "Text")
    settled(banner)
    close, height = banner.close_button.geometry(), banner.height()
    banner.setContentsMargins(12, 6, 12, 6)
    settled(banner)
    assert banner.height() == height + 12
    assert banner.close_button.geometry() == close.translated(-12, 6)
    picture = banner.grab().toImage()
    assert picture.pixelColor(6, 20) == window.palette().window().color()
