"""What a run is called as long as nobody gave it a name."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.training.settings import TrainingSettings
from lossviz.widgets.choice_labels import label_of

_NAME = QT_TRANSLATE_NOOP("choices", "Run {number}: {loss}")


def run_name(given: str, number: int, settings: TrainingSettings) -> str:
    """`given` if it is not empty, otherwise the run's number and loss."""
    if given:
        return given
    loss = label_of("loss", settings.loss)
    return QCoreApplication.translate("choices", _NAME).format(number=number, loss=loss)
