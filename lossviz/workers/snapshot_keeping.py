"""The snapshots of the runs of a sitting: one budget for all, and what of them goes into a file."""

from collections.abc import Sequence

from lossviz.core.training.run_history import share_budget
from lossviz.core.training.snapshots import Snapshot, Snapshots
from lossviz.stores.training_store import RunRecord


def make_room(runs: Sequence[RunRecord]) -> None:
    """Let the present run, the last of `runs`, have its share of the memory; earlier ones are thinned for it."""
    histories = [run.history.snapshots for run in runs if run.history]
    if histories:
        share_budget(histories)


def snapshots_of(run: RunRecord) -> Snapshots:
    """Those that a run which goes on adds to."""
    return run.history.snapshots if run.history else Snapshots()


def kept_for_file(run: RunRecord, step: int) -> tuple[Snapshot, ...]:
    """What a file of the run as it was after `step` steps can have."""
    return tuple(snapshot for snapshot in snapshots_of(run).all if snapshot.step <= step)
