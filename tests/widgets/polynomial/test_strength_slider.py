"""StrengthSlider: nothing at the left, powers of ten to the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lossviz.widgets.polynomial.strength_slider import StrengthSlider


@pytest.fixture
def slider(qtbot: QtBot) -> StrengthSlider:
    slider = StrengthSlider(-8, 3)
    qtbot.addWidget(slider)
    slider.show()
    return slider


def test_keys_go_from_nothing_over_the_powers_of_ten(slider: StrengthSlider) -> None:
    chosen: list[float] = []
    slider.chosen.connect(chosen.append)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert chosen == [1e-8, 1e-7, 1e-6, 1e-5, 1e3, 0.0]


@pytest.mark.parametrize(("strength", "shown"), [(0.0, 0.0), (0.03, 0.0316), (1.0, 1.0), (1e-30, 1e-8), (1e9, 1e3)])
def test_a_strength_from_elsewhere_is_shown_at_the_nearest_place_in_silence(
    slider: StrengthSlider, strength: float, shown: float
) -> None:
    chosen: list[float] = []
    slider.show_strength(strength)
    slider.chosen.connect(chosen.append)
    slider.show_strength(0.5 if strength == 0 else 0.0)
    slider.show_strength(strength)
    assert chosen == []
    slider.valueChanged.emit(slider.value())
    assert chosen == [pytest.approx(shown)]
