"""EvaluationStore: the newest predictions of each part, and what is looked at in them."""

from lossviz.core.training.part_outputs import PartName
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.evaluation_status import evaluation_status
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from tests.support.evaluations import drawn_classifier, drawn_outputs
from tests.support.small_digits import small_digits
from tests.support.tellings import Tellings


def predictions(part: PartName, step: int = 3) -> Predictions:
    labelled = small_digits().validation if part == "validation" else small_digits().test
    source = ClassifierSource(1, step, "small digits", None)
    return Predictions(part, source, "small digits", labelled, drawn_outputs(len(labelled), 10, step))


def test_each_part_has_its_own_last_predictions() -> None:
    store, validation, test = EvaluationStore(), predictions("validation"), predictions("test")
    store.put(validation)
    store.put(test)
    assert store.predictions is validation
    store.set_part("test")
    assert store.predictions is test
    newer = predictions("test", 4)
    store.put(newer)
    assert store.predictions is newer


def test_only_what_is_looked_at_is_told() -> None:
    store = EvaluationStore()
    told = Tellings(store.predictions_changed)
    store.put(predictions("test"))
    assert told.count == 0
    store.put(predictions("validation"))
    assert told.count == 1


def test_setting_what_is_set_already_tells_nothing() -> None:
    store = EvaluationStore()
    store.choose_cell((4, 9))
    told = Tellings(store.part_changed, store.cell_changed, store.order_changed, store.progress_changed)
    store.set_part("validation")
    store.choose_cell((4, 9))
    store.set_order("log_loss")
    store.set_progress(None)
    assert told.count == 0
    store.choose_cell(None)
    store.set_order("squared_error")
    assert told.count == 2


def test_facts_are_worked_out_once() -> None:
    one = predictions("test")
    assert one.facts is one.facts
    assert one.facts.counts is one.facts.counts


def test_the_status_tells_whose_answers_are_counted_and_who_answers_now() -> None:
    store, data, classifiers = EvaluationStore(), DataStore(), ClassifierStore()
    nothing = evaluation_status(store, data, classifiers)
    assert (nothing.measured, nothing.answering, nothing.has_data) == (None, None, False)
    data.set_digits(small_digits())
    classifiers.set_shipped(drawn_classifier(), ClassifierSource(None, 70, "MNIST", 0.99))
    store.put(predictions("validation", 8))
    status = evaluation_status(store, data, classifiers)
    assert status.measured is not None
    assert (status.measured.network.run_number, status.measured.network.step, status.measured.images) == (1, 8, 20)
    assert status.answering is not None
    assert status.answering.run_number is None
    assert status.has_data
