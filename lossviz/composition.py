"""Builds everything once, with every connection in sight."""

from dataclasses import dataclass
from pathlib import Path

import torch
from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from lossviz.core.data.mnist_search import candidates_in_order
from lossviz.core.errors import LossvizError
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.devices import DeviceName
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import LIMITS, TrainingSettings
from lossviz.core.training.step_recorder import Diverged
from lossviz.pages.fit_page import FitPage, FitStores
from lossviz.pages.losses_page import LossesPage, LossesStores
from lossviz.pages.mnist_page import MnistPage, MnistStores
from lossviz.pages.overfit_page import OverfitPage, OverfitStores
from lossviz.pages.softmax_page import SoftmaxPage, SoftmaxStores
from lossviz.resource_files import resource_path
from lossviz.shell.main_window import MainWindow, PageEntry
from lossviz.shell.theme_application import ThemeApplication
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
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.race_store import RaceStore
from lossviz.stores.run_list_store import RunListStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.surface_store import SurfaceStore
from lossviz.stores.threshold_store import ThresholdStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import TrainingStore
from lossviz.studies import Studies
from lossviz.widgets.frame_clock import FrameClock
from lossviz.workers.data_controller import DataController
from lossviz.workers.descent_player import DescentPlayer
from lossviz.workers.logits_feed import LogitsFeed
from lossviz.workers.logits_player import LogitsPlayer
from lossviz.workers.race_controller import RaceController
from lossviz.workers.training_controller import TrainingController

SHIPPED_RUN = "checkpoints/course_cnn.pt"
RUN_SUFFIXES = {".pt"}
TABLE_SUFFIXES = {".csv", ".tsv", ".txt"}


@dataclass(frozen=True)
class Surroundings:
    """What lossviz finds around itself. variable: of the environment, a place to look for MNIST; empty for none."""

    settings: QSettings
    download_folder: Path
    built_in_folder: Path
    variable: str = ""


class Assembly(QObject):
    """All stores, controllers and views of one window, and what connects them across layers."""

    def __init__(
        self,
        application: QApplication,
        around: Surroundings,
        training: TrainingSettings,
        device: DeviceName,
        theme_name: str = "",
    ) -> None:
        super().__init__()
        self._around = around
        cores = torch.get_num_threads()
        torch.set_num_threads(1)  # this thread only asks for single digits; a second thread would be woken for nothing
        self.settings = SettingsStore(around.settings)
        self.theme = ThemeApplication(application, self.settings, theme_name)
        self._build_stores(training, device, cores)
        self.data = DataController(self.stores.data, around.download_folder, around.built_in_folder)
        self.training = TrainingController(
            self.stores.training, self.stores.data, self.stores.classifiers, self.stores.evaluations
        )
        self.race = RaceController(self.losses.race)
        self.clock = self._build_clock()
        self.studies = Studies(self.stores, self.training, self.clock)
        self._build_window()
        self._connect_pages()
        self._connect_news()

    def _build_stores(self, training: TrainingSettings, device: DeviceName, cores: int) -> None:
        data, fit = DataStore(), FitStore()
        descents = DescentStore(fit)
        runs = TrainingStore(data, training, device, cores)
        self.stores = MnistStores(
            *(data, runs, DigitStore(), ClassifierStore(), MessageStore()),
            *(EvaluationStore(), ComparisonStore(runs), OpinionStore(), LandscapeStore()),
            *(TimelineStore(runs), RunListStore(runs)),
        )
        self.fit = FitStores(fit, ThresholdStore(), SurfaceStore(fit, descents), descents, MessageStore())
        self.softmax = SoftmaxStores(LogitsStore(), MessageStore())
        self.losses = LossesStores(
            CatalogueStore(), BoxesStore(), DistributionsStore(), ByHandStore(), RaceStore(), fit
        )
        self.overfit = OverfitStores(PolynomialStore())

    def _build_clock(self) -> FrameClock:
        clock, mnist, logits = FrameClock(), self.stores, self.softmax.logits
        feed = LogitsFeed(logits, self.fit.fit, mnist.digit, mnist.classifiers, self.softmax.messages)
        for collect in (
            *(self.data.collect, self.training.collect, self.race.collect),
            *(DescentPlayer(self.fit.descents).collect, LogitsPlayer(logits).collect, feed.collect),
        ):
            clock.add_collector(collect)
        return clock

    def _build_window(self) -> None:
        clock, theme = self.clock, self.theme.source
        self.fit_page = FitPage(clock, theme, self.fit)
        self.softmax_page = SoftmaxPage(clock, theme, self.softmax)
        self.losses_page = LossesPage(clock, theme, self.losses)
        self.overfit_page = OverfitPage(clock, theme, self.overfit)
        self.mnist_page = MnistPage(clock, theme, self.stores)
        pages = [
            PageEntry("fit", self.tr("Fit"), self.fit_page),
            PageEntry("softmax", self.tr("Softmax"), self.softmax_page),
            PageEntry("losses", self.tr("Losses"), self.losses_page),
            PageEntry("overfit", self.tr("Overfit"), self.overfit_page),
            PageEntry("mnist", self.tr("MNIST"), self.mnist_page),
        ]
        self.window = MainWindow(pages, self.settings, self.shut_down)

    def begin(self, mnist: str | None) -> None:
        """Load the network that ships and look for data, first of all at `mnist`."""
        self._load_shipped()
        around = self._around
        self.data.search(candidates_in_order(mnist, around.variable, self.settings.data_folder, around.download_folder))
        self.clock.wake()

    def open_file(self, path: Path) -> None:
        """Open a saved run, a table of cases, a picture of a digit, or a data set, whichever `path` is."""
        is_table = path.suffix.lower() in TABLE_SUFFIXES
        self.window.show_page("fit" if is_table else "mnist")
        if is_table:
            self.fit_page.open_file(path)
        elif path.suffix.lower() in RUN_SUFFIXES:
            self._load_run(path)
        elif QImageReader.imageFormat(str(path)):
            self.mnist_page.canvas.open_image_file(path)
        else:
            self.data.choose(path)
            self.clock.wake()

    @Slot()
    def shut_down(self) -> bool:
        """Stop everything that runs; True once nothing does."""
        self.clock.stop()
        has_stopped = [worker.shut_down() for worker in (self.training, self.data, self.race, self.studies)]
        return all(has_stopped)

    def _connect_pages(self) -> None:
        page, buttons, data = self.mnist_page, self.mnist_page.buttons, self.mnist_page.data
        buttons.start_pressed.connect(self._start)
        buttons.pause_pressed.connect(self.training.toggle_pause)
        buttons.stop_pressed.connect(self.training.stop)
        buttons.save_chosen.connect(self._save_run)
        buttons.load_chosen.connect(self._load_run)
        self.studies.connect_page(page, self.softmax.logits)
        data.built_in_chosen.connect(self._use_built_in)
        data.place_chosen.connect(self.data.choose)
        data.download_pressed.connect(self.data.download)
        data.cancel_pressed.connect(self.data.cancel)
        page.messages.remedy_chosen.connect(self._take_remedy)
        self.fit_page.losses.logits_wanted.connect(self._show_case_as_logits)
        self.fit_page.losses.likelihood_wanted.connect(self._show_likelihood)
        page.answer.logits_wanted.connect(self._show_digit_as_logits)
        self.losses_page.race.start_pressed.connect(self._start_race)
        self.losses_page.race.cancel_pressed.connect(self.race.cancel)
        self.window.add_file_actions(
            [
                (self.tr("Open &run…"), "Ctrl+O", buttons.load_button.click),
                (self.tr("&Save run…"), "Ctrl+S", buttons.save_button.click),
                (self.tr("Open &image…"), "Ctrl+I", page.canvas.open_button.click),
                (self.tr("Open &cases…"), "", self.fit_page.data.open_button.click),
            ]
        )

    def _connect_news(self) -> None:
        self.stores.training.state_changed.connect(self._on_training_state_changed)
        self.stores.training.state_changed.connect(self.clock.wake)
        self.stores.data.problem_changed.connect(self._on_data_problem_changed)
        self.stores.data.fetching_changed.connect(self.clock.wake)
        self._connect_clock()
        self.fit_page.saved.connect(self._on_cases_saved)
        self.data.folder_chosen.connect(self.settings.set_data_folder)
        self.training.saved.connect(self._on_saved)
        self.studies.file_written.connect(self._on_file_written)
        self.training.save_failed.connect(self.stores.messages.show_error)

    def _connect_clock(self) -> None:
        """What a collector of the clock looks at wakes it, whether or not a panel that shows it can be seen."""
        fit, logits, mnist = self.fit.fit, self.softmax.logits, self.stores
        for signal in (
            *(self.fit.descents.playing_changed, logits.playing_changed, logits.source_changed),
            *(fit.cases_changed, fit.parameters_changed, fit.pointing_changed),
            *(mnist.digit.drawing_changed, mnist.digit.pen_changed, mnist.classifiers.classifier_changed),
        ):
            signal.connect(self.clock.wake)

    def _load_shipped(self) -> None:
        try:
            saved = load_run(resource_path(SHIPPED_RUN))
        except LossvizError as error:  # everything else still works: a run of one's own can answer
            self.stores.messages.show_error(error)
            return
        accuracy = saved.test.accuracy if saved.test else None
        source = ClassifierSource(None, len(saved.log), saved.data.name, accuracy)
        self.stores.classifiers.set_shipped(saved.classifier(), source)

    @Slot()
    def _start(self) -> None:
        self.stores.messages.clear()
        self.training.start()

    @Slot()
    def _show_case_as_logits(self) -> None:
        self.softmax.logits.set_source("case")
        self.window.show_page("softmax")

    @Slot()
    def _show_digit_as_logits(self) -> None:
        self.softmax.logits.set_source("digit")
        self.window.show_page("softmax")

    @Slot()
    def _show_likelihood(self) -> None:
        self.losses.boxes.set_draw_source("labels")
        self.losses_page.show_likelihood()
        self.window.show_page("losses")

    @Slot()
    def _start_race(self) -> None:
        self.race.start()
        self.clock.wake()

    @Slot()
    def _use_built_in(self) -> None:
        self.settings.set_data_folder(None)
        self.data.use_built_in()

    @Slot(object)
    def _save_run(self, path: Path) -> None:
        self.training.save(path, with_history=self.stores.timeline.saves_history)
        self.clock.wake()

    @Slot(object)
    def _load_run(self, path: Path) -> None:
        try:
            self.training.adopt(load_run(path))
            if self.stores.training.run:
                self.stores.run_list.rename(self.stores.training.run.number, path.stem)
        except LossvizError as error:
            self.stores.messages.show_error(error)

    @Slot(str)
    def _take_remedy(self, remedy: str) -> None:
        if remedy == "download_again":
            self.data.download()
            self.clock.wake()
            return
        training = self.stores.training
        lower = max(training.settings.learning_rate / 10, LIMITS["learning_rate"][0])
        training.set_settings(training.settings.changed(learning_rate=lower))
        self._start()

    @Slot()
    def _on_training_state_changed(self) -> None:
        training = self.stores.training
        if training.state is RunState.FAILED and training.problem:
            remedies = ("lower_learning_rate",) if isinstance(training.problem, Diverged) else ()
            self.stores.messages.show_error(training.problem, *remedies)

    @Slot()
    def _on_data_problem_changed(self) -> None:
        problem = self.stores.data.problem
        if problem is None:
            self.stores.messages.clear()
            return
        remedies = ("download_again",) if self.data.was_download else ()
        self.stores.messages.show_error(problem, *remedies)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.window.statusBar().showMessage(self.tr("The run was saved to {path}.").format(path=path))

    @Slot(object)
    def _on_file_written(self, path: Path) -> None:
        self.window.statusBar().showMessage(self.tr("Written to {path}.").format(path=path))

    @Slot(object)
    def _on_cases_saved(self, path: Path) -> None:
        self.window.statusBar().showMessage(self.tr("The cases were saved to {path}.").format(path=path))
