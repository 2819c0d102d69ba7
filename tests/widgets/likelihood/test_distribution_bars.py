"""DistributionBars: dragged and keyed, each wish told once, and nothing beyond 0-1."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lossviz.core.entropy import with_share
from lossviz.widgets.likelihood.distribution_bars import DistributionBars, DistributionPicture
from lossviz.widgets.theme import ThemeSource

LEFT = Qt.MouseButton.LeftButton


class BarsRig:
    """Bars whose wishes come true, and a log of them."""

    def __init__(self, bars: DistributionBars) -> None:
        self.bars = bars
        self.shares = np.array([0.5, 0.3, 0.2])
        self.log: list[tuple[object, ...]] = []
        bars.share_drag_started.connect(lambda index: self.log.append(("started", index)))
        bars.share_drag_ended.connect(lambda: self.log.append(("ended",)))
        bars.outcome_hovered.connect(lambda index: self.log.append(("hovered", index)))
        bars.share_dragged.connect(self._on_dragged)
        self.show()

    def show(self) -> None:
        self.bars.show_picture(DistributionPicture("p", ("A", "B", "C"), self.shares, "target", self.shares[::-1]))

    def drag(self, start: QPointF, *places: QPointF) -> None:
        QTest.mousePress(self.bars, LEFT, pos=start.toPoint())
        for place in places:
            QTest.mouseMove(self.bars, place.toPoint())
        QTest.mouseRelease(self.bars, LEFT, pos=places[-1].toPoint())

    def _on_dragged(self, index: int, share: float) -> None:
        self.log.append(("dragged", index, share))
        self.shares = with_share(self.shares, index, share)
        self.show()


@pytest.fixture
def rig(theme: ThemeSource, on_screen: Callable[[QWidget, int, int], None]) -> BarsRig:
    bars = DistributionBars(theme)
    on_screen(bars, 300, 260)
    return BarsRig(bars)


def test_the_top_of_a_bar_follows_the_mouse(rig: BarsRig) -> None:
    rig.drag(rig.bars.top_px(1), rig.bars.place_px(1, 0.5), rig.bars.place_px(1, 0.8))
    assert rig.shares == pytest.approx([0.5 * 0.2 / 0.7, 0.8, 0.2 * 0.2 / 0.7], abs=0.02)
    assert rig.log[0] == ("started", 1)
    assert rig.log[-1] == ("ended",)


def test_a_press_on_the_top_moves_nothing(rig: BarsRig) -> None:
    QTest.mousePress(rig.bars, LEFT, pos=rig.bars.top_px(0).toPoint() + QPointF(0, 3).toPoint())
    QTest.mouseRelease(rig.bars, LEFT, pos=rig.bars.top_px(0).toPoint())
    assert [entry[0] for entry in rig.log] == ["started", "ended"]


def test_a_press_elsewhere_in_the_column_brings_the_top_there(rig: BarsRig) -> None:
    rig.drag(rig.bars.place_px(2, 0.9), rig.bars.place_px(2, 0.9))
    assert rig.shares[2] == pytest.approx(0.9, abs=0.01)


def test_a_drag_beyond_either_end_stops_there(rig: BarsRig) -> None:
    rig.drag(rig.bars.top_px(0), QPointF(40, -500))
    assert rig.shares.tolist() == [1.0, 0.0, 0.0]
    rig.drag(rig.bars.top_px(0), QPointF(40, 900))
    assert rig.shares.tolist() == [0.0, 0.5, 0.5]


def test_keys_choose_a_bar_and_change_it(rig: BarsRig) -> None:
    rig.bars.setFocus()
    for key, share in (
        (Qt.Key.Key_Up, 0.31),
        (Qt.Key.Key_PageUp, 0.41),
        (Qt.Key.Key_Down, 0.4),
        (Qt.Key.Key_PageDown, 0.3),
        (Qt.Key.Key_End, 1.0),
        (Qt.Key.Key_Up, 1.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_Down, 0.0),
    ):
        if share == 0.31:
            QTest.keyClick(rig.bars, Qt.Key.Key_Right)
        QTest.keyClick(rig.bars, key)
        assert rig.shares[1] == pytest.approx(share, abs=1e-12)
    for _ in range(5):
        QTest.keyClick(rig.bars, Qt.Key.Key_Right)
    QTest.keyClick(rig.bars, Qt.Key.Key_End)
    assert rig.shares[2] == 1.0


def test_other_keys_are_left_to_others(rig: BarsRig) -> None:
    for key in (Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(rig.bars, key)
    assert rig.log == []


def test_the_outcome_under_the_mouse_is_told(rig: BarsRig) -> None:
    QTest.mouseMove(rig.bars, rig.bars.place_px(2, 0.5).toPoint())
    assert ("hovered", 2) in rig.log


def test_the_shares_are_spoken(rig: BarsRig) -> None:
    assert rig.bars.accessibleDescription() == "A: 0.500, B: 0.300, C: 0.200"


@pytest.mark.parametrize("size", [(90, 90), (150, 300), (900, 500)])
def test_it_can_be_painted_at_any_size(rig: BarsRig, size: tuple[int, int]) -> None:
    rig.bars.resize(*size)
    image = rig.bars.grab().toImage()
    place = rig.bars.top_px(0)
    assert image.pixelColor(round(place.x()), round(place.y() + 6)).name() == "#00744a"
