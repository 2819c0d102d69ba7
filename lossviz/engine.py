"""All that goes on behind the views: the stores, the controllers, the clock, and what they do to one another."""

from dataclasses import dataclass
from pathlib import Path

import torch
from PySide6.QtCore import QObject, QSettings, Signal, Slot

from lossviz.core.data.mnist_search import candidates_in_order
from lossviz.core.errors import LossvizError
from lossviz.core.names import DeviceName
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.settings import LIMITS, TrainingSettings
from lossviz.core.training.step_recorder import Diverged
from lossviz.resource_files import resource_path
from lossviz.saved_states import state_table
from lossviz.shell.undo_history import UndoHistory
from lossviz.stores.boxes_store import BoxesStore
from lossviz.stores.by_hand_store import ByHandStore
from lossviz.stores.catalogue_store import CatalogueStore
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
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
from lossviz.stores.page_stores import FitStores, LossesStores, MnistStores, OverfitStores, SoftmaxStores
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.race_store import RaceStore
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.surface_store import SurfaceStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from lossviz.stores.undo_store import UndoStore
from lossviz.studies import Studies
from lossviz.widgets.frame_clock import FrameClock
from lossviz.workers.data_controller import DataController
from lossviz.workers.descent_player import DescentPlayer
from lossviz.workers.file_queue import FileQueue
from lossviz.workers.logits_feed import LogitsFeed
from lossviz.workers.logits_player import LogitsPlayer
from lossviz.workers.race_controller import RaceController
from lossviz.workers.run_forms import RunFile
from lossviz.workers.run_opener import RunOpener
from lossviz.workers.training_controller import TrainingController

SHIPPED_RUN = "checkpoints/course_cnn.pt"


@dataclass(frozen=True)
class Surroundings:
    """What lossviz finds around itself.

    variable: of the environment, a place to look for MNIST; empty for none. state: where a window leaves what it leaves
    behind; beside the settings if not given. is_safe: whether to restore nothing that an earlier window left.
    """

    settings: QSettings
    download_folder: Path
    built_in_folder: Path
    variable: str = ""
    state: Path | None = None
    is_safe: bool = False

    @property
    def state_folder(self) -> Path:
        """Where a window leaves crash reports and the like; it need not exist yet."""
        return self.state or Path(self.settings.fileName()).parent


class Engine(QObject):
    """Owns the stores of all pages and the controllers; no view is needed for any of it to work."""

    run_saved = Signal(object)  # RunFile, of any run of this sitting
    run_opened = Signal(object)  # RunFile

    def __init__(
        self, around: Surroundings, remembered: SettingsStore, training: TrainingSettings, device: DeviceName
    ) -> None:
        super().__init__()
        self._around = around
        self._remembered = remembered
        self._told: LossvizError | None = None  # why the last run failed, once that has been said
        cores = torch.get_num_threads()
        torch.set_num_threads(1)  # this thread only asks for single digits; a second thread would be woken for nothing
        self.files = FileQueue()
        self._build_stores(training, device, cores)
        self.data = DataController(self.mnist.data, around.download_folder, around.built_in_folder)
        self.training = TrainingController(
            *(self.mnist.training, self.mnist.data, self.mnist.classifiers, self.files, self.mnist.evaluations)
        )
        self.opener = RunOpener(self.files, self.training, self.mnist.run_list)
        self.race = RaceController(self.losses.race)
        self.clock = self._build_clock()
        self.studies = Studies(self.mnist, self.training, self.clock)
        self._connect_news()
        self._connect_clock()

    def begin(self, mnist: str | None) -> None:
        """Load the network that ships and look for data, first of all at `mnist`."""
        self._load_shipped()
        around, chosen = self._around, self._remembered.data_folder
        self.data.search(candidates_in_order(mnist, around.variable, chosen, around.download_folder))
        self.clock.wake()

    def shut_down(self) -> bool:
        """Stop everything that runs; True once nothing does."""
        self.clock.stop()
        self.history.stop()
        workers = (self.training, self.data, self.race, self.studies, self.files)  # files last: others hand theirs on
        for worker in workers:
            worker.shut_down(0)  # ask all before any is waited for
        return all(worker.shut_down() for worker in workers)

    @Slot()
    def start_training(self) -> None:
        """Train with the settings on screen."""
        self.mnist.messages.clear()
        self.training.start()

    @Slot(object)
    def save_run(self, path: Path) -> None:
        """Write the present run, with its history where that was asked for."""
        self.training.save(path, with_history=self.mnist.timeline.saves_history)
        self.clock.wake()

    @Slot(object)
    def open_run(self, path: Path) -> None:
        """Go on with a saved run; where it cannot be read, or another goes on, a message says why."""
        self.opener.open(path)

    @Slot(object)
    def open_data(self, path: Path) -> None:
        """Load digits from a folder or a file."""
        self.data.choose(path)
        self.clock.wake()

    @Slot()
    def use_built_in(self) -> None:
        """Use the digits that are drawn here, in the next sitting too."""
        self._remembered.set_data_folder(None)
        self.data.use_built_in()

    @Slot()
    def start_race(self) -> None:
        """Let Python's sum run against the tensor's."""
        self.race.start()
        self.clock.wake()

    @Slot(str)
    def take_remedy(self, remedy: str) -> None:
        """Do what a message offers."""
        if remedy == "download_again":
            self.data.download()
            self.clock.wake()
            return
        training = self.mnist.training
        lower = max(training.settings.learning_rate / 10, LIMITS["learning_rate"][0])
        training.set_settings(training.settings.changed(learning_rate=lower))
        self.start_training()

    def _build_stores(self, training: TrainingSettings, device: DeviceName, cores: int) -> None:
        data, fit, history = DataStore(), FitStore(), UndoStore()
        descents = DescentStore(fit)
        runs = TrainingStore(data, training, device, cores)
        self.mnist = MnistStores(
            *(data, runs, DigitStore(), ClassifierStore(), MessageStore()),
            *(EvaluationStore(), ComparisonStore(runs), OpinionStore(), LandscapeStore()),
            *(TimelineStore(runs), RunListStore(runs)),
        )
        self.fit = FitStores(fit, ThresholdStore(), SurfaceStore(fit, descents), descents, MessageStore(), history)
        self.softmax = SoftmaxStores(LogitsStore(), MessageStore())
        self.losses = LossesStores(
            CatalogueStore(), BoxesStore(), DistributionsStore(), ByHandStore(), RaceStore(), fit
        )
        self.overfit = OverfitStores(PolynomialStore(), history)
        self.states = state_table(self.fit, self.softmax.logits, self.losses, self.overfit.polynomial, self.mnist)
        self.states.wait_with(self.files.finish_reading)
        self.history = UndoHistory(self.states, history, self._is_playing)

    def _is_playing(self) -> bool:
        return self.fit.descents.is_playing or self.softmax.logits.is_playing

    def _build_clock(self) -> FrameClock:
        clock, mnist, logits = FrameClock(), self.mnist, self.softmax.logits
        feed = LogitsFeed(logits, self.fit.fit, mnist.digit, mnist.classifiers, self.softmax.messages)
        for collect in (
            *(self.data.collect, self.training.collect, self.race.collect),
            *(DescentPlayer(self.fit.descents).collect, LogitsPlayer(logits).collect, feed.collect),
        ):
            clock.add_collector(collect)
        return clock

    def _connect_news(self) -> None:
        mnist = self.mnist
        mnist.training.state_changed.connect(self._on_training_state_changed)
        mnist.data.problem_changed.connect(self._on_data_problem_changed)
        self.data.folder_chosen.connect(self._remembered.set_data_folder)
        self.training.saved.connect(self.run_saved)
        self.training.save_failed.connect(mnist.messages.show_error)
        self.opener.failed.connect(mnist.messages.show_error)
        self.opener.opened.connect(self._on_run_opened)
        self.training.memory_ran_out.connect(mnist.messages.show_warning)

    def _connect_clock(self) -> None:
        """What a collector of the clock looks at wakes it, whether or not a panel that shows it can be seen."""
        fit, logits, mnist = self.fit.fit, self.softmax.logits, self.mnist
        for signal in (
            *(mnist.training.state_changed, mnist.data.fetching_changed),
            *(self.fit.descents.playing_changed, logits.playing_changed, logits.source_changed),
            *(fit.cases_changed, fit.parameters_changed, fit.pointing_changed),
            *(mnist.digit.drawing_changed, mnist.digit.pen_changed, mnist.classifiers.classifier_changed),
        ):
            signal.connect(self.clock.wake)

    def _load_shipped(self) -> None:
        try:
            saved = load_run(resource_path(SHIPPED_RUN))
        except LossvizError as error:  # everything else still works: a run of one's own can answer
            self.mnist.messages.show_error(error)
            return
        accuracy = saved.test.accuracy if saved.test else None
        source = ClassifierSource(None, len(saved.log), saved.data.name, accuracy)
        self.mnist.classifiers.set_shipped(saved.classifier(), source)

    @Slot(object)
    def _on_run_opened(self, file: RunFile) -> None:
        self.mnist.messages.clear()
        self.run_opened.emit(file)

    @Slot()
    def _on_training_state_changed(self) -> None:
        problem = self.mnist.training.problem
        if problem is self._told:  # a comparison begins or ends: that is no failure once more
            return
        self._told = problem
        if problem:
            remedies = ("lower_learning_rate",) if isinstance(problem, Diverged) else ()
            self.mnist.messages.show_error(problem, *remedies)

    @Slot()
    def _on_data_problem_changed(self) -> None:
        problem = self.mnist.data.problem
        if problem is None:
            self.mnist.messages.clear()
            return
        remedies = ("download_again",) if self.data.was_download else ()
        self.mnist.messages.show_error(problem, *remedies)
