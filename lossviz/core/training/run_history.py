"""A run's way through training: snapshots of its network and what is needed to ask them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lossviz.core.training.classifier import Classifier
from lossviz.core.training.saved_run import SavedRun
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshots import BUDGET_BYTES, Snapshot, Snapshots
from lossviz.core.training.training_data import InputScale
from lossviz.core.training.training_run import TrainingRun


@dataclass(frozen=True, eq=False)
class RunHistory:
    """The snapshots grow in number while the run goes on. scale: from pixels to what the run's network sees."""

    scale: InputScale
    snapshots: Snapshots

    def classifier(self, settings: TrainingSettings, snapshot: Snapshot) -> Classifier:
        """The network of a run with `settings` as it was then."""
        return Classifier(settings.network, settings.loss, self.scale, snapshot.weights)


def history_in(saved: SavedRun, run: TrainingRun) -> RunHistory:
    """The way of a run from a file, which `run` resumes: as much of it as the file has, and where it stands now."""
    snapshots = Snapshots()
    snapshots.fill(saved.snapshots)
    snapshots.add(run.step, run.network.state_dict())
    return RunHistory(saved.scale, snapshots)


def share_budget(histories: Sequence[Snapshots], budget_bytes: int = BUDGET_BYTES) -> None:
    """Divide the budget among runs, the present one last: half of it, or all if it is alone; equal parts for the rest.

    Those of earlier runs are thinned at once.
    """
    *earlier, present = histories
    for snapshots in earlier:
        snapshots.set_budget(budget_bytes // 2 // len(earlier))
    present.set_budget(budget_bytes // 2 if earlier else budget_bytes)
