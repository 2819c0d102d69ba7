"""The menu of what can be made of runs."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lossviz.core.reports.exports import ExportKind
from lossviz.widgets.picture_files import PictureSource

KINDS: tuple[ExportKind, ...] = get_args(ExportKind)


class ExportMenu(QMenu):
    """First for all runs that are drawn, then for those that are selected; below, pictures of what the window shows."""

    runs_chosen = Signal(str, object)  # ExportKind, the numbers of the runs
    picture_chosen = Signal(object)  # PictureSource

    def __init__(self, parent: QWidget, pictures: Sequence[PictureSource]) -> None:
        super().__init__(parent)
        self._shown: tuple[int, ...] = ()
        self._selected: tuple[int, ...] = ()
        self._of_shown = self._add_section("shown")
        self._of_selected = self._add_section("selected")
        if pictures:
            self._add_pictures(pictures)

    def offer(self, shown: tuple[int, ...], selected: tuple[int, ...]) -> None:
        """Say how many runs each section is about. shown, selected: their numbers."""
        self._shown, self._selected = shown, selected
        self._of_shown.setTitle(self.tr("Runs shown: {count}").format(count=len(shown)))
        self._of_shown.setEnabled(bool(shown))
        self._of_selected.setTitle(self.tr("Runs selected: {count}").format(count=len(selected)))
        self._of_selected.setEnabled(bool(selected))

    def action(self, section: str, kind: ExportKind) -> QAction:
        """The entry for `kind` in the section "shown" or "selected"."""
        menu = self._of_shown if section == "shown" else self._of_selected
        return menu.actions()[KINDS.index(kind)]

    def _add_section(self, section: str) -> QMenu:
        menu = self.addMenu("")
        for kind in KINDS:
            action = menu.addAction(self._text(kind))
            action.triggered.connect(lambda _=False, kind=kind: self._tell(section, kind))
        return menu

    def _tell(self, section: str, kind: ExportKind) -> None:
        self.runs_chosen.emit(kind, self._shown if section == "shown" else self._selected)

    def _text(self, kind: ExportKind) -> str:
        return {
            "csv": self.tr("Every step as a table (CSV)…"),
            "html": self.tr("Report with plots and settings (HTML)…"),
            "svg": self.tr("Curves as a drawing (SVG)…"),
            "events": self.tr("Folder for TensorBoard…"),
        }[kind]

    def _add_pictures(self, pictures: Sequence[PictureSource]) -> None:
        self.addSeparator()
        menu = self.addMenu(self.tr("Picture as on screen (PNG)"))
        for source in pictures:
            action = menu.addAction(f"{source.name}…")
            action.triggered.connect(lambda _=False, source=source: self.picture_chosen.emit(source))
