import csv
import io
import math
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lossviz.core.errors import LossvizError
from lossviz.core.fit.case_files import read_cases, write_cases
from lossviz.core.fit.case_tables import MOST_ROWS
from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.laws import SCENARIOS, Scenario, draw_cases

GOOD = "tumour size (cm),class\n2.5,benign\n4.25,malignant\n"
WORD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12)
UNIT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="[]"), max_size=6)


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "cases.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def read(folder: Path, content: str | bytes) -> Cases:
    return read_cases(written(folder, content))


def refusal(folder: Path, content: str | bytes) -> str:
    return refusal_of(written(folder, content))


def refusal_of(file: Path) -> str:
    with pytest.raises(LossvizError) as caught:
        read_cases(file)
    assert str(file) in str(caught.value)
    return str(caught.value)


def test_a_plain_table_gives_sizes_classes_and_words(tmp_path: Path) -> None:
    cases = read(tmp_path, GOOD)
    assert cases.x.tolist() == [2.5, 4.25]
    assert cases.y.tolist() == [0.0, 1.0]
    assert cases.words == CaseWords("tumour size", "cm", "benign", "malignant")


@pytest.mark.parametrize(
    "content",
    [
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace(",", ";").replace(".", ","),
        GOOD.replace(",", "\t").replace(".", ","),
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.rstrip("\n"),
        "\n\n" + GOOD.replace("\n", "\n \n,\n"),
        GOOD.replace(",", "  , ").replace("\n", "  \n"),
        GOOD.replace("\n", ",,\n"),
        '"tumour size\n(cm)","class"\n"2.5","benign"\n4.25, "malignant"\n',
        "id-less,tumour size (cm),note,class\nx,2.5,?,benign\ny,4.25,,malignant\n",
        ",tumour size (cm),class\n0,2.5,benign\n1,4.25,malignant\n",
        GOOD.replace("(cm)", "[cm]"),
        GOOD.replace("(", "\N{FULLWIDTH LEFT PARENTHESIS}").replace(")", "\N{FULLWIDTH RIGHT PARENTHESIS}"),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("utf-16"),
        b"\xfe\xff" + GOOD.encode("utf-16-be"),
        GOOD.encode("gbk"),
    ],
)
def test_the_same_table_in_another_form_gives_the_same_cases(tmp_path: Path, content: str | bytes) -> None:
    plain, other = read(tmp_path, GOOD), read(tmp_path, content)
    assert (other.x.tolist(), other.y.tolist()) == (plain.x.tolist(), plain.y.tolist())
    assert other.words == plain.words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_chinese_tables_are_read_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    cases = read(tmp_path, "肿瘤大小 (厘米);诊断\n2,5;良性\n4,25;恶性\n".encode(encoding))
    assert cases.words == CaseWords("肿瘤大小", "厘米", "良性", "恶性")
    assert cases.x.tolist() == [2.5, 4.25]


@pytest.mark.parametrize(
    ("header", "quantity", "unit"),
    [
        ("size", "size", ""),
        ("size (longest) (mm)", "size (longest)", "mm"),
        ("flow [kg/(m s)]", "flow", "kg/(m s)"),
        ("size ()", "size", ""),
        ("(cm)", "(cm)", ""),
    ],
)
def test_the_unit_stands_in_brackets_behind_the_quantity(tmp_path: Path, header: str, quantity: str, unit: str) -> None:
    words = read(tmp_path, f"{header};class\n1;0\n2;1\n").words
    assert (words.quantity, words.unit) == (quantity, unit)


@pytest.mark.parametrize(
    ("negative", "positive"),
    [
        ("0", "1"),
        ("1", "2"),
        ("9", "10"),
        ("-1", "+1"),
        ("false", "TRUE"),
        ("no", "yes"),
        ("zebra", "Yes"),
        ("No", "absent"),
        ("negative", "positive"),
        ("benign", "malignant"),
        ("良性", "恶性"),
        ("too cold", "too warm"),
        ("cat", "dog"),
    ],
)
def test_the_positive_class_is_found_in_whichever_order_they_come(tmp_path: Path, negative: str, positive: str) -> None:
    for first, second in [(negative, positive), (positive, negative)]:
        cases = read(tmp_path, f"size,class\n1,{first}\n2,{second}\n")
        assert (cases.words.negative, cases.words.positive) == (negative, positive)
        assert cases.y.tolist() == [float(first == positive), float(second == positive)]


def test_the_class_columns_name_can_say_which_class_is_positive(tmp_path: Path) -> None:
    assert read(tmp_path, "size,animal (1 = cat)\n1,cat\n2,dog\n").y.tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "It is empty"),
        ("\n  \n,,\n", "It is empty"),
        ("size,class\n", "no cases"),
        ("size\n1\n2\n", "Line 1 has a single column"),
        ("1.5,0\n2.5,1\n", "Line 1 should name the columns, but it has “1.5”"),
        ("size,class\n1,0\n\nbig,1\n", "Line 4 has “big” in the column “size”, where a number is expected"),
        ("size,class\n1,0\n,1\n", "Line 3 has “” in the column “size”"),
        ("size,class\n1,0\n1_0,1\n", "Line 3 has “1_0”"),
        ('size,class\n1,0\n"2,5",1\n', "Line 3 has “2,5”"),
        ("size,class\n1,0\nnan,1\n", "Line 3 has “nan” in the column “size”: no number"),
        ("size,class\n-inf,0\n1,1\n", "Line 2 has “-inf”"),
        ("size,class\n1,0\n1e308,1\n", "Line 3 has “1e308”"),
        ("size,class\n1,0\n2\n", "Line 3 has 1 cells, but the first line names 2 columns"),
        ("size,class\n1,0\n2,5,1\n", "Line 3 has 3 cells"),
        ("size,class\n1,0\n2,\n", "Line 3 has nothing in the last column, “class”"),
        ("size,class\n1,a\n2,b\n3,c\n4,a\n", "line 4 brings a third one: “c” besides “a” and “b”"),
        ("size,class\n1,0\n", "a single case"),
        ("size,class\n1,ill\n2,ill\n", "All its cases are of the class “ill”"),
        ("size,class\n3,0\n3.0,1\n", "All numbers in the column “size” are equal"),
        ("size,class\n1e-320,0\n2e-320,1\n", "All numbers in the column “size” are equal"),
        ('size,class\n1,0\n2,"1\n3,0\n', "Near line 4, a text in quotation marks"),
        ('size,class\n1,"a"b\n', "Near line 2, a text in quotation marks"),
        ("size,class\n1," + "x" * 200_000 + "\n", "Near line 2"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is not text"),
        (GOOD.encode("utf-16-le"), "It is not text"),
        (b"size,class\n1,\xff\xff\n", "It is not text"),
        (GOOD.encode("utf-16")[:-1], "It is not text"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert reason in refusal(tmp_path, content)


def test_a_long_cell_is_shortened_in_the_message(tmp_path: Path) -> None:
    assert len(refusal(tmp_path, f"size,class\n{'x' * 5000},0\n")) < 500 + len(str(tmp_path))


@pytest.mark.parametrize("name", ["nothing.csv", "\0"], ids=["no file", "an impossible name"])
def test_what_is_no_file_is_an_error_for_people(tmp_path: Path, name: str) -> None:
    with pytest.raises(LossvizError, match="no file of this name"):
        read_cases(tmp_path / name)


def test_a_folder_is_not_called_missing(tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="that is a folder, not a file"):
        read_cases(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="every file is readable for root or on Windows")
def test_a_file_that_may_not_be_read_is_an_error_for_people(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    file.chmod(0)
    with pytest.raises(LossvizError, match="The system says"):
        read_cases(file)


def test_as_many_rows_as_are_allowed_are_read_and_one_more_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"{row % 997},{row % 2}\n" for row in range(MOST_ROWS))
    assert len(read(tmp_path, "size,class\n" + rows)) == MOST_ROWS
    assert "more than 100,000 cases" in refusal(tmp_path, f"size,class\n{rows}1,0\n")


def test_a_million_rows_are_refused_without_being_held_all_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, "size,class\n" + "1.5,0\n2.5,1\n" * 500_000)
    tracemalloc.start()
    try:
        with pytest.raises(LossvizError, match="more than 100,000 cases"):
            read_cases(file)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 80_000_000


def test_a_file_that_is_too_long_is_refused_by_its_length(tmp_path: Path) -> None:
    file = written(tmp_path, "size,class\n")
    with file.open("r+b") as handle:
        handle.truncate(64_000_001)
    assert "more than 64 MB" in refusal_of(file)


def test_a_million_empty_columns_at_the_right_end_cost_no_more_than_their_reading(tmp_path: Path) -> None:
    assert len(read(tmp_path, f"size,class{',' * 1_000_000}\n1,0\n2,1\n")) == 2  # a copy for each would take an hour


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS.keys())
def test_drawn_cases_come_back_as_they_were_written(tmp_path: Path, scenario: Scenario) -> None:
    cases, _ = draw_cases(scenario, scenario.count, 1.0, 0)
    write_cases(tmp_path / "out.csv", cases)
    assert_same(read_cases(tmp_path / "out.csv"), cases)


def assert_same(read_back: Cases, cases: Cases) -> None:
    assert read_back.x.tobytes() == cases.x.tobytes()
    assert read_back.y.tobytes() == cases.y.tobytes()
    assert read_back.words == cases.words


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    x=st.lists(st.floats(-1e100, 1e100), min_size=2, max_size=10),
    quantity=WORD,
    unit=UNIT,
    classes=st.lists(WORD, min_size=2, max_size=2, unique=True),
)
def test_any_cases_come_back_to_the_last_bit_whatever_they_are_called(
    tmp_path: Path, x: list[float], quantity: str, unit: str, classes: list[str]
) -> None:
    sizes = np.array(x)
    labels = np.arange(len(x), dtype=np.float64) % 2
    cases = Cases(sizes, labels, CaseWords(f"q{quantity}", unit, *classes))
    write_cases(tmp_path / "out.csv", cases)
    if np.ptp(sizes) <= 1e-9 * np.abs(sizes).max() or np.abs(sizes).max() < 1e-100:
        assert "are equal" in refusal_of(tmp_path / "out.csv")
    else:
        assert_same(read_cases(tmp_path / "out.csv"), cases)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.binary(max_size=60)
    | st.text(st.sampled_from('1290.,;\t\n\r" abcé-e()'), max_size=80).map(lambda text: text.encode())
)
def test_whatever_a_file_holds_it_is_read_or_is_an_error_for_people(tmp_path: Path, content: bytes) -> None:
    outcome = cases_or_message(written(tmp_path, b"size,class\n1,0\n2,1\n" + content))
    if isinstance(outcome, Cases):
        assert np.isfinite(outcome.x).all()
        assert set(outcome.y.tolist()) == {0.0, 1.0}
    else:
        assert "could not be opened as a table of cases" in outcome


def cases_or_message(file: Path) -> Cases | str:
    try:
        return read_cases(file)
    except LossvizError as error:
        return str(error)


def test_another_reader_finds_a_header_and_a_row_for_each_case(tmp_path: Path) -> None:
    words = CaseWords("size, longest", "cm", 'so-called "good"', "bad; very")
    write_cases(tmp_path / "out.csv", Cases(np.array([0.1 + 0.2, -math.pi]), np.array([0.0, 1.0]), words))
    content = (tmp_path / "out.csv").read_bytes()
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["size, longest (cm)", "class (1 = bad; very)"],
        ["0.30000000000000004", 'so-called "good"'],
        ["-3.141592653589793", "bad; very"],
    ]


def test_half_a_pair_in_a_name_costs_the_letter_and_not_the_table(tmp_path: Path) -> None:
    words = CaseWords("size\ud800", "cm", "no", "yes")
    write_cases(tmp_path / "out.csv", Cases(np.array([1.0, 2.0]), np.array([0.0, 1.0]), words))
    assert read_cases(tmp_path / "out.csv").words == CaseWords("size?", "cm", "no", "yes")


@pytest.mark.parametrize("prepare", [lambda folder: folder / "absent" / "out.csv", lambda folder: folder])
def test_where_nothing_can_be_written_it_is_an_error_for_people(
    tmp_path: Path, prepare: Callable[[Path], Path]
) -> None:
    cases, _ = draw_cases(SCENARIOS["clean"], 8, 1.0, 0)
    with pytest.raises(LossvizError, match="could not be saved"):
        write_cases(prepare(tmp_path), cases)


def test_a_failed_save_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases, _ = draw_cases(SCENARIOS["clean"], 8, 1.0, 0)
    file = written(tmp_path, GOOD)

    def full_disk(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(LossvizError, match="the disk is full"):
        write_cases(file, cases)
    assert [entry.name for entry in tmp_path.iterdir()] == ["cases.csv"]
    assert file.read_text() == GOOD
