"""All keys on one sheet: those of the table of commands, by menu and page, and those of plots and canvas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lossviz.shell.commands import Command, CommandTable, Menu, full_text, plain_text
from lossviz.shell.sheet_overlay import Sheet, SheetOverlay, group_title
from lossviz.widgets.controls import plain_label, row_of
from lossviz.widgets.joints import listed, titled

_STYLE = """
QWidget { background: transparent; }
QLabel[rank="key"] {
    background: palette(alternate-base); border: 1px solid palette(mid); border-radius: 3px; padding: 1px 5px;
}
"""

translate = QCoreApplication.translate


KeyRow = tuple[tuple[str, ...], str]  # keys, any of which does it; what it does


@dataclass(frozen=True)
class KeyGroup:
    """title: a menu, a page, or where the keyboard is."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(
    table: CommandTable, menus: dict[Menu, str], pages: Sequence[tuple[str, str]], front: str
) -> list[KeyGroup]:
    """What has keys: on the page in front and in what it holds, in the menus, on the other pages.

    menus: titles by name. pages: (name, title).
    """
    ordered = sorted(pages, key=lambda page: page[0] != front)
    on_page = translate("keys", "On the page {page}")
    by_page = [KeyGroup(on_page.format(page=title), _rows(table, page=name)) for name, title in ordered]
    by_menu = [KeyGroup(title, _rows(table, menu=menu)) for menu, title in menus.items()]
    groups = (*by_page[:1], *_fixed_groups(), *by_menu, *by_page[1:])
    return [group for group in groups if group.rows]


def _rows(table: CommandTable, page: str = "", menu: Menu | None = None) -> tuple[KeyRow, ...]:
    """A row for each command with keys; one for all of a submenu."""
    commands = [
        command
        for command in table
        if command.page == page and (menu is None or command.menu == menu) and table.keys_told(command)
    ]
    rows = (list(alike) for _, alike in groupby(commands, key=lambda command: command.submenu or command.key))
    return tuple(_row(table, alike) for alike in rows)


def _row(table: CommandTable, alike: Sequence[Command]) -> KeyRow:
    first, last = alike[0], alike[-1]
    if first is last:
        return tuple(table.keys_told(first)), full_text(first)
    return (table.keys_told(first)[0], "…", table.keys_told(last)[0]), plain_text(first.submenu)


def _fixed_groups() -> list[KeyGroup]:
    """Keys that belong to whatever has the focus, and therefore are no commands."""
    return [
        KeyGroup(
            translate("keys", "Where the focus is"),
            (
                (("Tab", "Shift+Tab"), translate("keys", "Next control, previous control")),
                (("Ctrl+Tab",), translate("keys", "Next tab")),
                ((translate("keys", "Arrow keys"),), translate("keys", "Change a value, move what is chosen")),
                (("Esc",), translate("keys", "Let go of what is chosen")),
            ),
        ),
        KeyGroup(
            translate("keys", "In a plot"),
            (
                (("PgDown", "PgUp"), translate("keys", "Choose the next or previous point")),
                ((translate("keys", "Arrow keys"),), translate("keys", "Move the chosen point; Shift moves a case")),
                (("Ins", "Del"), translate("keys", "Add a point, take one away")),
                (("Home",), translate("keys", "Show all")),
                (("Esc",), translate("keys", "Take back a drag")),
                (("Ctrl+C",), translate("keys", "Copy the picture")),
                (("Shift+F10",), translate("keys", "Copy or save it, as you choose")),
            ),
        ),
        KeyGroup(
            translate("keys", "In a table"),
            (
                (("Ctrl+C",), translate("keys", "Copy the selected rows")),
                (("Shift+F10",), translate("keys", "Copy or save it, as you choose")),
            ),
        ),
    ]


class KeyOverlay(SheetOverlay):
    """Columns of groups. groups: asked each time it opens."""

    def __init__(self, window: QWidget, groups: Callable[[], Sequence[KeyGroup]]) -> None:
        super().__init__(window, "keys", (Qt.Key.Key_Question, Qt.Key.Key_F1))
        self._ask = groups

    def written(self) -> Sheet:
        """The keys as they are."""
        groups = self._ask()
        return Sheet(self.tr("All keys"), self.tr("Keys (Esc closes)"), _content(groups), _as_text(groups))


def _content(groups: Sequence[KeyGroup]) -> QWidget:
    sheet = QWidget()
    sheet.setStyleSheet(_STYLE)
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(0, 4, 0, 4)
    columns.setSpacing(24)
    for share in _in_columns(groups):
        columns.addLayout(_column(share), 1)
    return sheet


def _in_columns(groups: Sequence[KeyGroup]) -> list[Sequence[KeyGroup]]:
    """In their order, cut so that the columns are about as long as each other."""
    heights = [len(group.rows) + 2 for group in groups]
    cuts = combinations_with_replacement(range(len(groups) + 1), 2)
    first, second = min(cuts, key=lambda cut: _unevenness(heights[: cut[0]], heights[slice(*cut)], heights[cut[1] :]))
    return [groups[:first], groups[first:second], groups[second:]]


def _unevenness(*columns: list[int]) -> int:
    return sum(sum(heights) ** 2 for heights in columns)


def _column(groups: Sequence[KeyGroup]) -> QGridLayout:
    """One group under the other, all keys on the left."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for group in groups:
        grid.addWidget(group_title(group.title, is_first=group is groups[0]), grid.rowCount(), 0, 1, 2)
        for keys, text in group.rows:
            meaning = plain_label(text)
            meaning.setWordWrap(True)
            row = grid.rowCount()
            grid.addLayout(_caps(keys), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meaning, row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _caps(keys: Sequence[str]) -> QHBoxLayout:
    """Each as if it were printed on its key."""
    caps = [plain_label(key) for key in keys]
    for cap in caps:
        cap.setProperty("rank", "key")
    return row_of(*caps, None, spacing=4)


def _as_text(groups: Sequence[KeyGroup]) -> str:
    """For a screen reader."""
    return "\n".join(
        line for group in groups for line in (group.title, *(titled(listed(keys), text) for keys, text in group.rows))
    )
