"""How the libraries call a loss: a small page of text that can be selected and copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from lossviz.widgets.focus_ring import FocusRing
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import at_each_type, by_type

_MOST_PX = 720  # longer lines are hard to read


@dataclass(frozen=True)
class CardText:
    """title, text: a paragraph under a heading."""

    title: str
    text: str


@dataclass(frozen=True)
class LibraryRow:
    """call: empty if the library has none. note: may be empty."""

    library: str
    call: str
    note: str


class CardPage(QTextEdit):
    """Paragraphs and a table, as high as they are; long names wrap anywhere rather than widen the panel."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._texts: tuple[CardText, ...] = ()
        self._rows: tuple[LibraryRow, ...] = ()
        self._none = ""
        self._table_title = ""
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        FocusRing(self)
        at_each_type(self, self._limit_width)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        theme.theme_changed.connect(self._write)

    def show_card(self, texts: Sequence[CardText], table_title: str, rows: Sequence[LibraryRow], none: str) -> None:
        """none: what stands where a library has no name for the loss."""
        shown = (tuple(texts), table_title, tuple(rows), none)
        if shown != (self._texts, self._table_title, self._rows, self._none):
            self._texts, self._table_title, self._rows, self._none = shown
            self._write()

    def _limit_width(self, metrics: QFontMetrics) -> None:
        del metrics
        self.setMaximumWidth(round(by_type(self, _MOST_PX)))

    def sizeHint(self) -> QSize:
        """All of it at the present width."""
        return QSize(400, int(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as the text is, and rather narrow."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _write(self) -> None:
        small = f'style="color: {self._theme.theme.colours.text_muted}"'
        paragraphs = [
            f'<p style="margin: 0 0 8px 0"><b>{escape(each.title)}</b><br>{escape(each.text)}</p>'
            for each in self._texts
        ]
        rows = "".join(self._row_html(row, small) for row in self._rows)
        title = f'<p style="margin: 0 0 2px 0"><b>{escape(self._table_title)}</b></p>'
        self.setHtml("".join(paragraphs) + title + f'<table cellspacing="0" cellpadding="2">{rows}</table>')
        self.updateGeometry()

    def _row_html(self, row: LibraryRow, small: str) -> str:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        call = f'<span style="font-family: {escape(mono)}">{escape(row.call)}</span>' if row.call else ""
        if not row.call:
            call = f"<span {small}>{escape(self._none)}</span>"
        note = f" <span {small}>{escape(row.note)}</span>" if row.note else ""
        name = f'<td style="padding-right: 10px; white-space: nowrap">{escape(row.library)}</td>'
        return f"<tr>{name}<td>{call}{'<br>' if note else ''}{note}</td></tr>"
