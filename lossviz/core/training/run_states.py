"""What a training can be doing, what may follow, and what a person may do meanwhile."""

from enum import Enum


class RunState(Enum):
    """IDLE: nothing runs. FAILED: the last run ended with an error, nothing runs."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    FAILED = "failed"


class RunAction(Enum):
    """What a person can ask for."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


TRANSITIONS: dict[RunState, frozenset[RunState]] = {
    RunState.IDLE: frozenset({RunState.STARTING}),
    RunState.STARTING: frozenset({RunState.RUNNING, RunState.STOPPING, RunState.IDLE, RunState.FAILED}),
    RunState.RUNNING: frozenset({RunState.PAUSED, RunState.STOPPING, RunState.IDLE, RunState.FAILED}),
    RunState.PAUSED: frozenset({RunState.RUNNING, RunState.STOPPING, RunState.IDLE, RunState.FAILED}),
    RunState.STOPPING: frozenset({RunState.IDLE, RunState.FAILED}),
    RunState.FAILED: frozenset({RunState.STARTING, RunState.IDLE}),
}

_ACTIONS: dict[RunState, frozenset[RunAction]] = {
    RunState.IDLE: frozenset({RunAction.START}),
    RunState.STARTING: frozenset({RunAction.STOP}),
    RunState.RUNNING: frozenset({RunAction.PAUSE, RunAction.STOP}),
    RunState.PAUSED: frozenset({RunAction.RESUME, RunAction.STOP}),
    RunState.STOPPING: frozenset(),
    RunState.FAILED: frozenset({RunAction.START}),
}

BUSY = frozenset({RunState.STARTING, RunState.RUNNING, RunState.PAUSED, RunState.STOPPING})


def available_actions(state: RunState) -> frozenset[RunAction]:
    """What a person can ask for in `state`; it decides which buttons work."""
    return _ACTIONS[state]
