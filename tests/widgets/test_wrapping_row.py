"""A row of controls that takes a second line rather than more room than there is."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lossviz.widgets.controls import caption_for, row_of


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    box = QSpinBox()
    widgets: list[QWidget] = [
        QPushButton("First of all"),
        caption_for(box, "Captioned"),
        box,
        QPushButton("Last of all"),
    ]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(row_of(*widgets[:3], None, widgets[3]))
    column.addStretch(1)
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    return holder, widgets


def test_with_room_everything_is_in_one_line(parts: tuple[QWidget, list[QWidget]]) -> None:
    holder, widgets = parts
    holder.resize(900, 200)
    assert len({widget.geometry().center().y() for widget in widgets}) <= 2  # of odd and even heights
    assert widgets[3].geometry().right() == holder.width() - 1


def test_without_it_nothing_is_cut_off_and_a_caption_stays_with_its_field(
    parts: tuple[QWidget, list[QWidget]],
) -> None:
    holder, widgets = parts
    holder.resize(holder.minimumSizeHint().width() + 40, 300)
    assert all(widget.geometry().right() < holder.width() for widget in widgets)
    assert widgets[3].y() > widgets[0].geometry().bottom()
    caption, field = widgets[1].geometry(), widgets[2].geometry()
    assert caption.top() <= field.center().y() <= caption.bottom() + 2
    for first, second in pairwise(widgets):
        assert not first.geometry().intersects(second.geometry())


def test_a_narrow_row_says_how_high_it_is(parts: tuple[QWidget, list[QWidget]]) -> None:
    holder, _ = parts
    assert holder.heightForWidth(holder.minimumSizeHint().width()) > 1.5 * holder.heightForWidth(900)


def test_it_is_one_line_again_where_it_was_one_before(parts: tuple[QWidget, list[QWidget]]) -> None:
    holder, widgets = parts
    holder.resize(900, 200)
    before = [widget.geometry() for widget in widgets]
    holder.resize(holder.minimumSizeHint().width() + 40, 200)
    holder.resize(900, 200)
    assert [widget.geometry() for widget in widgets] == before
