"""The banner that tells of a crash report."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from lossviz.widgets.messages.message_banner import BannerAction, MessageBanner, MessageKind
from lossviz.widgets.theme import ThemeSource


class CrashNotice(MessageBanner):
    """Says that something went wrong, where it is written down, and offers to copy that."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self.setObjectName("crash_notice")
        self._tell_again: Callable[[], None] = lambda: None

    @Slot(object)
    def tell_of(self, report: Path) -> None:
        """Something went wrong in this sitting."""
        self._tell_again = partial(self.tell_of, report)
        self._show(report, self.tr("Something went wrong. Your work is still there."))

    @Slot(object)
    def tell_of_last_time(self, report: Path) -> None:
        """An earlier window ended by dying."""
        self._tell_again = partial(self.tell_of_last_time, report)
        self._show(report, self.tr("Last time lossviz ended by itself, because something went wrong."))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language of now, unless it has been closed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and not self.isHidden():
            self._tell_again()

    def _show(self, report: Path, title: str) -> None:
        text = self.tr(
            "What is known about it is in {path}, on this computer only; nothing was sent. "
            "If you want it mended, copy the report and pass it on."
        )
        actions = [
            BannerAction(self.tr("Copy the report"), lambda: copy_report(report), "crash.copy"),
            BannerAction(self.tr("Open its folder"), lambda: open_folder(report.parent), "crash.folder"),
        ]
        self.show_message(MessageKind.ERROR, title, text.format(path=report), actions)


def copy_report(report: Path) -> None:
    """Put the report on the clipboard; what cannot be read any more is said instead of it."""
    try:
        text = report.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        text = str(error)
    QGuiApplication.clipboard().setText(text)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own way; it is made if it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
