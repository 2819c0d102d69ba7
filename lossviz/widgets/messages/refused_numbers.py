"""What is said of a number that was not taken."""

from PySide6.QtCore import QCoreApplication

from lossviz.widgets.minus_signs import with_minus_signs

_MOST_LETTERS = 40


def refused_number_text(typed: str, lowest: float, highest: float) -> str:
    """That `typed` was no number from `lowest` to `highest`."""
    text = QCoreApplication.translate(
        "refused numbers", "“{typed}” was not taken: here goes a number from {lowest} to {highest}. The last one stays."
    )
    nothing = QCoreApplication.translate("refused numbers", "nothing")
    shown = typed.strip()[:_MOST_LETTERS] or nothing
    return text.format(typed=shown, lowest=_number_text(lowest), highest=_number_text(highest))


def _number_text(number: float) -> str:
    return with_minus_signs(f"{number:.10g}")
