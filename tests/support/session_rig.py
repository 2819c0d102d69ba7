"""A session desk over real stores, a training controller and the note of what was asked of a window."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings

from lossviz.core.training.saved_run import SavedRun
from lossviz.shell.session_desk import Arrangement, Outside, SessionDesk
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.distributions_store import DistributionsStore
from lossviz.stores.message_store import MessageStore
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.stores.settings_store import SettingsStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.training_choices import TrainingChoices
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.workers.file_queue import FileQueue
from lossviz.workers.training_controller import TrainingController
from tests.support.tiny_runs import TINY_RUN, tiny_digits

PAGES = ("fit", "overfit", "mnist")


class SessionRig:
    """wanted_data: what was asked to be loaded, None for built-in digits. page, view: of the window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.page = "fit"
        self.view: Mapping[str, object] = {}
        self.wanted_data: list[Path | None] = []
        self.data, self.messages = DataStore(), MessageStore()
        self.data.set_digits(tiny_digits())
        self.polynomial, self.distributions = PolynomialStore(), DistributionsStore()
        self.training = TrainingStore(self.data, TINY_RUN, "cpu", 1)
        self.controller = TrainingController(self.training, self.data, ClassifierStore(), FileQueue())
        self.settings = SettingsStore(QSettings(str(folder / "lossviz.ini"), QSettings.Format.IniFormat))
        self.table = StateTable(
            {
                "losses": {"distributions": self.distributions},
                "overfit": {"polynomial": self.polynomial},
                "mnist": {"training": TrainingChoices(self.training)},
            },
            [self.polynomial.data_changed, self.polynomial.model_changed, self.training.settings_changed],
        )
        self.desk = self._desk()

    def said(self) -> str:
        """The message that stands, empty for none."""
        message = self.messages.message
        return str(message.error) if message else ""

    def _desk(self) -> SessionDesk:
        arrangement = Arrangement(PAGES, lambda: self.page, self._show_page, lambda: self.view, self._restore)
        keep_run, open_data = self.controller.write_at_rest, self.wanted_data.append
        outside = Outside(keep_run, self._adopt, open_data, lambda: open_data(None))
        return SessionDesk(self.table, self.training, self.data, arrangement, outside, self.messages)

    def _show_page(self, page: str) -> None:
        self.page = page

    def _restore(self, view: Mapping[str, object]) -> None:
        self.view = view

    def _adopt(self, run: SavedRun, _path: Path) -> RunRecord:
        return self.controller.adopt(run)
