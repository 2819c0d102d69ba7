"""What is wrong with a lesson file, and in which line."""

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError


class FileFault(Exception):
    """A fault before it is known in which file it is. why, remedy: marked templates in the context "errors"."""

    def __init__(self, line: int, why: str, remedy: str, **values: object) -> None:
        super().__init__(line, why, remedy, values)
        self.line = line
        self.why = why
        self.remedy = remedy
        self.values = values

    def told(self, file: str) -> LossvizError:
        """The error for people."""
        what = QT_TRANSLATE_NOOP("errors", "The lesson in {file} was not opened: there is a fault in line {line}.")
        return LossvizError(what, self.why, self.remedy, file=file, line=self.line, **self.values)


def shortened(text: str) -> str:
    """At most 60 characters of it, in one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
