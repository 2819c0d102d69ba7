"""The logit that gives a class a wanted probability."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossviz.core.softmax.gradients import Problem
from lossviz.core.softmax.inverse import logit_for_output
from lossviz.core.softmax.softmax import softmax

rows = st.lists(st.floats(-30, 30), min_size=2, max_size=10)


def output(problem: Problem, index: int, logit: float) -> float:
    """What class `index` gets with this logit."""
    logits = problem.logits.copy()
    logits[index] = logit
    once = softmax(logits / problem.temperature)
    return float((softmax(once) if problem.is_double else once)[index])


@given(rows, st.floats(1e-6, 1 - 1e-6), st.floats(0.1, 10), st.data())
def test_one_softmax_gives_what_is_wanted_wherever_the_others_are(
    numbers: list[float], wanted: float, temperature: float, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(numbers) - 1))
    problem = Problem(np.array(numbers), temperature, np.eye(len(numbers))[index])
    assert output(problem, index, logit_for_output(problem, index, wanted)) == pytest.approx(wanted, rel=1e-9, abs=0)


@given(rows, st.floats(0.02, 0.98), st.data())
def test_two_softmaxes_give_it_where_they_can(numbers: list[float], share: float, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(numbers) - 1))
    problem = Problem(np.array(numbers), 1.0, np.eye(len(numbers))[index], is_double=True)
    lowest, highest = (output(problem, index, logit) for logit in (-100.0, 100.0))
    wanted = lowest + share * (highest - lowest)
    assert output(problem, index, logit_for_output(problem, index, wanted)) == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(("wanted", "bound"), [(0.0, 1.000001e-6), (1.0, 0.999998)])
def test_what_no_logit_gives_is_come_near_to(wanted: float, bound: float) -> None:
    problem = Problem(np.array([1.0, 2.0, 3.0]), 1.0, np.array([1.0, 0.0, 0.0]))
    p = output(problem, 0, logit_for_output(problem, 0, wanted))
    assert p <= bound if wanted == 0.0 else p >= bound
