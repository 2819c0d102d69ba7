"""Says in the status bar which large file is being read or written."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStatusBar

from lossviz.workers.file_queue import FileQueue


class FileWords(QObject):
    """The words stand until the work is done or others take their place."""

    def __init__(self, files: FileQueue, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._files = files
        self._bar = bar
        self._said = ""
        files.task_changed.connect(self._on_task_changed)

    @Slot()
    def _on_task_changed(self) -> None:
        task, before = self._files.task, self._said
        if task:
            said = self.tr("Opening {path}…") if task.kind == "read" else self.tr("Saving the run to {path}…")
            self._said = said.format(path=task.path)
            self._bar.showMessage(self._said)
        elif self._bar.currentMessage() == before:
            self._bar.clearMessage()
