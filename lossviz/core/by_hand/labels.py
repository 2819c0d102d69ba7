"""The two samples whose labels are tried: the course's logits of three classes."""

import torch
from torch import Tensor

LABEL_LOGITS = ((2.0, 0.5, 6.0), (0.1, 0.0, 3.0))
COURSE_LABELS = (2, 1)


def logits_tensor() -> Tensor:
    """(2, 3) float64."""
    return torch.tensor(LABEL_LOGITS, dtype=torch.float64)
