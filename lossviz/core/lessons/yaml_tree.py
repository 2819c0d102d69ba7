"""The part of YAML that lesson files are written in: maps, lists and texts, each with its line, and nothing clever."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import yaml

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.lessons.file_faults import FileFault

LARGEST_BYTES = 200_000
_DEEPEST = 12

# libyaml's is forty times as fast; both know nothing of types, so that every scalar stays the text that it is.
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
_WHOLE = re.compile(r"[-+]?\d+")
BETWEEN_IDEOGRAPHS = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")


@dataclass(frozen=True)
class Leaf:
    """A scalar. text: as it is between quotation marks, else without white space around. is_plain: may be a number."""

    text: str
    is_plain: bool
    line: int


@dataclass(frozen=True)
class Row:
    """A list."""

    items: tuple["Tree", ...]
    line: int


@dataclass(frozen=True)
class Table:
    """A map. key_lines: where each key stands."""

    entries: Mapping[str, "Tree"]
    key_lines: Mapping[str, int]
    line: int


Tree = Leaf | Row | Table


def tree_of(text: str) -> Tree:
    """The content of a YAML file.

    Raises: FileFault if it is not YAML, is empty, is too large or too deep, gives a key twice, or uses anchors,
    aliases, tags or several documents.
    """
    if len(text.encode()) > LARGEST_BYTES:
        raise _too_large()
    try:
        _refuse_what_is_clever(text)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _not_yaml(mark.line + 1 if mark else 1, error.problem or error.context or "?") from error
    except yaml.reader.ReaderError as error:
        raise _not_yaml(_line_at(text, error), error.reason) from error
    if root is None:
        raise _empty()
    return _tree(root)


def plain_value(leaf: Leaf) -> object:
    """What a scalar stands for where anything may stand: a number, true, false, null, or a text."""
    text = leaf.text
    if not leaf.is_plain:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) < 20 else float(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def value_of(tree: Tree) -> object:
    """The whole branch as JSON has it."""
    if isinstance(tree, Leaf):
        return plain_value(tree)
    if isinstance(tree, Row):
        return [value_of(item) for item in tree.items]
    return {key: value_of(entry) for key, entry in tree.entries.items()}


def _refuse_what_is_clever(text: str) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _clever(line, "&, *")
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise _clever(line, "!")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _clever(line, "---")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _too_deep(line)


def _tree(node: yaml.Node) -> Tree:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _leaf(node, line)
    if isinstance(node, yaml.SequenceNode):
        return Row(tuple(map(_tree, node.value)), line)
    return _table(node.value, line)


def _leaf(node: yaml.ScalarNode, line: int) -> Leaf:
    text = str(node.value)
    if node.style in ("'", '"'):
        return Leaf(text, False, line)
    text = text.strip()
    if node.style == ">":  # the line breaks in a folded Chinese text are no spaces between its characters
        text = BETWEEN_IDEOGRAPHS.sub("", text)
    return Leaf(text, not node.style, line)


def _table(pairs: Sequence[tuple[yaml.Node, yaml.Node]], line: int) -> Table:
    entries: dict[str, Tree] = {}
    key_lines: dict[str, int] = {}
    for key_node, value_node in pairs:
        key_line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            _refuse_key(key_line)
        key = str(key_node.value)
        if key in entries:
            raise _twice(key_line, key, key_lines[key])
        entries[key], key_lines[key] = _tree(value_node), key_line
    return Table(entries, key_lines, line)


def _refuse_key(line: int) -> NoReturn:
    raise FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "What stands before a colon must be a single word."),
        QT_TRANSLATE_NOOP("errors", "Put texts that begin with [ or {{ into quotation marks."),
    )


def _line_at(text: str, error: yaml.reader.ReaderError) -> int:
    """libyaml counts bytes, Python's reader characters; a sign that no file may hold is looked for by itself."""
    for number, line in enumerate(text.split("\n"), start=1):
        if any(not (sign.isprintable() or sign in "\t\r\u3000\xa0\u200b\ufeff\u2028\u2029\x85") for sign in line):
            return number
    return text.count("\n", 0, error.position) + 1


def _not_yaml(line: int, problem: str) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "It is no YAML there: “{problem}” (the original message)."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Look at that line and the one before: indent with spaces alone, put a space after each colon, and put "
            "texts with a colon or a quotation mark into quotation marks.",
        ),
        problem=problem,
    )


def _empty() -> FileFault:
    return FileFault(
        1,
        QT_TRANSLATE_NOOP("errors", "There is nothing in the file."),
        QT_TRANSLATE_NOOP("errors", "Begin with “lossviz_lesson: 1”, or make a lesson with Lessons, New lesson."),
    )


def _too_large() -> FileFault:
    return FileFault(
        1,
        QT_TRANSLATE_NOOP("errors", "It is larger than {kilobytes} kB, which no lesson is."),
        QT_TRANSLATE_NOOP("errors", "Choose another file, or make two lessons of it."),
        kilobytes=LARGEST_BYTES // 1000,
    )


def _too_deep(line: int) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "There are more than {deepest} lists or maps within each other."),
        QT_TRANSLATE_NOOP("errors", "Check the brackets and the indentation of that line."),
        deepest=_DEEPEST,
    )


def _clever(line: int, sign: str) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP(
            "errors", "It uses “{sign}” of YAML, which a lesson may not: anchors, aliases, tags and further documents."
        ),
        QT_TRANSLATE_NOOP("errors", "Write the text out, or put it into quotation marks if it begins with that sign."),
        sign=sign,
    )


def _twice(line: int, key: str, first: int) -> FileFault:
    return FileFault(
        line,
        QT_TRANSLATE_NOOP("errors", "“{key}” stands there for the second time; the first is in line {first}."),
        QT_TRANSLATE_NOOP("errors", "Keep one of the two."),
        key=key,
        first=first,
    )
