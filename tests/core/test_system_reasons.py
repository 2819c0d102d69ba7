"""What the system refuses is told in words that can be translated; what nobody foresaw is quoted as such."""

import errno
import os

import pytest

from lossviz.core.errors import LossvizError, Phrase
from lossviz.core.system_reasons import first_words, system_reason

USUAL = [
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.ENOSPC,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,
    errno.EROFS,
    errno.EMFILE,
    errno.ENOMEM,
]


@pytest.mark.parametrize("number", USUAL, ids=[errno.errorcode[number] for number in USUAL])
def test_the_usual_reasons_have_words_of_ours(number: int) -> None:
    said = system_reason(OSError(number, "in the language of the system", "some path"))
    assert "system" not in str(said)
    assert said.values == {}


def test_another_reason_is_quoted_as_it_stands() -> None:
    words = os.strerror(errno.EPIPE)
    assert words in str(system_reason(BrokenPipeError(errno.EPIPE, words)))
    assert "original message" in str(system_reason(BrokenPipeError(errno.EPIPE, words)))


def test_an_error_without_a_number_has_its_own_words() -> None:
    assert "cannot identify" in str(system_reason(OSError("cannot identify it")))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("\n \nshapes cannot be multiplied\nat line 3"), "shapes cannot be multiplied"),
        (KeyError(), "KeyError"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "there is no such file or folder"),
        (MemoryError(), "there is not enough memory"),
    ],
)
def test_of_a_librarys_error_the_first_line_is_told(error: Exception, said: str) -> None:
    told = str(first_words(error))
    assert said in told
    assert "\n" not in told


def test_a_phrase_stands_within_a_sentence() -> None:
    error = LossvizError("", "The system says: {reason}.", "", reason=Phrase("{count} files", {"count": 3}))
    assert "The system says: 3 files." in str(error)
