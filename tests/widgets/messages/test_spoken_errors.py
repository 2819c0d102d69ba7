"""spoken_errors: an error's sentences are translated before their fields are filled."""

import pytest

from lossviz.core.errors import LossvizError
from lossviz.shell.cjk_fonts import no_chinese_font
from lossviz.widgets.messages.spoken_errors import error_sentences, spoken_error
from tests.support.pseudo_locale import marked, pseudo_locale


@pytest.mark.usefixtures("qapp")
def test_all_three_sentences_are_translated() -> None:
    error = no_chinese_font("linux")
    with pseudo_locale():
        assert error_sentences(error) == (marked(error.what), marked(error.why), marked(error.remedy))


@pytest.mark.usefixtures("qapp")
def test_fields_are_filled_and_empty_sentences_leave_no_gap() -> None:
    error = LossvizError("{name} was refused.", "", "Choose another.", name="a & b")
    assert spoken_error(error) == "a & b was refused. Choose another."
