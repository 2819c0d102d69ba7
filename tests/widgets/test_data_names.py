"""spoken_data_name: names that lossviz gives are translated, names of folders are not."""

import pytest

from lossviz.widgets.data_names import spoken_data_name
from tests.support.pseudo_locale import pseudo_locale


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("built-in digits", "ḃüïŀṫ-ïṅ ḋïġïṫṡ"),
        ("MNIST, unverified", "ṀṄÏṠṪ, üṅṿėṙïḟïėḋ"),
        ('"my fashion" (28x28 images, not MNIST)', '"my fashion" (28ẋ28 ïṁȧġėṡ, ṅȯṫ ṀṄÏṠṪ)'),
        ("MNIST", "MNIST"),
    ],
)
def test_only_what_lossviz_says_is_translated(name: str, told: str) -> None:
    assert spoken_data_name(name) == name
    with pseudo_locale():
        assert spoken_data_name(name) == told
