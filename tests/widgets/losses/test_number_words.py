"""Numbers are written as they are to be read."""

import pytest

from lossviz.widgets.losses.number_words import number_words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (-1e-9, "0.0000"),
        (2.12692801, "2.1269"),
        (-0.7310586, "−0.7311"),
        (-12.3456, "−12.346"),
        (123.456, "123.46"),
        (2.6881171e43, "2.688e43"),
        (float("inf"), "∞"),
        (-float("inf"), "−∞"),
        (float("nan"), "–"),
    ],
)
def test_a_number_is_written_shortly(value: float, text: str) -> None:
    assert number_words(value) == text
