"""What can be presented: the panels of all pages, and the pairs of them that belong together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lossviz.pages.panel_pairs import PANEL_PAIRS
from lossviz.widgets.page import Page
from lossviz.widgets.panel_entry import PanelEntry

translate = QCoreApplication.translate


@dataclass(frozen=True)
class View:
    """One or two panels, by their names, that fill the screen."""

    names: tuple[str, ...]
    title: str

    @property
    def page(self) -> str:
        """The page that it belongs to: that of its first panel."""
        return page_of(self.names[0])


def page_of(panel: str) -> str:
    """The name of the page of the panel called `panel`."""
    return panel.partition(".")[0]


def views_of(pages: Iterable[Page]) -> list[View]:
    """For each page its pairs, then its panels; mere controls are not offered alone."""
    entries = [page.panels() for page in pages]
    titles = {entry.name: entry.title for page_entries in entries for entry in page_entries}
    views: list[View] = []
    for page_entries in entries:
        names = {entry.name for entry in page_entries}
        views += [_pair(pair, titles) for pair in PANEL_PAIRS if pair[0] in names and pair[1] in titles]
        views += [View((entry.name,), entry.title) for entry in page_entries if entry.stands_alone]
    return views


def view_in_front(page: str, entries: Sequence[PanelEntry], turned_to: QWidget | None, views: Sequence[View]) -> View:
    """The panel that a person turned to, with what it steers if it is mere controls; else the first view in sight."""
    on_page = [view for view in views if view.page == page]
    entry = _entry_around(turned_to, entries) if turned_to is not None else None
    if entry is not None:
        return next(view for view in on_page if _shows(view, entry))
    seen = {entry.name for entry in entries if entry.widget.isVisible()}
    return next((view for view in on_page if seen.issuperset(view.names)), on_page[0])


def view_beside(view: View, views: Sequence[View], by: int) -> View:
    """The next (1) or the one before (-1) among the views; from the last on to the first."""
    names = [other.names for other in views]
    if view.names not in names:
        return next((other for other in views if other.page == view.page), view)
    return views[(names.index(view.names) + by) % len(views)]


def _entry_around(widget: QWidget, entries: Sequence[PanelEntry]) -> PanelEntry | None:
    """The panel in sight that the widget belongs to, or the first of those that it holds; None for a whole page."""
    shown = [entry for entry in entries if entry.widget.isVisible() and not entry.is_bar]
    around = [entry for entry in shown if entry.widget is widget or entry.widget.isAncestorOf(widget)]
    within = [entry for entry in shown if widget.isAncestorOf(entry.widget)]
    return next(iter(around or within), None) if len(within) < len(shown) else None


def _shows(view: View, entry: PanelEntry) -> bool:
    return view.names == (entry.name,) if entry.stands_alone else entry.name in view.names


def _pair(names: tuple[str, str], titles: dict[str, str]) -> View:
    text = translate("presentation", "{first} + {second}")
    return View(names, text.format(first=titles[names[0]], second=titles[names[1]]))
