"""Which stores each page shows: what an engine owns and a page is built over."""

from dataclasses import dataclass

from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.comparison_store import ComparisonStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.distributions_store import DistributionsStore
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.opinion_store import OpinionStore
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.race_store import RaceStore
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.surface_store import SurfaceStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from lossviz.stores.undo_store import UndoStore


@dataclass(frozen=True)
class FitStores:
    """What the panels of the Fit page share."""

    fit: FitStore
    threshold: ThresholdStore
    surfaces: SurfaceStore
    descents: DescentStore
    messages: MessageStore
    history: UndoStore


@dataclass(frozen=True)
class SoftmaxStores:
    """What the panels of the Softmax page share."""

    logits: LogitsStore
    messages: MessageStore


@dataclass(frozen=True)
class LossesStores:
    """What the panels of the Losses page share. fit: of the Fit page, whose labels are draws too."""

    catalogue: CatalogueStore
    boxes: BoxesStore
    distributions: DistributionsStore
    by_hand: ByHandStore
    race: RaceStore
    fit: FitStore


@dataclass(frozen=True)
class OverfitStores:
    """What the panels of the Overfit page share."""

    polynomial: PolynomialStore
    history: UndoStore


@dataclass(frozen=True)
class ComparisonStores:
    """What a comparison is shown with. opinions: of the drawn digit."""

    comparison: ComparisonStore
    opinions: OpinionStore
    training: TrainingStore
    data: DataStore
    digit: DigitStore


@dataclass(frozen=True)
class MnistStores:
    """What the panels of the MNIST page share."""

    data: DataStore
    training: TrainingStore
    digit: DigitStore
    classifiers: ClassifierStore
    messages: MessageStore
    evaluations: EvaluationStore
    comparison: ComparisonStore
    opinions: OpinionStore
    landscapes: LandscapeStore
    timeline: TimelineStore
    run_list: RunListStore

    @property
    def for_comparison(self) -> ComparisonStores:
        """Those that a comparison is made with."""
        return ComparisonStores(self.comparison, self.opinions, self.training, self.data, self.digit)
