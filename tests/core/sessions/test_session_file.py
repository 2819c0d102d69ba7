"""Session files: written whole, read back as they were, and refused with the line or the key."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.sessions.session import DataReference, RunReference, Session
from lossviz.core.sessions.session_file import MOST_BYTES, read_session, session_bytes, write_session

_SESSION = Session(
    made_with="1.2.3",
    page="fit",
    states={"fit": {"w": 0.1, "cases": [[1.0, 0], [2.5, 1]]}, "race": {"seconds": None}},
    view={"pages": 2, "fit.splitter": [300, 400], "fit.log": True},
    data=DataReference("MNIST", "/data/mnist", "ab12"),
    run=RunReference("runs/one.pt", "cd34"),
)
_NAMES = st.text(max_size=12)
_PAGES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_VALUES = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_STATES = st.dictionaries(_NAMES, st.dictionaries(_NAMES, _VALUES | st.lists(_VALUES, max_size=3), max_size=3))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.lossviz.json"


def with_member(**members: object) -> str:
    return json.dumps({**json.loads(session_bytes(_SESSION)), **members})


def problem_of(file: Path, content: str | bytes) -> str:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LossvizError) as caught:
        read_session(file)
    return str(caught.value)


def test_a_session_comes_back_as_it_was(file: Path) -> None:
    write_session(file, _SESSION)
    assert read_session(file) == _SESSION


@given(_STATES, _PAGES)
def test_whatever_plain_states_hold_comes_back(
    tmp_path_factory: pytest.TempPathFactory, states: dict[str, dict[str, object]], page: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.lossviz.json"
    session = Session("1", page, states)
    write_session(file, session)
    assert read_session(file) == session


def test_each_key_of_a_state_has_a_line_of_its_own(file: Path) -> None:
    write_session(file, _SESSION)
    assert '   "cases": [[1.0, 0], [2.5, 1]]' in file.read_text().splitlines()


def test_a_mark_before_the_first_character_is_no_part_of_it(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + session_bytes(_SESSION))
    assert read_session(file) == _SESSION


def test_everything_but_the_form_may_be_left_out(file: Path) -> None:
    file.write_text('{"lossviz_session": 1}')
    assert read_session(file) == Session("", "", {})


def test_what_was_there_stays_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="could not be saved"):
        write_session(tmp_path / "no folder" / "one.lossviz.json", _SESSION)


def test_a_session_with_numbers_that_are_not_finite_is_not_written(file: Path) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_session(file, Session("1", "fit", {"fit": {"w": float("nan")}}))
    assert not file.exists()


def test_a_session_larger_than_any_that_can_be_opened_is_not_written(file: Path) -> None:
    with pytest.raises(LossvizError, match="at most 16 MB"):
        write_session(file, Session("1", "fit", {"digit": {"grey": "a" * MOST_BYTES}}))
    assert not file.exists()


@pytest.mark.parametrize("newer", [2, 7])
def test_a_newer_form_is_refused_with_the_version_that_wrote_it(file: Path, newer: int) -> None:
    said = problem_of(file, with_member(lossviz_session=newer, lossviz="9.9", something_new=[]))
    assert "lossviz 9.9" in said
    assert "newer" in said


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"lossviz_session": 1,\n "page": }', "Line 2"),
        ("[]", "lossviz_session"),
        ('{"page": "fit"}', "lossviz_session"),
        (b'{"lossviz_session": 1,\n\n"page": "\xff"}', "Line 3"),
        ("", "Line 1"),
        (with_member(lossviz_session=True), "lossviz_session"),
        (with_member(lossviz_session="1"), "lossviz_session"),
        (with_member(lossviz_session=0), "lossviz_session"),
        (with_member(page=3), "session.page"),
        (with_member(lossviz=[]), "session.lossviz"),
        (with_member(states=[]), "session.states"),
        (with_member(states={"fit": 3}), "session.states.fit"),
        (with_member(view={"pages": 10**30}), "session.view.pages"),
        (with_member(view={"pages": "2"}), "session.view.pages"),
        (with_member(view={"sizes": [1, 2.5]}), "session.view.sizes"),
        (with_member(data={"nmae": "MNIST"}), "session.data.nmae"),
        (with_member(run={"path": 3}), "session.run.path"),
        (with_member(run="one.pt"), "session.run"),
        (with_member(pgae="fit"), "session.pgae"),
        ('{"lossviz_session": 1, "page": "a", "page": "b"}', "“page” twice"),
        ('{"lossviz_session": 1, "states":\n' + "[" * 100_000, "Line 2"),
        ('{"lossviz_session": 1,\n"view": {"pages": NaN}}', "Line 2 holds NaN"),
        (b"\x00" * 1000, "Line 1"),
    ],
)
def test_what_is_no_session_is_refused_with_the_line_or_the_key(file: Path, content: str | bytes, told: str) -> None:
    assert told in problem_of(file, content)


def test_a_hundred_megabytes_are_refused_before_they_are_read(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(100 << 20)
    with pytest.raises(LossvizError, match="larger than 16 MB"):
        read_session(file)


@pytest.mark.parametrize("name", ["absent", "null\0character"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LossvizError, match="no file of this name"):
        read_session(tmp_path / name)


def test_a_folder_is_refused_in_the_systems_words(tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="that is a folder, not a file"):
        read_session(tmp_path)


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:0123456789e-. \nNaIlossviz_', max_size=200).map(str.encode))
def test_no_bytes_do_more_than_be_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "noise.lossviz.json"
    file.write_bytes(content)
    with pytest.raises(LossvizError):
        read_session(file)
