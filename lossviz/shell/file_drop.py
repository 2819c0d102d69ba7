"""Files that are dropped on a window are opened."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrop(QObject):
    """Watches `window`. Of several files the first that `can_open` takes is handed to `open_file`."""

    refused = Signal(object)  # LossvizError: nothing was opened, or not all

    def __init__(self, window: QWidget, can_open: Callable[[Path], bool], open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._can_open = can_open
        self._open_file = open_file
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what carries local files; leave all else to the window."""
        is_dragged = event.type() in _DRAGGED
        if not isinstance(event, QDropEvent) or not (is_dragged or event.type() == QEvent.Type.Drop):
            return False
        paths = _local_files(event)
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # a file manager would remove files that are moved
        event.accept()
        if not is_dragged:
            self._open_first(paths)
        return True

    def _open_first(self, paths: Sequence[Path]) -> None:
        first = next(filter(self._can_open, paths), None)
        if first is None:
            self.refused.emit(_none_opens(paths[0]))
            return
        self._open_file(first)
        if len(paths) > 1:
            self.refused.emit(_only_one(first, len(paths) - 1))


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _none_opens(path: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "{name} was not opened."),
        QT_TRANSLATE_NOOP(
            "errors",
            "lossviz opens sessions (.lossviz.json), lessons (.yaml), runs (.pt), tables of cases (.csv, .tsv, .txt), "
            "pictures of digits, and MNIST as a folder or a file.",
        ),
        QT_TRANSLATE_NOOP("errors", "Drop one of these."),
        name=path.name,
    )


def _only_one(opened: Path, others: int) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "Of what was dropped only {name} was opened."),
        QT_TRANSLATE_NOOP("errors", "One file is opened at a time; left out: {count}."),
        QT_TRANSLATE_NOOP("errors", "Drop the others one by one."),
        name=opened.name,
        count=others,
    )
