"""The confusion matrix against counting one by one, the scores against what they were defined as."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.evaluation.confusion import class_scores, confusion_counts, row_shares

Pairs = list[tuple[int, int]]

digits = st.integers(0, 9)


@given(st.lists(st.tuples(digits, digits), max_size=200))
def test_each_image_is_counted_once_in_the_row_of_its_label_and_the_column_of_its_prediction(pairs: Pairs) -> None:
    counted = np.zeros((10, 10), np.int64)
    for true, predicted in pairs:
        counted[true, predicted] += 1
    labels, predicted_all = np.array(pairs, np.int64).reshape(-1, 2).T
    assert np.array_equal(confusion_counts(labels, predicted_all), counted)


@given(st.lists(st.tuples(digits, digits), min_size=1, max_size=100))
def test_scores_are_what_their_definitions_say(pairs: Pairs) -> None:
    labels, predicted_all = np.array(pairs, np.int64).T
    scores = class_scores(confusion_counts(labels, predicted_all))
    for digit in range(10):
        hits = sum(pair == (digit, digit) for pair in pairs)
        called = sum(predicted == digit for _, predicted in pairs)
        images = sum(true == digit for true, _ in pairs)
        assert scores.images[digit] == images
        assert scores.precision[digit] == pytest.approx(hits / called if called else math.nan, nan_ok=True)
        assert scores.recall[digit] == pytest.approx(hits / images if images else math.nan, nan_ok=True)
        precision, recall = scores.precision[digit], scores.recall[digit]
        if hits:
            assert scores.f1[digit] == pytest.approx(2 * precision * recall / (precision + recall))
        else:
            assert scores.f1[digit] == pytest.approx(0.0 if images or called else math.nan, nan_ok=True)


def test_scores_worked_out_by_hand() -> None:
    """Of four 0s three are found; two 1s are called 0 and one is found; 2 to 9 do not occur."""
    scores = class_scores(confusion_counts(np.array([0, 0, 0, 0, 1, 1, 1]), np.array([0, 0, 0, 1, 0, 0, 1])))
    assert scores.precision[:2] == pytest.approx([3 / 5, 1 / 2])
    assert scores.recall[:2] == pytest.approx([3 / 4, 1 / 3])
    assert scores.f1[:2] == pytest.approx([2 / 3, 2 / 5])
    assert np.isnan(scores.precision[2:]).all()
    assert scores.macro() == pytest.approx((11 / 20, 13 / 24, 8 / 15))


def test_a_digit_that_is_never_read_has_no_precision_but_a_recall_of_nothing() -> None:
    scores = class_scores(confusion_counts(np.array([3, 5]), np.array([5, 5])))
    assert math.isnan(scores.precision[3])
    assert (scores.recall[3], scores.f1[3]) == (0, 0)


def test_without_images_nothing_is_defined() -> None:
    empty = np.zeros((10, 10), np.int64)
    assert all(math.isnan(value) for value in class_scores(empty).macro())
    assert not row_shares(empty).any()


def test_the_shares_of_a_row_sum_to_one() -> None:
    counts = np.arange(100).reshape(10, 10)
    assert row_shares(counts).sum(axis=1) == pytest.approx(np.ones(10))
