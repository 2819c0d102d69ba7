"""Reads Qt's .ts files and puts translations into them."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Key = tuple[str, str]  # context, source text


@dataclass(frozen=True)
class Message:
    """One text. place: "lossviz/app.py:12", empty if the file has no locations; comment: what the code says of it."""

    context: str
    source: str
    translation: str
    is_finished: bool
    comment: str = ""
    place: str = ""

    @property
    def key(self) -> Key:
        """What the text is looked up by."""
        return self.context, self.source


def read_messages(path: Path, root: Path | None = None) -> list[Message]:
    """All texts of a .ts file, in its order.

    root: places are told relative to this folder.
    Raises: OSError or xml.etree.ElementTree.ParseError.
    """
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation[@type]") is None,
            message.findtext("extracomment", ""),
            _place(message, path.parent, root),
        )
        for context in ElementTree.parse(path).iterfind("context")
        for message in context.iterfind("message")
    ]


def put_translations(path: Path, translations: Mapping[Key, str]) -> list[Key]:
    """Write translations, as finished ones, into a .ts file; the keys that it does not have."""
    tree = ElementTree.parse(path)
    unknown = dict(translations)
    for context in tree.iterfind("context"):
        for message in context.iterfind("message"):
            translated = unknown.pop((context.findtext("name", ""), message.findtext("source", "")), None)
            element = message.find("translation")
            if translated is not None and element is not None:
                element.text = translated
                element.attrib.pop("type", None)
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return list(unknown)


def _place(message: ElementTree.Element, folder: Path, root: Path | None) -> str:
    location = message.find("location")
    if location is None:
        return ""
    return f"{_told(folder / location.get('filename', ''), root)}:{location.get('line')}"


@cache  # a file has many texts
def _told(file: Path, root: Path | None) -> Path:
    return file.resolve().relative_to(root) if root else file.resolve()
