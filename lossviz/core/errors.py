"""The one kind of error that people see: what happened, why, and what to do."""

from dataclasses import dataclass, field

# The name is the marker that Qt's lupdate looks for, so that core needs no Qt for its texts to be translatable.


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation in `context` and return it unchanged."""
    return text


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that has words of its own in each language.

    template: English, written as `QT_TRANSLATE_NOOP("errors", "... {name} ...")`. values: what its fields hold.
    """

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


class LossvizError(Exception):
    """An error to be shown to a person, as three sentences.

    what, why, remedy: English templates, each written as `QT_TRANSLATE_NOOP("errors", "... {name} ...")`.
    values: what the templates' fields are filled with; a `Phrase` is shown in the language of the reader.
    """

    def __init__(self, what: str, why: str, remedy: str, **values: object) -> None:
        self.what = what
        self.why = why
        self.remedy = remedy
        self.values = values
        super().__init__(what, why, remedy, values)

    def __str__(self) -> str:
        return " ".join(template.format(**self.values) for template in (self.what, self.why, self.remedy))
