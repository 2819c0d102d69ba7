"""Every snippet is run, and leaves the number that stands on screen."""

from typing import get_args

import numpy as np
import pytest

from lossviz.core.losses.axes import LossOptions
from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.losses.entries import LossEntry, Reduction
from lossviz.core.losses.samples import LARGEST_SCORE, MOST_SAMPLES, Samples, course_samples
from lossviz.core.losses.snippets import Way, loss_snippet
from tests.support.snippet_runs import LINE_LENGTH, result_of

OPTIONS = LossOptions(pos_weight=3.0, delta=0.4)
TABLES = {
    "course": course_samples(),
    "one": Samples(np.array([-0.3]), np.array([1.0])),
    "far": Samples(np.array([LARGEST_SCORE, -LARGEST_SCORE, 40.0, -30.0, 12.0]), np.array([0.0, 1.0, 0.0, 1.0, 1.0])),
    "full": Samples(np.linspace(-9.9, 9.8, MOST_SAMPLES), np.tile([0.0, 1.0], MOST_SAMPLES // 2)),
}


@pytest.mark.parametrize("way", get_args(Way))
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("entry", LOSSES.values(), ids=list(LOSSES))
def test_the_lines_give_the_number(entry: LossEntry, table: str, way: Way) -> None:
    for aggregate in [entry.aggregate] if entry.aggregate else get_args(Reduction):
        snippet = loss_snippet(entry, TABLES[table], OPTIONS, aggregate, way)
        assert result_of(snippet.code) == pytest.approx(snippet.value, rel=1e-12, abs=1e-12)
        assert max(map(len, snippet.code.splitlines())) <= LINE_LENGTH + 10


@pytest.mark.parametrize("entry", LOSSES.values(), ids=list(LOSSES))
def test_the_library_is_called_where_it_has_the_loss(entry: LossEntry) -> None:
    code = loss_snippet(entry, course_samples(), OPTIONS, entry.aggregate or "sum", "library").code
    by_hand = {"zero_one", "hinge", "squared_hinge", "exponential", "focal"}
    assert ("F." in code) == (entry.key not in by_hand)


def test_the_lines_need_nothing_but_torch() -> None:
    for entry in LOSSES.values():
        for way in get_args(Way):
            lines = loss_snippet(entry, course_samples(), OPTIONS, "mean", way).code.splitlines()
            imports = [line for line in lines if line.startswith(("import", "from"))]
            assert set(imports) <= {"import torch", "import torch.nn.functional as F"}
