"""What the optimisers of the Fit page are called."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.fit.descent_settings import OptimizerName

_NAMES: dict[OptimizerName, str] = {
    "gd": QT_TRANSLATE_NOOP("choices", "Gradient descent"),
    "momentum": QT_TRANSLATE_NOOP("choices", "Momentum"),
    "rmsprop": QT_TRANSLATE_NOOP("choices", "RMSProp"),
    "adam": QT_TRANSLATE_NOOP("choices", "Adam"),
}


def optimizer_name(optimizer: OptimizerName) -> str:
    """In the user's language."""
    return QCoreApplication.translate("choices", _NAMES[optimizer])
