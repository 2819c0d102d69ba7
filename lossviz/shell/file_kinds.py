"""What a file is for lossviz, as far as its name and its first bytes tell."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from lossviz.core.sessions.session_file import SUFFIX as SESSION_SUFFIX
from lossviz.widgets.pictures.decoder_messages import decoder_messages

FileKind = Literal["session", "lesson", "run", "table", "picture", "data"]

_KINDS: dict[str, FileKind] = {
    ".pt": "run",
    ".csv": "table",
    ".tsv": "table",
    ".txt": "table",
    ".yaml": "lesson",
    ".yml": "lesson",
}
_DATA_SUFFIXES = {".gz", ".npz", ".json"}
_FIRST_BYTES = 200


def kind_of(path: Path) -> FileKind | None:
    """What opens the file or folder; None if nothing of lossviz does, or it is not there."""
    try:
        if path.is_dir():
            return "data"
        return _kind_of_file(path) if path.is_file() else None
    except OSError:  # it may not be looked at
        return None


def kind_by_name(path: Path) -> FileKind:
    """Who is to say what is wrong with a file that cannot be opened: the reader that its name asks for."""
    name = path.name.lower()
    return "session" if name.endswith(SESSION_SUFFIX) else _KINDS.get(path.suffix.lower(), "data")


def _kind_of_file(path: Path) -> FileKind | None:
    name, suffix = path.name.lower(), path.suffix.lower()
    if name.endswith(SESSION_SUFFIX) or (suffix == ".json" and _begins_as_session(path)):
        return "session"
    if suffix in _KINDS:
        return _KINDS[suffix]
    if _begins_as_picture(path):
        return "picture"
    return "data" if suffix in _DATA_SUFFIXES or "ubyte" in name else None


def _begins_as_session(path: Path) -> bool:
    """Browsers and mail programs rename copies to "one.lossviz (1).json"."""
    return b'"lossviz_session"' in _first_bytes(path)


def _begins_as_picture(path: Path) -> bool:
    """Qt is given the bytes: it finds no file whose name is not UTF-8."""
    buffer = QBuffer()
    buffer.setData(QByteArray(_first_bytes(path)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    with decoder_messages():  # who drops a file hears of it where it is opened
        return bool(QImageReader.imageFormat(buffer))


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_FIRST_BYTES)
