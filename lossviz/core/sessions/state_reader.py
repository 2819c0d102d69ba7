"""Takes what a session, a lesson or an undo says of one store, and refuses what cannot be."""

import re
import reprlib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar, cast

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

Name = TypeVar("Name", bound=str)
Check = Callable[[object], bool]

MOST_TEXT = 200  # characters
MOST_ENTRIES = 10_000  # of a list
_HALF_OF_PAIR = re.compile("[\ud800-\udfff]")
_LONGEST_FOUND = 60  # characters of a wrong value that are told

_WHAT = QT_TRANSLATE_NOOP("errors", "“{key}” was not taken.")
_REMEDY = QT_TRANSLATE_NOOP("errors", "Correct it where it is written, or leave it out.")


class StateReader:
    """Reads the keys of one store's state, each at most once.

    Each reading gives the value, or None where the key is absent: what it stands for stays as it is.
    Raises: LossvizError that names the whole key, as `fit.w`, and says what is expected. Nothing is ever rounded or
    clipped; true is not a number, and NaN is in no range.
    """

    def __init__(self, state: Mapping[str, object], where: str) -> None:
        self._state = state
        self._where = where
        self._read: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._state

    def is_null(self, key: str) -> bool:
        """Whether the key is there and holds null; whoever accepts null asks this before reading."""
        self._read.append(key)
        return key in self._state and self._state[key] is None

    def holds(self, key: str) -> bool:
        """Whether the key is there and holds something other than null."""
        return self._state.get(key) is not None

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number from low to high."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is a number from {low:g} to {high:g}; it is {found}.")
        value = self._checked(key, _is_number(low, high), why, low=low, high=high)
        return None if value is None else float(cast(float, value))

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number from low to high."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is a whole number from {low} to {high}; it is {found}.")
        return cast(int | None, self._checked(key, _is_whole(low, high), why, low=low, high=high))

    def choice(self, key: str, allowed: Iterable[Name]) -> Name | None:
        """One of the allowed names."""
        names = list(allowed)
        why = QT_TRANSLATE_NOOP("errors", "Expected is one of {allowed}; it is {found}.")
        return cast(Name | None, self._checked(key, _is_one_of(names), why, allowed=", ".join(names)))

    def flag(self, key: str) -> bool | None:
        """True or false."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is true or false; it is {found}.")
        return cast(bool | None, self._checked(key, _is_flag, why))

    def text(self, key: str, most: int = MOST_TEXT) -> str | None:
        """A text of at most that many characters, none of which no file can hold."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is a text of at most {most} characters; it is {found}.")
        text = cast(str | None, self._checked(key, _is_text(most), why, most=most))
        return None if text is None else self._writable((text,), key)[0]

    def file_name(self, key: str, most: int = MOST_TEXT) -> str | None:
        """The name or path of a file, of at most that many characters; on some systems it is no proper text."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is a text of at most {most} characters; it is {found}.")
        return cast(str | None, self._checked(key, _is_text(most), why, most=most))

    def numbers(
        self, key: str, low: float, high: float, least: int = 0, most: int = MOST_ENTRIES
    ) -> tuple[float, ...] | None:
        """A list of numbers from low to high."""
        why = QT_TRANSLATE_NOOP(
            "errors", "Expected is a list of {least} to {most} numbers from {low:g} to {high:g}; it is {found}."
        )
        values = self._listed(key, _is_number(low, high), why, least, most, low=low, high=high)
        return None if values is None else tuple(float(cast(float, value)) for value in values)

    def wholes(self, key: str, low: int, high: int, least: int = 0, most: int = MOST_ENTRIES) -> tuple[int, ...] | None:
        """A list of whole numbers from low to high."""
        why = QT_TRANSLATE_NOOP(
            "errors", "Expected is a list of {least} to {most} whole numbers from {low} to {high}; it is {found}."
        )
        return cast(
            tuple[int, ...] | None, self._listed(key, _is_whole(low, high), why, least, most, low=low, high=high)
        )

    def choices(self, key: str, allowed: Iterable[Name], most: int = MOST_ENTRIES) -> tuple[Name, ...] | None:
        """A list of allowed names."""
        names = list(allowed)
        why = QT_TRANSLATE_NOOP("errors", "Expected is a list of at most {most} names out of {allowed}; it is {found}.")
        values = self._listed(key, _is_one_of(names), why, 0, most, allowed=", ".join(names))
        return cast(tuple[Name, ...] | None, values)

    def flags(self, key: str, least: int = 0, most: int = MOST_ENTRIES) -> tuple[bool, ...] | None:
        """A list of true and false."""
        why = QT_TRANSLATE_NOOP("errors", "Expected is a list of {least} to {most} times true or false; it is {found}.")
        return cast(tuple[bool, ...] | None, self._listed(key, _is_flag, why, least, most))

    def texts(
        self, key: str, least: int = 0, most: int = MOST_ENTRIES, longest: int = MOST_TEXT
    ) -> tuple[str, ...] | None:
        """A list of texts of at most `longest` characters each, none of which no file can hold."""
        why = QT_TRANSLATE_NOOP(
            "errors", "Expected is a list of {least} to {most} texts of at most {longest} characters; it is {found}."
        )
        found = cast(tuple[str, ...] | None, self._listed(key, _is_text(longest), why, least, most, longest=longest))
        return None if found is None else self._writable(found, key)

    def rows(
        self, key: str, width: int, low: float, high: float, least: int = 0, most: int = MOST_ENTRIES
    ) -> tuple[tuple[float, ...], ...] | None:
        """A list of lists, each of `width` numbers from low to high."""
        why = QT_TRANSLATE_NOOP(
            "errors",
            "Expected is a list of {least} to {most} lists of {width} numbers from {low:g} to {high:g}; it is {found}.",
        )
        is_row = _is_list(_is_number(low, high), width, width)
        values = self._listed(key, is_row, why, least, most, width=width, low=low, high=high)
        return None if values is None else tuple(tuple(map(float, cast(list[float], row))) for row in values)

    def part(self, key: str) -> "StateReader | None":
        """What stands below the key, to be read in the same way."""
        why = QT_TRANSLATE_NOOP("errors", "Expected are names with values; it is {found}.")
        value = self._checked(key, _is_mapping, why)
        return None if value is None else StateReader(cast(Mapping[str, object], value), self._name(key))

    def parts(self, key: str, least: int = 0, most: int = MOST_ENTRIES) -> "tuple[StateReader, ...] | None":
        """A list of such; their keys are told as `digit.strokes[0].width`."""
        why = QT_TRANSLATE_NOOP(
            "errors", "Expected is a list of {least} to {most} entries of names with values; it is {found}."
        )
        values = self._listed(key, _is_mapping, why, least, most)
        if values is None:
            return None
        entries = cast(tuple[Mapping[str, object], ...], values)
        return tuple(StateReader(entry, f"{self._name(key)}[{index}]") for index, entry in enumerate(entries))

    def refusal(self, key: str, why: str, **values: object) -> LossvizError:
        """What to raise if a value is of the right kind and yet cannot be used.

        why: a marked template in the context "errors"; {found} is what was written.
        """
        return LossvizError(_WHAT, why, _REMEDY, key=self._name(key), found=_shortened(self._state.get(key)), **values)

    def finish(self) -> None:
        """Raises: LossvizError if there are keys that nobody has read."""
        for key in self._state:
            if key not in self._read:
                why = QT_TRANSLATE_NOOP("errors", "There is no such name here. Known are {known}.")
                raise self.refusal(key, why, known=", ".join(sorted(set(self._read))))

    def _name(self, key: str) -> str:
        return f"{self._where}.{key}"

    def _writable(self, texts: tuple[str, ...], key: str) -> tuple[str, ...]:
        if not all(_is_writable(text) for text in texts):
            raise self.refusal(key, QT_TRANSLATE_NOOP("errors", "It has a character that no file can hold: {found}."))
        return texts

    def _checked(self, key: str, is_right: Check, why: str, **values: object) -> object:
        self._read.append(key)
        if key not in self._state:
            return None
        if not is_right(self._state[key]):
            raise self.refusal(key, why, **values)
        return self._state[key]

    def _listed(
        self, key: str, is_right: Check, why: str, least: int, most: int, **values: object
    ) -> tuple[object, ...] | None:
        entries = self._checked(key, _is_list(is_right, least, most), why, least=least, most=most, **values)
        return None if entries is None else tuple(cast(list[object], entries))


def _is_writable(text: str) -> bool:
    """Whether UTF-8 can hold the text, and whoever reads a file knows where it ends: no half pair, no null."""
    return "\0" not in text and not _HALF_OF_PAIR.search(text)


def _shortened(value: object) -> str:
    text = reprlib.repr(value)
    return text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 1] + "…"


def _is_number(low: float, high: float) -> Check:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _is_whole(low: int, high: int) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(most: int) -> Check:
    return lambda value: isinstance(value, str) and len(value) <= most


def _is_one_of(names: Collection[str]) -> Check:
    return lambda value: isinstance(value, str) and value in names


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_list(is_right: Check, least: int, most: int) -> Check:
    return lambda value: (
        isinstance(value, list | tuple) and least <= len(value) <= most and all(is_right(entry) for entry in value)
    )
