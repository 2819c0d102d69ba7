"""Errors in the language of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import LossvizError, Phrase
from lossviz.widgets.joints import in_a_row


def error_sentences(error: LossvizError) -> tuple[str, str, str]:
    """What happened, why, and what to do; empty where there is nothing to say."""
    what, why, remedy = (in_words(template, error.values) for template in (error.what, error.why, error.remedy))
    return what, why, remedy


def in_words(template: str, values: Mapping[str, object]) -> str:
    """A template of the context "errors" with its fields filled; empty if it is."""
    spoken = {name: _spoken(value) for name, value in values.items()}
    return QCoreApplication.translate("errors", template).format(**spoken) if template else ""


def spoken_error(error: LossvizError) -> str:
    """All of it in a row."""
    return in_a_row(error_sentences(error))


def _spoken(value: object) -> object:
    """Phrases within phrases, too."""
    return in_words(value.template, value.values) if isinstance(value, Phrase) else value
