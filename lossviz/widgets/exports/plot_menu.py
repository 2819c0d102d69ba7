"""The menu of a plot: copy it or save it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from lossviz.core.errors import LossvizError
from lossviz.widgets.exports.plot_export import EXPORT_KINDS, ExportKind, PlotExport
from lossviz.widgets.exports.table_export import TableExport
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.spoken_errors import error_sentences
from lossviz.widgets.save_dialog import asked_save_path


class PlotMenu(QMenu):
    """Opened for one time at one plot."""

    def __init__(self, export: PlotExport) -> None:
        super().__init__(export.widget)
        self._export = export
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("What to do with this plot"))
        if export.fitting is not None:
            self._name_key(self.addAction(self.tr("Show &all"), self._fit_view), Qt.Key.Key_Home)
            self.addSeparator()
        rows = self._add_rows(export) if isinstance(export, TableExport) else None
        picture = self.addAction(self.tr("Copy &picture"), self._copy_picture)
        self._name_key(rows or picture, QKeySequence.StandardKey.Copy)
        self.addAction(self.tr("Copy &summary in words"), self._copy_summary)
        self.addAction(self.tr("Copy &data as CSV text"), self._copy_data)
        self.addSeparator()
        for kind in EXPORT_KINDS:
            action = self.addAction(save_text(kind))
            action.setData(kind)
        self.triggered.connect(self._on_triggered)

    def _add_rows(self, table: TableExport) -> QAction:
        self.setAccessibleName(self.tr("What to do with this table"))
        rows = self.tr("Copy the selected &rows") if table.selected else self.tr("Copy all &rows")
        return self.addAction(rows, self._copy_by_key)

    def _name_key(self, action: QAction, key: Qt.Key | QKeySequence.StandardKey) -> None:
        action.setShortcut(QKeySequence(key))
        action.setShortcutVisibleInContextMenu(True)

    @Slot()
    def _copy_by_key(self) -> None:
        self._export.copy_by_key()

    @Slot()
    def _fit_view(self) -> None:
        if self._export.fitting is not None:
            self._export.fitting.fit_view()

    @Slot()
    def _copy_picture(self) -> None:
        self._export.copy_picture()

    @Slot()
    def _copy_summary(self) -> None:
        self._export.copy_summary()

    @Slot()
    def _copy_data(self) -> None:
        self._export.copy_data()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        kind = action.data()
        if kind is not None:
            save_asked(self._export, next(one for one in EXPORT_KINDS if one == kind))


def open_plot_menu(export: PlotExport, place: QPoint | None = None) -> PlotMenu:
    """Open it at `place` on the screen, or in the middle of the plot for those who came by keyboard."""
    widget = export.widget
    menu = PlotMenu(export)
    menu.popup(widget.mapToGlobal(widget.rect().center()) if place is None else place)
    return menu


def save_text(kind: ExportKind) -> str:
    """Of an entry of a menu."""
    texts = {
        "png": QCoreApplication.translate("PlotMenu", "Save as pi&xels, twice as fine (PNG)…"),
        "svg": QCoreApplication.translate("PlotMenu", "Save as a dra&wing (SVG)…"),
        "csv": QCoreApplication.translate("PlotMenu", "Save the &numbers (CSV)…"),
    }
    return texts[kind]


def save_asked(export: PlotExport, kind: ExportKind) -> None:
    """Ask where to, and write; what went wrong is said."""
    path = _asked_path(export, kind)
    if path is None:
        return
    try:
        export.save(path, kind)
    except LossvizError as error:
        _show_error(export, error)


def _asked_path(export: PlotExport, kind: ExportKind) -> Path | None:
    suffix = f".{kind}"
    title = QCoreApplication.translate("PlotMenu", "Save {title}").format(title=export.title)
    kinds = QCoreApplication.translate("PlotMenu", "{kind} files (*{suffix})").format(kind=kind.upper(), suffix=suffix)
    return asked_save_path(export.widget, title, export.file_name + suffix, kinds, suffix)


def _show_error(export: PlotExport, error: LossvizError) -> None:
    what, why, remedy = error_sentences(error)
    box = QMessageBox(QMessageBox.Icon.Warning, what, what, QMessageBox.StandardButton.Ok, export.widget)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(in_a_row((why, remedy)))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
