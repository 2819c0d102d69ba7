"""Which entries of the command palette a few typed words mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

_RANKS = 5
_NO_MATCH = 2 * _RANKS


@dataclass(frozen=True)
class PaletteEntry:
    """title: what is read first. where: menu and page. help: one sentence. keys: as printed on the keyboard.

    words: found by, without being shown, such as the key that is the same in every language.
    name: as good as the title without being shown, such as that of a panel, which is the same in every language.
    """

    title: str
    where: str
    help: str
    run: Callable[[], object]
    keys: str = ""
    words: str = ""
    name: str = ""
    can_run: bool = True
    haystack: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = (self.title, self.where, self.help, self.words, self.name)
        object.__setattr__(self, "haystack", _folded(" ".join(parts)))


def matching(entries: Sequence[PaletteEntry], query: str) -> list[PaletteEntry]:
    """The entries in which every word of `query` occurs, the likeliest first; all of them for an empty query."""
    words = _folded(query).split()
    ranked = [(_rank(entry, words), entry) for entry in entries]
    return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _NO_MATCH]


def _rank(entry: PaletteEntry, words: list[str]) -> int:
    """0 where the title or the name begins as was typed, up to 4 where the help alone has it.

    What cannot be done now comes after all that can.
    """
    if not all(word in entry.haystack for word in words):
        return _NO_MATCH
    rank = _title_rank(entry, words)
    if rank is None:
        parts = _folded(f"{entry.title} {entry.name} {entry.where} {entry.words}").split()
        rank = 3 if _begin_in(parts, words) else 4
    return rank if entry.can_run else rank + _RANKS


def _title_rank(entry: PaletteEntry, words: list[str]) -> int | None:
    title, typed = _folded(entry.title), " ".join(words)
    if title.startswith(typed) or (typed and _folded(entry.name).startswith(typed)):
        return 0
    if _begin_in(title.split(), words):
        return 1
    return 2 if all(word in title for word in words) else None


def _begin_in(parts: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in parts) for word in words)


def _folded(text: str) -> str:
    """Keys such as run.fit_play are read as words."""
    return normalize("NFKC", text).casefold().replace("_", " ").replace(".", " ")
