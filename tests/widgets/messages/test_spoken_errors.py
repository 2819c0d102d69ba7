"""spoken_errors: an error's sentences are translated before their fields are filled."""

import errno

import pytest

from lossviz.core.errors import LossvizError, Phrase
from lossviz.core.system_reasons import system_reason
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


@pytest.mark.usefixtures("qapp")
def test_what_the_system_says_is_translated_within_the_sentence() -> None:
    reason = system_reason(PermissionError(errno.EACCES, "Permission denied"))
    error = LossvizError("", "The system says: {reason}.", "", reason=reason)
    with pseudo_locale():
        said = spoken_error(error)
        assert marked(reason.template) in said
    assert "Permission denied" not in said


@pytest.mark.usefixtures("qapp")
def test_phrases_within_phrases_are_translated() -> None:
    inner, after = Phrase("no connection"), Phrase("sent a web page instead")
    outer = Phrase("{before}; {after}", {"before": inner, "after": after})
    with pseudo_locale():
        said = spoken_error(LossvizError("{both}", "", "", both=outer))
        assert marked("no connection") in said
        assert marked("sent a web page instead") in said
