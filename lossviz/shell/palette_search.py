"""Which entries of the command palette a few typed words mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

_NO_MATCH = 9


@dataclass(frozen=True)
class PaletteEntry:
    """title: what is read first. where: menu and page. help: one sentence. keys: as printed on the keyboard.

    words: found by, without being shown, such as the key that is the same in every language.
    """

    title: str
    where: str
    help: str
    run: Callable[[], object]
    keys: str = ""
    words: str = ""
    can_run: bool = True
    haystack: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = (self.title, self.where, self.help, self.words)
        object.__setattr__(self, "haystack", _folded(" ".join(parts)))


def matching(entries: Sequence[PaletteEntry], query: str) -> list[PaletteEntry]:
    """The entries in which every word of `query` occurs, the likeliest first; all of them for an empty query."""
    words = _folded(query).split()
    ranked = [(_rank(entry, words), entry) for entry in entries]
    return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _NO_MATCH]


def _rank(entry: PaletteEntry, words: list[str]) -> int:
    """0 where the title begins as was typed, up to 4; what cannot be done now comes after its like."""
    if not all(word in entry.haystack for word in words):
        return _NO_MATCH
    title = _folded(entry.title)
    if title.startswith(" ".join(words)):
        rank = 0
    elif all(any(part.startswith(word) for part in title.split()) for word in words):
        rank = 1
    else:
        rank = 2 if all(word in title for word in words) else 3
    return rank if entry.can_run else rank + 4


def _folded(text: str) -> str:
    """Keys such as run.fit_play are read as words."""
    return normalize("NFKC", text).casefold().replace("_", " ").replace(".", " ")
