"""A thread for one piece of work that is not training: loading, downloading."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.system_reasons import first_words

_logger = logging.getLogger(__name__)


class TaskThread(QThread):
    """Calls `work` on a thread of its own and emits exactly one of `done` and `failed`."""

    done = Signal(object)  # what `work` returned
    failed = Signal(object)  # LossvizError

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work; no exception leaves the thread."""
        try:
            result = self._work()
        except LossvizError as error:
            self.failed.emit(error)
        except Exception as error:
            _logger.exception("a task broke")
            self.failed.emit(_broken(error))
        else:
            self.done.emit(result)


def _broken(error: Exception) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "That did not work."),
        QT_TRANSLATE_NOOP("errors", "An unexpected error came up: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed. Please try again, or with another file."),
        reason=first_words(error),
    )
