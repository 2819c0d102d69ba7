"""The table of states and what a person may do in each."""

import pytest

from lossviz.core.training.run_states import BUSY, TRANSITIONS, RunAction, RunState, available_actions


@pytest.mark.parametrize("state", RunState)
def test_every_state_can_be_reached_and_left(state: RunState) -> None:
    assert TRANSITIONS[state]
    assert any(state in following for following in TRANSITIONS.values())
    assert state not in TRANSITIONS[state]


@pytest.mark.parametrize("state", RunState)
def test_every_busy_state_can_end_well_or_badly(state: RunState) -> None:
    if state in BUSY:
        assert {RunState.IDLE, RunState.FAILED} <= TRANSITIONS[state]
    else:
        assert RunState.STARTING in TRANSITIONS[state]


@pytest.mark.parametrize("state", RunState)
@pytest.mark.parametrize(
    ("action", "following"),
    [
        (RunAction.START, RunState.STARTING),
        (RunAction.PAUSE, RunState.PAUSED),
        (RunAction.STOP, RunState.STOPPING),
    ],
)
def test_an_action_is_offered_just_where_its_state_may_follow(
    state: RunState, action: RunAction, following: RunState
) -> None:
    assert (action in available_actions(state)) == (following in TRANSITIONS[state])


def test_resume_is_offered_while_paused_and_only_then() -> None:
    assert [state for state in RunState if RunAction.RESUME in available_actions(state)] == [RunState.PAUSED]


def test_nothing_can_be_started_while_a_run_is_busy() -> None:
    assert {state for state in RunState if RunAction.START not in available_actions(state)} == BUSY
