"""What each image costs by either loss, and which mistakes cost most."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from lossviz.core.data.digits import LabelsI64
from lossviz.core.training.losses import one_hot, predicted_digits
from lossviz.core.training.part_outputs import OutputsF32

MistakeOrder = Literal["log_loss", "squared_error"]
Costs = NDArray[np.float64]  # (n,)


@dataclass(frozen=True, eq=False)
class ImageCosts:
    """A row for each image, worked out in float64.

    log_losses: −ln of the probability that softmax gives the true digit; None for the network with one output.
    squared_errors: mean over the classes of (probability − one-hot)², at most 0.2; for one output (output − digit)².
    """

    predicted: LabelsI64
    log_losses: Costs | None
    squared_errors: Costs

    def in_order(self, order: MistakeOrder) -> Costs:
        """The costs that `order` sorts by: the squared errors where there is no log loss."""
        return self.squared_errors if order == "squared_error" or self.log_losses is None else self.log_losses


def image_costs(outputs: OutputsF32, labels: LabelsI64) -> ImageCosts:
    """What the images with these outputs and labels cost, whichever loss the network was trained with."""
    scores, true = torch.from_numpy(outputs).double(), torch.from_numpy(labels)
    predicted = predicted_digits(torch.from_numpy(outputs)).numpy()
    if scores.shape[1] == 1:
        return ImageCosts(predicted, None, (scores[:, 0] - true).square().numpy())
    log_probabilities = scores.log_softmax(dim=1)
    log_losses = -log_probabilities.gather(1, true.unsqueeze(1)).squeeze(1)
    squared_errors = (log_probabilities.exp() - one_hot(true)).square().mean(dim=1)
    return ImageCosts(predicted, log_losses.numpy(), squared_errors.numpy())


def costliest_first(places: NDArray[np.int64], costs: Costs) -> NDArray[np.int64]:
    """The images at `places`, the most expensive first; of equals the one that comes first in the data."""
    return places[np.argsort(-costs[places], kind="stable")]


def mistakes(costs: ImageCosts, labels: LabelsI64, order: MistakeOrder) -> NDArray[np.int64]:
    """The places of all images that were taken for another digit, the most expensive first."""
    return costliest_first(np.flatnonzero(costs.predicted != labels), costs.in_order(order))
