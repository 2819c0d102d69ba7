import numpy as np
import pytest

from lossviz.core.fit.cases import Cases, CaseWords

WORDS = CaseWords("size", "cm", "benign", "malignant")


@pytest.fixture
def cases() -> Cases:
    return Cases(np.array([1.0, 2.0, 3.0]), np.array([0.0, 1.0, 1.0]), WORDS)


def test_their_number_is_their_length(cases: Cases) -> None:
    assert len(cases) == 3


def test_moving_one_leaves_the_others_and_the_original_where_they_are(cases: Cases) -> None:
    moved = cases.moved(1, 9.5, 0.0)
    assert moved.x.tolist() == [1.0, 9.5, 3.0]
    assert moved.y.tolist() == [0.0, 0.0, 1.0]
    assert cases.x.tolist() == [1.0, 2.0, 3.0]
    assert cases.y.tolist() == [0.0, 1.0, 1.0]


def test_a_new_one_comes_last(cases: Cases) -> None:
    added = cases.added(0.5, 1.0)
    assert added.x.tolist() == [1.0, 2.0, 3.0, 0.5]
    assert added.y.tolist() == [0.0, 1.0, 1.0, 1.0]
    assert len(cases) == 3


def test_removing_one_closes_the_row(cases: Cases) -> None:
    removed = cases.removed(0)
    assert removed.x.tolist() == [2.0, 3.0]
    assert removed.y.tolist() == [1.0, 1.0]
    assert len(cases) == 3


def test_words_stay_and_columns_stay_float64(cases: Cases) -> None:
    for changed in (cases.moved(0, 7, 1), cases.added(7, 1), cases.removed(2)):
        assert changed.words == WORDS
        assert changed.x.dtype == np.float64
        assert changed.y.dtype == np.float64


def test_what_is_added_and_removed_again_leaves_no_trace(cases: Cases) -> None:
    again = cases.added(4.0, 0.0).removed(3)
    assert again.x.tobytes() == cases.x.tobytes()
    assert again.y.tobytes() == cases.y.tobytes()
