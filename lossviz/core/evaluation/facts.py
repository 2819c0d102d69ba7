"""All that follows from what a network said of labelled images; each part is worked out when it is looked at."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelledImages
from lossviz.core.evaluation.confusion import ClassScores, Counts, class_scores, confusion_counts
from lossviz.core.evaluation.mistakes import ImageCosts, MistakeOrder, costliest_first, image_costs, mistakes
from lossviz.core.training.part_outputs import OutputsF32


class EvaluationFacts:
    """labelled: the images and their labels. outputs: (n, 10) or (n, 1), a row for each image."""

    def __init__(self, labelled: LabelledImages, outputs: OutputsF32) -> None:
        if len(labelled) != len(outputs):
            raise ValueError(f"{len(outputs)} outputs for {len(labelled)} images")
        self.labelled = labelled
        self.outputs = outputs

    @cached_property
    def costs(self) -> ImageCosts:
        """The predicted digit and the two losses of every image."""
        return image_costs(self.outputs, self.labelled.labels)

    @cached_property
    def counts(self) -> Counts:
        """The confusion matrix, rows the true digits."""
        return confusion_counts(self.labelled.labels, self.costs.predicted)

    @cached_property
    def scores(self) -> ClassScores:
        """Precision, recall and F1 of each digit."""
        return class_scores(self.counts)

    @property
    def accuracy(self) -> float:
        """The share of images that were read right."""
        return float(self.counts.trace()) / len(self.labelled)

    def mistakes(self, order: MistakeOrder) -> NDArray[np.int64]:
        """The places of the images that were read wrong, the most expensive first."""
        return mistakes(self.costs, self.labelled.labels, order)

    def cost_of_mistakes(self, order: MistakeOrder) -> float:
        """Which share of the part's whole cost falls on the images that were read wrong; 0 where nothing costs."""
        costs = self.costs.in_order(order)
        total = float(costs.sum())
        return float(costs[self.mistakes(order)].sum()) / total if total > 0 else 0.0

    def of_cell(self, true: int, predicted: int) -> NDArray[np.int64]:
        """The places of the images of digit `true` that were taken for `predicted`, the most expensive first."""
        is_in_cell = (self.labelled.labels == true) & (self.costs.predicted == predicted)
        return costliest_first(np.flatnonzero(is_in_cell), self.costs.in_order("log_loss"))
