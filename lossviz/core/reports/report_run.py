"""A run as reports show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lossviz.core.data.digits import DataIdentity
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.settings import TrainingSettings


@dataclass(frozen=True)
class LineLook:
    """colour: "#rrggbb". dashes: lengths of strokes and gaps in widths of the line; none for a line without gaps."""

    colour: str = "#0072b2"
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class ReportRun:
    """What is told of a run.

    log: grows no more. test: the test part after the last step. made_with: versions and device by their names.
    look: of its curves. has_diverged: whether its last step took the numbers out of all bounds.
    """

    name: str
    settings: TrainingSettings
    data: DataIdentity
    log: MetricLog
    test: Evaluation | None = None
    made_with: Mapping[str, str] = field(default_factory=dict)
    look: LineLook = LineLook()
    has_diverged: bool = False

    @property
    def best(self) -> Evaluation | None:
        """The first evaluation of the validation part with the highest accuracy; None before the first."""
        return best_evaluation(self.log)


def best_evaluation(log: MetricLog) -> Evaluation | None:
    """The first evaluation of the validation part with the highest accuracy; None before the first."""
    return max(log.evaluations, key=lambda evaluation: evaluation.accuracy, default=None)
