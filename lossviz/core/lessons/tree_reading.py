"""Takes maps apart, entry by entry, and tells the line of whatever is missing, unknown or of another kind."""

import difflib
import re

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.lessons.file_faults import FileFault, shortened
from lossviz.core.lessons.lesson import Words
from lossviz.core.lessons.yaml_tree import Leaf, Row, Table, Tree, value_of
from lossviz.core.names import LANGUAGE_NAMES

_WHOLE = re.compile(r"-?\d{1,6}")


class TableReader:
    """Reads the entries of one map and remembers where each stands.

    lines: the line of each entry that was read, by its path; "" for the map itself.
    Raises: FileFault, from every method.
    """

    def __init__(self, tree: Tree, name: str, lines: dict[str, int] | None = None, prefix: str = "") -> None:
        """name: what the map is, for messages. lines, prefix: of the reader around it."""
        self._table = _as_table(tree, name)
        self._name = name
        self._prefix = prefix
        self.lines: dict[str, int] = {} if lines is None else lines
        self.lines[prefix.removesuffix(".")] = self._table.line
        for key, entry in self._table.entries.items():
            self.lines[f"{prefix}{key}"] = self._table.key_lines[key]
            if isinstance(entry, Row):
                self.lines |= {f"{prefix}{key}.{place}": item.line for place, item in enumerate(entry.items)}
            if isinstance(entry, Table):
                self.lines |= {f"{prefix}{key}.{inner}": line for inner, line in entry.key_lines.items()}

    def expect(self, *known: str) -> None:
        """Refuse every key that is not known."""
        for key, line in self._table.key_lines.items():
            if key not in known:
                raise _unknown(line, key, known, self._name)

    def has(self, key: str) -> bool:
        """Whether the entry is there and not empty."""
        entry = self._table.entries.get(key)
        return entry is not None and not (isinstance(entry, Leaf) and not entry.text)

    def words(self, key: str) -> Words:
        """A text, or a map with one for each language."""
        return words_of(self._entry(key), key)

    def text(self, key: str) -> str:
        """A single line of text."""
        return _as_text(self._entry(key), key)

    def whole(self, key: str) -> int:
        """A whole number."""
        return _as_whole(self._entry(key), key)

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; empty if absent."""
        return tuple(_as_whole(item, key) for item in self.items(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if absent."""
        return tuple(_as_text(item, key) for item in self.items(key))

    def items(self, key: str) -> tuple[Tree, ...]:
        """A list of whatever; empty if absent."""
        if not self.has(key):
            return ()
        entry = self._entry(key)
        if not isinstance(entry, Row):
            raise _wrong(entry, key, QT_TRANSLATE_NOOP("errors", "“{key}” must be a list, and is {found}."))
        return entry.items

    def texts_by_name(self, key: str) -> dict[str, str]:
        """A map of texts; empty if absent."""
        table = self._inner(key)
        return {name: _as_text(entry, name) for name, entry in table.entries.items()}

    def values_by_name(self, key: str) -> dict[str, object]:
        """A map of maps of whatever JSON can hold; empty if absent."""
        table = self._inner(key)
        return {name: value_of(_as_table(entry, f"{key}.{name}")) for name, entry in table.entries.items()}

    def part(self, key: str) -> "TableReader":
        """What stands below the key."""
        return TableReader(self._entry(key), key, self.lines, f"{self._prefix}{key}.")

    def _inner(self, key: str) -> Table:
        return _as_table(self._entry(key), key) if self.has(key) else Table({}, {}, self._table.line)

    def _entry(self, key: str) -> Tree:
        if key not in self._table.entries:
            raise _missing(self._table.line, key, self._name)
        return self._table.entries[key]


def words_of(tree: Tree, name: str) -> Words:
    """A text, or a map with one for each language.

    Raises: FileFault if it is neither, or if there is no text in it.
    """
    if isinstance(tree, Table):
        reader = TableReader(tree, name)
        reader.expect(*LANGUAGE_NAMES)
        words = Words(**{language: reader.text(language) for language in LANGUAGE_NAMES if reader.has(language)})
    else:
        words = Words.plain(_as_text(tree, name, is_line=False))
    if not words.en and not words.zh_CN:
        raise _missing_text(tree.line, name)
    return words


def _as_table(tree: Tree, name: str) -> Table:
    if isinstance(tree, Table):
        return tree
    raise _wrong(tree, name, QT_TRANSLATE_NOOP("errors", "“{key}” must be a map of names with values, and is {found}."))


def _as_text(tree: Tree, name: str, *, is_line: bool = True) -> str:
    if not isinstance(tree, Leaf):
        raise _wrong(tree, name, QT_TRANSLATE_NOOP("errors", "“{key}” must be a text, and is {found}."))
    if is_line and not tree.text.strip():
        raise _missing_text(tree.line, name)
    return tree.text.strip()


def _as_whole(tree: Tree, name: str) -> int:
    if isinstance(tree, Leaf) and _WHOLE.fullmatch(tree.text):
        return int(tree.text)
    raise _wrong(tree, name, QT_TRANSLATE_NOOP("errors", "“{key}” must be a whole number, and is {found}."))


def _wrong(tree: Tree, key: str, why: str) -> FileFault:
    found = {Table: "{…}", Row: "[…]"}.get(type(tree)) or f"“{shortened(tree.text) if isinstance(tree, Leaf) else ''}”"
    return FileFault(
        tree.line,
        why,
        QT_TRANSLATE_NOOP("errors", "FORMAT.md, in the folder of the lessons, shows how it is written."),
        key=key,
        found=found,
    )


def _missing(line: int, key: str, name: str) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "“{key}” is missing in the {name} that begins there."),
        QT_TRANSLATE_NOOP("errors", "Add a line with “{key}:” and what belongs to it."),
        key=key,
        name=name,
    )


def _missing_text(line: int, key: str) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "The text of “{key}” is missing."),
        QT_TRANSLATE_NOOP("errors", "Write it behind the colon, or remove the line."),
        key=key,
    )


def _unknown(line: int, key: str, known: tuple[str, ...], name: str) -> FileFault:
    near = difflib.get_close_matches(key, known, n=1)
    remedy = (
        QT_TRANSLATE_NOOP("errors", "Perhaps “{near}” is meant. Known are {known}.")
        if near
        else QT_TRANSLATE_NOOP("errors", "Remove it. Known are {known}.")
    )
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "“{key}” is unknown in the {name}."),
        remedy,
        key=shortened(key),
        name=name,
        near=near[0] if near else "",
        known=", ".join(known),
    )
