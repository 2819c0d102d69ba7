"""What a run is called as long as nobody gave it a name."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.training.settings import TrainingSettings
from lossviz.widgets.choice_labels import label_of

_NUMBER = QT_TRANSLATE_NOOP("choices", "Run {number}")
_NUMBER_AND_LOSS = QT_TRANSLATE_NOOP("choices", "Run {number}: {loss}")


def run_name(given: str, number: int, settings: TrainingSettings, *, tells_loss: bool = True) -> str:
    """`given` if it is not empty, otherwise the run's number, and its loss unless that tells no runs apart."""
    if given:
        return given
    loss = label_of("loss", settings.loss)
    template = _NUMBER_AND_LOSS if tells_loss else _NUMBER
    return QCoreApplication.translate("choices", template).format(number=number, loss=loss)
