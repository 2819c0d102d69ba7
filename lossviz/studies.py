"""What is studied of networks beside training one: comparisons, mistakes, the way back, landscapes, files of runs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.landscape.survey import Subject
from lossviz.core.training.training_run import Weights
from lossviz.stores.page_stores import MnistStores
from lossviz.widgets.frame_clock import FrameClock
from lossviz.workers.comparison_controller import ComparisonController
from lossviz.workers.evaluation_controller import EvaluationController
from lossviz.workers.landscape_controller import LandscapeController
from lossviz.workers.run_exporter import RunExporter
from lossviz.workers.timeline_feed import TimelineFeed
from lossviz.workers.timeline_player import TimelinePlayer
from lossviz.workers.training_controller import TrainingController


class Studies(QObject):
    """Builds their controllers and ends them."""

    file_written = Signal(object)  # Path

    def __init__(self, stores: MnistStores, training: TrainingController, clock: FrameClock) -> None:
        super().__init__()
        self._stores = stores
        self._training = training
        self._clock = clock
        self.comparison = ComparisonController(stores.comparison, stores.opinions, stores.training, stores.data)
        self.evaluation = EvaluationController(stores.evaluations, stores.data, stores.classifiers)
        self.landscape = LandscapeController(stores.landscapes, stores.data, self._subject, stores.training.threads)
        self.exporter = RunExporter()
        self.exporter.exported.connect(self.file_written)
        self.exporter.failed.connect(stores.messages.show_error)
        feed = TimelineFeed(stores.timeline, stores.classifiers, stores.evaluations, stores.data)
        for collect in (
            *(self.comparison.collect, self.evaluation.collect, self.landscape.collect),
            *(TimelinePlayer(stores.timeline).collect, feed.collect),
        ):
            clock.add_collector(collect)
        self._connect_clock()

    @Slot(int, object)
    def save_listed(self, number: int, path: Path) -> None:
        """Write the run of that number, as it is in the list of runs."""
        self._training.save_listed(number, path)
        self._clock.wake()

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Stop everything that runs; True once nothing does."""
        workers = (self.comparison, self.evaluation, self.landscape, self.exporter)
        has_stopped = [worker.shut_down(patience_ms) for worker in workers]  # all of them are asked
        return all(has_stopped)

    def _connect_clock(self) -> None:
        stores = self._stores
        for signal in (
            *(stores.comparison.state_changed, stores.evaluations.progress_changed),
            *(stores.landscapes.state_changed, stores.timeline.step_changed, stores.timeline.playing_changed),
        ):
            signal.connect(self._clock.wake)
        stores.timeline.step_changed.connect(self._show_step_on_landscape)

    def _subject(self) -> Subject | None:
        """The network that answers on the canvas, and its way there."""
        classifier, source = self._stores.classifiers.classifier, self._stores.classifiers.source
        if classifier is None or source is None:
            return None
        network, loss = classifier.kind
        weights: Weights = {name: tensor.clone() for name, tensor in classifier.network.state_dict().items()}
        run = self._stores.timeline.run
        is_known = run is not None and source.run_number == run.number
        path = self._stores.timeline.path() if is_known else []
        images = run.settings.training_images if run and is_known else 0
        return Subject(network, loss, classifier.scale, weights, source.step, source.run_number, tuple(path), images)

    @Slot()
    def _show_step_on_landscape(self) -> None:
        landscapes, run, step = self._stores.landscapes, self._stores.timeline.run, self._stores.timeline.step
        if run is None or step is None:
            landscapes.show_present()
        else:
            landscapes.show_step(run.number, step)
