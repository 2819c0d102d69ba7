"""Puts what the timeline looks at before everybody else: a collector of the frame clock."""

from lossviz.core.training.classifier import Classifier
from lossviz.core.training.snapshots import Snapshot
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import RunRecord


class TimelineFeed:
    """The network that answers and what is known of its mistakes are those of the step that is looked at."""

    def __init__(
        self,
        timeline: TimelineStore,
        classifiers: ClassifierStore,
        evaluations: EvaluationStore,
        data: DataStore,
    ) -> None:
        self._timeline = timeline
        self._classifiers = classifiers
        self._evaluations = evaluations
        self._data = data
        self._fed: Snapshot | None = None
        self._classifier: Classifier | None = None
        self._run_number: int | None = None
        self._predictions: Predictions | None = None

    def collect(self) -> bool:
        """Feed what is looked at now. False: nothing more comes until something changes."""
        snapshot, run = self._timeline.looked_at, self._timeline.run
        if snapshot is self._fed:
            return False
        self._fed = snapshot
        if snapshot is None or run is None or run.history is None:
            self._classifiers.return_to_live()
            self._evaluations.return_to_live()
            return False
        source = _source(run, snapshot.step)
        self._classifiers.look_back(self._network(run, snapshot), source)
        self._evaluations.look_back(source, self._said(run, snapshot.step))
        return False

    def _network(self, run: RunRecord, snapshot: Snapshot) -> Classifier:
        """One network for all snapshots of a run: to build one takes longer than to change its weights."""
        if self._classifier is None or run.number != self._run_number:
            assert run.history is not None
            self._classifier = run.history.classifier(run.settings, snapshot)
            self._run_number = run.number
        else:
            self._classifier.set_weights(snapshot.weights)
        return self._classifier

    def _said(self, run: RunRecord, step: int) -> Predictions | None:
        """None before the run's first evaluation, and where its validation part is not at hand."""
        said, digits = self._timeline.outputs_at(step), self._data.digits
        if said is None or digits is None or digits.identity.sha256 != run.data.sha256:
            return None
        if len(said.outputs) != len(digits.validation):
            return None
        known = self._predictions
        if known is None or known.outputs is not said.outputs:
            source = _source(run, said.step)
            self._predictions = Predictions("validation", source, run.data.name, digits.validation, said.outputs)
        return self._predictions


def _source(run: RunRecord, step: int) -> ClassifierSource:
    return ClassifierSource(run.number, step, run.data.name, accuracy=None)
