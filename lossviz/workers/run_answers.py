"""Hands on what the network in training says: its weights to the canvas, its outputs to the evaluations."""

import numpy as np

from lossviz.core.training.classifier import Classifier
from lossviz.core.training.training_run import FrozenRun
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.stores.training_store import RunRecord
from lossviz.workers.run_forms import PresentNetwork, are_finite, held_out_parts, source_of
from lossviz.workers.training_thread import TrainingJob


class RunAnswers:
    """Of one run after the other; `begin` tells that the next one begins."""

    def __init__(self, classifiers: ClassifierStore, evaluations: EvaluationStore) -> None:
        self._classifiers = classifiers
        self._evaluations = evaluations
        self._has_classifier = False

    def begin(self) -> None:
        """Another run begins, whose network may have another form."""
        self._has_classifier = False

    def show_weights(self, record: RunRecord, network: PresentNetwork, frozen: FrozenRun) -> None:
        """Let the canvas be answered by the network as it was frozen, if its weights are finite."""
        if not are_finite(frozen.weights):
            return
        source = source_of(record, frozen.step)
        if self._has_classifier:
            self._classifiers.set_trained_weights(frozen.weights, source)
            return
        settings = record.settings
        classifier = Classifier(settings.network, settings.loss, network.scale, frozen.weights)
        self._classifiers.set_trained(classifier, source)
        self._has_classifier = True

    def show_outputs(self, record: RunRecord, job: TrainingJob) -> None:
        """Put what the network said of the images of a part, as often as it has been evaluated."""
        for part, labelled in held_out_parts(job.digits):
            said = job.outputs_out.take(part)
            if said and np.isfinite(said.outputs).all():
                source = source_of(record, said.step)
                self._evaluations.put(Predictions(part, source, record.data.name, labelled, said.outputs))
