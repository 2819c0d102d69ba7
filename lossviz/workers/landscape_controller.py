"""Computes landscapes on a thread and hands them to the landscape store as they grow."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from lossviz.core.data.digits import Digits
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import Subject, SurveyProgress, survey
from lossviz.core.latest_value import LatestValue
from lossviz.stores.data_store import DataStore
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.workers.task_runner import TaskRunner
from lossviz.workers.thread_priority import yield_to_the_window


class LandscapeController(QObject):
    """One landscape at a time. Lives in the window's thread; `collect` is called once a frame.

    subject: asked when a landscape begins; None while there is no network. threads: so many cores at most.
    """

    def __init__(
        self, landscapes: LandscapeStore, data: DataStore, subject: Callable[[], Subject | None], threads: int = 1
    ) -> None:
        super().__init__()
        self._landscapes = landscapes
        self._data = data
        self._subject = subject
        self._threads = threads
        self._progress: LatestValue[SurveyProgress] = LatestValue()
        self._tasks = TaskRunner()
        self._tasks.done.connect(self._on_done)
        self._tasks.failed.connect(self._on_failed)

    @Slot()
    def compute(self) -> None:
        """Begin a landscape around the network as it is now, unless one is being computed."""
        if self._tasks.is_busy:
            return
        subject, digits, settings = self._subject(), self._data.digits, self._landscapes.settings
        if subject is None or digits is None:
            self._landscapes.fail(_nothing_to_survey())
            return
        self._progress.take()  # what an earlier one may have left
        self._landscapes.begin()
        self._tasks.start(lambda: self._survey(subject, settings, digits))

    @Slot()
    def cancel(self) -> None:
        """Break it off within some milliseconds; what is known stays."""
        self._tasks.cancel()

    def collect(self) -> bool:
        """Pull what is new; True while a landscape is being computed."""
        if progress := self._progress.take():
            self._landscapes.set_progress(progress)
        return self._tasks.is_busy

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        return self._tasks.shut_down(patience_ms)

    def _survey(self, subject: Subject, settings: LandscapeSettings, digits: Digits) -> bool:
        yield_to_the_window()
        return survey(subject, settings, digits, self._progress.put, self._tasks.is_cancelled, self._threads)

    @Slot(object)
    def _on_done(self, is_complete: bool) -> None:
        self.collect()  # the last of it
        self._landscapes.finish(is_complete)

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self.collect()  # the last of it
        self._landscapes.fail(error)


def _nothing_to_survey() -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "There is nothing to compute a landscape of."),
        QT_TRANSLATE_NOOP("errors", "No network with finite weights is at hand, or its data are not loaded yet."),
        QT_TRANSLATE_NOOP("errors", "Start a run, or open a saved one, and press Compute again."),
    )
