"""Builds pages over the stores, with every connection between a page and what acts for it in sight.

A page can be built as often as it is wanted: again in another language, or a second time for the projector.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.ink.stamping import ImageU8
from lossviz.engine import Engine
from lossviz.pages.fit_page import FitPage
from lossviz.pages.losses_page import LossesPage
from lossviz.pages.mnist_page import MnistPage
from lossviz.pages.overfit_page import OverfitPage
from lossviz.pages.softmax_page import SoftmaxPage
from lossviz.panels.fit_data_panel import FitDataPanel
from lossviz.panels.overfit_data_panel import OverfitDataPanel
from lossviz.shell.main_window import PageEntry
from lossviz.widgets.control_help import explain_controls
from lossviz.widgets.page import Page
from lossviz.widgets.theme import ThemeSource


@dataclass(frozen=True)
class Pages:
    """One of each."""

    fit: FitPage
    softmax: SoftmaxPage
    losses: LossesPage
    overfit: OverfitPage
    mnist: MnistPage

    def named(self, name: str) -> Page:
        """The page of this name.

        Raises: KeyError if there is none.
        """
        page: Page = vars(self)[name]
        return page


class PageFactory(QObject):
    """Knows how each page is built and whom its buttons ask."""

    page_wanted = Signal(str)  # a page's name
    panel_wanted = Signal(str)  # a panel's name, page first
    cases_saved = Signal(object)  # Path
    file_opened = Signal(object)  # Path
    told = Signal(str)  # what has just happened where nobody looks

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._builders: dict[str, Callable[[ThemeSource], Page]] = {
            "fit": self._fit,
            "softmax": self._softmax,
            "losses": self._losses,
            "overfit": self._overfit,
            "mnist": self._mnist,
        }

    def build(self, name: str, theme: ThemeSource) -> Page:
        """The page of this name, connected. It lives until its parent dies."""
        page = self._builders[name](theme)
        explain_controls(page)
        return page

    def build_all(self, theme: ThemeSource) -> Pages:
        """One of each."""
        pages = Pages(
            self._fit(theme), self._softmax(theme), self._losses(theme), self._overfit(theme), self._mnist(theme)
        )
        for page in vars(pages).values():
            explain_controls(page)
        return pages

    def entries(self, pages: Pages) -> list[PageEntry]:
        """The pages as the window's tabs, in their order."""
        return [
            PageEntry("fit", self.tr("Fit"), pages.fit),
            PageEntry("softmax", self.tr("Softmax"), pages.softmax),
            PageEntry("losses", self.tr("Losses"), pages.losses),
            PageEntry("overfit", self.tr("Overfit"), pages.overfit),
            PageEntry("mnist", self.tr("MNIST"), pages.mnist),
        ]

    def _fit(self, theme: ThemeSource) -> FitPage:
        page = FitPage(self._engine.clock, theme, self._engine.fit)
        self._connect_history(page.data)
        page.saved.connect(self.cases_saved)
        page.opened.connect(self.file_opened)
        page.losses.logits_wanted.connect(self._show_case_as_logits)
        page.losses.likelihood_wanted.connect(self._show_likelihood)
        return page

    def _softmax(self, theme: ThemeSource) -> SoftmaxPage:
        return SoftmaxPage(self._engine.clock, theme, self._engine.softmax)

    def _losses(self, theme: ThemeSource) -> LossesPage:
        page = LossesPage(self._engine.clock, theme, self._engine.losses)
        page.race.start_pressed.connect(self._engine.start_race)
        page.race.cancel_pressed.connect(self._engine.race.cancel)
        return page

    def _overfit(self, theme: ThemeSource) -> OverfitPage:
        page = OverfitPage(self._engine.clock, theme, self._engine.overfit)
        self._connect_history(page.data)
        return page

    def _mnist(self, theme: ThemeSource) -> MnistPage:
        engine = self._engine
        page = MnistPage(engine.clock, theme, engine.mnist)
        self._connect_training(page)
        page.data.built_in_chosen.connect(engine.use_built_in)
        page.data.place_chosen.connect(engine.open_data)
        page.data.download_pressed.connect(engine.data.download)
        page.data.cancel_pressed.connect(engine.data.cancel)
        page.messages.remedy_chosen.connect(engine.take_remedy)
        page.canvas.canvas.gesture_finished.connect(engine.history.record)
        page.canvas.picture_opened.connect(self.file_opened)
        page.answer.logits_wanted.connect(self._show_digit_as_logits)
        self._connect_studies(page)
        return page

    def _connect_history(self, panel: FitDataPanel | OverfitDataPanel) -> None:
        panel.undo_wanted.connect(self._engine.history.undo)
        panel.redo_wanted.connect(self._engine.history.redo)

    def _connect_training(self, page: MnistPage) -> None:
        buttons, engine = page.buttons, self._engine
        buttons.start_pressed.connect(engine.start_training)
        buttons.pause_pressed.connect(engine.training.toggle_pause)
        buttons.stop_pressed.connect(engine.training.stop)
        buttons.save_chosen.connect(engine.save_run)
        buttons.load_chosen.connect(engine.open_run)

    def _connect_studies(self, page: MnistPage) -> None:
        studies = self._engine.studies
        page.compare.start_pressed.connect(studies.comparison.start)
        page.compare.pause_pressed.connect(studies.comparison.toggle_pause)
        page.compare.stop_pressed.connect(studies.comparison.stop)
        for panel in (page.confusion, page.mistakes):
            panel.evaluate_pressed.connect(studies.evaluation.evaluate_now)
            panel.cancel_pressed.connect(studies.evaluation.cancel)
            panel.image_chosen.connect(self._show_image)
        page.landscape.compute_pressed.connect(studies.landscape.compute)
        page.landscape.cancel_pressed.connect(studies.landscape.cancel)
        page.runs.save_chosen.connect(studies.save_listed)
        page.runs.export_chosen.connect(studies.exporter.export)
        page.runs.picture_saved.connect(studies.file_written)

    @Slot(object, int)
    def _show_image(self, image_u8: ImageU8, label: int) -> None:
        """A picture that is clicked goes on the canvas, and to the Softmax page."""
        logits = self._engine.softmax.logits
        self._engine.mnist.digit.open_picture(image_u8)
        logits.set_source("digit")
        logits.set_true_class(label)
        self._engine.clock.wake()
        self.told.emit(self.tr("The digit is on the canvas, and its logits are on the Softmax page."))

    @Slot()
    def _show_case_as_logits(self) -> None:
        self._engine.softmax.logits.set_source("case")
        self.page_wanted.emit("softmax")

    @Slot()
    def _show_digit_as_logits(self) -> None:
        self._engine.softmax.logits.set_source("digit")
        self.page_wanted.emit("softmax")

    @Slot()
    def _show_likelihood(self) -> None:
        self._engine.losses.boxes.set_draw_source("labels")
        self.panel_wanted.emit("losses.likelihood")
