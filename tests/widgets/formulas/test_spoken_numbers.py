"""spoken_numbers: each number once, under the symbol that the formula shows or a word of the reader's language."""

import pytest

from lossviz.widgets.formulas.spoken_numbers import spoken_numbers
from tests.support.pseudo_locale import pseudo_locale


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"p": "0.88", "sum": "22.9", "sum_again": "22.9", "p_lost": "0.88"}, "p = 0.88, sum = 22.9"),
        ({"mse": "0.3", "cross_entropy": "1.4", "entropy_p": "0.9"}, "MSE = 0.3, H(p, q) = 1.4, H(p) = 0.9"),
        ({"z0": "1", "z1": "2"}, "z0 = 1, z1 = 2"),
        ({}, ""),
    ],
)
def test_places_of_one_number_are_told_once(numbers: dict[str, str], told: str) -> None:
    assert spoken_numbers(numbers) == told


@pytest.mark.usefixtures("qapp")
def test_words_are_translated() -> None:
    with pseudo_locale():
        assert spoken_numbers({"slope": "2", "second_sum": "3"}) == "ṡŀȯṗė = 2, ṡüṁ ȯḟ ṫḣė ṡėċȯṅḋ ṡȯḟṫṁȧẋ = 3"
