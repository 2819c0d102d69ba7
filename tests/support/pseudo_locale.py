"""A language in which every translated letter bears a mark: what is seen without one was never looked up."""

import re
from collections.abc import Iterator, Set
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from scripts.translations import messages_of_code
from scripts.ts_file import Key

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "ȧḃċḋėḟġḣïjḱŀṁṅȯṗɋṙṡṫüṿẇẋẏżȦḂĊḊĖḞĠḢÏJḰĿṀṄȮṖɊṘṠṪÜṾẆẊẎŻ"
_MARKS = str.maketrans(_PLAIN, _MARKED)
_KEPT = re.compile(r"(\{[^{}]*\}|</?[a-z][^<>]*>|&\w+;|\\[A-Za-z]+)")  # fields, tags, entities, TeX's commands


def marked(text: str) -> str:
    """The text with a mark on each letter that is not part of a field or tag."""
    parts = _KEPT.split(text)
    return "".join(part if index % 2 else part.translate(_MARKS) for index, part in enumerate(parts))


class PseudoTranslator(QTranslator):
    """Knows what lupdate has read from the code, in the contexts in which it read it."""

    def __init__(self, known: Set[Key]) -> None:
        super().__init__()
        self._known = known

    def isEmpty(self) -> bool:
        """Qt asks no translator that says so."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Marked, or None for what is not known in this context."""
        del disambiguation, n
        return marked(source) if (context, source) in self._known else None


@contextmanager
def pseudo_locale() -> Iterator[None]:
    """Let the application speak it for a while."""
    application = QCoreApplication.instance()
    assert application is not None
    translator = PseudoTranslator({one.key for one in messages_of_code()})
    application.installTranslator(translator)
    yield
    application.removeTranslator(translator)
