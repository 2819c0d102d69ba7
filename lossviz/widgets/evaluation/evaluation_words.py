"""Which network was measured on what, and what can be done where none was."""

from PySide6.QtCore import QObject

from lossviz.core.evaluation.status import AskedNetwork, EvaluationStatus
from lossviz.core.per_cents import per_cent
from lossviz.core.training.part_outputs import PartName
from lossviz.widgets.data_names import spoken_data_name
from lossviz.widgets.messages.spoken_errors import spoken_error


class EvaluationWords(QObject):
    """Titles and notes."""

    def title(self, status: EvaluationStatus) -> str:
        """What is shown: network, step, part, how many images, share right."""
        measured = status.measured
        if measured is None:
            return self._nothing(status)
        text = self.tr("{network}, on {count} {part} images of {data}: {accuracy} right")
        return text.format(
            network=self._network(measured.network, is_first=True),
            count=f"{measured.images:,}",
            part=self.part(status.part),
            data=spoken_data_name(measured.data_name),
            accuracy=per_cent(measured.accuracy, 2),
        )

    def note(self, status: EvaluationStatus) -> str:
        """What is wrong, or that another network than the measured one answers the canvas; empty for neither."""
        if status.problem is not None:
            return spoken_error(status.problem)
        measured, answering = status.measured, status.answering
        if measured is None or answering is None or answering.run_number == measured.network.run_number:
            return ""
        text = self.tr("{network}, which answers the canvas, is not measured yet.")
        return text.format(network=self._network(answering, is_first=True))

    def explanation(self, status: EvaluationStatus) -> str:
        """What the button would do."""
        if status.answering is None or not status.has_data:
            return self.tr("As soon as there are data and a network")
        text = self.tr("Ask {network} about every {part} image")
        return text.format(network=self._network(status.answering), part=self.part(status.part))

    def part(self, part: PartName) -> str:
        """Its name within a sentence."""
        return self.tr("validation") if part == "validation" else self.tr("test")

    def _nothing(self, status: EvaluationStatus) -> str:
        if not status.has_data:
            return self.tr("There are no digits to measure on yet.")
        if status.answering is None:
            return self.tr("No network can be measured yet: start a run.")
        if status.part == "validation":
            return self.tr("A run is measured on the validation images after every epoch; the button does it now.")
        return self.tr("A run is measured on the test images at its end; the button does it now.")

    def _network(self, network: AskedNetwork, *, is_first: bool = False) -> str:
        if network.run_number is None:
            return self.tr("The shipped network") if is_first else self.tr("the shipped network")
        text = self.tr("Run {number}, step {step}") if is_first else self.tr("run {number}, step {step}")
        return text.format(number=network.run_number, step=f"{network.step:,}")
