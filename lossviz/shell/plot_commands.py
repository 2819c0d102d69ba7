"""The commands of the Edit and File menus that act on a plot or a table: that which has the focus, or had it last."""

import weakref
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from lossviz.shell.commands import Command
from lossviz.widgets.exports.plot_export import EXPORT_KINDS, ExportKind, PlotExport, export_of
from lossviz.widgets.exports.plot_menu import save_asked, save_text
from lossviz.widgets.exports.table_export import TableExport

translate = QCoreApplication.translate

_GROUP = 40


class PlotInMind(QObject):
    """Which plot or table a command means. window: whose plots are offered while none has had the focus."""

    def __init__(self, application: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: weakref.ref[PlotExport] | None = None
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def export(self) -> PlotExport | None:
        """Of what had the focus last, if it can be seen; otherwise of the largest plot in sight, or table."""
        last = None if self._last is None else self._last()
        if last is not None and _is_in_sight(last):
            return last
        seen = [export for export in self._window.findChildren(PlotExport) if _is_in_sight(export)]
        return max(seen, key=lambda one: (not isinstance(one, TableExport), _area(one)), default=None)

    @property
    def is_there(self) -> bool:
        """Whether there is any."""
        return self.export is not None

    @property
    def is_table(self) -> bool:
        """Whether it has rows."""
        return isinstance(self.export, TableExport)

    @Slot("QWidget*", "QWidget*")
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        export = export_of(now)
        if export is not None:
            self._last = weakref.ref(export)


def plot_commands(plot: PlotInMind) -> list[Command]:
    """Copy it as a picture, in words or in numbers; save it."""
    return [*_copy_commands(plot), _copy_rows_command(plot), *(_save_command(plot, kind) for kind in EXPORT_KINDS)]


def _copy_commands(plot: PlotInMind) -> list[Command]:
    command = partial(Command, menu="edit", group=_GROUP, is_enabled=lambda: plot.is_there)
    return [
        command(
            "edit.copy_picture",
            text=translate("commands", "Copy &picture of the plot or table"),
            help=translate("commands", "What has or had the focus, as a picture; in the plot itself: Ctrl+C."),
            run=_on(plot, PlotExport.copy_picture),
        ),
        command(
            "edit.copy_summary",
            text=translate("commands", "Copy &summary of the plot or table"),
            help=translate("commands", "What it shows, in a few sentences with its numbers."),
            run=_on(plot, PlotExport.copy_summary),
        ),
        command(
            "edit.copy_data",
            text=translate("commands", "Copy &data of the plot or table"),
            help=translate("commands", "All its numbers as the text of a CSV table."),
            run=_on(plot, PlotExport.copy_data),
        ),
    ]


def _copy_rows_command(plot: PlotInMind) -> Command:
    return Command(
        "edit.copy_rows",
        menu="edit",
        text=translate("commands", "Copy &rows of the table"),
        help=translate(
            "commands", "The rows that are selected, or all, for a spreadsheet; in the table itself: Ctrl+C."
        ),
        run=_on(plot, lambda export: export.copy_by_key()),
        is_enabled=lambda: plot.is_table,
        group=_GROUP,
    )


def _save_command(plot: PlotInMind, kind: ExportKind) -> Command:
    return Command(
        f"file.save_plot_{kind}",
        menu="file",
        text=save_text(kind),
        help=translate("commands", "The plot or table that has or had the focus, as a file."),
        run=_on(plot, lambda export: save_asked(export, kind)),
        is_enabled=lambda: plot.is_there,
        group=_GROUP,
        submenu=translate("commands", "Save p&lot or table"),
    )


def _on(plot: PlotInMind, act: Callable[[PlotExport], None]) -> Callable[[], None]:
    def run() -> None:
        export = plot.export
        if export is not None:
            act(export)

    return run


def _is_in_sight(export: PlotExport) -> bool:
    widget = export.widget
    seen = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget  # its parts cover all the rest
    return seen.isVisible() and not seen.visibleRegion().isEmpty()


def _area(export: PlotExport) -> int:
    return export.widget.width() * export.widget.height()
