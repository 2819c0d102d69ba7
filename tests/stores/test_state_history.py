"""StateHistory: there and back, and no further than it goes."""

from lossviz.stores.state_history import MOST_STATES, StateHistory


def test_there_and_back() -> None:
    history: StateHistory[str] = StateHistory()
    history.remember("a")
    history.remember("b")
    assert [history.undo("c"), history.undo("b"), history.undo("a")] == ["b", "a", "a"]
    assert not history.can_undo
    assert [history.redo("a"), history.redo("b"), history.redo("c")] == ["b", "c", "c"]
    assert not history.can_redo


def test_a_new_change_ends_what_was_undone() -> None:
    history: StateHistory[int] = StateHistory()
    history.remember(1)
    assert history.undo(2) == 1
    history.remember(1)
    assert not history.can_redo


def test_the_oldest_states_are_forgotten() -> None:
    history: StateHistory[int] = StateHistory()
    for state in range(MOST_STATES + 5):
        history.remember(state)
    present = MOST_STATES + 5
    while history.can_undo:
        present = history.undo(present)
    assert present == 5
