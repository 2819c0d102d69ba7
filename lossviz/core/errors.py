"""The one kind of error that people see: what happened, why, and what to do."""

# The name is the marker that Qt's lupdate looks for, so that core needs no Qt for its texts to be translatable.


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation in `context` and return it unchanged."""
    return text


class LossvizError(Exception):
    """An error to be shown to a person, as three sentences.

    what, why, remedy: English templates, each written as `QT_TRANSLATE_NOOP("errors", "... {name} ...")`.
    values: what the templates' fields are filled with.
    """

    def __init__(self, what: str, why: str, remedy: str, **values: object) -> None:
        self.what = what
        self.why = why
        self.remedy = remedy
        self.values = values
        super().__init__(what, why, remedy, values)

    def __str__(self) -> str:
        return " ".join(template.format(**self.values) for template in (self.what, self.why, self.remedy))
