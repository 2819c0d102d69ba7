from pathlib import Path

import pytest

from lossviz.core.data.mnist_search import Candidate, PlaceKind, SearchResult, candidates_in_order, find_digits
from tests.support.digit_files import IDX_NAMES, random_digits, write_idx_folder


def folder_of(tmp_path: Path, kind: PlaceKind) -> Path:
    return tmp_path / kind.name


def every_candidate(tmp_path: Path) -> tuple[Candidate, ...]:
    argument, variable, last_choice, cache = (folder_of(tmp_path, kind) for kind in PlaceKind)
    return candidates_in_order(str(argument), str(variable), str(last_choice), cache)


def used_kind(result: SearchResult) -> PlaceKind | None:
    return result.used.kind if result.used else None


def problem_kinds(result: SearchResult) -> list[PlaceKind]:
    return [problem.candidate.kind for problem in result.problems]


@pytest.mark.parametrize("first", range(4))
def test_the_first_place_with_digits_wins_and_those_before_it_are_reported(tmp_path: Path, first: int) -> None:
    kinds = list(PlaceKind)
    for kind in kinds[first:]:
        write_idx_folder(folder_of(tmp_path, kind), random_digits())
    result = find_digits(every_candidate(tmp_path))
    assert used_kind(result) is kinds[first]
    assert problem_kinds(result) == kinds[:first]
    assert result.digits is not None
    assert result.digits.identity.origin == str(folder_of(tmp_path, kinds[first]))


def test_the_order_is_argument_variable_last_choice_cache(tmp_path: Path) -> None:
    assert [candidate.kind for candidate in every_candidate(tmp_path)] == [
        PlaceKind.ARGUMENT,
        PlaceKind.VARIABLE,
        PlaceKind.LAST_CHOICE,
        PlaceKind.CACHE,
    ]


def test_on_a_fresh_machine_nothing_is_found_and_nothing_is_wrong(tmp_path: Path) -> None:
    candidates = candidates_in_order(None, "", None, tmp_path / "cache")
    assert find_digits(candidates) == SearchResult(None, None, ())


def test_a_download_that_was_broken_off_is_no_problem(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, random_digits())
    (tmp_path / IDX_NAMES[3]).unlink()
    assert find_digits(candidates_in_order(None, None, None, tmp_path)) == SearchResult(None, None, ())


def test_a_damaged_cache_is_reported(tmp_path: Path) -> None:
    write_idx_folder(tmp_path, random_digits())
    (tmp_path / IDX_NAMES[0]).write_bytes(b"")
    result = find_digits(candidates_in_order(None, None, None, tmp_path))
    assert problem_kinds(result) == [PlaceKind.CACHE]
    assert "incomplete" in str(result.problems[0].error)


def test_a_named_place_that_fails_says_why(tmp_path: Path) -> None:
    result = find_digits(candidates_in_order(str(tmp_path / "typo"), None, None, tmp_path / "cache"))
    assert problem_kinds(result) == [PlaceKind.ARGUMENT]
    assert str(tmp_path / "typo") in str(result.problems[0].error)
