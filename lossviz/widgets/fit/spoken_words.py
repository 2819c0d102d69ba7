"""What the axis and the classes are called in the language of the window."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.fit.cases import CaseWords


def spoken(words: CaseWords) -> CaseWords:
    """A scenario's words in that language; other words, from a person's file, as they stand there."""
    quantity, unit, negative, positive = (
        QCoreApplication.translate("scenarios", text) if text else ""
        for text in (words.quantity, words.unit, words.negative, words.positive)
    )
    return CaseWords(quantity, unit, negative, positive)
