"""Where the evaluation stands, read from the stores that know."""

from PySide6.QtCore import SignalInstance

from lossviz.core.evaluation.status import AskedNetwork, EvaluationStatus, Measured
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_store import EvaluationStore


def evaluation_status(evaluations: EvaluationStore, data: DataStore, classifiers: ClassifierStore) -> EvaluationStatus:
    """Of the part that is looked at."""
    source = classifiers.source
    return EvaluationStatus(
        part=evaluations.part,
        measured=_measured(evaluations),
        answering=_network(source) if source else None,
        has_data=data.digits is not None,
        progress=evaluations.progress,
        problem=evaluations.problem,
    )


def status_signals(
    evaluations: EvaluationStore, data: DataStore, classifiers: ClassifierStore
) -> tuple[SignalInstance, ...]:
    """Those after which the status may be another one."""
    return (
        *(evaluations.predictions_changed, evaluations.part_changed),
        *(evaluations.progress_changed, evaluations.problem_changed),
        *(data.digits_changed, classifiers.classifier_changed),
    )


def _measured(evaluations: EvaluationStore) -> Measured | None:
    said = evaluations.predictions
    if said is None:
        return None
    return Measured(_network(said.source), len(said.labelled), said.data_name, said.facts.accuracy)


def _network(source: ClassifierSource) -> AskedNetwork:
    return AskedNetwork(source.run_number, source.step)
