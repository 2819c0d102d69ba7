"""Which stores hold what a person has set: the table that sessions, lessons and undo read and write."""

from PySide6.QtCore import SignalInstance

from lossviz.stores.boxes_choices import BoxesChoices
from lossviz.stores.catalogue_choices import CatalogueChoices
from lossviz.stores.comparison_choices import ComparisonChoices
from lossviz.stores.descent_choices import DescentChoices
from lossviz.stores.fit_choices import FitChoices
from lossviz.stores.landscape_choices import LandscapeChoices
from lossviz.stores.logits_choices import LogitsChoices
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.page_stores import FitStores, LossesStores, MnistStores
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.race_choices import RaceChoices
from lossviz.stores.state_table import Stateful, StateTable
from lossviz.stores.surface_choices import SurfaceChoices
from lossviz.stores.threshold_choices import ThresholdChoices
from lossviz.stores.training_choices import TrainingChoices


def state_table(
    fit: FitStores, logits: LogitsStore, losses: LossesStores, polynomial: PolynomialStore, mnist: MnistStores
) -> StateTable:
    """The table of all of them; whoever follows another one comes after it."""
    stores: dict[str, dict[str, Stateful]] = {
        "fit": {
            "fit": FitChoices(fit.fit),
            "threshold": ThresholdChoices(fit.threshold),
            "descent": DescentChoices(fit.descents),
            "surfaces": SurfaceChoices(fit.surfaces),
        },
        "softmax": {"softmax": LogitsChoices(logits)},
        "losses": {
            "catalogue": CatalogueChoices(losses.catalogue),
            "boxes": BoxesChoices(losses.boxes),
            "distributions": losses.distributions,
            "by_hand": losses.by_hand,
            "race": RaceChoices(losses.race),
        },
        "overfit": {"polynomial": polynomial},
        "mnist": {
            "digit": mnist.digit,
            "training": TrainingChoices(mnist.training),
            "comparison": ComparisonChoices(mnist.comparison, mnist.training),
            "landscape": LandscapeChoices(mnist.landscapes),
        },
    }
    return StateTable(
        stores,
        [*_of_fit(fit), *_of_softmax(logits), *_of_losses(losses), *_of_overfit(polynomial), *_of_mnist(mnist)],
    )


def _of_fit(stores: FitStores) -> list[SignalInstance]:
    fit, descents, surfaces = stores.fit, stores.descents, stores.surfaces
    return [
        *(fit.cases_changed, fit.parameters_changed, fit.loss_kind_changed, fit.pointing_changed, fit.view_changed),
        *(stores.threshold.changed, descents.path_changed, descents.settings_changed, descents.phase_changed),
        *(surfaces.range_changed, surfaces.view_changed),
    ]


def _of_softmax(logits: LogitsStore) -> list[SignalInstance]:
    return [
        *(logits.logits_changed, logits.targets_changed, logits.settings_changed, logits.source_changed),
        logits.network_changed,
    ]


def _of_losses(stores: LossesStores) -> list[SignalInstance]:
    catalogue, boxes = stores.catalogue, stores.boxes
    return [
        *(catalogue.losses_changed, catalogue.axis_changed, catalogue.selection_changed, catalogue.options_changed),
        *(catalogue.marker_changed, catalogue.view_changed, catalogue.samples_changed, catalogue.reduction_changed),
        *(boxes.boxes_changed, boxes.balls_changed, boxes.likelihood_changed, stores.distributions.changed),
        *(stores.by_hand.settings_changed, stores.by_hand.labels_changed, stores.race.settings_changed),
    ]


def _of_overfit(polynomial: PolynomialStore) -> list[SignalInstance]:
    return [polynomial.data_changed, polynomial.model_changed]


def _of_mnist(stores: MnistStores) -> list[SignalInstance]:
    return [
        *(stores.digit.drawing_changed, stores.digit.pen_changed),
        *(stores.training.settings_changed, stores.training.device_changed),
        *(stores.comparison.plan_changed, stores.landscapes.settings_changed, stores.landscapes.view_changed),
    ]
