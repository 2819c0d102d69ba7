"""What every plot can be taken along as: a picture, a few sentences, a table of its numbers."""

import weakref
from pathlib import Path
from typing import Literal, Protocol, get_args, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from lossviz.core.tables import Table, csv_text
from lossviz.widgets.exports.widget_pictures import picture_of, png_of, svg_of
from lossviz.widgets.picture_files import write_export

ExportKind = Literal["png", "svg", "csv"]
EXPORT_KINDS: tuple[ExportKind, ...] = get_args(ExportKind)


class Exportable(Protocol):
    """What a plot can say of itself."""

    def summary(self) -> str:
        """One to five sentences with the numbers that matter, in the language of the window."""

    def table(self) -> Table:
        """The numbers on screen."""


@runtime_checkable
class Fitting(Protocol):
    """A plot whose view can be moved by hand."""

    def fit_view(self) -> None:
        """Show all again, as the Home key does."""


class PlotExport(QObject):
    """A child of the widget that it is about. `source` must live as long as the widget, and is not kept alive."""

    copied = Signal(str)  # "picture", "summary", "data" or "rows"

    def __init__(self, widget: QWidget, source: Exportable) -> None:
        super().__init__(widget)
        self._source = weakref.ref(source)

    @property
    def widget(self) -> QWidget:
        """What is exported. Raises: RuntimeError if it has gone."""
        widget = self.parent()
        if not isinstance(widget, QWidget):
            raise RuntimeError("the widget has gone")
        return widget

    @property
    def fitting(self) -> Fitting | None:
        """The plot, if its view can be moved by hand."""
        source = self._present_source()
        return source if isinstance(source, Fitting) else None

    @property
    def title(self) -> str:
        """The widget's name for people."""
        return self.widget.accessibleName() or self.tr("Plot")

    @property
    def file_name(self) -> str:
        """To propose, without a suffix."""
        return self.widget.objectName().replace(".", "-") or "plot"

    def summary(self) -> str:
        """What is on screen, in words."""
        return self._present_source().summary()

    def csv(self) -> str:
        """What is on screen, in numbers; see `csv_text`."""
        return csv_text(self.numbers())

    def picture(self) -> QImage:
        """With twice the window's pixels on each side."""
        return picture_of((self.widget,), self._background())

    def describe(self) -> None:
        """Bring the accessible description up to date."""
        summary = self.summary()
        if summary != self.widget.accessibleDescription():
            self.widget.setAccessibleDescription(summary)

    def copy_by_key(self) -> None:
        """What Ctrl+C copies."""
        self.copy_picture()

    def copy_picture(self) -> None:
        """To the clipboard."""
        clipboard().setImage(self.picture())
        self.copied.emit("picture")

    def copy_summary(self) -> None:
        """To the clipboard."""
        self.describe()
        clipboard().setText(self.summary())
        self.copied.emit("summary")

    def copy_data(self) -> None:
        """To the clipboard, as the text of a CSV file."""
        clipboard().setText(self.csv())
        self.copied.emit("data")

    def content(self, kind: ExportKind) -> bytes:
        """Of a file of this kind."""
        if kind == "csv":
            return self.csv().encode("utf-8")
        if kind == "png":
            return png_of((self.widget,), self._background())
        return svg_of((self.widget,), self._background(), self.title, self.summary())

    def save(self, path: Path, kind: ExportKind) -> None:
        """Write a file of this kind.

        Raises: LossvizError if the path cannot be written.
        """
        write_export(path, self.content(kind))

    def numbers(self) -> Table:
        """What is on screen, in numbers."""
        return self._present_source().table()

    def _present_source(self) -> Exportable:
        source = self._source()
        if source is None:
            raise RuntimeError("the widget has gone")
        return source

    def _background(self) -> QColor:
        """What is seen through the widget where it paints nothing."""
        window = self.widget.window()
        return window.palette().color(window.backgroundRole())


def export_of(widget: QWidget | None) -> PlotExport | None:
    """What the widget, or the nearest widget around it, offers; None if none does."""
    while widget is not None:
        found = widget.findChild(PlotExport, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(found, PlotExport):
            return found
        widget = widget.parentWidget()
    return None


def clipboard() -> QClipboard:
    """The system's."""
    return QGuiApplication.clipboard()
