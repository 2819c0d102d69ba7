"""The numbers of a formula in a sentence, for those who hear it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.widgets.joints import listed

_SYMBOLS = {
    "bce": "BCE",
    "mse": "MSE",
    "cross_entropy": "H(p, q)",
    "divergence": "KL(p‖q)",
    "kl": "KL",
    "entropy": "H",
    "entropy_p": "H(p)",
    "scaled": "z/T",
    "temperature": "T",
    "exp": "e^(z/T)",
}
_WORDS = {
    "grad": QT_TRANSLATE_NOOP("formulas", "gradient"),
    "loss": QT_TRANSLATE_NOOP("formulas", "loss"),
    "result": QT_TRANSLATE_NOOP("formulas", "result"),
    "second_sum": QT_TRANSLATE_NOOP("formulas", "sum of the second softmax"),
    "sigmoid": QT_TRANSLATE_NOOP("formulas", "sigmoid"),
    "slope": QT_TRANSLATE_NOOP("formulas", "slope"),
    "sum": QT_TRANSLATE_NOOP("formulas", "sum"),
    "term": QT_TRANSLATE_NOOP("formulas", "term"),
    "value": QT_TRANSLATE_NOOP("formulas", "value"),
}


def spoken_numbers(numbers: Mapping[str, str]) -> str:
    """Each once, whatever the number of its places in the formula: p = 0.88, sum = 22.85.

    numbers: each slot's text. A slot such as p_again stands for another place of p.
    """
    spoken = {_spoken(name): text for name, text in numbers.items()}
    return listed(f"{name} = {text}" for name, text in spoken.items())


def _spoken(name: str) -> str:
    for known in (name, name.partition("_")[0]):
        if known in _SYMBOLS:
            return _SYMBOLS[known]
        if known in _WORDS:
            return QCoreApplication.translate("formulas", _WORDS[known])
    return name.partition("_")[0]
