"""Every form of labels is really tried, and its code is what was tried."""

import math

import pytest
import torch

from lossviz.core.by_hand.label_types import LabelRow, try_labels
from lossviz.core.by_hand.labels import COURSE_LABELS, logits_tensor

ALL_LABELS = [(first, second) for first in range(3) for second in range(3)]


def rows(labels: tuple[int, int]) -> dict[str, LabelRow]:
    return {row.kind: row for row in try_labels(labels)}


def test_the_course_s_labels_cost_what_the_course_says_in_both_forms() -> None:
    for kind in ("index", "one_hot"):
        row = rows(COURSE_LABELS)[kind]
        assert row.outcome == "right"
        assert row.losses == pytest.approx((0.02215516, 3.09967364), abs=5e-9)


@pytest.mark.parametrize("labels", ALL_LABELS)
def test_a_class_number_and_its_one_hot_row_cost_the_same(labels: tuple[int, int]) -> None:
    expected = [
        -math.log(math.exp(row[label]) / sum(map(math.exp, row)))
        for row, label in zip(logits_tensor().tolist(), labels, strict=True)
    ]
    assert rows(labels)["index"].losses == pytest.approx(expected, rel=1e-12)
    assert rows(labels)["one_hot"].losses == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("float_index", "Float"),
        ("int32_index", "Int"),
        ("one_hot_integers", "Long"),
        ("column", "target"),
        ("binary_integers", "Long"),
        ("counted_from_one", "3"),
    ],
)
def test_what_pytorch_refuses_is_told_in_its_own_words(kind: str, words: str) -> None:
    row = rows(COURSE_LABELS)[kind]
    assert row.outcome == "refused"
    assert row.losses == ()
    assert words in row.message
    assert row.message.partition(":")[0].endswith("Error")
    assert row.meaning
    assert row.instead


def test_classes_counted_from_one_are_taken_and_wrong_unless_the_last_is_among_them() -> None:
    taken, refused = rows((0, 1))["counted_from_one"], rows((2, 1))["counted_from_one"]
    assert (taken.outcome, refused.outcome) == ("wrong", "refused")
    assert taken.meaning != refused.meaning
    assert taken.losses != rows((0, 1))["index"].losses


@pytest.mark.parametrize("labels", ALL_LABELS)
def test_the_code_of_a_row_does_what_the_row_says(labels: tuple[int, int]) -> None:
    for row in try_labels(labels):
        names = {"F": torch.nn.functional, "logits": logits_tensor(), "labels": torch.tensor(labels)}
        if row.outcome == "refused":
            with pytest.raises((RuntimeError, IndexError, TypeError, ValueError)) as caught:
                exec(f"result = {row.code}", names)
            assert row.message == f"{caught.type.__name__}: {caught.value}"
        else:
            exec(f"result = {row.code}", names)
            assert isinstance(names["result"], torch.Tensor)
            assert tuple(names["result"].tolist()) == row.losses
