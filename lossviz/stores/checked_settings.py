"""Settings that never meet a file in which objects stand: to read one object, Qt and PySide run what it says."""

import re
from pathlib import Path

from PySide6.QtCore import QSettings

from lossviz.core.regular_files import require_regular_file

_OBJECTS = ("@Variant(", "@DateTime(")  # with which Qt begins the value of a stream
_NUMBER = re.compile(r"\\x([0-9a-fA-F]+)|\\([0-7]+)")
_WITHOUT_MEANING = re.compile('\\\\\r?\n|\\\\.|["\ufeff]')  # line ends that go on, unknown escapes, quotes, marks


def holds_objects(path: Path) -> bool:
    """Whether an INI file may have objects for values. lossviz writes texts, lists of texts and bytes."""
    try:
        require_regular_file(path)
        content = path.read_bytes()
    except OSError:  # there is none yet, or it cannot be read: Qt cannot read it either
        return False
    text = _WITHOUT_MEANING.sub("", _NUMBER.sub(_character, content.decode("utf-8", "replace")))
    return any(start in text for start in _OBJECTS)


class CheckedSettings:
    """What QSettings remembers. A file with objects is put aside; where that fails nothing is read nor written."""

    def __init__(self, settings: QSettings) -> None:
        is_harmful = settings.format() == QSettings.Format.IniFormat and holds_objects(Path(settings.fileName()))
        self._settings = settings if not is_harmful or _put_aside(settings) else None

    def value(self, key: str, default: object = None) -> object:
        """What is remembered under the key."""
        return self._settings.value(key, default) if self._settings else default

    def set_value(self, key: str, value: object) -> None:
        """Remember something under the key."""
        if self._settings:
            self._settings.setValue(key, value)

    def sync(self) -> None:
        """Write what is remembered to its file."""
        if self._settings:
            self._settings.sync()


def _character(escape: re.Match[str]) -> str:
    hexadecimal, octal = escape.groups()
    return chr((int(hexadecimal, 16) if hexadecimal else int(octal, 8)) & 0xFFFF)


def _put_aside(settings: QSettings) -> bool:
    path = Path(settings.fileName())
    try:
        path.replace(path.with_name(f"{path.stem}.refused{path.suffix}"))
    except OSError:
        return False
    settings.sync()  # Qt looks at the file again: it is gone
    return True
