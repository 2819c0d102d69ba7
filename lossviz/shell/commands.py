"""The one table of everything that a person can ask for: menus, palette, key overlay and shortcuts are read from it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from lossviz.widgets.joints import titled

Menu = Literal["file", "edit", "view", "run", "lessons", "help"]
MENUS: tuple[Menu, ...] = ("file", "edit", "view", "run", "lessons", "help")

_RESERVED = re.compile(r".*(Ctrl|Alt|Meta)\+|(Shift\+)?F\d+$")  # for commands; controls want none of these


@dataclass(frozen=True)
class Command:
    """One thing to ask for.

    key: "<menu or page>.<what>", the same in every language. text: for the menu, with its &mnemonic.
    help: one sentence. shortcuts: portable, such as "Ctrl+O". standard: the platform's own keys for it.
    page: the name of the only page on which it works; empty for everywhere. group: a line separates groups in a menu.
    submenu: the title of the submenu that it is in. is_checked, is_enabled: asked whenever it matters.
    text_now: asked when the menu opens, for a text that says more; empty for `text`.
    """

    key: str
    menu: Menu
    text: str
    help: str
    run: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    standard: QKeySequence.StandardKey | None = None
    page: str = ""
    is_checked: Callable[[], bool] | None = None
    is_enabled: Callable[[], bool] | None = None
    group: int = 0
    submenu: str = ""
    text_now: Callable[[], str] | None = None

    @property
    def can_run(self) -> bool:
        """Whether it would do something now, its page being in front."""
        return self.is_enabled is None or self.is_enabled()

    def works_on(self, page: str) -> bool:
        """Whether it belongs to the page of this name."""
        return self.page in ("", page)


class CommandTable:
    """All commands, in the order in which they were given.

    Raises: ValueError if two have the same key, or if one key press could mean both of them.
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        self._commands = tuple(commands)
        self._sequences: dict[str, tuple[QKeySequence, ...]] = {}
        self._firm: list[tuple[Command, str]] = []
        for command in self._commands:
            if command.key in self._sequences:
                raise ValueError(f"two commands have the key {command.key!r}")
            self._sequences[command.key] = ()
            for sequence in _firm_sequences(command):
                self._claim(command, sequence)
        for command in self._commands:
            self._sequences[command.key] = tuple(self._sequences_of(command))

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)

    def __getitem__(self, key: str) -> Command:
        return next(command for command in self._commands if command.key == key)

    def __contains__(self, key: object) -> bool:
        return key in self._sequences

    def on_page(self, page: str) -> list[Command]:
        """The commands that work while the page of this name is in front."""
        return [command for command in self._commands if command.works_on(page)]

    def sequences(self, command: Command) -> tuple[QKeySequence, ...]:
        """What can be pressed for the command, the best known first."""
        return self._sequences[command.key]

    def keys_told(self, command: Command) -> list[str]:
        """What a person is told to press, as this platform writes it: without what the platform adds for rare keys."""
        return [native_text(sequence) for sequence in _firm_sequences(command)]

    def bare_key_command(self, pressed: QKeyCombination, page: str) -> Command | None:
        """The command on `page` that is asked for by a key without Ctrl, Alt or Meta."""
        wanted = _as_written(pressed)
        for command in self.on_page(page):
            if any(is_bare(sequence) and sequence == wanted for sequence in self.sequences(command)):
                return command
        return None

    def _claim(self, command: Command, sequence: QKeySequence) -> None:
        text = _portable(sequence)
        for other, taken in self._firm:
            if taken == text and (command.works_on(other.page) or other.works_on(command.page)):
                raise ValueError(f"{text} would mean both {other.key!r} and {command.key!r}")
        self._firm.append((command, text))

    def _sequences_of(self, command: Command) -> Iterator[QKeySequence]:
        """Its own, then what else this platform offers for it, unless another command has that."""
        yield from _firm_sequences(command)
        taken = {text for other, text in self._firm if command.works_on(other.page) or other.works_on(command.page)}
        yield from (extra for extra in _standard_sequences(command)[1:] if _portable(extra) not in taken)


def is_bare(sequence: QKeySequence) -> bool:
    """Whether it is one key without Ctrl, Alt or Meta that a focused control may want for itself: not F1 to F35."""
    return sequence.count() == 1 and not _RESERVED.match(_portable(sequence))


def native_text(sequence: QKeySequence) -> str:
    """As it is printed on this platform's keyboard."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def plain_text(text: str) -> str:
    """A menu's text without the mark of its mnemonic, also where a translation puts it behind, as in "文件(&F)"."""
    head, mark, tail = text.partition("(&")
    if mark and len(tail) > 1 and tail[1] == ")":
        text = head + tail[2:]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").rstrip(".")


def _as_written(pressed: QKeyCombination) -> QKeySequence:
    """Signs are what they are, whether or not a keyboard needs Shift for them."""
    key = pressed.key()
    is_sign = Qt.Key.Key_Space < key <= Qt.Key.Key_AsciiTilde and not chr(key).isalnum()
    return QKeySequence(QKeyCombination(key)) if is_sign else QKeySequence(pressed)


def full_text(command: Command) -> str:
    """The text where it stands alone: after that of its submenu."""
    text = plain_text(command.text)
    return titled(plain_text(command.submenu), text) if command.submenu else text


def _firm_sequences(command: Command) -> list[QKeySequence]:
    given = [QKeySequence(text, QKeySequence.SequenceFormat.PortableText) for text in command.shortcuts]
    return list(dict.fromkeys([*_standard_sequences(command)[:1], *given]))


def _standard_sequences(command: Command) -> list[QKeySequence]:
    return [] if command.standard is None else QKeySequence.keyBindings(command.standard)


def _portable(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
