"""Two arrow keys go through a row of things and stay at its ends."""

import pytest
from PySide6.QtCore import Qt

from lossviz.widgets.plots.key_steps import DOWN, stepped

LEFT, RIGHT, UP, DOWNWARDS = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.mark.parametrize(
    ("key", "here", "there"),
    [(RIGHT, None, 0), (LEFT, None, 3), (RIGHT, 1, 2), (LEFT, 1, 0), (RIGHT, 3, 3), (LEFT, 0, 0), (LEFT, 9, 3)],
)
def test_a_key_leads_to_the_neighbour_and_from_nowhere_to_an_end(key: Qt.Key, here: int | None, there: int) -> None:
    assert stepped(key, here, 4) == there


def test_other_keys_and_no_things_lead_nowhere() -> None:
    assert stepped(UP, 1, 4) is stepped(RIGHT, None, 0) is stepped(RIGHT, 1, 4, DOWN) is None
    assert stepped(DOWNWARDS, 1, 4, DOWN) == 2
