"""Cuts texts into roughly equal parts for several translators, what belongs together staying together."""

from collections.abc import Iterable

from scripts.ts_file import Message

_EACH = 20  # what a short text costs a translator beside its length, in characters


def chunks_of(messages: Iterable[Message], count: int) -> list[list[Message]]:
    """`count` parts of about the same weight, ordered by file and context; each message is in one of them."""
    ordered = sorted(messages, key=lambda one: (_file(one), one.context))
    whole = sum(map(_weight, ordered))
    parts: list[list[Message]] = [[] for _ in range(count)]
    before = 0
    for message in ordered:
        parts[min(before * count // whole, count - 1)].append(message)
        before += _weight(message)
    return parts


def _file(message: Message) -> str:
    return message.place.rpartition(":")[0]


def _weight(message: Message) -> int:
    return len(message.source) + _EACH
