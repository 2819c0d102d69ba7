"""Errors in the language of the window."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import LossvizError
from lossviz.widgets.joints import in_a_row


def error_sentences(error: LossvizError) -> tuple[str, str, str]:
    """What happened, why, and what to do; empty where there is nothing to say."""
    what, why, remedy = (
        QCoreApplication.translate("errors", template).format(**error.values) if template else ""
        for template in (error.what, error.why, error.remedy)
    )
    return what, why, remedy


def spoken_error(error: LossvizError) -> str:
    """All of it in a row."""
    return in_a_row(error_sentences(error))
